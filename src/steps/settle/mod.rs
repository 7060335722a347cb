//! What a look at a page comes to, given everything known of it: confirmed, a candidate, a known variant, or nothing new.
//!
//! Differences are settled one by one, not the page as a whole: each must be seen at two looks in a row. So a real change
//! is told although something else on the page flickers, and although the page changed again before the second look.

mod difference;
mod remembered;

use jiff::Timestamp;

use super::compare::{self, Comparison};
use super::extract::Extract;
use super::recognise::{self, Recognised};
use crate::model::{Document, Memory, Noise, Trouble, Version};
use difference::Differences;

/// A look and all that is known beside it.
#[derive(Debug)]
pub struct Look<'a> {
    /// The last good version, made by the present extractor; none on the first look.
    pub base: Option<&'a Version>,
    pub memory: Memory,
    /// SHA-256 of the snapshot.
    pub snapshot: &'a str,
    pub seen_at: Timestamp,
    pub extract: Extract,
}

/// What a look comes to.
#[derive(Debug)]
pub enum Verdict {
    /// Nothing was known: this is the base.
    First { extract: Extract },
    /// The words of the base.
    Unchanged,
    /// Differs only in ways that no reader need know of.
    Noise { noise: Noise },
    /// New words; they must be seen once more.
    Candidate,
    /// New words, seen twice.
    Confirmed(Box<Confirmed>),
    /// Not the document.
    Unreadable(Trouble),
}

/// New words that stood the second look.
#[derive(Debug)]
pub struct Confirmed {
    /// The document with the confirmed words, and without those that must still be seen once more.
    pub extract: Extract,
    pub comparison: Comparison,
    /// The snapshot that first showed them, and when.
    pub first_snapshot: String,
    pub first_seen: Timestamp,
    /// When the text is one of before: when that was first seen.
    pub back_to: Option<Timestamp>,
}

/// Settles a look; the memory comes back as it is to be kept.
#[must_use]
pub fn settle(look: Look<'_>) -> (Verdict, Memory) {
    let Look { base, mut memory, snapshot, seen_at, extract } = look;
    let before = base.map(|version| &version.document);
    match recognise::recognise(before, &extract, &mut memory.stranger, snapshot, seen_at) {
        Recognised::Document => {}
        // Seen often enough by now: what follows is told at once.
        Recognised::Rewritten { first_snapshot, first_seen } => {
            let Some(before) = before else { return (Verdict::First { extract }, Memory::default()) };
            let comparison = compare::compare(before, &extract.document);
            let confirmed = Confirmed { extract, comparison, first_snapshot, first_seen, back_to: None };
            return (Verdict::Confirmed(Box::new(confirmed)), Memory::default());
        }
        Recognised::Not(trouble) => return (Verdict::Unreadable(trouble), memory),
    }
    let Some(base) = base else { return (Verdict::First { extract }, memory) };
    let differences = Differences::between(&base.document, &extract.document);
    let decision = remembered::decide(&mut memory, &differences, snapshot, seen_at);
    let verdict = verdict(base, extract, &differences, &decision);
    if let Verdict::Confirmed(confirmed) = &verdict
        && !confirmed.comparison.hunks.is_empty()
    {
        remembered::told(&mut memory, &differences, &decision, base.seen_at, confirmed.back_to.is_some());
    }
    (verdict, memory)
}

/// What the differences come to, once each was decided on.
fn verdict(
    base: &Version,
    extract: Extract,
    differences: &Differences<'_>,
    decision: &remembered::Decision,
) -> Verdict {
    if differences.is_empty() {
        return same_words(&base.document, &extract.document);
    }
    if let Some((first_seen, first_snapshot)) = decision.first.clone() {
        let document = differences.applied(&decision.confirmed);
        let comparison = compare::compare(&base.document, &document);
        if !comparison.hunks.is_empty() {
            let document = Document {
                title: extract.document.title,
                language: extract.document.language,
                fallback: extract.document.fallback,
                ..document
            };
            let extract = Extract { document, signs: extract.signs };
            let back_to = decision.back_to;
            let confirmed = Confirmed { extract, comparison, first_snapshot, first_seen, back_to };
            return Verdict::Confirmed(Box::new(confirmed));
        }
    }
    let comparison = compare::compare(&base.document, &extract.document);
    match comparison.noise.first() {
        Some(&noise) if comparison.hunks.is_empty() => Verdict::Noise { noise },
        _ if comparison.hunks.is_empty() => Verdict::Unchanged,
        _ if decision.waiting => Verdict::Candidate,
        _ => Verdict::Noise { noise: Noise::Variant },
    }
}

/// The same words in the same blocks: at most their dress differs.
fn same_words(before: &Document, after: &Document) -> Verdict {
    if before.blocks == after.blocks {
        return Verdict::Unchanged;
    }
    let comparison = compare::compare(before, after);
    comparison.noise.first().map_or(Verdict::Unchanged, |&noise| Verdict::Noise { noise })
}
