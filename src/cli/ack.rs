//! `hausrecht ack`: what was decided about a change.

use anyhow::anyhow;
use jiff::civil::Date;

use super::{Exit, Failure, General, decisions, setup, show, times};
use crate::model::{Decided, Decision};

/// Write down what was decided about a change; an open alert returns in every digest until then.
///
/// What must be done (`act`) stays in the digests until `hausrecht ack CHANGE done`, and letters remind of its day.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The change's id, or the beginning of it
    #[arg(value_name = "CHANGE")]
    change: String,
    /// What was decided [default: none]
    #[arg(value_enum, value_name = "DECISION", conflicts_with = "decision")]
    decided: Option<DecisionArg>,
    /// The same as an option
    #[arg(long, value_enum, value_name = "DECISION", hide = true)]
    decision: Option<DecisionArg>,
    /// Why, or what is to be done
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Who decided
    #[arg(long, value_name = "NAME", env = "USER")]
    by: Option<String>,
    /// By when it is to be done (`act`), or until when it is put off (`defer`)
    #[arg(long, value_name = "DATE", visible_alias = "until")]
    due: Option<String>,
}

/// A decision on the command line.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum DecisionArg {
    /// It does not concern us
    None,
    /// We keep an eye on it
    Watch,
    /// We must act
    Act,
    /// What was to be done is done
    Done,
    /// We look at it again on a later day
    Defer,
}

/// So many letters of a note are kept.
const LONGEST_NOTE: usize = 2000;
const LONGEST_NAME: usize = 200;

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let named = args.decided.or(args.decision);
    let decision = match named.unwrap_or(DecisionArg::None) {
        DecisionArg::None => Decision::None,
        DecisionArg::Watch => Decision::Watch,
        DecisionArg::Act => Decision::Act,
        DecisionArg::Done => Decision::Done,
        DecisionArg::Defer => Decision::Defer,
    };
    let zone = setup::zone(general);
    let today = setup::now().to_zoned(zone).date();
    let due = due(args.due.as_deref(), decision, today)?;
    let note = written("--note", args.note.as_deref(), LONGEST_NOTE)?;
    let by = match args.by.as_deref() {
        // From the environment, where it may well be empty.
        Some(by) if by.trim().is_empty() => None,
        by => written("--by", by, LONGEST_NAME)?,
    };
    let change = show::found(general, &args.change)?;
    let store = setup::store(general)?;
    let decided = Decided { change: change.id.clone(), decision, note, by, due, at: setup::now() };
    store.decide(&decided)?;
    say!("{}: {}", change.id, decisions::phrase(&decided));
    if named.is_none() {
        say!(
            "{}",
            phrase!(
                "no decision was named: written down as “does not concern us”; if it is dealt with: hausrecht ack {} done",
                "ohne Angabe einer Entscheidung: festgehalten als „betrifft uns nicht“; wenn es erledigt ist: hausrecht ack {} done",
                change.id
            )
        );
    }
    Ok(Exit::Fine)
}

/// The day, where the decision has one.
fn due(written: Option<&str>, decision: Decision, today: Date) -> Result<Option<Date>, Failure> {
    let wrong = |message: String| Err(Failure::usage(anyhow!(message)));
    let Some(written) = written else {
        if decision == Decision::Defer {
            return wrong(
                "until when it is put off is missing\nhint: hausrecht ack CHANGE defer --until 2027-01-15".to_owned(),
            );
        }
        return Ok(None);
    };
    let day = times::one_day(written, today).map_err(|message| Failure::usage(anyhow!(message)))?;
    if !matches!(decision, Decision::Act | Decision::Defer) {
        return wrong(format!(
            "a day belongs to what is to be done (`act`) or put off (`defer`), not to `{}`\nhint: hausrecht ack CHANGE act --due {day}",
            decision.key()
        ));
    }
    if day < today {
        return wrong(format!("{day} has passed\nhint: name today ({today}) or a later day"));
    }
    Ok(Some(day))
}

/// What a person wrote, if it says anything.
fn written(name: &str, text: Option<&str>, most: usize) -> Result<Option<String>, Failure> {
    let Some(text) = text else { return Ok(None) };
    let text = text.trim();
    let letters = text.chars().count();
    if text.is_empty() {
        return Err(Failure::usage(anyhow!(phrase!(
            "`{name}` is empty\nhint: leave it out, or write something",
            "`{name}` ist leer\nHinweis: weglassen oder etwas schreiben"
        ))));
    }
    if letters > most {
        return Err(Failure::usage(anyhow!(phrase!(
            "`{name}` has {letters} letters; {most} are the most",
            "`{name}` hat {letters} Zeichen; {most} sind das meiste"
        ))));
    }
    if text.chars().any(|letter| letter.is_control() && letter != '\n') {
        return Err(Failure::usage(anyhow!(phrase!(
            "`{name}` holds a sign that cannot be printed",
            "in `{name}` steht ein Zeichen, das sich nicht drucken lässt"
        ))));
    }
    Ok(Some(text.to_owned()))
}
