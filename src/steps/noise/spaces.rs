//! Rule: the words of both sides are the same once they are run together: a space got lost or came in.
//!
//! Evidence: every letter and digit is there, in order; numbers stay apart, for 1.5 is not 15, and no word that turns a rule
//! round was made or lost ("inactive", "in active"; "no table", "notable"). Verdict: markup.

use super::DifferingBlocks;
use super::surroundings::Surroundings;
use crate::steps::text;
use crate::steps::text::turned::{has_opposite, is_negation};

/// Shorter words come of others that are cut.
const SHORT: usize = 3;

/// Whether nothing differs but where words are parted.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    glued(difference.before()) == glued(difference.after())
        && opposites(difference.before()) == opposites(difference.after())
        && denials(difference.before()) == denials(difference.after())
}

/// The words of a text that have an opposite, in order.
fn opposites(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    text::each_word(text, |word, _| {
        if word.chars().count() > SHORT && has_opposite(word) {
            found.push(word.to_owned());
        }
    });
    found
}

/// How often a text says no.
fn denials(text: &str) -> usize {
    let mut found = 0;
    text::each_word(text, |word, _| found += usize::from(is_negation(word)));
    found
}

fn glued(text: &str) -> String {
    let mut glued = String::new();
    text::each_word(text, |word, _| {
        let numbers = glued.ends_with(|letter: char| letter.is_numeric()) && word.starts_with(char::is_numeric);
        if numbers {
            glued.push('.');
        }
        glued.push_str(word);
    });
    glued
}
