//! `hausrecht since`: since when a document says something, and until when.

use anyhow::anyhow;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;

use super::lineage::{Lineage, rules, unseen_phrase};
use super::{Exit, Failure, General, setup, terminal, times};
use crate::io::store::PageState;
use crate::model::{Held, Language};
use crate::steps::since::{Lifetime, Span, Untold, aside, since};

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
        return Err(setup::nothing_recorded_of(general, watch));
    }
    let (mut count, mut waits) = (0_usize, false);
    for page in &pages {
        let lineage = Lineage::of(&store, &page.watch, &page.part, Language::English)?;
        waits |= lineage.waits;
        for answer in answers(lineage, page, &args.phrase, &zone) {
            if count == 0 && !args.json {
                setup::name_zone(general, &zone);
            }
            count += 1;
            if args.json {
                say!("{}", as_json(page, &answer));
            } else {
                put!("{}", text(page, &answer, &zone));
            }
        }
    }
    if count == 0 && !args.json && !general.quiet {
        tell!("no version that is recorded says “{}”, and nothing that is held back does", args.phrase.trim());
    }
    if waits && args.watch.is_some() && !args.json && !general.quiet {
        tell!("the last look showed new words that wait for a second look; they are not searched");
    }
    Ok(Exit::Fine)
}

/// One thing to say about a phrase on a page.
enum Answer {
    /// A text that readers were told of said it, for a span; then what an edition is, and when nobody could look.
    Stood { span: Span, edition: u32, named: Option<String>, unseen: Vec<String> },
    /// A passage that is held back says it, or lacks it.
    HeldBack { held: Box<Held>, how: Untold },
}

fn answers(lineage: Lineage, page: &PageState, phrase: &str, zone: &TimeZone) -> Vec<Answer> {
    let mut editions: Vec<u32> = lineage.stages.iter().map(|stage| stage.version.edition).collect();
    editions.sort_unstable();
    editions.dedup();
    let mut found = Vec::new();
    for edition in editions {
        let stages = lineage.stages.iter().filter(|stage| stage.version.edition == edition);
        let shown: Vec<Lifetime<'_>> = stages
            .map(|stage| Lifetime {
                version: &stage.version,
                last_seen: stage.last_seen,
                came: stage.came.as_ref(),
                held_by: if stage.came.is_some() { &[] } else { &stage.held_by },
            })
            .collect();
        for span in since(&shown, phrase) {
            let until = span.gone_by.unwrap_or(page.looked_at);
            let unseen = lineage.unseen(span.first_seen, until).filter(|_| edition == 0);
            let unseen = unseen.map(|sight| unseen_phrase(sight, zone, Language::English)).collect();
            let named = lineage.edition(edition).map(str::to_owned);
            found.push(Answer::Stood { span, edition, named, unseen });
        }
    }
    for held in lineage.held.into_iter().filter(|held| !held.taken) {
        if let Some(how) = aside(&held, phrase) {
            found.push(Answer::HeldBack { held: Box::new(held), how });
        }
    }
    found
}

/// The page, and which of its editions.
fn place(page: &PageState, edition: Option<&str>) -> String {
    let place = if page.part.is_empty() { page.watch.clone() } else { format!("{} ({})", page.watch, page.part) };
    edition.map_or_else(|| place.clone(), |edition| format!("{place} [{edition}]"))
}

fn text(page: &PageState, answer: &Answer, zone: &TimeZone) -> String {
    let shown = |time: Timestamp| times::shown(time, zone);
    let (place, lines) = match answer {
        Answer::Stood { span, named, unseen, .. } => {
            let mut lines = vec![match span.not_yet {
                Some(not_yet) => format!("since {} (not yet on {})", shown(span.first_seen), shown(not_yet)),
                None if span.held_by.is_empty() => {
                    format!("since {} at the latest: the first look", shown(span.first_seen))
                }
                None => format!("since {}", shown(span.first_seen)),
            }];
            if !span.held_by.is_empty() {
                lines.push(format!(
                    "held back as it came, nobody was told: {}",
                    rules(&span.held_by, Language::English)
                ));
            }
            lines.push(match (span.gone_by, span.last_seen) {
                (Some(gone), Some(last)) => format!("until {} (gone on {})", shown(last), shown(gone)),
                (Some(gone), None) => format!("gone on {}", shown(gone)),
                (None, Some(last)) => format!("it stood there at the last look on {}", shown(last)),
                (None, None) => "it stood there at the last look".to_owned(),
            });
            if !span.gone_held_by.is_empty() {
                lines.push(format!(
                    "held back as it went, nobody was told: {}",
                    rules(&span.gone_held_by, Language::English)
                ));
            }
            lines.extend(unseen.iter().map(|unseen| format!("no good look {unseen}")));
            (place(page, named.as_deref()), lines)
        }
        Answer::HeldBack { held, how } => {
            let what = match how {
                Untold::Shown => "shown, though held back and told to nobody:",
                Untold::Missing => "missing, though held back and told to nobody:",
            };
            let looks = if held.looks == 1 { "1 look".to_owned() } else { format!("{} looks", held.looks) };
            let span = if held.first_seen == held.last_seen {
                format!("on {}", shown(held.first_seen))
            } else {
                format!("from {} to {}, in {looks}", shown(held.first_seen), shown(held.last_seen))
            };
            let rule = rules(&[held.rule().to_owned()], Language::English);
            (place(page, None), vec![what.to_owned(), span, format!("rule: {rule}; hausrecht show {}", held.change.id)])
        }
    };
    let mut out = format!("{place}\n");
    for line in lines {
        out.push_str(&terminal::hanging(&format!("  {line}"), 4));
        out.push('\n');
    }
    out
}

fn as_json(page: &PageState, answer: &Answer) -> String {
    let time = |time: Option<Timestamp>| time.map(|time| time.to_string());
    let (watch, part) = (&page.watch, &page.part);
    let json = match answer {
        Answer::Stood { span, edition, named, unseen } => json!({
            "watch": watch, "part": part, "edition": edition, "edition_is": named,
            "not_yet": time(span.not_yet), "first_seen": span.first_seen.to_string(),
            "last_seen": time(span.last_seen), "gone_by": time(span.gone_by),
            "held_by": span.held_by, "gone_held_by": span.gone_held_by, "unseen": unseen,
        }),
        Answer::HeldBack { held, how } => json!({
            "watch": watch, "part": part, "edition": 0,
            "first_seen": held.first_seen.to_string(), "last_seen": held.last_seen.to_string(),
            "held_by": [held.rule()], "missing": *how == Untold::Missing, "looks": held.looks, "held": held.change.id,
        }),
    };
    json.to_string()
}
