//! Reads HTML into blocks.

use super::draft::{Draft, Gatherer};
use super::{Extract, Reading};
use crate::model::{BlockKind, Trouble};

pub(super) fn read(_source: &str, _reading: Reading<'_>) -> Result<Extract, Trouble> {
    Err(Trouble::Empty)
}

pub(super) fn read_fragment(source: &str) -> Vec<Draft> {
    let mut gatherer = Gatherer::default();
    for part in source.split('<') {
        gatherer.text(part.split_once('>').map_or(part, |(_, text)| text), false);
    }
    gatherer.finish(BlockKind::Paragraph).into_iter().collect()
}
