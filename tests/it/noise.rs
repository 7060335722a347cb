//! Differences in words that say nothing of the rules, and their neighbours that do.

use hausrecht::model::{Block, BlockKind, Comparison, Document, Link, Noise};
use hausrecht::steps::compare::compare;

/// A document: `#` headings, `- ` items, else paragraphs, a line each; `[words](target)` is a link.
fn document(text: &str) -> Document {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    Document { blocks: lines.map(block).collect(), ..Document::default() }
}

fn block(line: &str) -> Block {
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    let (kind, mut rest) = match (marks, line.strip_prefix("- ")) {
        (0, None) => (BlockKind::Paragraph, line),
        (0, Some(item)) => (BlockKind::Item(1), item),
        (level, _) => (BlockKind::Heading(u8::try_from(level).expect("few marks")), line[level..].trim_start()),
    };
    let (mut text, mut links) = (String::new(), Vec::new());
    while let Some((before, link)) = rest.split_once('[') {
        let Some(((words, target), after)) =
            link.split_once(')').and_then(|(link, after)| Some((link.split_once("](")?, after)))
        else {
            break;
        };
        text.push_str(before);
        text.push_str(words);
        links.push(Link { text: words.to_owned(), target: target.to_owned() });
        rest = after;
    }
    text.push_str(rest);
    Block { kind, text, links }
}

/// A policy of a few sections around what a test is about.
fn policy(top: &str, section: &str) -> Document {
    document(&format!(
        "# Page rules\n{top}\n## Contests\nContests may be run on pages. Entrants must be told the rules.\n{section}\n\
         ## Ads\nAds must be marked as such and must not mislead.\n## Appeals\nYou may ask for a second look within 30 days."
    ))
}

fn at_top(before: &str, after: &str) -> Comparison {
    compare(&policy(before, ""), &policy(after, ""))
}

fn in_section(before: &str, after: &str) -> Comparison {
    compare(&policy("", before), &policy("", after))
}

/// That nothing is told, and as what it was held back.
fn assert_held_back(comparison: &Comparison, class: Noise) {
    assert!(comparison.is_noise() && comparison.noise.contains(&class), "{class:?} was expected of {comparison:#?}");
}

fn assert_told(comparison: &Comparison) {
    assert!(!comparison.is_noise() && comparison.words_added + comparison.words_removed > 0, "{comparison:#?}");
}

#[test]
fn a_date_of_the_last_update_is_not_told() {
    for (before, after) in [
        ("Last updated: May 3, 2026", "Last updated: May 4, 2026"),
        ("Stand: 01.02.2026", "Stand: 15.11.2026"),
        ("Dernière mise à jour : 4 janvier 2026", "Dernière mise à jour : 26 juillet 2026"),
        ("Révisé : 4 janvier 2026", "Date de révision : 26 juillet 2026"),
        ("Last updated: 11 months ago", "Last updated: 1 year ago"),
        ("Last modified: October 2026", "Last modified: November 2026"),
        ("", "Last modified on 2026-04-29"),
    ] {
        assert_held_back(&at_top(before, after), Noise::Date);
    }
}

#[test]
fn a_day_from_which_terms_hold_and_other_numbers_are_told() {
    for (before, after) in [
        ("", "We're updating our rules, effective April 30, 2027."),
        (
            "These terms are effective from 1 May 2027 for new pages.",
            "These terms are effective from 1 May 2027 for all pages.",
        ),
        ("Version 5.0", "Version 6.0"),
    ] {
        assert_told(&at_top(before, after));
    }
    assert_told(&in_section("Winners are told by 1 May 2027.", "Winners are told by 1 June 2027."));
    assert_told(&in_section("The fee is 1.5 %.", "The fee is 15 %."));
}

#[test]
fn a_day_from_which_terms_hold_is_told_beside_other_changes_only() {
    let dated = |day: &str, rule: &str| policy(&format!("Effective as of {day}"), rule);
    let rule = "Prizes must be sent within a month.";
    assert_held_back(&compare(&dated("1 May 2026", rule), &dated("1 June 2026", rule)), Noise::Date);
    let both = compare(&dated("1 May 2026", ""), &dated("1 June 2026", rule));
    let after: Vec<_> = both.hunks.iter().filter_map(|hunk| hunk.after.as_deref()).collect();
    assert_eq!(after, ["Effective as of 1 June 2026", rule]);
}

#[test]
fn a_name_full_of_capitals_makes_no_menu() {
    let section = "PhotoShow Ads\nPhotoShow and PhotoShow Ads process what PhotoShow users give to PhotoShow.";
    assert_told(&in_section("", section));
}

#[test]
fn addresses_in_the_text_are_targets() {
    for (before, after) in [
        ("See http://example.com/rules for more.", "See https://example.com/rules for more."),
        ("See business.example.com/a for more.", "See policies.example.com/b/c for more."),
        ("Write to help@example.com for more.", "Write to [email protected] for more."),
        ("Write to me[email protected] now.", "Write to [email protected] now."),
    ] {
        assert!(in_section(before, after).is_noise(), "{before} / {after}");
    }
    assert_told(&in_section("Write to help@example.com.", "Write to legal@example.com."));
}

#[test]
fn offers_of_other_languages_are_not_told() {
    assert_held_back(
        &at_top(
            "View the rules in other languages: English and German",
            "View the rules in other languages: English and Deutsch",
        ),
        Noise::Language,
    );
    assert_held_back(&in_section("- Deutsch\n- English\n- Français", ""), Noise::Language);
    assert_held_back(
        &at_top(
            "Effective as of January 5, 2026 (view previous version)",
            "Gültig ab January 5, 2026 (vorherige Version ansehen)",
        ),
        Noise::Language,
    );
}

#[test]
fn buttons_menus_footers_and_notices_are_not_told() {
    for (before, after) in [
        ("", "close"),
        ("", "Was this helpful?\nYes\nNo"),
        ("", "Log inSign up"),
        ("© 2025 Example Inc.", "© 2026 Example Inc."),
        ("", "Help us build a better experience! Take the 2-minute survey."),
        ("What are page rules?\nMy page is ineligible", "My page was rejected\nWhy was my page unpublished?"),
        ("", "## Related articles\nHow to run a contest on your page"),
        ("", "- [Shop](/shop)\n- [Jobs](/jobs)"),
        ("", "Ads"),
    ] {
        assert_held_back(&in_section(before, after), Noise::Boilerplate);
    }
}

#[test]
fn what_looks_like_furniture_but_is_of_the_rules_is_told() {
    for (before, after) in [
        ("You may not promote:\n- Weapons", "You may not promote:\n- Weapons\n- Alcohol"),
        (
            "These services have rules of their own:\n- [Groups](/g)",
            "These services have rules of their own:\n- [Groups](/g)\n- [Live](/l)",
        ),
        ("- Contests", "- Contests must be free"),
        (
            "",
            "Surveys must not ask for passwords, health data or anything else that the law protects, whoever runs them on a page and for whatever reason.",
        ),
    ] {
        assert_told(&in_section(before, after));
    }
}

#[test]
fn the_same_rule_added_in_many_places_is_told() {
    let places = |rule: &str| {
        (0..6).map(|n| format!("## Country {n}\nAds are fine here since {n}.\n{rule}\n")).collect::<Vec<_>>().concat()
    };
    assert_told(&compare(&document(&places("")), &document(&places("Ads for alcohol are not allowed."))));
    assert_told(&compare(&document(&places("")), &document(&places("- Alcohol"))));
    assert_held_back(
        &compare(&document(&places("")), &document(&places("Fetch the whole index over there"))),
        Noise::Boilerplate,
    );
}

const GERMAN: &str = "# Seitenregeln
    Gewinnspiele dürfen auf Seiten veranstaltet werden, wenn die Teilnehmer die Regeln kennen und ihnen zugestimmt haben.
    Werbung muss als solche erkennbar sein und darf niemanden in die Irre führen, auch nicht durch Weglassen von Angaben.
    Wer gegen diese Regeln verstößt, dessen Seite kann eingeschränkt oder ohne Vorankündigung entfernt werden.";
const ENGLISH: &str = "# Page rules
    Contests may be run on pages if those who take part know the rules and have agreed to them beforehand.
    Ads must be recognisable as such and must not mislead anyone, not even by leaving out what matters to them.
    Whoever breaks these rules may find that their page is restricted or taken down without any notice.";

#[test]
fn a_page_in_another_language_is_noise_that_can_still_be_looked_at() {
    let comparison = compare(&document(GERMAN), &document(ENGLISH));
    assert_eq!(comparison.overall, Some(Noise::Language));
    assert!(comparison.is_noise() && !comparison.hunks.is_empty());
}

#[test]
fn a_document_that_stands_there_twice_is_markup() {
    let rules = (0..40)
        .map(|n| format!("Rule {n} says that page {n} must follow what it asks.\n"))
        .collect::<Vec<_>>()
        .concat();
    assert_held_back(&compare(&document(&rules), &document(&(rules.clone() + &rules))), Noise::Markup);
}
