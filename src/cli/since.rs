//! `hausrecht since`: since when a document says something, and until when.

use anyhow::anyhow;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;

use super::lineage::{Lineage, rules, unseen_phrase};
use super::{Exit, Failure, General, setup, terminal, times, tongue};
use crate::io::store::{PageState, Sight};
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
        return Err(Failure::usage(anyhow!(phrase!(
            "there are no words to look for",
            "es sind keine Wörter angegeben"
        ))));
    }
    let zone = setup::zone(general);
    let Some(store) = setup::store_to_read(general)? else {
        tell!("{}", phrase!("nothing is recorded yet", "noch ist nichts festgehalten"));
        return Ok(Exit::Fine);
    };
    let pages = store.pages()?.into_iter();
    let pages: Vec<_> = pages.filter(|page| args.watch.as_ref().is_none_or(|watch| *watch == page.watch)).collect();
    if let (Some(watch), true) = (&args.watch, pages.is_empty()) {
        return Err(setup::nothing_recorded_of(general, watch));
    }
    // What programs read is the same in every language.
    let language = if args.json { Language::English } else { tongue::spoken() };
    let (mut count, mut waits) = (0_usize, false);
    for page in &pages {
        let lineage = Lineage::of(&store, &page.watch, &page.part, language)?;
        waits |= lineage.waits;
        for answer in answers(lineage, page, &args.phrase) {
            if count == 0 && !args.json {
                setup::name_zone(general, &zone);
            }
            count += 1;
            if args.json {
                say!("{}", as_json(page, &answer, &zone));
            } else {
                put!("{}", text(page, &answer, &zone));
            }
        }
    }
    if count == 0 && !args.json && !general.quiet {
        tell!(
            "{}",
            phrase!(
                "no version that is recorded says “{}”, and nothing that is held back does",
                "„{}“ steht in keiner festgehaltenen Fassung und in nichts, was zurückgehalten ist",
                args.phrase.trim()
            )
        );
    }
    if waits && args.watch.is_some() && !args.json && !general.quiet {
        tell!(
            "{}",
            phrase!(
                "the last look showed new words that wait for a second look; they are not searched",
                "der letzte Blick zeigte einen neuen Wortlaut, der noch unbestätigt ist; er wird nicht durchsucht"
            )
        );
    }
    Ok(Exit::Fine)
}

/// One thing to say about a phrase on a page.
enum Answer {
    /// A text that readers were told of said it, for a span; then what an edition is, and when nobody could look.
    Stood { span: Box<Span>, edition: u32, named: Option<String>, unseen: Vec<Sight>, now: Now },
    /// A passage that is held back says it, or lacks it.
    HeldBack { held: Box<Held>, how: Untold },
}

/// What the last look showed of words that stand in the text that readers were told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Now {
    /// Nothing else.
    Stands,
    /// They were missing, which is held back.
    Missing { since: Timestamp },
    /// New words stood there, which wait for a second look.
    Waits,
}

fn answers(lineage: Lineage, page: &PageState, phrase: &str) -> Vec<Answer> {
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
            let unseen = unseen.cloned().collect();
            let named = lineage.edition(edition).map(str::to_owned);
            let is_own = edition == 0 && span.gone_by.is_none();
            let missing = lineage.held.iter().filter(|held| is_own && !held.taken && held.last_seen >= page.looked_at);
            let missing = missing.filter(|held| aside(held, phrase) == Some(Untold::Missing));
            let now = match missing.map(|held| held.first_seen).min() {
                Some(since) => Now::Missing { since },
                None if is_own && lineage.waits => Now::Waits,
                None => Now::Stands,
            };
            found.push(Answer::Stood { span: Box::new(span), edition, named, unseen, now });
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
    let (place, lines) = match answer {
        Answer::Stood { span, named, unseen, now, .. } => {
            (place(page, named.as_deref()), stood(span, *now, page.looked_at, unseen, zone))
        }
        Answer::HeldBack { held, how } => (place(page, None), held_back(held, *how, zone)),
    };
    let mut out = format!("{place}\n");
    for line in lines {
        out.push_str(&terminal::hanging(&format!("  {line}"), 4));
        out.push('\n');
    }
    out
}

/// From when to when a text said it.
fn stood(span: &Span, now: Now, looked_at: Timestamp, unseen: &[Sight], zone: &TimeZone) -> Vec<String> {
    let shown = |time: Timestamp| times::shown(time, zone);
    let untold = |keys: &[String]| rules(keys, tongue::spoken());
    let first = shown(span.first_seen);
    let mut lines = vec![match span.not_yet.map(shown) {
        Some(not_yet) => phrase!("since {first} (not yet on {not_yet})", "seit {first} (noch nicht am {not_yet})"),
        None if span.held_by.is_empty() => {
            phrase!("since {first} at the latest: the first look", "spätestens seit {first}: dem ersten Blick")
        }
        None => phrase!("since {first}", "seit {first}"),
    }];
    if !span.held_by.is_empty() {
        lines.push(phrase!(
            "held back as it came, nobody was told: {}",
            "beim Erscheinen zurückgehalten und niemandem gemeldet: {}",
            untold(&span.held_by)
        ));
    }
    let looked = shown(looked_at);
    lines.push(match (span.gone_by.map(shown), span.last_seen.map(shown)) {
        (None, _) if let Now::Missing { since } = now => {
            let since = shown(since);
            phrase!(
                "in the text that readers were told of to this day; not seen since {since}, which is held back (below)",
                "bis heute in dem Text, der gemeldet ist; seit {since} nicht mehr zu sehen, was zurückgehalten ist (siehe unten)"
            )
        }
        (None, Some(last)) if now == Now::Waits => phrase!(
            "it stood there on {last}; the last look on {looked} showed new words that wait for a second look",
            "am {last} stand es da; der letzte Blick am {looked} zeigte einen neuen Wortlaut, der noch unbestätigt ist"
        ),
        (Some(gone), Some(last)) => {
            phrase!("until {last} (gone on {gone})", "bis {last} (am {gone} nicht mehr da)")
        }
        (Some(gone), None) => phrase!("gone on {gone}", "am {gone} nicht mehr da"),
        (None, Some(last)) => {
            phrase!("it stood there at the last look on {last}", "beim letzten Blick am {last} stand es da")
        }
        (None, None) => phrase!("it stood there at the last look", "beim letzten Blick stand es da"),
    });
    if !span.gone_held_by.is_empty() {
        lines.push(phrase!(
            "held back as it went, nobody was told: {}",
            "beim Verschwinden zurückgehalten und niemandem gemeldet: {}",
            untold(&span.gone_held_by)
        ));
    }
    lines.extend(unseen.iter().map(|sight| {
        let said = unseen_phrase(sight, zone, tongue::spoken());
        phrase!("no good look {said}", "kein guter Blick {said}")
    }));
    lines
}

/// When a passage was seen that is held back, and by which rule.
fn held_back(held: &Held, how: Untold, zone: &TimeZone) -> Vec<String> {
    let what = match how {
        Untold::Shown => phrase!(
            "shown, though held back and told to nobody:",
            "war zu sehen, aber zurückgehalten und niemandem gemeldet:"
        ),
        Untold::Missing => phrase!(
            "missing, though held back and told to nobody:",
            "fehlte, aber zurückgehalten und niemandem gemeldet:"
        ),
    };
    let looks = match held.looks {
        1 => phrase!("1 look", "1 Blick"),
        many => phrase!("{many} looks", "{many} Blicken"),
    };
    let [first, last] = [held.first_seen, held.last_seen].map(|time| times::shown(time, zone));
    let span = if held.first_seen == held.last_seen {
        phrase!("on {first}", "am {first}")
    } else {
        phrase!("from {first} to {last}, in {looks}", "von {first} bis {last}, bei {looks}")
    };
    let rule = rules(&[held.rule().to_owned()], tongue::spoken());
    let id = &held.change.id;
    vec![what, span, phrase!("rule: {rule}; hausrecht show {id}", "Regel: {rule}; hausrecht show {id}")]
}

fn as_json(page: &PageState, answer: &Answer, zone: &TimeZone) -> String {
    let unseen_phrases = |unseen: &[Sight]| -> Vec<String> {
        unseen.iter().map(|sight| unseen_phrase(sight, zone, Language::English)).collect()
    };
    let time = |time: Option<Timestamp>| time.map(|time| time.to_string());
    let (watch, part) = (&page.watch, &page.part);
    let json = match answer {
        Answer::Stood { span, edition, named, unseen, now } => json!({
            "watch": watch, "part": part, "edition": edition, "edition_is": named,
            "not_yet": time(span.not_yet), "first_seen": span.first_seen.to_string(),
            "last_seen": time(span.last_seen), "gone_by": time(span.gone_by),
            "held_by": span.held_by, "gone_held_by": span.gone_held_by, "unseen": unseen_phrases(unseen),
            "missing_since": match now { Now::Missing { since } => Some(since.to_string()), _ => None },
            "waits": *now == Now::Waits,
        }),
        Answer::HeldBack { held, how } => json!({
            "watch": watch, "part": part, "edition": 0,
            "first_seen": held.first_seen.to_string(), "last_seen": held.last_seen.to_string(),
            "held_by": [held.rule()], "missing": *how == Untold::Missing, "looks": held.looks, "held": held.change.id,
        }),
    };
    json.to_string()
}
