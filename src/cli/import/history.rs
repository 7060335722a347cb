//! `hausrecht import ota --history`: the versions of an Open Terms Archive collection as a history to search in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::anyhow;

use super::take::take;
use crate::cli::{Exit, Failure, General, setup};
use crate::io::archive::{Archive, ArchiveError, Record};
use crate::io::store::Store;
use crate::model::{Origin, Watch, Watchlist, platform_key};
use crate::round::{Capture, lock};
use crate::steps::import::{is_upgrade, slug};

/// A collection of Open Terms Archive, its declarations or its history.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The collection, its `declarations`, or with --history its versions repository
    dir: PathBuf,
    /// Take the texts of its versions repository (git) into the history; mails nothing
    ///
    /// SERVICE/TERMS TYPE.md belongs to the watch whose `ota` names it, or with the id that `import ota` writes for it, or
    /// with that platform and document.
    #[arg(long)]
    history: bool,
    /// Only this watch
    #[arg(requires = "history")]
    watch: Option<String>,
    /// The file in the repository that belongs to the watch, where names do not tell
    #[arg(long, requires = "watch", value_name = "PATH")]
    file: Option<String>,
}

impl Args {
    /// Whether the history is meant, not the declarations.
    pub fn takes_history(&self) -> bool {
        self.history
    }

    /// The collection.
    pub fn folder(&self) -> &Path {
        &self.dir
    }
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    let only = args.watch.as_deref().map(|id| setup::watch(&watchlist, id).cloned()).transpose()?;
    let folder = repository(&args.dir);
    let archive = Arc::new(Archive::new(&folder));
    let records = archive.records().map_err(|error| match error {
        ArchiveError::NoGit => Failure::usage(anyhow!(phrase!(
            "{error}\nhint: install git, and try again",
            "git fehlt\nHinweis: git installieren und noch einmal versuchen"
        ))),
        _ => Failure::usage(anyhow!(phrase!(
            "{} has no history that can be read: {error}",
            "{} hat keine lesbare Vergangenheit: {error}",
            folder.display()
        ))),
    })?;
    let (of_watches, strangers) = match (&only, &args.file) {
        (Some(watch), Some(file)) => (of_file(watch, file, records), BTreeSet::new()),
        _ => sorted(&watchlist, only.as_ref(), records),
    };
    if of_watches.is_empty() {
        return Err(Failure::usage(anyhow!(
            "no file of {} belongs to {}\nhint: `hausrecht import ota DIR` prints the watches for its declarations; for one of another name: import ota DIR --history WATCH --file 'SERVICE/TERMS TYPE.md'",
            folder.display(),
            only.map_or_else(|| "a watch".to_owned(), |watch| format!("watch `{}`", watch.id)),
        )));
    }
    if !strangers.is_empty() && !general.quiet {
        let some: Vec<&str> = strangers.iter().take(5).map(String::as_str).collect();
        tell!("{} files belong to no watch, such as {}", strangers.len(), some.join(", "));
    }
    take(general, watchlist.clone(), |house| {
        let store = lock(&house.store);
        let mut captures = Vec::new();
        for (id, records) in of_watches {
            let watch = setup::watch(&watchlist, &id)?;
            let records = not_known_yet(&store, watch, records)?;
            let records = records.into_iter().map(|record| {
                let made_anew = is_upgrade(&record.subject);
                (record, made_anew)
            });
            captures.extend(Capture::of_records(watch, &archive, records.collect()));
        }
        Ok(captures)
    })
}

/// The versions repository: the folder itself, or where a collection keeps it.
fn repository(named: &Path) -> PathBuf {
    let inner = ["versions", "data/versions"].map(|inner| named.join(inner));
    inner.into_iter().find(|inner| inner.join(".git").exists()).unwrap_or_else(|| named.to_owned())
}

/// The records of one file, whatever it is called.
fn of_file(watch: &Watch, file: &str, records: Vec<Record>) -> BTreeMap<String, Vec<Record>> {
    let records: Vec<Record> = records.into_iter().filter(|record| record.path == file).collect();
    if records.is_empty() { BTreeMap::new() } else { BTreeMap::from([(watch.id.clone(), records)]) }
}

/// The records by the watch to which their file's name belongs, and the files that belong to none.
fn sorted(
    watchlist: &Watchlist,
    only: Option<&Watch>,
    records: Vec<Record>,
) -> (BTreeMap<String, Vec<Record>>, BTreeSet<String>) {
    let mut of_watches: BTreeMap<String, Vec<Record>> = BTreeMap::new();
    let mut owners: BTreeMap<String, Option<String>> = BTreeMap::new();
    for record in records {
        let owner = owners.entry(record.path.clone()).or_insert_with(|| owner(watchlist, &record.path));
        match owner {
            Some(id) if only.is_none_or(|watch| watch.id == *id) => {
                of_watches.entry(id.clone()).or_default().push(record);
            }
            _ => {}
        }
    }
    let strangers = owners.into_iter().filter(|(_, owner)| owner.is_none()).map(|(path, _)| path);
    let strangers = if only.is_some() { BTreeSet::new() } else { strangers.collect() };
    (of_watches, strangers)
}

/// The watch for `SERVICE/TERMS TYPE.md`.
fn owner(watchlist: &Watchlist, path: &str) -> Option<String> {
    let (folders, file) = path.rsplit_once('/')?;
    let service = folders.rsplit('/').next().unwrap_or(folders);
    let document = file.strip_suffix(".md").unwrap_or(file);
    let place = format!("{service}/{document}");
    let named = |watch: &&Watch| watch.ota.iter().any(|ota| ota.eq_ignore_ascii_case(&place));
    if let Some(watch) = watchlist.watches.iter().find(named) {
        return Some(watch.id.clone());
    }
    let id = slug(&[service, document]);
    let platform = platform_key(service);
    let by_names = |watch: &&Watch| watch.platform == platform && watch.document.eq_ignore_ascii_case(document);
    let found = watchlist.watch(&id).or_else(|| watchlist.watches.iter().find(by_names))?;
    Some(found.id.clone())
}

/// Records that come after what the history holds: a past that is put behind the present would be told as new.
fn not_known_yet(store: &Store, watch: &Watch, records: Vec<Record>) -> Result<Vec<Record>, Failure> {
    let Some(last) = store.last_version(&watch.id, "")? else { return Ok(records) };
    let total = records.len();
    if store.origin(&watch.id, "", &last.snapshot)? != Some(Origin::Archive) {
        tell!(
            "{}",
            phrase!(
                "`{}` has a history of its own already: its {total} records are left out",
                "`{}` hat schon einen eigenen Verlauf: die {total} Aufnahmen bleiben weg",
                watch.id
            )
        );
        return Ok(Vec::new());
    }
    let records: Vec<Record> = records.into_iter().filter(|record| record.at > last.seen_at).collect();
    tracing::info!("`{}`: {} of {total} records are new", watch.id, records.len());
    Ok(records)
}
