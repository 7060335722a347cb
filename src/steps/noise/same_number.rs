//! Rule: the same number in digits and in words ("three strikes", "3 strikes").
//!
//! Evidence: as many words on both sides, and each is the same, or one is the other in digits. Verdict: typography.

use super::DifferingBlocks;
use super::labels::normal;
use super::surroundings::Surroundings;
use crate::steps::text::numbers::in_digits;

/// Whether nothing differs but how numbers are written.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (before, after) = (normal(difference.before()), normal(difference.after()));
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split(' ').collect(), after.split(' ').collect());
    old != new && old.len() == new.len() && old.iter().zip(&new).all(|(old, new)| old == new || are_one(old, new))
}

fn are_one(old: &str, new: &str) -> bool {
    let is_digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(old) && in_digits(new) == Some(old) || is_digits(new) && in_digits(old) == Some(new)
}
