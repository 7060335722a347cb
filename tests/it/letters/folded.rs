//! The comparison beside a letter shows what stayed, too: folded, and never on paper.

use std::fmt::Write as _;

use crate::house::history::History;

/// A document of fifteen sections, of which twelve change.
fn page(may: &str) -> String {
    let mut body = String::new();
    for number in 0..15 {
        let word = if number < 12 { may } else { "may" };
        let _ = write!(
            body,
            "<h2>Section {number}</h2><p>Everybody reads section {number} before they begin.</p>\
             <p>You {word} hold contest number {number} on your page.</p>"
        );
    }
    format!(
        "<!doctype html><html lang=en><head><title>Contests</title></head><body><main><h1>Contests</h1>{body}</main></body></html>"
    )
}

#[test]
fn what_stayed_is_folded_in_the_comparison_beside_the_letter() {
    let history = History::new().watch("contests", "Contest Rules");
    history.shows("contests", &page("may")).days(1).shows("contests", &page("must not")).days(2);
    let letters = history.letters();
    let (_, file) = &letters[0].attachments[0];
    assert!(file.contains("<details><summary>2 unchanged paragraphs</summary>"), "{file}");
    for part in [
        "<p dir=\"auto\" class=\"head\" lang=\"en\">Section 13</p>",
        "<p dir=\"auto\" lang=\"en\">You may hold contest number 14 on your page.</p>",
        "<p dir=\"auto\" lang=\"en\">Everybody reads section 4 before they begin.</p>",
    ] {
        assert!(file.contains(part), "{part}\n{file}");
    }
    let at = |text: &str| file.find(text).unwrap_or_else(|| panic!("{text}"));
    assert!(at("contest number 3 ") < at("reads section 4 ") && at("reads section 4 ") < at("contest number 4 "));
    assert!(file.contains("@media print { details > p { display: none; }") && !file.contains("<details open"));
    assert!(!file.contains("unchanged text is not repeated"));
    if let Some(folder) = std::env::var_os("HAUSRECHT_GALLERY") {
        std::fs::write(std::path::Path::new(&folder).join("folded-en.whole.html"), file).unwrap();
    }
}

#[test]
fn where_the_texts_are_not_at_hand_the_comparison_says_so() {
    let mut change = super::samples::contest_rules();
    change.hunks = (0..20).map(|_| change.hunks[0].clone()).collect();
    let letter = super::alert_on(&change, hausrecht::model::Language::English);
    let (_, file) = &letter.attachments[0];
    assert!(file.contains("Only what changed is shown here; unchanged text is not repeated."), "{file}");
    assert!(!file.contains("<details>"));
}
