//! Rule: the words of both sides are the same once they are run together: a space got lost or came in.
//!
//! Evidence: every letter and digit is there, in order; numbers stay apart, for 1.5 is not 15. Verdict: markup.

use super::DifferingBlocks;
use super::surroundings::Surroundings;
use crate::steps::text;

/// Whether nothing differs but where words are parted.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    glued(difference.before()) == glued(difference.after())
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
