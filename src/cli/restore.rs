//! `hausrecht restore`: a copy of the history put back in its place.

use std::path::PathBuf;

use super::{Exit, Failure, General, paths, setup, times};
use crate::io::store::{RoundLock, Store};

/// Put a copy that `backup` made back in the history's place; what is there now is kept beside it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The copy
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let data = paths::data(general)?;
    let lock = RoundLock::take(&data)?;
    let aside = Store::restore(&args.file, &data, &lock, setup::now())?;
    let store = setup::history(general, false)?;
    let zone = setup::zone(general);
    let last = store.pages()?.iter().map(|page| page.looked_at).max();
    let last = last.map_or_else(
        || phrase!("with no look in it", "ohne einen Blick"),
        |last| phrase!("last look {}", "letzter Blick {}", times::shown(last, &zone)),
    );
    say!(
        "{}",
        phrase!(
            "{} holds the history of {}, {last}",
            "{} enthält den Verlauf aus {}, {last}",
            data.display(),
            args.file.display()
        )
    );
    if let Some(aside) = aside {
        say!("{}", phrase!("what was there before: {}", "was vorher da war: {}", aside.display()));
    }
    Ok(Exit::Fine)
}
