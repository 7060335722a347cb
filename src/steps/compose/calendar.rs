//! Calendar entries for announced days (RFC 5545), with an alarm where a reminder comes as a letter, if that is still to come.

use super::calendar_days::days_between;
use super::headline::{full_headline, platform};
use super::identity::{calendar_uid, stamp};
use super::plain::{capital, name};
use super::scene::Scene;
use super::{put_off, why};
use crate::model::{Change, Tier};

/// Entries in one letter; more would bury a calendar.
pub(super) const MOST: usize = 20;

/// How many changes are important and name a day still to come.
pub(super) fn dated(scene: Scene<'_>, changes: &[&Change]) -> usize {
    let is_dated = |change: &&&Change| {
        let date = change.assessment.effective_date;
        change.assessment.tier == Tier::Alert && date.is_some_and(|date| days_between(scene.today, date) >= 0)
    };
    changes.iter().filter(is_dated).count()
}

/// A file per change that is important and names a day still to come.
pub(super) fn calendars(scene: Scene<'_>, changes: &[&Change]) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    let important = changes.iter().filter(|change| change.assessment.tier == Tier::Alert);
    for change in important {
        let Some(date) = change.assessment.effective_date else { continue };
        if days_between(scene.today, date) < 0 || files.len() == MOST {
            continue;
        }
        let Ok(next) = date.tomorrow() else { continue };
        let day = |date: jiff::civil::Date| date.strftime("%Y%m%d").to_string();
        let file = format!("{}-{}.ics", date, file_name(&format!("{} {}", platform(change), change.id)));
        let left = days_between(scene.today, date);
        files.push((file, entry(scene, change, &day(date), &day(next), left)));
    }
    files
}

fn entry(scene: Scene<'_>, change: &Change, from: &str, until: &str, left: i64) -> String {
    // The same entry with a higher number moves the one that a calendar has (RFC 5545 §3.8.7.4).
    let place = put_off::place(change, scene.news.announced);
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//hausrecht//letters//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", calendar_uid(&change.watch, &place.first.id, scene.desk.from)),
        format!("SEQUENCE:{}", place.times),
        format!("DTSTAMP:{}", stamp(scene.now)),
        format!("DTSTART;VALUE=DATE:{from}"),
        format!("DTEND;VALUE=DATE:{until}"),
        format!("SUMMARY:{}", escaped(&full_headline(scene, place.first))),
        format!("DESCRIPTION:{}", escaped(&description(scene, change))),
    ];
    if let Some(url) = super::plain::link(&change.url) {
        lines.push(format!("URL:{url}"));
    }
    lines.push("TRANSP:TRANSPARENT".to_owned());
    // An alarm counts from midnight; what lies before today rings at once or never.
    for days in scene.desk.reminders.iter().copied().filter(|days| (1..left).contains(days)) {
        lines.extend([
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            format!("TRIGGER:-P{days}D"),
            format!(
                "DESCRIPTION:{}",
                escaped(&format!("{}: {}", scene.words.calendar_alarm(days), full_headline(scene, place.first)))
            ),
            "END:VALARM".to_owned(),
        ]);
    }
    lines.extend(["END:VEVENT".to_owned(), "END:VCALENDAR".to_owned()]);
    lines.iter().map(|line| folded(line)).collect()
}

fn description(scene: Scene<'_>, change: &Change) -> String {
    let mut lines = vec![name(&change.document)];
    lines.extend(put_off::headline(scene, change).map(|moved| capital(&moved)));
    lines.extend(why::first(scene, put_off::place(change, scene.news.announced).first));
    lines.extend(
        scene.touched(change).into_iter().map(|asset| format!("{}: {}", scene.words.assets(), name(&asset.name))),
    );
    if scene.recipient.terminal {
        lines.push(format!("hausrecht show {}", name(&change.id)));
    }
    lines.join("\n")
}

/// TEXT of RFC 5545 §3.3.11.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A content line of at most 75 octets, continued after a blank (RFC 5545 §3.1), never inside a character.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / 70 * 3 + 2);
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(letter);
        octets += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

fn file_name(text: &str) -> String {
    let letters =
        text.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' });
    letters.take(60).collect()
}
