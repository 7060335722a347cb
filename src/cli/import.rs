//! `hausrecht import`: captures of the past, and a page that a person saved.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};

use super::{Exit, Failure, General, import_page, progress::Progress, setup};
use crate::io::captures;
use crate::io::store::RoundLock;
use crate::model::{Outcome, Watch, Watchlist};
use crate::round::{self, Capture, Looked};

/// Take captures of the past, or a page that was saved in a browser, into the history.
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
    Page(import_page::Args),
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let places = match &args.what {
        What::Page(args) => return import_page::run(general, args),
        What::Snapshots { places } => places,
    };
    let watchlist = setup::watchlist(general)?;
    let captures = match places.as_slice() {
        [watch, folder] => of_watch(&watchlist, watch, Path::new(folder))?,
        [folder] => of_all(&watchlist, Path::new(folder))?,
        _ => return Err(Failure::usage(anyhow!("name a folder, or a watch and a folder"))),
    };
    let store = setup::store(general)?;
    let _lock = RoundLock::take(store.folder())?;
    let house = setup::house(watchlist, store)?;
    let progress = Progress::new(general, captures.len(), "captures");
    let mut tally = Tally::default();
    let done = round::import(&house, captures, |looked| {
        progress.step(&looked.watch);
        tally.count(looked);
    });
    progress.finish();
    done.map_err(|error| match error.downcast::<crate::io::store::StoreError>() {
        Ok(error) => Failure::from(error),
        Err(error) => Failure::trouble(error),
    })?;
    say!("{tally}");
    Ok(Exit::Fine)
}

/// The captures of one watch.
fn of_watch(watchlist: &Watchlist, id: &str, folder: &Path) -> Result<Vec<Capture>, Failure> {
    let watch = setup::watch(watchlist, id)?;
    captures_in(watch, folder)
}

/// The captures of every watch that has a subfolder; a folder that is no watch is an error, for it would be silence.
fn of_all(watchlist: &Watchlist, folder: &Path) -> Result<Vec<Capture>, Failure> {
    let subfolders = captures::subfolders(folder).with_context(|| cannot_read(folder)).map_err(Failure::usage)?;
    if subfolders.is_empty() {
        return Err(Failure::usage(anyhow!(
            "{} has no subfolders\nhint: for the files of one watch: hausrecht import snapshots WATCH DIR",
            folder.display()
        )));
    }
    let mut found = Vec::new();
    for (id, path) in subfolders {
        let watch = setup::watch(watchlist, &id)?;
        found.extend(captures_in(watch, &path)?);
    }
    Ok(found)
}

fn captures_in(watch: &Watch, folder: &Path) -> Result<Vec<Capture>, Failure> {
    let (files, others) = captures::list(folder).with_context(|| cannot_read(folder)).map_err(Failure::usage)?;
    if let Some(first) = others.first() {
        let list: Vec<_> = others.iter().take(5).map(|path: &PathBuf| path.display().to_string()).collect();
        if files.is_empty() {
            return Err(Failure::usage(anyhow!(
                "{}: no file is named by its time, such as 2022-02-23T123128Z.html",
                first.display()
            )));
        }
        tracing::warn!("passed over, their names are no times: {}", list.join(", "));
    }
    Ok(files.into_iter().map(|file| Capture { watch: watch.clone(), file }).collect())
}

fn cannot_read(folder: &Path) -> String {
    format!("{} cannot be read", folder.display())
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
