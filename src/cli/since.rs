//! `hausrecht since`: since when a document says something, and until when.

use anyhow::anyhow;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;

use super::{Exit, Failure, General, setup, times};
use crate::io::store::Store;
use crate::steps::since::{Lifetime, Span, since};

/// Say since when documents say something, and until when they did.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The words, as they stand there; upper and lower case make no difference
    #[arg(value_name = "PHRASE")]
    phrase: String,
    /// Only this watch
    #[arg(value_name = "WATCH")]
    watch: Option<String>,
    /// One JSON object a line
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    if args.phrase.trim().is_empty() {
        return Err(Failure::usage(anyhow!("there are no words to look for")));
    }
    let zone = setup::zone(general);
    let Some(store) = setup::store_to_read(general)? else {
        tell!("nothing is recorded yet");
        return Ok(Exit::Fine);
    };
    let pages = store.pages()?.into_iter();
    let pages: Vec<_> = pages.filter(|page| args.watch.as_ref().is_none_or(|watch| *watch == page.watch)).collect();
    if let (Some(watch), true) = (&args.watch, pages.is_empty()) {
        return Err(Failure::usage(anyhow!(
            "nothing is recorded of a watch `{watch}`\nhint: `hausrecht status` lists the watches"
        )));
    }
    let mut count = 0_usize;
    for page in pages {
        for (edition, spans) in by_edition(&store, &page.watch, &page.part, &args.phrase)? {
            for span in spans {
                count += 1;
                if args.json {
                    say!("{}", as_json(&page.watch, &page.part, edition, &span));
                } else {
                    put!("{}", text(&page.watch, &page.part, edition, &span, &zone));
                }
            }
        }
    }
    if count == 0 && !args.json && !general.quiet {
        tell!("no version that is recorded says “{}”", args.phrase.trim());
    }
    Ok(Exit::Fine)
}

fn by_edition(store: &Store, watch: &str, part: &str, phrase: &str) -> Result<Vec<(u32, Vec<Span>)>, Failure> {
    let versions = store.versions(watch, part)?;
    let mut editions: Vec<u32> = versions.iter().map(|version| version.edition).collect();
    editions.sort_unstable();
    editions.dedup();
    let mut found = Vec::new();
    for edition in editions {
        let mut shown = Vec::new();
        for version in versions.iter().filter(|version| version.edition == edition) {
            shown.push(Lifetime { version, last_seen: store.last_sight_of(version)? });
        }
        found.push((edition, since(&shown, phrase)));
    }
    Ok(found)
}

fn text(watch: &str, part: &str, edition: u32, span: &Span, zone: &TimeZone) -> String {
    let shown = |time: Timestamp| times::shown(time, zone);
    let place = if part.is_empty() { watch.to_owned() } else { format!("{watch} ({part})") };
    let place = if edition == 0 { place } else { format!("{place} [edition {edition}]") };
    let from = match span.not_yet {
        Some(not_yet) => format!("since {} (not yet on {})", shown(span.first_seen), shown(not_yet)),
        None => format!("since {} at the latest: the first look", shown(span.first_seen)),
    };
    let until = match (span.gone_by, span.last_seen) {
        (Some(gone), Some(last)) => format!("until {} (gone on {})", shown(last), shown(gone)),
        (Some(gone), None) => format!("gone on {}", shown(gone)),
        (None, Some(last)) => format!("it stood there at the last look on {}", shown(last)),
        (None, None) => "it stood there at the last look".to_owned(),
    };
    let zone = zone.iana_name().unwrap_or("the system's time zone");
    format!("{place}\n  {from}\n  {until}\n  times are in {zone}\n")
}

fn as_json(watch: &str, part: &str, edition: u32, span: &Span) -> String {
    let time = |time: Option<Timestamp>| time.map(|time| time.to_string());
    let json = json!({
        "watch": watch, "part": part, "edition": edition,
        "not_yet": time(span.not_yet), "first_seen": span.first_seen.to_string(),
        "last_seen": time(span.last_seen), "gone_by": time(span.gone_by),
    });
    json.to_string()
}
