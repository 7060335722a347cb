//! What is never passed over in a language without rules: much text that changed, and a passage with a number or a sign of
//! yes and no that came, went or changed.

use crate::model::{Assessment, Because, Comparison, Edit, Hunk, Kind, Reason, Tier, count_words};
use crate::steps::text::unruled::{is_unruled, shifts_a_sign};

/// So many words, as the script counts them, are no slip of a page. The judgement reads nothing of them, so they are fewer
/// than elsewhere.
const MUCH: usize = 30;

/// Whether a passage in such a language is told by its signs.
pub(in crate::steps::judge) fn shows_a_sign(hunks: &[Hunk]) -> bool {
    hunks.iter().any(shifts_a_sign)
}

/// Where much text changed in such a language and the judgement finds nothing in it, it is told as a detail.
pub(in crate::steps::judge) fn not_passed_over(comparison: &Comparison, assessment: Assessment) -> Assessment {
    if assessment.tier != Tier::None || comparison.is_noise() {
        return assessment;
    }
    let unruled =
        comparison.hunks.iter().filter(|hunk| hunk.after.as_deref().or(hunk.before.as_deref()).is_some_and(is_unruled));
    let (mut added, mut removed) = (0, 0);
    for edit in unruled.flat_map(|hunk| &hunk.edits) {
        match edit {
            Edit::Kept(_) => {}
            Edit::Added(text) => added += count_words(text),
            Edit::Removed(text) => removed += count_words(text),
        }
    }
    if added + removed < MUCH {
        return assessment;
    }
    let reasons = vec![Reason::of_the_whole(Because::MuchChanged { added, removed })];
    Assessment { kind: assessment.kind.max(Kind::Editorial), tier: Tier::Fyi, reasons, ..assessment }
}
