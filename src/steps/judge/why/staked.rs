//! By what an asset is at stake, in a word of the page.

use super::passages_of::ChangedWords;
use crate::model::{Because, StakedBy};
use crate::steps::judge::stakes::Stake;
use crate::steps::judge::topics;

/// That an asset is at stake, and by what.
pub(in crate::steps::judge) fn stake(stake: &Stake<'_>, reading: &ChangedWords) -> Because {
    let keyword = stake.keyword.map(|keyword| StakedBy::Keyword(keyword.to_owned()));
    let topic = || {
        let topic = stake.topic?;
        Some(StakedBy::Topic { topic, word: topics::telling_word(reading, topic)? })
    };
    Because::Stake { asset: stake.asset.name.clone(), by: keyword.or_else(topic).unwrap_or(StakedBy::Platform) }
}
