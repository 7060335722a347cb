//! Every passage is judged by itself; a change weighs as much as its weightiest passage.

use super::texts::{SHOPS, english, renamed};
use crate::house::history::{History, hunks};

/// A small rule, before and after; the sections in which such a rule stands in real documents.
const RULES: [(&str, &str, &str); 3] = [
    ("Age", "Plaudernetz brings neighbours together. Whoever is 16 or older may sign up.", "16|18"),
    ("Limits", "A page may send 20 invitations a day.", "20|10"),
    ("Deletion", "Messages are erased after 90 days.", "90|30"),
];

const ADDRESS: &str =
    "Our data protection officer is reached at Plaudernetz Limited, attn. Dr. Helga Winter, 14 Mill Lane, 4020 Linz.";
const NEW_ADDRESS: &str = "Our data protection officer is reached at Plaudernetz Limited, attn. Dr. Otto Sommer, 3 Harbour Street, 1020 Vienna.";
const BRITISH: &str =
    "We apologise to all who recognise a neighbour in the colours of our theatre programme and to those who travelled.";
const AMERICAN: &str =
    "We apologize to all who recognize a neighbor in the colors of our theater program and to those who traveled.";

/// The document with these sections at its end.
fn page(sections: &[(&str, &str)]) -> String {
    let more: String = sections.iter().map(|(heading, text)| format!("\n## {heading}\n{text}")).collect();
    english(&format!("{}{more}", renamed(SHOPS, "Privacy Policy").trim_end()))
}

/// A section and its text before and after.
type Section<'a> = (&'a str, &'a str, &'a str);

/// Each small rule is told when these sections before and after it change on the same day.
fn is_told_beside(before: &[Section<'_>], after: &[Section<'_>]) {
    for (heading, rule, limits) in RULES {
        let (old_limit, new_limit) = limits.split_once('|').unwrap();
        let new_rule = rule.replace(old_limit, new_limit);
        let all: Vec<Section<'_>> = [before, &[(heading, rule, new_rule.as_str())], after].concat();
        let old: Vec<_> = all.iter().map(|(heading, old, _)| (*heading, *old)).collect();
        let new: Vec<_> = all.iter().map(|(heading, _, new)| (*heading, *new)).collect();
        let past = History::new().watch("privacy", "Privacy Policy");
        past.shows("privacy", &page(&old)).days(5).shows("privacy", &page(&new)).days(4);
        past.assert_told("privacy", &new_rule);
    }
}

#[test]
fn a_small_rule_alone_is_told() {
    is_told_beside(&[], &[]);
}

#[test]
fn a_small_rule_beside_a_new_address_is_told_in_either_order() {
    let contact = [("Contact", ADDRESS, NEW_ADDRESS)];
    is_told_beside(&contact, &[]);
    is_told_beside(&[], &contact);
}

#[test]
fn a_small_rule_beside_another_spelling_is_told_in_either_order() {
    let spelling = [("Our programme", BRITISH, AMERICAN)];
    is_told_beside(&spelling, &[]);
    is_told_beside(&[], &spelling);
}

#[test]
fn a_small_rule_between_an_address_and_a_spelling_is_told() {
    is_told_beside(&[("Contact", ADDRESS, NEW_ADDRESS)], &[("Our programme", BRITISH, AMERICAN)]);
    is_told_beside(&[("Our programme", BRITISH, AMERICAN)], &[("Contact", ADDRESS, NEW_ADDRESS)]);
}

#[test]
fn a_change_weighs_as_much_as_its_weightiest_passage() {
    let past = History::new().watch("privacy", "Privacy Policy");
    let both = |rule, address| page(&[("Contests", rule), ("Contact", address)]);
    let old = both("Everybody may hold a raffle on a page of their own.", ADDRESS);
    let new = both("Nobody may hold a raffle on a page of their own.", NEW_ADDRESS);
    past.shows("privacy", &old).days(5).shows("privacy", &new).days(4);
    let log = past.log("privacy");
    assert!(!log.is_empty(), "{}", past.account_of("privacy"));
    for change in log {
        let weight = |tier: &serde_json::Value| ["none", "fyi", "alert"].iter().position(|name| tier == name);
        let heaviest = hunks(&change).iter().map(|hunk| weight(&hunk["tier"])).max().unwrap();
        assert!(heaviest.is_some(), "the passages have tiers: {change}");
        assert_eq!(weight(&change["tier"]), heaviest, "{change}");
    }
}
