//! What counts, numbers and reaches a house beside its rules is told to nobody, and the rule beside it is.

use super::texts::SHOPS;
use crate::house::history::History;
use crate::pages::{Build, body, page};

/// Lines of a page on one day and on another.
const LINES: [(&str, &str); 8] = [
    ("3,214 creators joined", "3,361 creators joined"),
    ("12 readers online", "17 readers online"),
    ("Version 3.2.1", "Version 3.2.2"),
    ("Telefon: +49 30 123456-78", "Telefon: +49 30 123456-90"),
    ("10115 Berlin", "10117 Berlin"),
    ("A stall closes after three strikes.", "A stall closes after 3 strikes."),
    ("Alle Teilnehmer nennen ihren Namen.", "Alle Teilnehmer:innen nennen ihren Namen."),
    ("E-Mail: post@example.com", "E-Mail: post@example.com"),
];

/// The rules for shops with these paragraphs in a section of their own.
fn with(lines: &[&str]) -> String {
    let (before, after) = SHOPS.split_at(SHOPS.find("## Returns").unwrap());
    let inner: String = lines.iter().map(|line| format!("<p>{line}</p>")).collect();
    let all = format!("{}<h2>Our house</h2>{inner}{}", body(before), body(after));
    page(Build::Semantic, "en", "Rules for Shops | Plaudernetz", &all)
}

#[test]
fn lines_beside_the_rules_are_told_to_nobody_and_a_rule_among_them_is() {
    let past = History::new().watch("shops", "Rules for Shops");
    let (old, new): (Vec<&str>, Vec<&str>) = LINES.into_iter().unzip();
    past.shows("shops", &with(&old)).days(4).shows("shops", &with(&new)).days(4);
    assert!(past.told("shops").is_empty(), "{}", past.account_of("shops"));
    let rule: Vec<&str> = new
        .iter()
        .map(|line| line.trim())
        .map(|line| if line.starts_with("A stall") { "A stall closes after 2 strikes." } else { line })
        .collect();
    past.shows("shops", &with(&rule)).days(4);
    past.assert_told("shops", "after 2 strikes");
}

#[test]
fn a_page_cut_short_for_one_day_is_told_to_nobody() {
    let past = History::new().watch("shops", "Rules for Shops");
    let (whole, cut) = (with(&["Stalls stand beside the fountain."]), {
        let (before, _) = SHOPS.split_at(SHOPS.find("## Returns").unwrap());
        page(Build::Semantic, "en", "Rules for Shops | Plaudernetz", &body(before))
    });
    past.shows("shops", &whole).days(4).shows("shops", &cut).days(1).shows("shops", &whole).days(4);
    assert!(past.told("shops").is_empty(), "{}", past.account_of("shops"));
}
