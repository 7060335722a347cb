//! Rules that stand in shapes which pages also use for what is no rule: links, labels, single words, what each section
//! repeats. A change of one is told to the letter; what only looks like it is not.

mod above;
mod answers;
mod apart;
mod cards;
mod each_section;
mod hubs;
mod keys;
mod keys_that_bound;
mod named;
mod single;

use serde_json::Value;

use super::texts::{SHOPS, with_clause};
use crate::house::history::{History, hunks, says};
use crate::pages::{BUILDS, Build, body, page};

/// A page before and after, and the words by which the change is known: one side's may be nothing.
struct Case {
    id: &'static str,
    sides: [String; 2],
    words: [&'static str; 2],
    /// Whether it must be told, and not only recorded: what a word is worth is for the judgement to say.
    is_weighty: bool,
}

impl Case {
    /// It is recorded as a difference that no rule holds back.
    fn at_least_recorded(self) -> Self {
        Self { is_weighty: false, ..self }
    }
}

/// The middle of a page, in which SIDE is one thing and then the other.
fn case(id: &'static str, markup: &str, sides: [&str; 2], words: [&'static str; 2]) -> Case {
    Case { id, sides: sides.map(|side| markup.replace("SIDE", side)), words, is_weighty: true }
}

/// The rules for shops as the middle of a page, with that mark-up among them.
fn among_rules(markup: &str) -> String {
    body(&with_clause(SHOPS, "Prices", "MARK")).replace("<p>MARK</p>", markup)
}

/// The rules for shops as the middle of a page, with that mark-up at their end.
fn after_rules(markup: &str) -> String {
    format!("{}{markup}", body(SHOPS))
}

fn document(build: Build, middle: &str) -> String {
    let (head, middle) = middle.split_once("BODY").unwrap_or(("", middle));
    page(build, "en", "Rules for Shops | Plaudernetz", middle).replace("</head>", &format!("{head}</head>"))
}

/// The past of a page, five days on one side and three on the other. Each page has a house of its own: what comes in
/// several documents of a house on one day is told for one.
fn past_of(build: Build, case: &Case) -> History {
    let past = History::new().watch(case.id, "Rules for Shops");
    for (days, side) in [(5, 0), (3, 1)] {
        past.shows(case.id, &document(build, &case.sides[side])).days(days);
    }
    past
}

/// Each change is told by a letter, on pages of both builds, and the words of both sides stand in what is told.
#[track_caller]
fn all_told(cases: &[Case]) {
    let mut lost = Vec::new();
    for (&build, case) in BUILDS.iter().flat_map(|build| cases.iter().map(move |case| (build, case))) {
        let past = past_of(build, case);
        let Case { id, words: [before, after], is_weighty, .. } = case;
        let has = |text: &Value, words: &str| words.is_empty() || says(text, words);
        let is_told =
            |hunk: &Value| hunk["held_by"].is_null() && has(&hunk["before"], before) && has(&hunk["after"], after);
        let changes = if *is_weighty { past.told(id) } else { past.log(id) };
        let in_log = changes.iter().any(|change| hunks(change).iter().any(is_told));
        // In a letter the words of both sides stand among one another.
        let final_word = |words: &str| words.rsplit(' ').next().unwrap_or_default().to_owned();
        let in_letter = !is_weighty
            || past
                .letters_on(id)
                .iter()
                .any(|letter| letter.contains(&final_word(before)) && letter.contains(&final_word(after)));
        if !(in_log && in_letter) {
            let held = past.held(id);
            lost.push(format!("{id} on {build:?} ({in_log}, {in_letter}):\n{}\nheld: {held:?}", past.account_of(id)));
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n\n"));
}

/// Nothing of these is told.
#[track_caller]
fn none_told(cases: &[Case]) {
    let mut told = Vec::new();
    for (&build, case) in BUILDS.iter().flat_map(|build| cases.iter().map(move |case| (build, case))) {
        let past = past_of(build, case);
        if !past.told(case.id).is_empty() || past.is_blind(case.id) {
            told.push(format!("{} on {build:?}:\n{}", case.id, past.account_of(case.id)));
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n\n"));
}
