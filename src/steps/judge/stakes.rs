//! Which of a team's assets a change touches: platform and topics decide, the asset's own words refine.

use jiff::civil::Date;

use super::case::Case;
use crate::model::{Asset, Topic, platform_key};
use crate::steps::judge::why::passages_of::ChangedWords;
use crate::steps::text::tokens;

/// An asset that a change touches, and by what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stake<'a> {
    pub(super) asset: &'a Asset,
    /// The asset's own word that stands in the changed text.
    pub(super) keyword: Option<&'a str>,
    /// The topic that it shares with the change.
    pub(super) topic: Option<Topic>,
}

/// The live assets at stake, those that the text names first. One that ends before the day from which the words hold is at
/// stake no more.
pub(super) fn stakes<'a>(
    case: &Case<'a>,
    reading: &ChangedWords,
    topics: &[Topic],
    holds_from: Option<Date>,
) -> Vec<Stake<'a>> {
    let is_live = |asset: &Asset| asset.is_live(case.seen_on) && holds_from.is_none_or(|day| asset.is_live(day));
    let is_here = |asset: &&Asset| platform_key(&asset.platform) == platform_key(case.platform);
    let here = case.assets.iter().filter(|asset| is_live(asset)).filter(is_here);
    let mut found: Vec<_> = here
        .filter_map(|asset| {
            let keyword = asset.keywords.iter().map(String::as_str).find(|keyword| names(reading, keyword));
            let topic = topics.iter().copied().find(|topic| asset.topics.contains(topic));
            let touched = keyword.is_some() || topic.is_some() || (asset.topics.is_empty() && !topics.is_empty());
            touched.then_some(Stake { asset, keyword, topic })
        })
        .collect();
    found.sort_by_key(|stake| stake.keyword.is_none());
    found
}

/// Whether the changed text or its headings hold the word, also as the beginning of a longer one ("landing tabs").
fn names(reading: &ChangedWords, keyword: &str) -> bool {
    let mut pattern = tokens::joined(keyword);
    pattern.pop();
    let texts = [&reading.around, &reading.removed, &reading.headings];
    !pattern.is_empty() && texts.into_iter().any(|text| text.contains(&pattern))
}
