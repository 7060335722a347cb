//! What is never passed over: a passage that stays but for a word, sign or number that turns its rule round.

use crate::model::{Edit, Hunk};
use crate::steps::noise::{bounds_another_day, translation::says_other_figures};
use crate::steps::text::conditions::narrows_otherwise;
use crate::steps::text::crossed::crosses_a_rule;
use crate::steps::text::numbers::sets_another_number;
use crate::steps::text::turned::turns_a_rule;
use crate::steps::text::units::sets_another_unit;
use crate::steps::text::way::takes_leave;

/// Whether one of the passages says the opposite, names another country or currency, or sets another number, be it in translation.
pub(in crate::steps::judge) fn is_turned(hunks: &[Hunk]) -> bool {
    hunks.iter().any(|hunk| {
        let other_figures = |(before, after): (&str, &str)| says_other_figures(before, after);
        turns_a_rule(hunk)
            || sets_another_number(hunk)
            || sets_another_unit(hunk)
            || narrows_otherwise(hunk)
            || crosses_a_rule(hunk)
            || is_seated_elsewhere(hunk)
            || bounds_another_day(hunk)
            || lists_other_codes(hunk)
            || hunk.before.as_deref().zip(hunk.after.as_deref()).is_some_and(other_figures)
    })
}

/// Whether one of the passages forbids now what it allowed.
pub(in crate::steps::judge) fn forbids(hunks: &[Hunk]) -> bool {
    hunks.iter().any(takes_leave)
}

/// A code has no more letters: "JPG", "MP4", "WEBP".
const CODE: usize = 4;

/// Whether a line that is nothing but short codes, such as formats, names others than before.
fn lists_other_codes(hunk: &Hunk) -> bool {
    let codes = |text: &str| {
        let mut codes: Vec<String> = Vec::new();
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        for word in words {
            let is_code = word.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
                && word.starts_with(|letter: char| letter.is_ascii_uppercase());
            if !is_code || !(2..=CODE).contains(&word.len()) {
                return None;
            }
            codes.push(word.to_owned());
        }
        codes.sort_unstable();
        Some(codes)
    };
    let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return false };
    codes(before).zip(codes(after)).is_some_and(|(old, new)| old != new && !old.is_empty() && !new.is_empty())
}

/// Whether the same words stand below another heading or another sentence that leads their list: "allowed" may have become
/// "forbidden" without a word.
fn is_seated_elsewhere(hunk: &Hunk) -> bool {
    matches!(hunk.edits.as_slice(), [Edit::Removed(_), Edit::Added(_), Edit::Kept(words)] if words.starts_with('\n'))
}
