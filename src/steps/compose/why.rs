//! Which of a change's reasons a reader is shown: those that say what changed. From when it holds and what of ours it touches
//! stand beside it anyhow.

use super::scene::Scene;
use crate::model::{Because, Change, Reason};
use crate::steps::text::dates::find_dates;

/// The reasons that say something which does not stand in the table on the change.
pub(super) fn telling<'a>(scene: Scene<'_>, change: &'a Change) -> impl Iterator<Item = &'a Reason> {
    let touched: Vec<&str> = scene.touched(change).into_iter().map(|asset| asset.name.as_str()).collect();
    let judged = &change.assessment;
    let tells = |reason: &&Reason| match &reason.because {
        Because::HoldsFrom { date, .. } => judged.effective_date != Some(*date),
        Because::NewText { .. } => !says_only_when(change, reason.hunk),
        Because::WordedAnew { quote } => !names_only_the_day(change, quote),
        Because::Stake { asset, .. } => !touched.contains(&asset.as_str()),
        _ => true,
    };
    judged.reasons.iter().filter(tells).collect::<Vec<_>>().into_iter()
}

/// Words of a passage that names a day and has hardly room for anything else.
const A_DAY: usize = 12;

/// Whether a passage does nothing but name the day of effect: "These rules take effect on 20 December 2026."
fn says_only_when(change: &Change, hunk: Option<usize>) -> bool {
    let is_of_it = |reason: &Reason| {
        let names_it =
            matches!(reason.because, Because::HoldsFrom { date, .. } if change.assessment.effective_date == Some(date));
        names_it && reason.hunk == hunk
    };
    let after = hunk.and_then(|index| change.hunks.get(index)).and_then(|hunk| hunk.after.as_deref());
    after.is_some_and(|after| after.split_whitespace().nth(A_DAY).is_none())
        && change.assessment.reasons.iter().any(is_of_it)
}

/// Whether a sentence that came into a passage only names the day of effect, which stands in the table.
fn names_only_the_day(change: &Change, quote: &str) -> bool {
    let day = change.assessment.effective_date;
    quote.split_whitespace().nth(A_DAY).is_none() && find_dates(quote).iter().any(|(_, named)| Some(*named) == day)
}

/// What changed, in a sentence.
pub(super) fn first(scene: Scene<'_>, change: &Change) -> Option<String> {
    telling(scene, change).next().map(|reason| scene.reason(reason))
}
