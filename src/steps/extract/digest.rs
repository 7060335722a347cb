//! What a look read of a page, as a digest: where it reads the same again, there is nothing to compare.

use std::hash::{Hash, Hasher};

use sha2::{Digest as _, Sha256};

use super::format::{self, Format};
use super::reading::Extract;
use crate::model::{Document, Snapshot};

/// SHA-256, in hexadecimal, of all that the steps behind the extractor are given of a page.
///
/// Where links lead counts only with `targets`. A list of documents is its links; elsewhere another target is no rule, and whoever
/// asks for targets (a page that only leads on, marks of footnotes) does so of words that differ from those before.
#[must_use]
pub fn digest(extract: &Extract, snapshot: &Snapshot, targets: bool) -> String {
    let Extract { document, signs } = extract;
    let Document { title, language, blocks, fallback } = document;
    let mut hasher = Sha(Sha256::new());
    (title, language, fallback, blocks.len(), signs).hash(&mut hasher);
    let format = format::of(snapshot);
    let targets = targets || format == Format::Feed;
    for block in blocks {
        (block.kind, &block.text, block.outside, block.links.len()).hash(&mut hasher);
        for link in &block.links {
            (&link.text, targets.then_some(&link.target)).hash(&mut hasher);
        }
    }
    // What else of the answer bears on whether it is the document, and all of it.
    (format, snapshot.is_rendered(), snapshot.is_marked(), snapshot.origin).hash(&mut hasher);
    snapshot.url.as_str().hash(&mut hasher);
    snapshot.frames_read().collect::<Vec<_>>().hash(&mut hasher);
    hasher.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Takes what is hashed into a digest by which texts are known for certain.
struct Sha(Sha256);

impl Hasher for Sha {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Nobody asks for a short number of it.
    fn finish(&self) -> u64 {
        0
    }
}
