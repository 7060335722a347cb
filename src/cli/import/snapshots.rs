//! `hausrecht import snapshots`: files named by the time at which they were saved.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};

use super::super::{Exit, Failure, General, setup};
use super::take::take;
use crate::io::captures;
use crate::model::{Watch, Watchlist};
use crate::round::Capture;

/// Runs the command.
pub fn run(general: &General, places: &[String]) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    let captures = match places {
        [watch, folder] => of_watch(&watchlist, watch, Path::new(folder))?,
        [folder] => of_all(&watchlist, Path::new(folder))?,
        _ => {
            return Err(Failure::usage(anyhow!(phrase!(
                "name a folder, or a watch and a folder",
                "es braucht einen Ordner, oder einen Watch und einen Ordner"
            ))));
        }
    };
    take(general, watchlist, |_| Ok(captures))
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
    Ok(Capture::of_files(watch, files))
}

fn cannot_read(folder: &Path) -> String {
    format!("{} cannot be read", folder.display())
}
