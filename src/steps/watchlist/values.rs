//! Single values: from what stands after the colon to what it means.

use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::choices::{EVIDENCE, LANGUAGES, TIERS};
use super::fields::{Wrong, must_be, shortened};
use super::said::{Spoken, said};
use super::suggestion::{did_you_mean, one_of};
use super::tree::{Content, Node};
use crate::model::{Evidence, Language, Schedule, Tier, Topic, platform_key};
use crate::steps::schedule;
use crate::steps::text::places;

/// Text on one line, without the white space around it.
pub(super) fn text(name: &str, node: &Node) -> Result<String, Wrong> {
    let Content::Text(text) = &node.content else {
        return Err(must_be(name, &said!("a text", "ein Text"), node));
    };
    let text = text.trim();
    if text.is_empty() {
        return Err(Wrong::new(said!("`{name}` is empty", "`{name}` ist leer")));
    }
    if text.contains(char::is_control) {
        let wrong = Wrong::new(said!(
            "`{name}` holds a line break or another control character",
            "in `{name}` steht ein Zeilenumbruch oder ein anderes Steuerzeichen"
        ));
        return Err(wrong.hint(said!("write it on one line", "in eine Zeile schreiben")));
    }
    Ok(text.to_owned())
}

/// Yes or no.
pub(super) fn flag(name: &str, node: &Node) -> Result<bool, Wrong> {
    match text(name, node)?.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => Ok(true),
        "false" | "no" | "off" => Ok(false),
        other => Err(Wrong::new(said!(
            "`{name}` must be true or false, not `{}`",
            "`{name}` muss true oder false sein, nicht `{}`",
            shortened(other)
        ))),
    }
}

/// A whole number within bounds.
pub(super) fn number(name: &str, node: &Node, least: u16, most: u16) -> Result<u16, Wrong> {
    let written = text(name, node)?;
    written.parse().ok().filter(|number| (least..=most).contains(number)).ok_or_else(|| {
        Wrong::new(said!(
            "`{name}` must be a whole number from {least} to {most}, not `{}`",
            "`{name}` muss eine ganze Zahl von {least} bis {most} sein, nicht `{}`",
            shortened(&written)
        ))
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
        Wrong::new(said!(
            "`{name}` is not a time span: `{}`",
            "`{name}` ist keine Zeitspanne: `{}`",
            shortened(&written)
        ))
        .hint(said!(
            "write a number and a unit, as in `500ms`, `2s`, `15m`, `48h` or `7d`",
            "eine Zahl und eine Einheit schreiben, wie `500ms`, `2s`, `15m`, `48h` oder `7d`"
        ))
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
        Wrong::new(said!("`{name}` is not a date: `{}`", "`{name}` ist kein Datum: `{}`", shortened(&written)))
            .hint(said!("write it as in `2027-03-31`", "so schreiben: `2027-03-31`"))
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
        Wrong::new(said!("unknown time zone `{}`", "unbekannte Zeitzone `{}`", shortened(&written))).hint(
            hint.unwrap_or_else(|| {
                said!(
                    "write a name of the IANA database, as in `Europe/Berlin`",
                    "einen Namen der IANA-Datenbank schreiben, wie `Europe/Berlin`"
                )
            }),
        )
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
    if key.is_empty() {
        Err(Wrong::new(said!("`{name}` names no platform", "`{name}` nennt keine Plattform")))
    } else {
        Ok(key)
    }
}

/// The code of a country or a region, as texts can be held against it.
pub(super) fn place(name: &str, node: &Node) -> Result<String, Wrong> {
    let written = text(name, node)?;
    let code = written.to_ascii_lowercase();
    if places::is_code(&code) {
        return Ok(code);
    }
    let near = places::code_of(&written).map(|code| said!("did you mean `{code}`?", "gemeint ist vielleicht `{code}`"));
    Err(Wrong::new(said!("unknown region `{}`", "unbekannte Region `{}`", shortened(&written))).hint(near.unwrap_or_else(|| {
        said!("write the two letters of a country (ISO 3166) or `eu`, as in `regions: [de, eu]`; the United Kingdom is `gb`", "die zwei Buchstaben eines Landes (ISO 3166) oder `eu` schreiben, wie `regions: [de, eu]`; das Vereinigte Königreich ist `gb`")
            .to_owned()
    })))
}

/// One of a few words.
pub(super) fn choice<T: Copy>(name: &str, what: &str, node: &Node, known: &[(&str, T)]) -> Result<T, Wrong> {
    let written = text(name, node)?;
    known.iter().find(|(word, _)| *word == written).map(|(_, value)| *value).ok_or_else(|| {
        let shown = shortened(&written);
        Wrong::new(Spoken::both(
            format!("unknown {what} `{shown}`"),
            format!("unbekannter Wert für `{name}`: `{shown}`"),
        ))
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
