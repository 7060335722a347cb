//! `hausrecht reread`: the whole history, made again by the present extractor.

use super::{Exit, Failure, General, progress::Progress, setup};
use crate::io::pdf::PdfReader;
use crate::io::store::RoundLock;
use crate::round::{self, Reread};

/// Read the stored snapshots again with the present extractor and selectors; tells nobody anything.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only this watch
    #[arg(value_name = "WATCH")]
    watch: Option<String>,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    if let Some(id) = &args.watch {
        setup::watch(&watchlist, id)?;
    }
    let store = setup::store(general)?;
    let _lock = RoundLock::take(store.folder())?;
    let watches: Vec<_> =
        watchlist.watches.iter().filter(|watch| args.watch.as_ref().is_none_or(|id| *id == watch.id)).collect();
    let progress = Progress::new(general, watches.len(), "watches");
    let pdf = PdfReader::new();
    let mut total = Reread::default();
    for watch in watches {
        for page in &watch.pages {
            let done = round::reread(&store, &pdf, watch, page)?;
            total.versions += done.versions;
            total.differing += done.differing;
            total.unreadable += done.unreadable;
        }
        progress.step(&watch.id);
    }
    progress.finish();
    say!(
        "{}",
        phrase!(
            "{} versions read again: {} differ from before, {} could not be read and stay as they were",
            "{} Fassungen neu gelesen: {} sind anders als zuvor, {} waren nicht zu lesen und bleiben, wie sie waren",
            total.versions,
            total.differing,
            total.unreadable
        )
    );
    Ok(Exit::Fine)
}
