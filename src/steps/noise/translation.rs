//! Rule: a passage says in one language what it said in another: a page that was half translated and then wholly.
//!
//! Evidence: the language of both sides is certain, they differ, and the texts are about as long. What was also changed
//! in translation cannot be told apart; the row shows both texts. Verdict: taken into the text untold.

/// The language of a shorter text, in bytes, cannot be told.
const SHORTEST: usize = 80;

/// Whether one text may be the other in another language.
pub(in crate::steps) fn holds(before: &str, after: &str) -> bool {
    let alike = before.len() <= after.len() * 2 && after.len() <= before.len() * 2;
    alike && language(before).zip(language(after)).is_some_and(|(old, new)| old != new)
}

fn language(text: &str) -> Option<whatlang::Lang> {
    let found = whatlang::detect(text)?;
    (text.len() >= SHORTEST && found.is_reliable()).then(|| found.lang())
}
