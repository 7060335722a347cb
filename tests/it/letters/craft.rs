//! What mail programs, mail servers and standards ask of a letter.

use hausrecht::model::{Change, Language};
use hausrecht::steps::compose::{self, News};
use jiff::civil::date;

use super::samples::*;
use super::{alert_on, eml, gallery};

#[test]
fn a_message_is_clean_by_rfc_5322() {
    for (name, letter) in gallery(Language::German, None) {
        let mail = eml(&letter);
        assert!(!mail.replace("\r\n", "").contains(['\r', '\n']), "{name}: bare line ends");
        assert!(mail.is_ascii(), "{name}: not ASCII");
        for line in mail.split("\r\n") {
            assert!(line.len() <= 78 || line.starts_with("Content-Type"), "{name}: {} {line}", line.len());
        }
        let head = mail.split("\r\n\r\n").next().unwrap();
        for header in [
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "MIME-Version",
            "List-Id",
            "List-Unsubscribe",
            "Auto-Submitted",
        ] {
            let count = head.lines().filter(|line| line.starts_with(&format!("{header}: "))).count();
            assert_eq!(count, 1, "{name}: {header}\n{head}");
        }
        assert!(head.contains("Auto-Submitted: auto-generated\r\n"));
        assert!(
            head.contains("List-Unsubscribe: <mailto:social@example.com?subject=unsubscribe%20hausrecht>"),
            "{head}"
        );
        assert!(head.contains("Date: Sat, 21 Nov 2026 06:10:00 +0000\r\n"));
    }
}

#[test]
fn html_needs_nothing_from_outside_and_runs_nothing() {
    for language in [Language::English, Language::German] {
        for (name, letter) in gallery(language, None) {
            let html = &letter.html;
            for forbidden in ["<script", "<img", "<link", "<iframe", "@import", "@font-face", "url(", " src=", "onload"]
            {
                assert!(!html.contains(forbidden), "{name}: {forbidden}");
            }
            assert!(html.contains(&format!("<html lang=\"{}\"", language.tag())));
            assert!(html.contains("<meta name=\"color-scheme\" content=\"light dark\">"));
            assert!(html.len() < 100_000, "{name}: {}", html.len());
            assert_eq!(html.matches("<h1").count(), 1, "{name}");
        }
    }
}

#[test]
fn the_important_clauses_survive_the_cut() {
    let (_, letter) = gallery(Language::English, None).into_iter().find(|(name, _)| *name == "rewrite").unwrap();
    for part in [&letter.html, &letter.text] {
        assert!(part.contains("Meta Commercial Terms, part 1"), "the first change stands in full");
        assert!(part.contains("more clauses"));
        assert!(part.contains("more words]"));
        assert!(part.contains("Section 0"), "the clause that the reason points at is shown");
    }
    for page in 1..=40 {
        assert!(letter.html.contains(&format!("Meta Commercial Terms, part {page}")), "part {page} is not named");
    }
}

#[test]
fn every_pair_of_colours_can_be_read() {
    let light = [
        ("#1f252c", "#ffffff"),
        ("#5a636d", "#ffffff"),
        ("#5a636d", "#f3f2ee"),
        ("#5a636d", "#f8f7f4"),
        ("#1f252c", "#f8f7f4"),
        ("#7d1c10", "#fbe4e0"),
        ("#14532d", "#dff2e4"),
        ("#a3301f", "#ffffff"),
        ("#2d5c7d", "#ffffff"),
        ("#1f252c", "#f3f2ee"),
    ];
    let dark = [
        ("#e8eaed", "#1c2024"),
        ("#a9b2bb", "#1c2024"),
        ("#a9b2bb", "#121518"),
        ("#a9b2bb", "#252a2f"),
        ("#e8eaed", "#252a2f"),
        ("#ffc9bf", "#4b231d"),
        ("#b9f0c9", "#173d29"),
        ("#ffab9c", "#1c2024"),
        ("#9ecbee", "#1c2024"),
    ];
    let html = alert_on(&contest_rules(), Language::English).html;
    for (ink, paper) in light.into_iter().chain(dark) {
        assert!(html.contains(ink) && html.contains(paper), "{ink} on {paper} is not in use");
        let contrast = contrast(ink, paper);
        assert!(contrast >= 4.5, "{ink} on {paper}: {contrast:.1}");
    }
}

/// WCAG 2.2, 1.4.3.
fn contrast(one: &str, other: &str) -> f64 {
    let luminance = |colour: &str| {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn an_announced_day_comes_as_a_calendar_entry_with_three_alarms() {
    let letter = alert_on(&contest_rules(), Language::German);
    let (name, entry) = &letter.calendars[0];
    assert_eq!(name, "2026-12-15-facebook-3f9a1c2e.ics");
    assert!(!entry.replace("\r\n", "").contains(['\r', '\n']));
    assert!(entry.split("\r\n").all(|line| line.len() <= 75));
    insta::assert_snapshot!(entry.replace("\r\n ", "").replace("\r\n", "\n"));
    let again = alert_on(&contest_rules(), Language::English);
    let uid = |entry: &str| entry.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned();
    assert_eq!(uid(entry), uid(&again.calendars[0].1), "every reader's calendar holds the day once");
}

#[test]
fn a_day_that_is_put_off_moves_its_calendar_entry() {
    let first = contest_rules();
    let mut put_off = contest_rules();
    put_off.id = "77aa77aa".into();
    put_off.detected_at = at("2026-12-01T06:00:04Z");
    put_off.assessment.effective_date = Some(date(2027, 2, 1));
    put_off.hunks =
        vec![hunk(&["Promotions"], &["=This takes effect on ", "-15 December 2026", "+1 February 2027", "=."])];
    let mut unrelated = put_off.clone();
    unrelated.id = "88bb88bb".into();
    unrelated.hunks = vec![hunk(&["Promotions"], &["+From 1 February 2027 prizes are taxed."])];

    let (zone, announced) = (berlin(), [first.clone(), put_off.clone()]);
    let entry = |change: &Change| {
        let news = News { changes: &[change], announced: &announced, ..News::default() };
        compose::alert(&news, &reader(Language::English), &desk(&zone), now()).unwrap().calendars.remove(0).1
    };
    let said = |entry: &str, name: &str| entry.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
    let [old, new, other] = [entry(&first), entry(&put_off), entry(&unrelated)];
    assert_eq!(said(&old, "UID:"), said(&new, "UID:"));
    assert_eq!((said(&old, "SEQUENCE:"), said(&new, "SEQUENCE:")), ("SEQUENCE:0".into(), "SEQUENCE:1".into()));
    assert_ne!(said(&old, "UID:"), said(&other, "UID:"));
}

#[test]
fn alarms_that_lie_in_the_past_are_left_out() {
    let mut change = contest_rules();
    change.assessment.effective_date = Some(date(2026, 11, 28));
    let entry = alert_on(&change, Language::English).calendars.remove(0).1;
    let alarms: Vec<_> = entry.lines().filter(|line| line.starts_with("TRIGGER")).collect();
    assert_eq!(alarms, ["TRIGGER:-P1D"], "a week ahead is midnight of today");
}

#[test]
fn a_calendar_entry_arrives_as_one() {
    let mail = eml(&alert_on(&contest_rules(), Language::German));
    let parsed = mail_parser::MessageParser::default().parse(mail.as_bytes()).unwrap();
    assert_eq!(parsed.attachment_count(), 1);
    let entry = parsed.attachment(0).unwrap();
    assert!(String::from_utf8_lossy(entry.contents()).starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
}
