//! A browser that has learned to see: what the last version took for shown and is marked as hidden now was not removed.

use std::collections::HashSet;

use super::reader::Reader;
use crate::io::fetch::MARKED;
use crate::io::store::{Store, StoreResult};
use crate::model::{Loss, Snapshot, Version};
use crate::steps::compare;
use crate::steps::extract::Extract;

/// How the browser's door marks what no reader sees.
const MARK: &str = " data-hausrecht-shown=\"hidden\"";

impl Reader<'_> {
    /// The last version without what stands in the page and is hidden, where it came from a browser that did not say so.
    ///
    /// It is asked only once, while the version still bears the mark of an older extractor.
    ///
    /// # Errors
    /// Of the store.
    pub fn as_seen_now(
        &self,
        store: &Store,
        base: Version,
        snapshot: &Snapshot,
        extract: &Extract,
    ) -> StoreResult<Version> {
        let stored = store.snapshot(&base.watch, &base.part, &base.snapshot);
        let stored = store.unless_damaged(&base.watch, Loss::Rest, stored)?.flatten();
        let is_marked = |snapshot: &Snapshot| snapshot.header(MARKED).is_some();
        if !is_marked(snapshot) || stored.is_none_or(|stored| is_marked(&stored.snapshot)) {
            return Ok(base);
        }
        let unmarked = String::from_utf8_lossy(&snapshot.body).replace(MARK, "");
        let Ok(all) = self.read(&Snapshot { body: unmarked.into_bytes(), ..snapshot.clone() }) else { return Ok(base) };
        let shown: HashSet<&str> = extract.document.blocks.iter().map(|block| block.text.as_str()).collect();
        let all = all.document.blocks.iter().map(|block| block.text.as_str());
        let hidden: HashSet<&str> = all.filter(|text| !shown.contains(text)).collect();
        let mut document = base.document.clone();
        document.blocks.retain(|block| !hidden.contains(block.text.as_str()));
        if document.blocks.len() == base.document.blocks.len() {
            return Ok(base);
        }
        let again = Version { fingerprint: compare::fingerprint(&document), document, ..base };
        store.replace_version(&again)?;
        Ok(again)
    }
}
