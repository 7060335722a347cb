//! Our own changes are never theirs: what an older extractor or other selections made is made again, silently.

use super::reader::Reader;
use crate::io::pdf::PdfReader;
use crate::io::store::{Store, StoreResult};
use crate::model::{Edition, Loss, Memory, Origin, Page, Version, Watch};
use crate::steps::extract::printed;
use crate::steps::{compare, confirm, extract};

/// What became of a history that was read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reread {
    pub versions: usize,
    /// Versions whose text is another one now.
    pub differing: usize,
    /// Versions whose snapshot the present extractor cannot read; they stay as they are.
    pub unreadable: usize,
}

/// Reads every version of a page again from its stored snapshot.
///
/// # Errors
/// Of the store.
pub fn reread(store: &Store, pdf: &PdfReader, watch: &Watch, page: &Page) -> StoreResult<Reread> {
    let mut done = Reread::default();
    let reader = Reader::of(pdf, watch, page);
    let memory = store.page(&watch.id, &page.part)?.map(|state| state.memory).unwrap_or_default();
    let versions = store.versions(&watch.id, &page.part)?;
    let newest = versions.last().map(|version| version.id);
    for version in versions {
        done.versions += 1;
        // The newest version leaves out words that wait to be confirmed; reading it again would take them as known.
        if Some(version.id) == newest && memory.passages.waits() {
            continue;
        }
        match reader.made_again(store, &version)? {
            Some(again) => {
                done.differing += usize::from(again.fingerprint != version.fingerprint);
                store.replace_version(&again)?;
            }
            None => done.unreadable += 1,
        }
    }
    Ok(done)
}

impl Reader<'_> {
    /// A version made by the present extractor with the present selections, and so are the editions beside it.
    ///
    /// Words of its snapshot that still wait to be told stay out of it. Where they are not found in it as it reads now, the base
    /// is the version before, and what was told may be told once more: that is the lesser evil.
    ///
    /// # Errors
    /// Of the store.
    pub fn upgraded(&self, store: &Store, base: Version, memory: &mut Memory) -> StoreResult<Version> {
        if base.extractor == self.mark() {
            return Ok(base);
        }
        let editions = std::mem::take(&mut memory.editions);
        memory.editions = self.editions(store, &base, editions)?;
        let again = self.without_what_waits(store, &base, memory)?;
        if again.is_none() && memory.passages.waits() {
            let before = store.unless_damaged(&base.watch, Loss::Rest, store.version_before(&base))?.flatten();
            let again = before.map(|before| self.without_what_waits(store, &before, memory)).transpose()?.flatten();
            return Ok(again.map_or_else(|| base.clone(), |again| Version { id: base.id, ..again }));
        }
        match again {
            Some(again) => {
                store.replace_version(&again)?;
                Ok(again)
            }
            None => Ok(base),
        }
    }

    /// The version as its snapshot reads now, but for what waited to be told when that was seen; none where it cannot be read, or
    /// that is not found in it.
    fn without_what_waits(&self, store: &Store, version: &Version, memory: &Memory) -> StoreResult<Option<Version>> {
        let Some(again) = self.made_again(store, version)? else { return Ok(None) };
        let stored = store.snapshot(&version.watch, &version.part, &version.snapshot);
        let stored = store.unless_damaged(&version.watch, Loss::Rest, stored)?.flatten();
        // The version itself may be dated earlier than its snapshot.
        let seen_at = stored.map_or(version.seen_at, |stored| stored.snapshot.fetched_at);
        let document = confirm::made_again(&version.document, again.document, &memory.passages, seen_at);
        let made = |document| Version { fingerprint: compare::fingerprint(&document), document, ..version.clone() };
        Ok(document.map(|document| Version { extractor: self.mark(), ..made(document) }))
    }

    /// The editions beside the reader's own, as their snapshots read now; what can no longer be read begins anew.
    fn editions(&self, store: &Store, own: &Version, editions: Vec<Edition>) -> StoreResult<Vec<Edition>> {
        let mut again = Vec::with_capacity(editions.len());
        for edition in editions {
            let stored = store.snapshot(&own.watch, &own.part, &edition.snapshot);
            let Some(stored) = store.unless_damaged(&own.watch, Loss::Rest, stored)?.flatten() else { continue };
            let Ok(found) = self.read(&stored.snapshot) else { continue };
            let seen_at = stored.snapshot.fetched_at;
            let document = confirm::made_again(&edition.document, found.document, &edition.passages, seen_at);
            // Told once more, at worst, is what it says in the old way of reading.
            let document = document.unwrap_or_else(|| edition.document.clone());
            again.push(Edition { document, ..edition });
        }
        Ok(again)
    }

    /// The version as its snapshot reads now; none where the snapshot can no longer be read.
    pub(in crate::round) fn made_again(&self, store: &Store, version: &Version) -> StoreResult<Option<Version>> {
        let stored = store.snapshot(&version.watch, &version.part, &version.snapshot);
        let Some(stored) = store.unless_damaged(&version.watch, Loss::Rest, stored)?.flatten() else { return Ok(None) };
        let Ok(mut again) = self.read(&stored.snapshot) else { return Ok(None) };
        if stored.snapshot.origin == Origin::Hand && extract::is_pdf(&stored.snapshot) {
            again.document = printed::within(&version.document, &printed::PageAround::default(), &[], again.document)
                .unwrap_or_else(|_| version.document.clone());
        }
        Ok(Some(Version {
            fingerprint: compare::fingerprint(&again.document),
            document: again.document,
            extractor: self.mark(),
            ..version.clone()
        }))
    }
}
