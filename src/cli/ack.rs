//! `hausrecht ack`: what was decided about a change.

use jiff::civil::Date;

use super::{Exit, Failure, General, setup, show};
use crate::io::store::{Decided, Decision};

/// Write down what was decided about a change; an open alert returns in every digest until then.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The change's id, or the beginning of it
    #[arg(value_name = "CHANGE")]
    change: String,
    /// It does not concern us, we keep an eye on it, or we must act
    #[arg(long, value_enum, default_value = "none")]
    decision: DecisionArg,
    /// Why, or what is to be done
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Who decided
    #[arg(long, value_name = "NAME", env = "USER")]
    by: Option<String>,
    /// Until when it is to be done
    #[arg(long, value_name = "DATE")]
    due: Option<Date>,
}

/// A decision on the command line.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum DecisionArg {
    None,
    Watch,
    Act,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let change = show::found(general, &args.change)?;
    let store = setup::store(general)?;
    let decision = match args.decision {
        DecisionArg::None => Decision::None,
        DecisionArg::Watch => Decision::Watch,
        DecisionArg::Act => Decision::Act,
    };
    store.decide(&Decided {
        change: change.id.clone(),
        decision,
        note: args.note.clone(),
        by: args.by.clone(),
        due: args.due,
        at: setup::now(),
    })?;
    say!("{}: {}", change.id, decision.key());
    Ok(Exit::Fine)
}
