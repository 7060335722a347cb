//! Kind and tier from the signs in the changed words.

use super::Case;
use super::reading::Reading;
use super::signs::times;
use crate::model::{Kind, Tier, Topic};

/// What the words say, before assets and team rules have their say.
pub(super) fn verdict(case: &Case<'_>, reading: &Reading, topics: &[Topic]) -> (Kind, Tier) {
    let kind = kind(case, reading);
    let edge = [Topic::DataPrivacy, Topic::Minors, Topic::LiabilityLegal, Topic::Features];
    let tier = match kind {
        Kind::Noise | Kind::Editorial => Tier::None,
        Kind::Substantive if times("announce", &reading.added) > 0 => Tier::Alert,
        Kind::Substantive if topics.iter().all(|topic| edge.contains(topic)) => Tier::Fyi,
        Kind::Substantive => Tier::Alert,
    };
    (kind, tier)
}

fn kind(case: &Case<'_>, reading: &Reading) -> Kind {
    let words = reading.gained.values().sum::<usize>() + reading.lost.values().sum::<usize>();
    let changed = format!("{}{}", reading.added, reading.removed);
    if case.comparison.is_noise() || words == 0 || times("broken", &changed) > 0 {
        return Kind::Noise;
    }
    if reading.passages.iter().all(|passage| !passage.punctuated) && times("button", &changed) > 0 {
        return Kind::Noise;
    }
    let binding = ["duty", "ban", "leave", "exception", "enforce", "money"];
    let signs: u16 =
        binding.iter().map(|group| times(group, &reading.added).abs_diff(times(group, &reading.removed))).sum();
    if words > 25 || signs > 1 { Kind::Substantive } else { Kind::Editorial }
}
