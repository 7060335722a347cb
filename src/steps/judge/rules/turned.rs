//! What is never passed over: a passage that stays but for a word, sign or number that turns its rule round.

use crate::model::Hunk;
use crate::steps::noise::translation::says_other_figures;
use crate::steps::text::numbers::sets_another_number;
use crate::steps::text::turned::turns_a_rule;

/// Whether one of the passages says the opposite, names another country or currency, or sets another number, be it in translation.
pub(in crate::steps::judge) fn is_turned(hunks: &[Hunk]) -> bool {
    hunks.iter().any(|hunk| {
        let other_figures = |(before, after): (&str, &str)| says_other_figures(before, after);
        turns_a_rule(hunk)
            || sets_another_number(hunk)
            || hunk.before.as_deref().zip(hunk.after.as_deref()).is_some_and(other_figures)
    })
}
