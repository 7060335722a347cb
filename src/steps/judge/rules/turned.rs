//! What is never passed over: a passage that stays but for a word, sign or number that turns its rule round.

use crate::model::{Edit, Hunk};
use crate::steps::noise::translation::says_other_figures;
use crate::steps::text::numbers::sets_another_number;
use crate::steps::text::turned::turns_a_rule;

/// Whether one of the passages says the opposite, names another country or currency, or sets another number, be it in translation.
pub(in crate::steps::judge) fn is_turned(hunks: &[Hunk]) -> bool {
    hunks.iter().any(|hunk| {
        let other_figures = |(before, after): (&str, &str)| says_other_figures(before, after);
        turns_a_rule(hunk)
            || sets_another_number(hunk)
            || is_seated_elsewhere(hunk)
            || hunk.before.as_deref().zip(hunk.after.as_deref()).is_some_and(other_figures)
    })
}

/// Whether the same words stand below another heading or another sentence that leads their list: "allowed" may have become
/// "forbidden" without a word.
fn is_seated_elsewhere(hunk: &Hunk) -> bool {
    matches!(hunk.edits.as_slice(), [Edit::Removed(_), Edit::Added(_), Edit::Kept(words)] if words.starts_with('\n'))
}
