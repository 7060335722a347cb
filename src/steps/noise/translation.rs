//! Rule: a passage says in one language what it said in another: a page that was half translated and then wholly.
//!
//! Evidence: the language of both sides is certain, they differ, the texts are about as long and name the same numbers.
//! What else was changed in translation cannot be told apart; the row shows both texts. Verdict: taken into the text untold.

use crate::steps::text::figures::same_figures;

/// The language of a shorter text, in bytes, cannot be told.
const SHORTEST: usize = 80;

/// Whether one text may be the other in another language.
pub(in crate::steps) fn holds(before: &str, after: &str) -> bool {
    let alike = before.len() <= after.len() * 2 && after.len() <= before.len() * 2;
    alike && is_in_another_language(before, after, true)
}

/// Whether one text is in another language and names other numbers: then it is no mere translation.
pub(in crate::steps) fn says_other_figures(before: &str, after: &str) -> bool {
    is_in_another_language(before, after, false)
}

fn is_in_another_language(before: &str, after: &str, same: bool) -> bool {
    if shares_half(before, after) {
        return false;
    }
    let languages = language(before).zip(language(after));
    languages.is_some_and(|(old, new)| old != new && same_figures((before, old), (after, new)) == same)
}

/// Whether both begin and end with the same letters, so that these are half of one of them: that is no other language.
fn shares_half(before: &str, after: &str) -> bool {
    let shorter = before.len().min(after.len());
    let alike = |(one, other): &(u8, u8)| one == other;
    let head = before.bytes().zip(after.bytes()).take_while(alike).count();
    let tail = before.bytes().rev().zip(after.bytes().rev()).take_while(alike).count();
    (head + tail) * 2 >= shorter
}

fn language(text: &str) -> Option<whatlang::Lang> {
    let found = whatlang::detect(text)?;
    (text.len() >= SHORTEST && found.is_reliable()).then(|| found.lang())
}
