//! Tells whose text a page shows, each look by itself.

use jiff::Timestamp;

use super::region::Named;
use super::similarity::Similarity;
use super::{candidate, doubt, editions, garbled, other_region, walls};
use crate::model::{Document, Memory, Trouble};
use crate::steps::extract::Extract;

/// What a page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identified {
    /// The reader's own edition, perhaps changed.
    Own,
    /// Another edition that is known, by its index in the memory.
    Edition(usize),
    /// A text that has stood in the document's place for so long that it is the document now.
    Rewriting { first_seen: Timestamp },
    /// A text that has stood for so long that it is an edition of its own: how it differs from the reader's.
    NewEdition { instead: Trouble, first_seen: Timestamp },
    /// Something else, or not yet known for what it is.
    Not(Trouble),
}

/// Tells whose text a page shows by what it has in common with the texts that are known, and by the signs of a wall.
///
/// Nothing stays in doubt for ever: a text without the signs of a wall that stands long enough is an edition, or the
/// document itself. Walls, errors and stubs of a few words are none, however long they stand.
#[must_use]
pub fn identify(
    own: Option<&Document>,
    extract: &Extract,
    memory: &mut Memory,
    snapshot: &str,
    now: Timestamp,
) -> Identified {
    let document = &extract.document;
    let words = document.word_count();
    let Some(own) = own else {
        return at_first_sight(extract).map_or(Identified::Own, |doubt| {
            // A note among whose sentences some are rules is a short document, if it stands.
            let may_stand = !is_never_read(&doubt) || matches!(doubt, Trouble::ShortNote { .. });
            let may_be = may_stand && walls::may_be_a_document(extract);
            let sample = || Similarity::of(document, document).sample();
            match may_be.then(|| candidate::stands(&mut memory.candidate, &sample(), snapshot, now)).flatten() {
                // What has nothing of a wall but its words, and stands for days, is the document.
                Some(_) => Identified::Own,
                None => Identified::Not(doubt),
            }
        });
    };
    if own.blocks == document.blocks {
        memory.candidate = None;
        return Identified::Own;
    }
    if garbled::is_damaged_copy(own, document) {
        memory.candidate = None;
        return Identified::Not(Trouble::Garbled);
    }
    let named = (Named::by(own), Named::by(document));
    memory.home = memory.home.or_else(|| named.0.prevailing(other_region::AT_HOME));
    let like = Similarity::of(own, document);
    let doubt =
        doubt::doubt(own, extract, words, &like).or_else(|| other_region::leaves_home(memory.home, &named, &like));
    if let Some(index) = editions::nearest(&memory.editions, own, document, doubt.as_ref()) {
        memory.candidate = None;
        return Identified::Edition(index);
    }
    let Some(doubt) = doubt else {
        memory.candidate = None;
        return Identified::Own;
    };
    if is_wall(&doubt) && (is_never_read(&doubt) || !walls::may_be_a_document(extract)) {
        memory.candidate = None;
        return Identified::Not(doubt);
    }
    let Some(first_seen) = candidate::stands(&mut memory.candidate, &like.sample(), snapshot, now) else {
        return Identified::Not(doubt);
    };
    memory.candidate = None;
    let is_beside = match doubt {
        Trouble::WrongLanguage { .. } | Trouble::WrongRegion { .. } => true,
        Trouble::OtherDocument { .. } => !doubt::may_be_on_its_subject(own, document),
        _ => false,
    };
    if is_beside { Identified::NewEdition { instead: doubt, first_seen } } else { Identified::Rewriting { first_seen } }
}

/// What a page is that was never read before, where it is no document.
#[must_use]
pub fn at_first_sight(extract: &Extract) -> Option<Trouble> {
    let document = &extract.document;
    let wall = walls::at_first_sight(extract);
    wall.or_else(|| garbled::at_first_sight(document).then_some(Trouble::Garbled))
}

/// Whether what speaks against a text is that it is another one than before: whoever asked for another one wants it.
#[must_use]
pub const fn may_be_wanted(doubt: &Trouble) -> bool {
    matches!(doubt, Trouble::WrongLanguage { .. } | Trouble::WrongRegion { .. } | Trouble::OtherDocument { .. })
}

/// What says next to nothing, or that there is nothing: no matter how long, or what else speaks for it.
const fn is_never_read(doubt: &Trouble) -> bool {
    matches!(
        doubt,
        Trouble::Empty { .. }
            | Trouble::ShortNote { .. }
            | Trouble::Redirecting { .. }
            | Trouble::ConsentWall
            | Trouble::Garbled
            | Trouble::SoftError { gone: true }
    )
}

/// What never is an edition, however long it stands, unless nothing but its words speaks for a wall.
pub(super) const fn is_wall(doubt: &Trouble) -> bool {
    matches!(
        doubt,
        Trouble::LoginWall
            | Trouble::ConsentWall
            | Trouble::BotWall
            | Trouble::SoftError { .. }
            | Trouble::Redirecting { .. }
            | Trouble::Empty { .. }
            | Trouble::ShortNote { .. }
    )
}
