//! Kind and tier of a change, before assets and team rules have their say.

use super::case::Case;
use super::features::features;
use super::model::{MODEL, Model, Opinion};
use super::rules::plain;
use crate::model::{Kind, Tier};
use crate::steps::judge::features::list::Features;

// These bounds were chosen on documents that the model had not seen (`cargo run --release --example train -- check`).

/// From which likelihood on a change is an alert: a lost alert weighs more than one too many.
pub(super) const ALONE: f32 = 0.38;

/// The same for one passage of several: of many guesses the highest is more often wrong than one is.
pub(super) const BESIDE_OTHERS: f32 = 0.5;

/// From which likelihood of an alert on nothing is hidden.
const OWED: f32 = 0.2;

/// Up to which likelihood of being nobody's business a change is told all the same.
pub(super) const NONE: f32 = 0.65;

/// Editorial changes are rare, and the trees shy away from what is rare.
const RARE: f32 = 1.25;

/// What the words say; an alert from that likelihood on.
pub(super) fn verdict(case: &Case<'_>, features: &Features, model: Option<&Model>, alert: f32) -> (Kind, Tier) {
    if case.comparison.is_noise() {
        return (Kind::Noise, Tier::None);
    }
    if let Some(plain) = plain::verdict(case, features) {
        return plain;
    }
    // Without a model nothing may be hidden.
    let opinion = |model: &Model| decide(model.opinion(features), alert);
    model.map_or((Kind::Substantive, Tier::Alert), opinion)
}

/// Kind and tier for an opinion.
fn decide(opinion: Opinion, alert_from: f32) -> (Kind, Tier) {
    let Opinion { noise, editorial, substantive, alert, .. } = opinion;
    let kind = if substantive >= noise && substantive >= editorial * RARE {
        Kind::Substantive
    } else if editorial * RARE >= noise {
        Kind::Editorial
    } else {
        Kind::Noise
    };
    let none = nobodys(&opinion);
    let tier = if substantive * alert >= alert_from {
        Tier::Alert
    } else if none > NONE && substantive * alert < OWED {
        Tier::None
    } else {
        Tier::Fyi
    };
    // One answer must not contradict the other: noise is for nobody, and what is told is at least a wording.
    match (kind, tier) {
        (Kind::Noise, Tier::Fyi | Tier::Alert) if substantive >= editorial => (Kind::Substantive, tier),
        (Kind::Noise, Tier::Fyi | Tier::Alert) => (Kind::Editorial, tier),
        (Kind::Editorial, Tier::Alert) => (Kind::Substantive, tier),
        _ => (kind, tier),
    }
}

/// How likely it is that nobody needs to read it.
pub(super) fn nobodys(opinion: &Opinion) -> f32 {
    opinion.noise + opinion.editorial * (1.0 - opinion.skim)
}

/// What the model asked of a change and how much each answer weighs, the weightiest first.
#[must_use]
pub fn why(case: &Case<'_>) -> Vec<(String, f32)> {
    MODEL.as_ref().map(|model| model.why(&features(case))).unwrap_or_default()
}
