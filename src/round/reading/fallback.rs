//! Selectors that have lost their text: the main text is read instead, and compared with its like.

use super::reader::Reader;
use crate::io::store::{Store, StoreResult};
use crate::model::{Loss, Snapshot, Version};
use crate::steps::compare;
use crate::steps::extract::{self, Extract};

impl Reader<'_> {
    /// Brings the last version and what was read now to one way of reading, so that our falling back and our return are
    /// never taken for a change of the rules.
    ///
    /// # Errors
    /// Of the store.
    pub fn alike(
        &self,
        store: &Store,
        base: Option<Version>,
        snapshot: &Snapshot,
        extract: Extract,
    ) -> StoreResult<(Option<Version>, Extract)> {
        let Some(base) = base else { return Ok((None, extract)) };
        if !self.has_selectors() {
            return Ok((Some(base), extract));
        }
        let extract = if self.has_decayed(&base, snapshot, &extract) {
            self.main_text(snapshot).unwrap_or(extract)
        } else {
            extract
        };
        match (base.document.fallback, extract.document.fallback) {
            (false, true) => {
                let again = self.by_main_text(store, &base)?;
                Ok((Some(again.unwrap_or(base)), extract))
            }
            (true, false) => self.returned(store, base, snapshot, extract),
            _ => Ok((Some(base), extract)),
        }
    }

    /// The selectors work again: the last version is read by them, or, where it cannot be, this page takes its place once
    /// its main text is known to be the same.
    fn returned(
        &self,
        store: &Store,
        base: Version,
        snapshot: &Snapshot,
        extract: Extract,
    ) -> StoreResult<(Option<Version>, Extract)> {
        if let Some(again) = self.made_again(store, &base)?
            && !again.document.fallback
        {
            store.replace_version(&again)?;
            return Ok((Some(again), extract));
        }
        let Some(main) = self.main_text(snapshot) else { return Ok((Some(base), extract)) };
        if compare::fingerprint(&main.document) != base.fingerprint {
            return Ok((Some(base), main));
        }
        let fingerprint = compare::fingerprint(&extract.document);
        let again = Version { document: extract.document.clone(), fingerprint, ..base };
        store.replace_version(&again)?;
        Ok((Some(again), extract))
    }

    /// The version by the page's main text, without the watch's selectors; kept, so that it is made only once.
    fn by_main_text(&self, store: &Store, version: &Version) -> StoreResult<Option<Version>> {
        let stored = store.snapshot(&version.watch, &version.part, &version.snapshot);
        let Some(stored) = store.unless_damaged(&version.watch, Loss::Rest, stored)?.flatten() else { return Ok(None) };
        let Some(main) = self.main_text(&stored.snapshot) else { return Ok(None) };
        let again =
            Version { fingerprint: compare::fingerprint(&main.document), document: main.document, ..version.clone() };
        store.replace_version(&again)?;
        Ok(Some(again))
    }

    fn has_decayed(&self, base: &Version, snapshot: &Snapshot, selected: &Extract) -> bool {
        let (before, now) = (&base.document, &selected.document);
        !before.fallback
            && !now.fallback
            && extract::is_shrunk(before, now)
            && self.main_text(snapshot).is_some_and(|main| extract::is_decayed(before, now, &main.document))
    }
}
