//! `hausrecht history`: every version of a document, and what led to it.

use jiff::tz::TimeZone;
use serde_json::json;

use super::lineage::{Lineage, Stage, rules, unseen_phrase};
use super::{Exit, Failure, General, change_text, setup, terminal, times, tongue};
use crate::io::store::{Sight, Store};

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
        return Err(setup::nothing_recorded_of(general, &args.watch));
    };
    if !args.json {
        setup::name_zone(general, &zone);
    }
    for part in parts {
        if !args.json && !part.is_empty() {
            say!("{part}");
        }
        let lineage = Lineage::of(&store, &args.watch, &part, tongue::spoken())?;
        let mut firsts = Vec::new();
        for stage in &lineage.stages {
            let is_first = !firsts.contains(&stage.version.edition);
            if is_first {
                firsts.push(stage.version.edition);
            }
            say!("{}", if args.json { as_json(stage) } else { line(&lineage, stage, is_first, &zone) });
        }
        if !args.json {
            for sight in lineage.sights.iter().filter(|sight| sight.instead.is_some()) {
                say!("{}", terminal::hanging(&unseen(sight, &zone), 4));
            }
        }
    }
    Ok(Exit::Fine)
}

/// A stretch of looks without the text.
fn unseen(sight: &Sight, zone: &TimeZone) -> String {
    let said = unseen_phrase(sight, zone, tongue::spoken());
    phrase!("no good look {said}", "kein guter Blick {said}")
}

/// The parts of a watch of which something is recorded.
pub(super) fn parts(store: &Store, watch: &str) -> Result<Vec<String>, Failure> {
    let pages = store.pages()?.into_iter();
    Ok(pages.filter(|page| page.watch == watch).map(|page| page.part).collect())
}

fn line(lineage: &Lineage, stage: &Stage, is_first: bool, zone: &TimeZone) -> String {
    let version = &stage.version;
    let until = stage.last_seen.map_or_else(|| " ".repeat(16), |time| times::shown(time, zone));
    let [id, what] = match &stage.came {
        Some(change) => change_text::in_short(change),
        None if is_first => [String::new(), phrase!("first seen", "zum ersten Mal gesehen")],
        None if stage.held_by.is_empty() => [String::new(), phrase!("held back", "zurückgehalten")],
        None => {
            let rules = rules(&stage.held_by, tongue::spoken());
            [String::new(), phrase!("held back: {rules}", "zurückgehalten: {rules}")]
        }
    };
    let edition = lineage.edition(version.edition).map_or_else(String::new, |name| format!(" [{name}]"));
    let words = version.document.word_count();
    let parts = [
        format!("{} – {until}", times::shown(version.seen_at, zone)),
        phrase!("{words:>6} words", "{words:>6} Wörter"),
        version.snapshot[..version.snapshot.len().min(8)].to_owned(),
        id,
        format!("{what}{edition}"),
    ];
    terminal::in_parts(&parts, 4)
}

fn as_json(stage: &Stage) -> String {
    let Stage { version, last_seen, came, held_by } = stage;
    let json = json!({
        "watch": version.watch, "part": version.part, "edition": version.edition,
        "seen_at": version.seen_at.to_string(), "last_seen": last_seen.map(|time| time.to_string()),
        "words": version.document.word_count(), "snapshot": version.snapshot,
        "change": came.as_ref().map(|change| &change.id), "held_by": held_by,
    });
    json.to_string()
}
