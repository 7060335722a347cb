//! What speaks against a page being the document that is known.

use super::similarity::Similarity;
use super::title::{self, Names};
use super::walls::{self, STUB};
use super::{language, vocabulary};
use crate::model::{Document, Trouble};
use crate::steps::extract::Extract;

/// A text that keeps so much of the last version is the document.
const KEPT: f64 = 0.45;
/// A page that keeps less of the last version is not whole where it also shows nothing new.
const WHOLE: f64 = 0.65;
const NOTHING_NEW: f64 = 0.95;
/// A piece of the document is known by so much of its words in a row, or of its blocks.
const PIECE: f64 = 0.8;
/// Fewer words are a note in the place of a longer policy: it is being revised, it has moved, come back soon.
const NOTE: usize = 150;
/// A text of the same name is a rewriting where it has so much of its vocabulary in common with the last version.
const SAME_THINGS: f64 = 0.5;
/// Texts on other subjects have no more than 0.3 of it in common.
const OTHER_THINGS: f64 = 0.35;
/// One that does not say what it is needs more: long texts of a house have as much in common whatever they are about.
const SAME_THINGS_UNNAMED: f64 = 0.7;

/// What speaks against a page being the document; none where it is, changed or written anew.
pub(super) fn doubt(own: &Document, extract: &Extract, words: usize, like: &Similarity) -> Option<Trouble> {
    let document = &extract.document;
    let known = Known::of(own, words, like);
    if known.is_the_text {
        return None;
    }
    if let Some(trouble) = walls::in_place_of_the_document(extract) {
        return Some(trouble);
    }
    if let Some((expected, found)) = language::other_language(own, document) {
        return Some(Trouble::WrongLanguage { expected, found });
    }
    if known.is_piece {
        return Some(Trouble::Partial);
    }
    if words < STUB && words * 3 < own.word_count() * 2 || words < NOTE && words * 3 < own.word_count() * 2 {
        return Some(walls::stub(extract));
    }
    (known.is_short || !is_rewriting(own, document)).then(|| Trouble::OtherDocument { title: title::title(document) })
}

/// Whether a text is that of an edition, changed or not: enough of it is there, and no piece of it alone.
pub(super) fn is_text_of(edition: &Document, document: &Document) -> bool {
    Known::of(edition, document.word_count(), &Similarity::of(edition, document)).is_the_text
}

/// How a text stands to one that is known.
struct Known {
    is_the_text: bool,
    /// Much is missing and nothing is new: sections that were not loaded, until they stay away.
    is_piece: bool,
    /// Less than half as long, and little of it known.
    is_short: bool,
}

impl Known {
    fn of(text: &Document, words: usize, like: &Similarity) -> Self {
        let is_short = words * 2 < text.word_count() && like.kept < KEPT;
        let cut_off = like.kept < WHOLE && like.known >= NOTHING_NEW && (is_short || !like.to_its_end);
        Self {
            is_the_text: !cut_off && !is_short && (like.kept >= KEPT || like.known >= KEPT),
            is_piece: cut_off || is_short && (like.known >= PIECE || words >= STUB && like.blocks_known >= PIECE),
            is_short,
        }
    }
}

/// Whether a text may be on the subject of the document: only where its own name says that it is not, and it speaks of
/// other things as well, is it another one.
pub(super) fn may_be_on_its_subject(own: &Document, document: &Document) -> bool {
    title::compare(own, document) != Names::OtherKind || vocabulary::common(own, document) >= OTHER_THINGS
}

/// Whether a text as long as the document, in its language, speaks of what it spoke of, under a name that allows for it.
fn is_rewriting(own: &Document, document: &Document) -> bool {
    let common = || vocabulary::common(own, document);
    match title::compare(own, document) {
        Names::Alike => true,
        Names::SameKind | Names::Nameless => common() >= SAME_THINGS,
        Names::Unknown => common() >= SAME_THINGS_UNNAMED,
        Names::OtherKind => false,
    }
}
