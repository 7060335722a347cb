//! `hausrecht import`: texts of the past, a page that a person saved, and the lists of other programs.

mod history;
mod lists;
mod page;
mod snapshots;

use std::path::PathBuf;

use super::{Exit, Failure, General, progress::Progress, setup};
use crate::io::store::{RoundLock, StoreError};
use crate::model::{Outcome, Watchlist};
use crate::round::{self, Capture, Looked};

/// Take in texts of the past, a saved page, or the lists of other programs.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Files named by their UTC time (2022-02-23T123128Z.html), in the order of time; mails nothing
    Snapshots {
        /// A watch and the folder of its files, or a folder with one subfolder for each watch
        #[arg(num_args = 1..=2, required = true, value_names = ["WATCH", "DIR"])]
        places: Vec<String>,
    },
    /// A page as you see it, saved in your browser: HTML, MHTML or PDF; what is new in it is told in the next letters
    Page(page::Args),
    /// A collection of Open Terms Archive: prints its declarations as lines for a watchlist, or takes its history
    ///
    /// Lines for the watchlist go to stdout; what could not be carried over is named on stderr.
    Ota(history::Args),
    /// The urls.yaml of urlwatch: prints its jobs as lines for a watchlist
    ///
    /// Lines for the watchlist go to stdout; what could not be carried over is named on stderr.
    Urlwatch {
        /// urlwatch's list of jobs
        file: PathBuf,
    },
    /// The url-watches.json of changedetection.io: prints its watches as lines for a watchlist
    ///
    /// Lines for the watchlist go to stdout; what could not be carried over is named on stderr.
    Changedetection {
        /// The file url-watches.json of a backup, unpacked
        file: PathBuf,
    },
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    match &args.what {
        What::Snapshots { places } => snapshots::run(general, places),
        What::Page(args) => page::run(general, args),
        What::Ota(args) if args.takes_history() => history::run(general, args),
        What::Ota(args) => lists::open_terms_archive(general, args.folder()),
        What::Urlwatch { file } => lists::urlwatch(general, file),
        What::Changedetection { file } => lists::changedetection(general, file),
    }
}

/// Takes captures into the history and says what they came to; `chosen` is asked once the history is locked.
fn take(
    general: &General,
    watchlist: Watchlist,
    chosen: impl FnOnce(&round::House) -> Result<Vec<Capture>, Failure>,
) -> Result<Exit, Failure> {
    let store = setup::store(general)?;
    let _lock = RoundLock::take(store.folder())?;
    let house = setup::house(watchlist, store)?;
    let captures = chosen(&house)?;
    let progress = Progress::new(general, captures.len(), "captures");
    let mut tally = Tally::default();
    let done = round::import(&house, captures, |looked| {
        progress.step(&looked.watch);
        tally.count(looked);
    });
    progress.finish();
    done.map_err(|error| match error.downcast::<StoreError>() {
        Ok(error) => Failure::from(error),
        Err(error) => Failure::trouble(error),
    })?;
    say!("{tally}");
    Ok(Exit::Fine)
}

/// What the captures came to.
#[derive(Debug, Default)]
struct Tally {
    captures: usize,
    changes: usize,
    unchanged: usize,
    unreadable: usize,
}

impl Tally {
    fn count(&mut self, looked: &Looked) {
        self.captures += 1;
        match &looked.outcome {
            Outcome::Changed { .. } => self.changes += 1,
            Outcome::Unreadable { .. } => self.unreadable += 1,
            _ => self.unchanged += 1,
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "{} captures taken in: {} changes, {} without news, {} unreadable",
            self.captures, self.changes, self.unchanged, self.unreadable
        )
    }
}
