//! Which clauses a reader sees, and how much of each.

use hausrecht::model::{Hunk, Language};

use super::alert_on;
use super::samples::*;

/// The text part's lines on the clauses of such a change.
fn clauses(hunks: Vec<Hunk>) -> String {
    let mut change = contest_rules();
    change.assessment.reasons.clear();
    change.hunks = hunks;
    let text = alert_on(&change, Language::English).text;
    let after = text.split_once("owner lead@example.com").unwrap().1;
    let upto = after.split_once("Topics:").unwrap().0;
    upto.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn words_that_only_came_are_shown_in_the_sentence_as_it_is_now_in_their_sentence() {
    let shown = clauses(vec![hunk(&["Entry"], &["=You may run contests", "+ on Pages only", "=."])]);
    assert_eq!(shown, "Entry Now: You may run contests {+on Pages only+}.");
}

#[test]
fn of_a_sentence_that_lost_words_both_sides_are_shown_lest_all_of_it_seem_gone() {
    let shown = clauses(vec![hunk(&["Entry"], &["=You may run contests", "- and sweepstakes", "=."])]);
    assert_eq!(shown, "Entry Before: You may run contests [-and sweepstakes-]. Now: You may run contests.");
}

#[test]
fn words_that_were_replaced_stand_before_and_now() {
    let shown = clauses(vec![hunk(&["Entry"], &["=You ", "-may", "+must", "= ask first."])]);
    assert_eq!(shown, "Entry Before: You [-may-] ask first. Now: You {+must+} ask first.");
}

#[test]
fn a_sentence_of_which_nothing_is_left_is_not_peppered_with_marks() {
    let shown = clauses(vec![hunk(&[], &["-Old words all through", "+Quite another sentence", "=."])]);
    assert_eq!(shown, "Start of the document Before: Old words all through. Now: Quite another sentence.");
}

#[test]
fn what_is_far_from_a_change_is_left_out() {
    let far = "word ".repeat(60);
    let shown = clauses(vec![hunk(&["Entry"], &[&format!("={far}"), "-may", "+must", &format!("= {far}")])]);
    assert!(shown.starts_with("Entry Before: … word word"), "{shown}");
    assert!(shown.contains("[-may-] word") && shown.ends_with("word word …"), "{shown}");
    assert_eq!(shown.matches("word").count(), 64);
}

#[test]
fn a_very_long_clause_says_how_many_words_are_missing() {
    let shown = clauses(vec![hunk(&["Entry"], &[&format!("+{}", "clause ".repeat(1500))])]);
    assert!(shown.ends_with("clause [1,340 more words]"), "{shown}");
}

#[test]
fn a_date_that_moved_alone_steps_back_behind_real_clauses() {
    let date = hunk(&["Terms"], &["=Last updated: November ", "-21", "+22", "=, 2026"]);
    let rule = hunk(&["Entry"], &["=You ", "-may", "+must", "= ask first."]);
    let shown = clauses(vec![date.clone(), rule]);
    assert!(
        !shown.contains("Last updated") && shown.ends_with("1 more clause (in the attached comparison): Terms"),
        "{shown}"
    );
    assert!(clauses(vec![date]).contains("Last updated"), "alone it is shown");
}

#[test]
fn the_clause_behind_the_reason_is_shown_however_small_it_is() {
    let mut change = contest_rules();
    change.hunks = (0..30)
        .map(|index| {
            hunk(&[&format!("Section {index}")], &["=The rule ", "-was this long one before", "+is now another one"])
        })
        .collect();
    change.hunks[29] = hunk(&["Section 29"], &["=You ", "-may", "+must", "= ask."]);
    change.assessment.reasons[0].hunk = Some(29);
    let letter = alert_on(&change, Language::German);
    assert!(letter.text.contains("Section 29") && letter.html.contains("Section 29"));
    assert!(letter.text.contains("weitere Stellen"));
}
