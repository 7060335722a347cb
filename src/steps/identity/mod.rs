//! Whether a page is the document that we know, or a wall, an error or something else in its place.

pub(super) mod editions;
mod language;
mod other_region;
mod page;
mod region;
mod similarity;
mod title;
mod vocabulary;
mod walls;
pub(super) mod whole_page;

pub use similarity::alike;

use jiff::{SignedDuration, Timestamp};

use super::extract::Extract;
use crate::model::{CandidateText, Document, Memory, Region, Trouble};
use region::Named;
use similarity::Similarity;
use title::Names;

/// What a page was taken for.
#[derive(Debug)]
pub enum Identified {
    /// The document, perhaps changed.
    Document,
    /// Another text that has stood in the document's place for so long that it must be the document now.
    Rewritten {
        first_snapshot: String,
        first_seen: Timestamp,
        /// What it has changed from, where that is not the last version: the text of a region that is not ours.
        against: Option<Box<Document>>,
    },
    /// Something else.
    Not(Trouble),
}

/// So many looks over so long a time make a candidate the document.
const STANDS_AFTER: (u32, SignedDuration) = (4, SignedDuration::from_hours(3 * 24 - 6));
/// The same for the text of another region, which servers show for weeks when they mistake our whereabouts, and for a
/// document on another subject; meanwhile it is a blind spot, and told as such.
const STANDS_ELSEWHERE_AFTER: (u32, SignedDuration) = (6, SignedDuration::from_hours(45 * 24 - 6));
/// A text that keeps so much of the last version is the document.
const KEPT: f64 = 0.45;
/// A page that keeps less of the last version is not whole where it also shows nothing new.
const WHOLE: f64 = 0.65;
const NOTHING_NEW: f64 = 0.95;
/// So often a text names the places and laws of a region that it is written for it; fewer do where it no longer names ours.
const AT_HOME: usize = 4;
const IN_OTHER_REGION: usize = 2;
/// Fewer words are no policy.
const STUB: usize = 60;
/// A text of the same name is a rewriting where it has so much of its vocabulary in common with the last version.
const SAME_THINGS: f64 = 0.5;
/// One that does not say what it is needs more: long texts of a house have as much in common whatever they are about.
const SAME_THINGS_UNNAMED: f64 = 0.7;

/// Tells what a page is by what its text has in common with the last version, and by the signs of a wall.
///
/// Nothing stays in doubt for ever: a text without the signs of a wall that stands long enough is the document.
#[must_use]
pub fn identify(
    base: Option<&Document>,
    extract: &Extract,
    memory: &mut Memory,
    snapshot: &str,
    now: Timestamp,
) -> Identified {
    let document = &extract.document;
    let words = document.word_count();
    let Some(base) = base else {
        return walls::at_first_sight(extract, words).map_or(Identified::Document, Identified::Not);
    };
    let named = (Named::by(base), Named::by(document));
    memory.home = memory.home.or_else(|| named.0.prevailing(AT_HOME));
    let candidate = &mut memory.candidate;
    let like = Similarity::of(base, document);
    let Some(doubt) = doubt(base, extract, words, &like, &named).or_else(|| leaves_home(memory.home, &named, &like))
    else {
        // The foreign text stays known: when it is shown again, only what has changed in it meanwhile is news.
        *candidate = None;
        return Identified::Document;
    };
    // A wall in front of it does not make it forgotten.
    if matches!(doubt, Trouble::WrongRegion { .. })
        && let Some(changed) = other_region::changed(&mut memory.other_region, document, snapshot, now)
    {
        return changed;
    }
    if matches!(
        doubt,
        Trouble::LoginWall | Trouble::ConsentWall | Trouble::BotWall | Trouble::SoftError | Trouble::Empty
    ) || words < STUB
    {
        *candidate = None;
        return Identified::Not(doubt);
    }
    let enough = match doubt {
        Trouble::WrongRegion { .. } => STANDS_ELSEWHERE_AFTER,
        Trouble::OtherDocument { .. } if title::compare(base, document) == Names::OtherKind => STANDS_ELSEWHERE_AFTER,
        _ => STANDS_AFTER,
    };
    match stands_long_enough(candidate, &like.sample(), snapshot, now, enough) {
        // The language of a watch is the reader's choice; however long another one is served, it is not the document.
        Some(_) if matches!(doubt, Trouble::WrongLanguage { .. }) => Identified::Not(doubt),
        Some(known) => {
            Identified::Rewritten { first_snapshot: known.snapshot.clone(), first_seen: known.since, against: None }
        }
        None => Identified::Not(doubt),
    }
}

/// What speaks against a page being the document; none where it is, changed or not.
fn doubt(
    base: &Document,
    extract: &Extract,
    words: usize,
    like: &Similarity,
    named: &(Named, Named),
) -> Option<Trouble> {
    let document = &extract.document;
    let fragment = words * 2 < base.word_count() && like.kept < KEPT;
    // Much is missing and nothing is new: sections that were not loaded, until they stay away.
    let cut_off = like.kept < WHOLE && like.known >= NOTHING_NEW && (fragment || !like.to_its_end);
    if !cut_off && !fragment && (like.kept >= KEPT || like.known >= KEPT) {
        // Where the text itself says for which region it is, the page's declaration adds nothing.
        let region = named.0.prevailing(AT_HOME);
        let is_at_home = region.is_some() && region == named.1.prevailing(AT_HOME);
        return region::other_region(base, document)
            .filter(|_| !is_at_home && like.differs())
            .map(|(expected, found)| Trouble::WrongRegion { expected, found });
    }
    if let Some(trouble) = walls::in_place_of_the_document(extract, words) {
        return Some(trouble);
    }
    if let Some((expected, found)) = language::other_language(base, document) {
        return Some(Trouble::WrongLanguage { expected, found });
    }
    if cut_off || (fragment && (like.known >= 0.8 || words >= STUB && like.blocks_known >= 0.8)) {
        return Some(Trouble::Partial);
    }
    if words < STUB {
        return Some(walls::stub(extract));
    }
    (fragment || !is_rewriting(base, document)).then(|| Trouble::OtherDocument { title: title::title(document) })
}

/// Whether a text as long as the document, in its language, speaks of what it spoke of, under a name that allows for it.
fn is_rewriting(base: &Document, document: &Document) -> bool {
    let common = || vocabulary::common(base, document);
    match title::compare(base, document) {
        Names::Alike => true,
        Names::SameKind | Names::Nameless => common() >= SAME_THINGS,
        Names::Unknown => common() >= SAME_THINGS_UNNAMED,
        Names::OtherKind => false,
    }
}

/// Whether a text for another part of the world takes the place of that for ours.
fn leaves_home(home: Option<Region>, (before, after): &(Named, Named), like: &Similarity) -> Option<Trouble> {
    let (home, here) = (home?, after.prevailing(IN_OTHER_REGION)?);
    // Ours must have gone, not others come: a document that speaks of more regions than before is still ours.
    let leaves = home != here
        && before.prevailing(AT_HOME) == Some(home)
        && after.times(home) * 2 <= before.times(home)
        && like.differs();
    leaves.then(|| Trouble::WrongRegion { expected: home.key().to_owned(), found: here.key().to_owned() })
}

/// Counts the looks at which the same candidate stood in the document's place; gives it once they are enough.
fn stands_long_enough<'a>(
    candidate: &'a mut Option<CandidateText>,
    sample: &[u64],
    snapshot: &str,
    now: Timestamp,
    enough: (u32, SignedDuration),
) -> Option<&'a CandidateText> {
    let same = candidate.as_ref().is_some_and(|known| {
        let common = sample.iter().filter(|word| known.words.binary_search(word).is_ok()).count();
        common * 10 >= known.words.len().min(sample.len()) * 7
    });
    match candidate {
        Some(known) if same => known.looks = known.looks.saturating_add(1),
        _ => {
            *candidate =
                Some(CandidateText { words: sample.to_vec(), since: now, snapshot: snapshot.to_owned(), looks: 1 });
        }
    }
    candidate.as_ref().filter(|known| known.looks >= enough.0 && now.duration_since(known.since) >= enough.1)
}
