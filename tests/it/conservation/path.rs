//! One path: `diff` of two files judges what a round judges of the same two texts.

use std::fs;

use serde_json::Value;

use super::texts::{NO_DISCOUNT, NO_LOTTERY_DE, SELLING, SHOPS, SHOPS_DE, english, german, shops_de_with, shops_with};
use crate::house::history::{History, hunks};
use crate::pages::{COOKIES, DEVELOPERS, TERMS, TERMS_ANEW, TERMS_DE};

/// What of a change is a judgement.
fn judgement(change: &Value) -> Vec<Value> {
    let passages = hunks(change)
        .iter()
        .map(|hunk| {
            let fields = ["heading", "before", "after", "tier", "held_by"].map(|field| hunk[field].clone());
            Value::from(fields.to_vec())
        })
        .collect::<Vec<_>>();
    let fields = ["kind", "tier", "topics", "direction", "effective_date", "words_added", "words_removed", "language"];
    fields.iter().map(|field| change[*field].clone()).chain(passages).collect()
}

/// What `diff` says of the two pages.
fn diff(past: &History, document: &str, kind: &[&str], old: &str, new: &str) -> Option<Value> {
    for (name, page) in [("old.html", old), ("new.html", new)] {
        fs::write(past.house.folder.path().join(name), page).unwrap();
    }
    let day = "2026-03-04T06:00:00Z";
    let flags = ["diff", "--json", "--platform", "Plaudernetz", "--document", document, "--detected-at", day];
    let ran = past.house.run(&[&flags, kind, &["old.html", "new.html"]].concat());
    assert!(ran.code < 2, "{ran:?}");
    (!ran.stdout.is_empty()).then(|| serde_json::from_str(&ran.stdout).unwrap())
}

/// A round's only change and `diff`'s are judged alike; the diffs of a document have no memory and no watch.
fn are_judged_alike(document: &str, old: &str, new: &str) {
    let past = History::new().watch("page", document);
    past.shows("page", old).days(3).shows("page", new).days(10);
    let mut log = past.log("page");
    assert!(log.len() < 2, "{document}\n{}", past.account_of("page"));
    let by_round = log.pop().map(|change| judgement(&change));
    assert!(by_round.is_some(), "{document}\n{}", past.account_of("page"));
    let by_diff = diff(&past, document, &[], old, new);
    assert_eq!(by_diff.map(|change| judgement(&change)), by_round, "{document}: diff on the left, round on the right");
}

#[test]
fn a_privacy_policy_is_judged_as_one_by_diff_too() {
    let old = "# Privacy Policy\nWe explain what we know of you and of those whom you write to, and what we do with it all.\n## Sharing\n\
        We share your address book with nobody but the friends whom you invite.\n## Keeping\nMessages are kept for 90 days after you have left.\n\
        ## Age\nYou have to be 14 to write to strangers.\n## Tracking\nWe do not follow you to the pages of others, and we ask before we use your location.";
    for (before, after) in [
        ("with nobody but the friends whom you invite", "with our advertisers and with the friends whom you invite"),
        ("for 90 days", "for two years"),
        ("to be 14 to", "to be 16 to"),
        ("We do not follow you to the pages of others, and we ask", "We ask"),
        ("what we do with it all", "what becomes of it"),
    ] {
        assert!(old.contains(before), "{before}");
        are_judged_alike("Privacy Policy", &english(old), &english(&old.replace(before, after)));
    }
}

#[test]
fn a_rewriting_and_a_rule_under_an_earlier_date_are_judged_alike_by_diff_and_by_a_round() {
    let dated = |text: &str, day: &str| english(&text.replacen('\n', &format!("\nLast updated: {day}\n"), 1));
    are_judged_alike(
        "Rules for Shops",
        &dated(SHOPS, "3 February 2026"),
        &dated(&shops_with(NO_DISCOUNT), "2 March 2025"),
    );
    are_judged_alike("Terms of Service", &english(TERMS), &english(TERMS_ANEW));
    are_judged_alike("Rules for Shops", &english(SHOPS), &english(SELLING));
}

#[test]
fn a_watch_without_a_kind_is_judged_as_the_kind_that_its_name_tells_and_diff_takes_a_kind() {
    let new = SHOPS
        .replace("a number at which somebody answers on working days", "a number, and we pass all three on to the bank")
        .replace("A seller may answer a rating once, politely, and", "A seller");
    for (name, kind) in
        [("Privacy Policy", "privacy"), ("Advertising Policies", "ads"), ("Developer Policy", "developer")]
    {
        let judged = |more: &str| {
            let past = History::new().watch_with("page", &format!("platform: Plaudernetz, document: {name}{more}"));
            past.shows("page", &english(SHOPS)).days(3).shows("page", &english(&new)).days(3);
            past.log("page").iter().map(judgement).collect::<Vec<_>>()
        };
        let (by_name, by_kind) = (judged(""), judged(&format!(", kind: {kind}")));
        assert_eq!(by_name.len(), 1, "{name}");
        assert_eq!(by_name, by_kind, "{name}");
        let by_diff =
            diff(&History::new().watch("page", name), name, &["--kind", kind], &english(SHOPS), &english(&new));
        assert_eq!(by_diff.iter().map(judgement).collect::<Vec<_>>(), by_kind, "{name}");
    }
}

#[test]
fn what_diff_prints_has_the_same_fields_for_each_passage_as_the_log() {
    let past = History::new().watch("page", "Rules for Shops");
    past.shows("page", &english(SHOPS)).days(3).shows("page", &english(&shops_with(NO_DISCOUNT))).days(3);
    let by_diff = diff(&past, "Rules for Shops", &[], &english(SHOPS), &english(&shops_with(NO_DISCOUNT))).unwrap();
    for change in [by_diff, past.log("page").remove(0)] {
        let fields: Vec<_> = hunks(&change)[0].as_object().unwrap().keys().take(6).cloned().collect();
        assert_eq!(fields, ["heading", "before", "after", "first_seen", "tier", "held_by"]);
    }
}

#[test]
fn rules_of_every_kind_are_judged_alike_by_diff_and_by_a_round() {
    are_judged_alike("Rules for Shops", &english(SHOPS), &english(&shops_with(NO_DISCOUNT)));
    are_judged_alike("Regeln für Läden", &german(SHOPS_DE), &german(&shops_de_with(NO_LOTTERY_DE)));
    let fees = TERMS.replace("The basic service is free.", "The basic service costs two coins a month.");
    are_judged_alike("Terms of Service", &english(TERMS), &english(&fees));
    let notice = TERMS_DE.replace("mindestens dreißig Tage vorher", "mindestens drei Tage vorher");
    are_judged_alike("Nutzungsbedingungen", &german(TERMS_DE), &german(&notice));
    let lines = |text: &str, left_out: usize| {
        let lines: Vec<_> = text.lines().enumerate().filter(|(at, _)| *at != left_out).map(|(_, line)| line).collect();
        lines.join("\n")
    };
    are_judged_alike("Cookie Policy", &english(COOKIES), &english(&lines(COOKIES, 5)));
    are_judged_alike("Developer Policy", &english(DEVELOPERS), &english(&lines(DEVELOPERS, 7)));
}

#[test]
fn several_passages_with_an_announced_day_are_judged_alike_by_diff_and_by_a_round() {
    let old = format!("{}\n## From when\nThese rules apply from 1 February 2026.", SHOPS.trim_end());
    let new = shops_with(NO_DISCOUNT)
        .replace("within five working days", "within two working days")
        .replace("once, politely,", "once");
    let new = format!("{}\n## From when\nThese rules apply from 1 May 2026.", new.trim_end());
    for name in ["Rules for Shops", "Commerce Policy", "Advertising Policies", "Promotions Guidelines"] {
        are_judged_alike(name, &english(&old), &english(&new));
    }
}
