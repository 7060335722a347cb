//! What a look at a page comes to, given everything known of it: confirmed, a candidate, a known variant, or nothing new.
//!
//! Differences are confirmed one by one, not the page as a whole: each must be seen at two looks in a row. So a real change
//! is told although something else on the page flickers, and although the page changed again before the second look.

pub(super) mod difference;
pub(super) mod seen_twice;
mod site_wide;

use jiff::Timestamp;

use super::compare;
use super::extract::Extract;
use super::identity::{self, Identified};
use crate::model::{Comparison, Document, HostMemory, Memory, Noise, Trouble, Version};
use crate::steps::identity::editions::{self, Shown};
use crate::steps::noise::translation;
use difference::Differences;
use seen_twice::Decision;

/// A look and all that is known beside it.
#[derive(Debug)]
pub struct Look<'a> {
    /// The last good version, made by the present extractor; none on the first look.
    pub base: Option<&'a Version>,
    pub memory: Memory,
    /// What is known of the page's host; it learns from every look.
    pub host: &'a mut HostMemory,
    /// The watch's id: by it the documents of a host are told apart.
    pub watch: &'a str,
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

/// Confirms what a look shows, difference by difference; the memory comes back as it is to be kept.
#[must_use]
pub fn confirm(look: Look<'_>) -> (Verdict, Memory) {
    let Look { base, mut memory, host, watch, snapshot, seen_at, extract } = look;
    let before = base.map(|version| &version.document);
    match identity::identify(before, &extract, &mut memory, snapshot, seen_at) {
        Identified::Document => {}
        // Seen often enough by now: what follows is told at once.
        Identified::Rewritten { first_snapshot, first_seen, against } => {
            let Some(base) = base else { return (Verdict::First { extract }, Memory::default()) };
            editions::keep(&mut memory, base, &extract.document, false, seen_at);
            let comparison = compare::compare(against.as_deref().unwrap_or(&base.document), &extract.document);
            let confirmed = Confirmed { extract, comparison, first_snapshot, first_seen, back_to: None };
            let memory = Memory { editions: memory.editions, home: memory.home, ..Memory::default() };
            return (Verdict::Confirmed(Box::new(confirmed)), memory);
        }
        Identified::Not(trouble) => return (Verdict::Unreadable(trouble), memory),
    }
    let Some(base) = base else {
        let blocks = Differences::between(&Document::default(), &extract.document).new;
        site_wide::learn(host, watch, &blocks, seen_at);
        return (Verdict::First { extract }, memory);
    };
    let shown = editions::shown(&memory, &base.document, &extract.document);
    let returns = editions::count(&mut memory, &shown, snapshot, seen_at);
    match shown {
        Shown::Base => same_edition(base, memory, host, extract, snapshot, seen_at),
        Shown::Other(index) => other_edition(base, index, returns, memory, extract, snapshot, seen_at),
    }
}

/// The page shows the edition of the last version.
fn same_edition(
    base: &Version,
    mut memory: Memory,
    host: &mut HostMemory,
    extract: Extract,
    snapshot: &str,
    seen_at: Timestamp,
) -> (Verdict, Memory) {
    let differences = Differences::between(&base.document, &extract.document);
    let mut decision = seen_twice::decide(&mut memory, &differences, snapshot, seen_at);
    if !differences.is_empty() {
        site_wide::learn(host, &base.watch, &differences.new, seen_at);
        site_wide::pass_over(host, &mut decision, &differences, seen_at);
        translation::pass_over(&mut decision, &differences);
        memory.passed = decision.passed.iter().map(|&index| differences.list[index].key).collect();
    }
    let back_to = decision.back_to(&memory, &differences);
    let verdict = verdict(&base.document, extract, &differences, &decision, back_to);
    if let Verdict::Confirmed(confirmed) = &verdict {
        seen_twice::told(&mut memory, &differences, &decision, base.seen_at, confirmed.back_to.is_some());
        editions::keep(&mut memory, base, &confirmed.extract.document, confirmed.back_to.is_some(), seen_at);
    }
    (verdict, memory)
}

/// The page shows an edition that it had before: its return is told once; what changed within it is told as ever.
fn other_edition(
    base: &Version,
    index: usize,
    returns: bool,
    mut memory: Memory,
    extract: Extract,
    snapshot: &str,
    seen_at: Timestamp,
) -> (Verdict, Memory) {
    let edition = memory.editions[index].clone();
    let differences = Differences::between(&edition.document, &extract.document);
    let decision = seen_twice::decide(&mut memory, &differences, snapshot, seen_at);
    if returns {
        let Extract { document, signs } = extract;
        let confirmed: Vec<_> = decision.confirmed.iter().map(|standing| standing.index).collect();
        let text = differences.applied(&confirmed);
        let extract = Extract { document: Document { blocks: text.blocks, ..document }, signs };
        memory.editions.remove(index);
        editions::keep(&mut memory, base, &extract.document, true, seen_at);
        let confirmed = Confirmed {
            comparison: compare::compare(&base.document, &extract.document),
            extract,
            first_snapshot: edition.snapshot,
            first_seen: edition.since,
            back_to: Some(edition.first_seen),
        };
        return (Verdict::Confirmed(Box::new(confirmed)), memory);
    }
    let back_to = decision.back_to(&memory, &differences);
    let verdict = verdict(&edition.document, extract, &differences, &decision, back_to);
    match &verdict {
        Verdict::Confirmed(confirmed) => {
            seen_twice::told(&mut memory, &differences, &decision, edition.first_seen, confirmed.back_to.is_some());
            memory.editions.remove(index);
            editions::keep(&mut memory, base, &confirmed.extract.document, true, seen_at);
        }
        // Its return waits for a second look.
        _ if !edition.told => return (Verdict::Candidate, memory),
        Verdict::Candidate => {}
        _ => return (Verdict::Noise { noise: Noise::Variant }, memory),
    }
    (verdict, memory)
}

/// What the differences come to, once each was decided on.
fn verdict(
    base: &Document,
    extract: Extract,
    differences: &Differences<'_>,
    decision: &Decision,
    back_to: Option<Timestamp>,
) -> Verdict {
    if differences.is_empty() {
        return same_words(base, &extract.document, differences.shifted);
    }
    let passed = differences.applied(&decision.passed);
    if let Some(first) = decision.first() {
        let (first_seen, first_snapshot) = (first.first_seen, first.snapshot.clone());
        let all: Vec<_> =
            decision.confirmed.iter().map(|standing| standing.index).chain(decision.passed.clone()).collect();
        let document = differences.applied(&all);
        let comparison = compare::compare(&passed, &document);
        if !comparison.hunks.is_empty() {
            let document = Document {
                title: extract.document.title,
                language: extract.document.language,
                fallback: extract.document.fallback,
                ..document
            };
            let extract = Extract { document, signs: extract.signs };
            let confirmed = Confirmed { extract, comparison, first_snapshot, first_seen, back_to };
            return Verdict::Confirmed(Box::new(confirmed));
        }
    }
    if !decision.waiting && !decision.passed.is_empty() {
        return Verdict::Noise { noise: if decision.translated { Noise::Language } else { Noise::Boilerplate } };
    }
    let comparison = compare::compare(base, &extract.document);
    match comparison.noise.first() {
        Some(&noise) if comparison.hunks.is_empty() => Verdict::Noise { noise },
        _ if comparison.hunks.is_empty() => Verdict::Unchanged,
        _ if decision.waiting => Verdict::Candidate,
        _ => Verdict::Noise { noise: Noise::Variant },
    }
}

/// The same words in the same blocks: at most their dress differs.
fn same_words(before: &Document, after: &Document, shifted: bool) -> Verdict {
    if before.blocks == after.blocks {
        return Verdict::Unchanged;
    }
    if shifted {
        return Verdict::Noise { noise: Noise::Date };
    }
    let comparison = compare::compare(before, after);
    comparison.noise.first().map_or(Verdict::Unchanged, |&noise| Verdict::Noise { noise })
}
