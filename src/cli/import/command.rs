//! What can be imported, and who does it.

use std::path::PathBuf;

use super::{history, lists, page, snapshots};
use crate::cli::{Exit, Failure, General};

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
