//! `hausrecht history`: every version of a document, and what led to it.

use anyhow::anyhow;
use jiff::tz::TimeZone;
use serde_json::json;

use super::{Exit, Failure, General, change_text, setup, times};
use crate::io::store::Store;
use crate::model::Version;

/// List every version of a document: from when to when, how long, and which change led to it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The watch
    #[arg(value_name = "WATCH")]
    watch: String,
    /// One JSON object a line
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let zone = setup::zone(general);
    let store = setup::store_to_read(general)?;
    let parts = match &store {
        Some(store) => parts(store, &args.watch)?,
        None => Vec::new(),
    };
    let (Some(store), false) = (store, parts.is_empty()) else {
        return Err(Failure::usage(anyhow!(
            "nothing is recorded of a watch `{}`\nhint: `hausrecht status` lists the watches",
            args.watch
        )));
    };
    if !args.json && !general.quiet {
        tell!("times are in {}", zone.iana_name().unwrap_or("the system's time zone"));
    }
    for part in parts {
        if !args.json && !part.is_empty() {
            say!("{part}");
        }
        for version in store.versions(&args.watch, &part)? {
            say!("{}", if args.json { as_json(&store, &version)? } else { line(&store, &version, &zone)? });
        }
    }
    Ok(Exit::Fine)
}

/// The parts of a watch of which something is recorded.
pub(super) fn parts(store: &Store, watch: &str) -> Result<Vec<String>, Failure> {
    let pages = store.pages()?.into_iter();
    Ok(pages.filter(|page| page.watch == watch).map(|page| page.part).collect())
}

fn line(store: &Store, version: &Version, zone: &TimeZone) -> Result<String, Failure> {
    let last_seen = store.last_sight_of(version)?;
    let until = last_seen.map_or_else(|| " ".repeat(16), |time| times::shown(time, zone));
    let change = store.change_into(version.id)?;
    let what = change.map_or_else(|| "first seen".to_owned(), |change| change_text::in_short(&change));
    let edition = if version.edition == 0 { String::new() } else { format!(" [edition {}]", version.edition) };
    Ok(format!(
        "{} – {until}  {:>6} words  {}  {what}{edition}",
        times::shown(version.seen_at, zone),
        version.document.word_count(),
        &version.snapshot[..version.snapshot.len().min(8)],
    ))
}

fn as_json(store: &Store, version: &Version) -> Result<String, Failure> {
    let last_seen = store.last_sight_of(version)?.map(|time| time.to_string());
    let change = store.change_into(version.id)?.map(|change| change.id);
    let json = json!({
        "watch": version.watch, "part": version.part, "edition": version.edition,
        "seen_at": version.seen_at.to_string(), "last_seen": last_seen,
        "words": version.document.word_count(), "snapshot": version.snapshot, "change": change,
    });
    Ok(json.to_string())
}
