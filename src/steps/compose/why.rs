//! Which of a change's reasons a reader is shown: those that say what changed. From when it holds and what of ours it touches
//! stand beside it anyhow.

use super::scene::Scene;
use crate::model::{Because, Change, Reason};

/// The reasons that say something which does not stand in the table on the change.
pub(super) fn telling<'a>(scene: Scene<'_>, change: &'a Change) -> impl Iterator<Item = &'a Reason> {
    let touched: Vec<&str> = scene.touched(change).into_iter().map(|asset| asset.name.as_str()).collect();
    let judged = &change.assessment;
    let tells = |reason: &&Reason| match &reason.because {
        Because::HoldsFrom { date, .. } => judged.effective_date != Some(*date),
        Because::Stake { asset, .. } => !touched.contains(&asset.as_str()),
        _ => true,
    };
    judged.reasons.iter().filter(tells).collect::<Vec<_>>().into_iter()
}

/// What changed, in a sentence.
pub(super) fn first(scene: Scene<'_>, change: &Change) -> Option<String> {
    telling(scene, change).next().map(|reason| scene.reason(reason))
}
