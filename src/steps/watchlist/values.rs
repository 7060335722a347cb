//! Single values: from what stands after the colon to what it means.

use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::choices::{EVIDENCE, LANGUAGES, TIERS};
use super::fields::{Wrong, shortened};
use super::suggestion::{did_you_mean, one_of};
use super::tree::{Content, Node};
use crate::model::{Evidence, Language, Schedule, Tier, Topic, platform_key};
use crate::steps::schedule;
use crate::steps::text::places;

/// Text on one line, without the white space around it.
pub(super) fn text(name: &str, node: &Node) -> Result<String, Wrong> {
    let Content::Text(text) = &node.content else {
        return Err(Wrong::new(format!("`{name}` must be a text, not {}", node.content.sort())));
    };
    let text = text.trim();
    if text.is_empty() {
        return Err(Wrong::new(format!("`{name}` is empty")));
    }
    if text.contains(char::is_control) {
        let wrong = Wrong::new(format!("`{name}` holds a line break or another control character"));
        return Err(wrong.hint("write it on one line"));
    }
    Ok(text.to_owned())
}

/// Yes or no.
pub(super) fn flag(name: &str, node: &Node) -> Result<bool, Wrong> {
    match text(name, node)?.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => Ok(true),
        "false" | "no" | "off" => Ok(false),
        other => Err(Wrong::new(format!("`{name}` must be true or false, not `{}`", shortened(other)))),
    }
}

/// A whole number within bounds.
pub(super) fn number(name: &str, node: &Node, least: u16, most: u16) -> Result<u16, Wrong> {
    let written = text(name, node)?;
    written.parse().ok().filter(|number| (least..=most).contains(number)).ok_or_else(|| {
        Wrong::new(format!("`{name}` must be a whole number from {least} to {most}, not `{}`", shortened(&written)))
    })
}

/// A time span as `500ms`, `2s`, `15m`, `48h`, `7d`.
pub(super) fn duration(name: &str, node: &Node) -> Result<Duration, Wrong> {
    let written = text(name, node)?;
    let digits = written.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(written.len());
    let (count, unit) = written.split_at(digits);
    let milliseconds = match unit.trim_start() {
        "ms" => Some(1),
        "s" => Some(1_000),
        "m" | "min" => Some(60_000),
        "h" => Some(3_600_000),
        "d" => Some(86_400_000),
        _ => None,
    };
    let span = count.parse::<u64>().ok().zip(milliseconds).and_then(|(count, unit)| count.checked_mul(unit));
    // What takes more than a century is a slip, and would overflow a calendar.
    span.filter(|span| *span < 3_153_600_000_000).map(Duration::from_millis).ok_or_else(|| {
        Wrong::new(format!("`{name}` is not a time span: `{}`", shortened(&written)))
            .hint("write a number and a unit, as in `500ms`, `2s`, `15m`, `48h` or `7d`")
    })
}

/// A path to a file.
pub(super) fn path(name: &str, node: &Node) -> Result<PathBuf, Wrong> {
    text(name, node).map(PathBuf::from)
}

/// A day as `2027-03-31`.
pub(super) fn date(name: &str, node: &Node) -> Result<Date, Wrong> {
    let written = text(name, node)?;
    written.parse().map_err(|_| {
        Wrong::new(format!("`{name}` is not a date: `{}`", shortened(&written))).hint("write it as in `2027-03-31`")
    })
}

/// A cron line that comes due some day.
pub(super) fn cron_line(name: &str, node: &Node, now: Timestamp) -> Result<Schedule, Wrong> {
    schedule::parse(&text(name, node)?, now)
        .map_err(|why| Wrong::new(format!("`{name}`: {}", shortened_sentence(&why))))
}

/// A time zone of the IANA database.
pub(super) fn zone(name: &str, node: &Node) -> Result<TimeZone, Wrong> {
    let written = text(name, node)?;
    TimeZone::get(&written).map_err(|_| {
        let known: Vec<String> = jiff::tz::db().available().map(|zone| zone.to_string()).collect();
        let hint = did_you_mean(&written, known.iter().map(String::as_str));
        Wrong::new(format!("unknown time zone `{}`", shortened(&written)))
            .hint(hint.unwrap_or_else(|| "write a name of the IANA database, as in `Europe/Berlin`".to_owned()))
    })
}

/// A language in which hausrecht writes.
pub(super) fn reader_language(name: &str, node: &Node) -> Result<Language, Wrong> {
    let known = LANGUAGES.map(|language| (language.tag(), language));
    choice(name, "language", node, &known)
}

/// Which pictures of a page are kept.
pub(super) fn evidence(name: &str, node: &Node) -> Result<Evidence, Wrong> {
    choice(name, "kind of picture", node, &EVIDENCE)
}

/// A tier.
pub(super) fn tier(name: &str, node: &Node) -> Result<Tier, Wrong> {
    choice(name, "tier", node, &TIERS)
}

/// A topic.
pub(super) fn topic(name: &str, node: &Node) -> Result<Topic, Wrong> {
    choice(name, "topic", node, &Topic::ALL.map(|topic| (topic.key(), topic)))
}

/// The key of a platform, however it was spelled.
pub(super) fn platform(name: &str, node: &Node) -> Result<String, Wrong> {
    let key = platform_key(&text(name, node)?);
    if key.is_empty() { Err(Wrong::new(format!("`{name}` names no platform"))) } else { Ok(key) }
}

/// The code of a country or a region, as texts can be held against it.
pub(super) fn place(name: &str, node: &Node) -> Result<String, Wrong> {
    let written = text(name, node)?;
    let code = written.to_ascii_lowercase();
    if places::is_code(&code) {
        return Ok(code);
    }
    let near = places::code_of(&written).map(|code| format!("did you mean `{code}`?"));
    Err(Wrong::new(format!("unknown region `{}`", shortened(&written))).hint(near.unwrap_or_else(|| {
        "write the two letters of a country (ISO 3166) or `eu`, as in `regions: [de, eu]`; the United Kingdom is `gb`"
            .to_owned()
    })))
}

/// One of a few words.
pub(super) fn choice<T: Copy>(name: &str, what: &str, node: &Node, known: &[(&str, T)]) -> Result<T, Wrong> {
    let written = text(name, node)?;
    known.iter().find(|(word, _)| *word == written).map(|(_, value)| *value).ok_or_else(|| {
        Wrong::new(format!("unknown {what} `{}`", shortened(&written)))
            .hint(one_of(&written, known.iter().map(|(word, _)| *word)))
    })
}

/// A sentence that may quote the file at length.
fn shortened_sentence(sentence: &str) -> String {
    if sentence.chars().nth(300).is_some() {
        sentence.chars().take(300).chain(['…']).collect()
    } else {
        sentence.to_owned()
    }
}
