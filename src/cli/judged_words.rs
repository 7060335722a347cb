//! The words of a judgement for people: in English the keys that the watchlist and JSON know, in German the letters' words.

use super::tongue;
use crate::model::{Direction, Kind, Language, Noise, Tier, Topic};
use crate::steps::compose;

/// How important it is.
pub fn tier(tier: Tier) -> &'static str {
    match tongue::spoken() {
        Language::English => tier.key(),
        Language::German => compose::tier(tier, Language::German),
    }
}

/// What it is about.
pub fn topic(topic: Topic) -> &'static str {
    match tongue::spoken() {
        Language::English => topic.key(),
        Language::German => compose::topic(topic, Language::German),
    }
}

/// Its topics in a row.
pub fn topics(topics: &[Topic]) -> String {
    topics.iter().map(|one| topic(*one)).collect::<Vec<_>>().join(", ")
}

/// Which way the rules moved.
pub fn direction(direction: Direction) -> &'static str {
    match (tongue::spoken(), direction) {
        (Language::English, _) => direction.key(),
        (Language::German, Direction::Stricter) => "strenger",
        (Language::German, Direction::Looser) => "lockerer",
        (Language::German, Direction::Removed) => "weggefallen",
        (Language::German, Direction::New) => "neu",
        (Language::German, Direction::Neutral) => "weder strenger noch lockerer",
        (Language::German, Direction::Mixed) => "teils strenger, teils lockerer",
    }
}

/// Of what class something is that is no change of rules.
pub fn noise(noise: Noise) -> &'static str {
    match tongue::spoken() {
        Language::English => noise.key(),
        Language::German => compose::noise(noise, Language::German),
    }
}

/// What sort of change it is.
pub fn kind(kind: Kind) -> &'static str {
    match (tongue::spoken(), kind) {
        (Language::English, _) => kind.key(),
        (Language::German, Kind::Noise) => "unwichtig",
        (Language::German, Kind::Editorial) => "redaktionell",
        (Language::German, Kind::Substantive) => "inhaltlich",
    }
}
