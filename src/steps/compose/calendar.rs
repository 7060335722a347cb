//! Calendar entries for announced days (RFC 5545), with an alarm where a reminder comes as a letter, if that is still to come.

use jiff::civil::Date;

use super::audience::concerns;
use super::calendar_days::days_between;
use super::headline::{full_headline, platform};
use super::identity::{calendar_uid, organizer, stamp};
use super::plain::{capital, name};
use super::put_off::Announced;
use super::scene::Scene;
use super::withdrawn::withdrawn;
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
        let file = format!("{}-{}.ics", date, file_name(&format!("{} {}", platform(change), change.id)));
        let left = days_between(scene.today, date);
        let is_one_of_many = is_one_of_many(changes, change);
        files.push((file, entry(scene, change, [date, next], left, is_one_of_many)));
    }
    files
}

/// A file per withdrawn day that the reader may have in a calendar: it takes the entry out (RFC 5546 §3.2.5).
pub(super) fn cancellations(scene: Scene<'_>, changes: &[&Change]) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for change in changes {
        let Some(gone) = withdrawn(scene, change) else { continue };
        // What the same letter tells first was never in a calendar.
        let is_new = scene.news.changes.iter().any(|told| told.id == gone.announced.id);
        let had = gone.announced.assessment.tier == Tier::Alert && concerns(scene.recipient, gone.announced);
        if is_new || !had || days_between(scene.today, gone.day) < 0 || files.len() == MOST {
            continue;
        }
        let Ok(next) = gone.day.tomorrow() else { continue };
        let file = format!("{}-{}-x.ics", gone.day, file_name(&format!("{} {}", platform(change), change.id)));
        let lines = [
            vec!["METHOD:CANCEL".to_owned(), "BEGIN:VEVENT".to_owned()],
            identified(scene, &Announced { first: gone.first, times: gone.times + 1 }, [gone.day, next]),
            vec![
                format!("SUMMARY:{}", escaped(&full_headline(scene, gone.first))),
                "STATUS:CANCELLED".to_owned(),
                "END:VEVENT".to_owned(),
            ],
        ];
        files.push((file, file_of(lines.concat())));
    }
    files
}

/// By what a calendar knows the entry again (RFC 5545 §3.8.7.4), and its day.
fn identified(scene: Scene<'_>, place: &Announced<'_>, [from, until]: [Date; 2]) -> Vec<String> {
    let day = |date: Date| date.strftime("%Y%m%d").to_string();
    let first = place.first;
    let mut lines = vec![
        format!("UID:{}", calendar_uid(&first.watch, &first.id, scene.desk.from)),
        format!("SEQUENCE:{}", place.times),
        format!("DTSTAMP:{}", stamp(scene.now)),
        format!("DTSTART;VALUE=DATE:{}", day(from)),
        format!("DTEND;VALUE=DATE:{}", day(until)),
    ];
    lines.extend(organizer(scene.desk.from).map(|address| format!("ORGANIZER:mailto:{address}")));
    lines
}

/// An entry as a file.
fn file_of(lines: Vec<String>) -> String {
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//hausrecht//letters//EN", "CALSCALE:GREGORIAN"];
    let lines = head.into_iter().map(str::to_owned).chain(lines).chain(["END:VCALENDAR".to_owned()]);
    lines.map(|line| folded(&line)).collect()
}

/// Whether another change of the platform in the same letter has the same day: by their headlines nobody tells them apart.
fn is_one_of_many(changes: &[&Change], change: &Change) -> bool {
    let key = |change: &Change| (change.assessment.effective_date, platform(change));
    let is_alike =
        |other: &&&Change| other.id != change.id && other.assessment.tier == Tier::Alert && key(other) == key(change);
    changes.iter().any(|other| is_alike(&other))
}

fn entry(scene: Scene<'_>, change: &Change, days: [Date; 2], left: i64, is_one_of_many: bool) -> String {
    // The same entry with a higher number moves the one that a calendar has (RFC 5545 §3.8.7.4).
    let place = put_off::place(change, scene.news.announced);
    let mut summary = full_headline(scene, place.first);
    if is_one_of_many {
        summary = format!("{summary} ({})", name(&change.document));
    }
    let mut lines = vec!["METHOD:PUBLISH".to_owned(), "BEGIN:VEVENT".to_owned()];
    lines.extend(identified(scene, &place, days));
    lines.extend([
        format!("SUMMARY:{}", escaped(&summary)),
        format!("DESCRIPTION:{}", escaped(&description(scene, change))),
    ]);
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
            format!("DESCRIPTION:{}", escaped(&format!("{}: {summary}", scene.words.calendar_alarm(days)))),
            "END:VALARM".to_owned(),
        ]);
    }
    lines.push("END:VEVENT".to_owned());
    file_of(lines)
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
