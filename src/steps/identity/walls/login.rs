//! Rule: a page that asks for a login.
//!
//! Evidence: few words, and a field for a password, or a phrase on logging in at the head of the page (anywhere, where the
//! document is gone) that speaks of no error; no sections as a document
//! has them, and other sentences than rules. Verdict: a wall; it never is the document.

use std::sync::LazyLock;

use super::error;
use super::facts::{Facts, Phrases, has};
use crate::model::Trouble;
use crate::steps::text::languages::union;

static LOGIN: Phrases = LazyLock::new(|| union(|words| &words.login));

/// A login is a form, perhaps with a list of languages and a footer; where the document stood before, it may be longer.
const WITH_FIELD: (usize, usize) = (150, 400);
const BY_WORDS: (usize, usize) = (100, 150);

/// A text of so many sections is a document with a login beside it: a login page has hardly a heading.
const SECTIONS: usize = 3;

/// Whether a page asks for a login.
pub(super) fn names(facts: &Facts<'_>) -> Option<Trouble> {
    if facts.sections >= SECTIONS || facts.are_rules() {
        return None;
    }
    let asks =
        || has(if facts.instead { &facts.text } else { &facts.head }, &LOGIN) > 0 && !error::says_so(&facts.head);
    let by_field = facts.words < facts.bound(WITH_FIELD.0, WITH_FIELD.1) && facts.signs.password_fields > 0;
    let by_words = facts.words < facts.bound(BY_WORDS.0, BY_WORDS.1) && asks();
    (by_field || by_words).then_some(Trouble::LoginWall)
}
