//! "Did you mean": the known word nearest to one that was mistyped.

use super::said::{Spoken, said};

/// A hint where one of the known words is near.
#[must_use]
pub fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<Spoken> {
    nearest(written, known).map(|word| said!("did you mean `{word}`?", "gemeint ist vielleicht `{word}`"))
}

/// A hint in any case: the near word, or else all words to choose from.
pub(super) fn one_of<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Spoken {
    let known: Vec<&str> = known.into_iter().collect();
    let all = known.join(", ");
    did_you_mean(written, known.iter().copied()).unwrap_or_else(|| said!("one of {all}", "möglich sind {all}"))
}

/// The known word that is near to one that was mistyped, if one is.
#[must_use]
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A word of some hundred letters is nobody's slip, and comparing it would cost time.
    if written.len() > 64 {
        return None;
    }
    let folded = written.to_lowercase().replace([' ', '-'], "_");
    let letters = folded.chars().count();
    known
        .into_iter()
        .map(|word| (strsim::damerau_levenshtein(&folded, &word.to_lowercase().replace([' ', '-'], "_")), word))
        .filter(|(distance, _)| *distance <= (letters / 3).clamp(1, 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}
