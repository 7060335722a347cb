//! A change as Markdown, whole: for a ticket, a wiki or a file.

use std::fmt::Write as _;

use jiff::tz::TimeZone;

use super::{change_record, judged_words, times, tongue};
use crate::model::{Change, Edit, Hunk, platform_name};
use crate::steps::compose;

/// What it is, why it matters, every place with what went ~~struck out~~ and what came in **bold**, and what became of it.
pub fn whole(change: &Change, record: &[(String, String)], zone: &TimeZone) -> String {
    let assessment = &change.assessment;
    let mut out = format!("# {}: {}\n\n", escaped(&platform_name(&change.platform)), escaped(&change.document));
    let mut row = |label: &str, text: &str| {
        let _ = writeln!(out, "- {label}: {text}");
    };
    let judged = [judged_words::tier(assessment.tier), judged_words::direction(assessment.direction)].join(", ");
    row(&phrase!("judged", "eingestuft"), &judged);
    if !assessment.topics.is_empty() {
        row(&phrase!("topics", "Themen"), &judged_words::topics(&assessment.topics));
    }
    let seen = times::shown(change.detected_at, zone);
    row(&phrase!("first seen", "zum ersten Mal gesehen"), &seen);
    if let Some(date) = assessment.effective_date.map(times::day) {
        row(&phrase!("holds from", "gilt ab"), &date);
    }
    row(&phrase!("times", "Uhrzeiten"), times::zone_name(zone));
    row(&phrase!("page", "Seite"), &escaped(&change.url));
    row(&phrase!("change", "Änderung"), &change.id);
    for reason in &assessment.reasons {
        row(&phrase!("why", "Grund"), &escaped(&compose::reason(reason, tongue::spoken())));
    }
    let mut above: Option<&[String]> = None;
    for hunk in &change.hunks {
        if above != Some(&hunk.heading) {
            let beginning = phrase!("(beginning)", "(Anfang)");
            let path = if hunk.heading.is_empty() { beginning } else { hunk.heading.join(" › ") };
            let _ = write!(out, "\n## {}\n", escaped(&path));
            above = Some(&hunk.heading);
        }
        let _ = write!(out, "\n{}", quoted(hunk));
    }
    let _ = writeln!(out, "\n## {}\n", change_record::title());
    for (label, text) in record {
        let _ = writeln!(out, "- {label}: {}", escaped(text));
    }
    out
}

/// A place as a quotation.
fn quoted(hunk: &Hunk) -> String {
    let mut text = String::new();
    for edit in &hunk.edits {
        match edit {
            Edit::Kept(words) => text.push_str(&escaped(words)),
            Edit::Removed(words) => text.push_str(&marked(words, "~~")),
            Edit::Added(words) => text.push_str(&marked(words, "**")),
        }
    }
    text.lines().fold(String::new(), |quotation, line| format!("{quotation}> {line}\n"))
}

/// Words between marks, line by line: no mark holds over the end of one, nor beside a blank.
fn marked(words: &str, mark: &str) -> String {
    let line = |line: &str| {
        let said = line.trim();
        if said.is_empty() {
            return line.to_owned();
        }
        let start = line.len() - line.trim_start().len();
        let (before, behind) = (&line[..start], &line[start + said.len()..]);
        format!("{before}{mark}{}{mark}{behind}", escaped(said))
    };
    words.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Text from a page that is text in Markdown, too: neither marks nor tags nor links.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '~' | '[' | ']' | '<' | '>' | '#' | '|' | '!' | '&') {
            out.push('\\');
        }
        out.push(if letter == '\r' { ' ' } else { letter });
    }
    out
}
