//! One look, held against the edition that it shows: the flow from whose text it is to what it comes to.

use jiff::Timestamp;

use super::dated::most_first_seen;
use super::editions::{self, Stay};
use super::verdict::{Confirmed, Settled, Verdict};
use super::words::Decided;
use super::{seen_twice, site_wide};
use crate::model::{Document, Edition, HostMemory, Hunk, Memory, Noise, Passages, Trouble, Version};
use crate::steps::compare::compare;
use crate::steps::diff::differences::Differences;
use crate::steps::extract::Extract;
use crate::steps::identity::{self, Identified};

/// A look and all that is known beside it.
#[derive(Debug)]
pub struct Look<'a> {
    /// The last good version of the reader's own edition, made by the present extractor; none on the first look.
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
    /// Whether the watchlist asks for something else than at the last look that could be read.
    pub edited: bool,
}

/// Confirms a look against what is known.
#[must_use]
pub fn confirm(look: Look<'_>) -> Settled {
    let Look { base, mut memory, host, watch, snapshot, seen_at, extract, edited } = look;
    let known = base.map(|version| &version.document);
    memory.adopt();
    let identified = identity::identify(known, &extract, &mut memory, snapshot, seen_at);
    let Some(base) = base else {
        return match identified {
            Identified::Not(trouble) => Settled::of(Verdict::Unreadable(trouble), memory),
            _ => first(host, watch, memory, extract, seen_at),
        };
    };
    let now = Now { base, host, snapshot, at: seen_at };
    match identified {
        Identified::Not(trouble) if edited && identity::may_be_wanted(&trouble) => {
            now.begins_anew(watch, memory, extract)
        }
        Identified::Own => {
            editions::count(&mut memory, None, seen_at);
            now.own(memory, &extract)
        }
        // Who edited the list wants the text that was followed beside the other one so far.
        Identified::Edition(index) if edited && Now::is_wanted_as_it_was(&memory, index, &extract) => {
            let edition = memory.editions.remove(index);
            let settled = now.begins_anew(watch, memory, extract);
            let passages = Passages { last_seen: Some(seen_at), ..edition.passages };
            Settled { memory: Memory { passages, ..settled.memory }, ..settled }
        }
        Identified::Edition(index) => match (editions::count(&mut memory, Some(index), seen_at), index) {
            (Stay::InItsPlace, index) => {
                let edition = memory.editions.remove(index);
                now.rewriting(memory, extract, edition.since, Some(edition))
            }
            (Stay::Returns, index) => now.returns(memory, index, extract),
            (Stay::Shown, index) => now.beside(memory, index, &extract),
        },
        Identified::Rewriting { first_seen } => now.rewriting(memory, extract, first_seen, None),
        Identified::NewEdition { instead, first_seen } => now.new_edition(memory, extract, instead, first_seen),
        Identified::Not(trouble) => Settled::of(Verdict::Unreadable(trouble), memory),
    }
}

/// Nothing was known: what the page shows is the base.
fn first(host: &mut HostMemory, watch: &str, memory: Memory, extract: Extract, at: Timestamp) -> Settled {
    let blocks = Differences::between(&Document::default(), &extract.document).new;
    site_wide::learn(host, watch, &blocks, at);
    let passages = Passages { last_seen: Some(at), ..memory.passages };
    Settled::of(Verdict::First { extract: Box::new(extract) }, Memory { passages, ..memory })
}

/// The present look, and what it is held against.
struct Now<'a> {
    /// The last version of the reader's own edition.
    base: &'a Version,
    host: &'a mut HostMemory,
    snapshot: &'a str,
    at: Timestamp,
}

impl Now<'_> {
    /// The page shows the reader's own edition.
    fn own(self, mut memory: Memory, extract: &Extract) -> Settled {
        let Self { base, host, snapshot, at } = self;
        let differences = Differences::between(&base.document, &extract.document);
        let told: Vec<u64> = told_beside(&memory, None);
        let mut decision = seen_twice::decide(&mut memory.passages, &differences, &told, snapshot, at);
        if !differences.is_empty() {
            site_wide::learn(host, &base.watch, &differences.new, at);
            decision.pass_over_what_stands_around(host, &differences);
            decision.pass_over_what_was_told_elsewhere(host, &base.watch, &differences, at);
            decision.pass_over_translations(&differences);
        }
        let back_to = decision.back_to(&memory.passages, &differences);
        let back_in_place = decision.back_in_place(&memory.passages, &differences);
        let (verdict, held) =
            Decided { differences: &differences, decision: &decision }.verdict(&base.document, extract);
        let Verdict::Confirmed(mut confirmed) = verdict else {
            return Settled { held, ..Settled::of(verdict, memory) };
        };
        confirmed.back_to = back_in_place;
        seen_twice::told(&mut memory.passages, &differences, &decision, base.seen_at, back_to.is_some());
        let left = Passages { last_seen: confirmed.stood_until, ..Passages::default() };
        editions::keep(&mut memory, base, &confirmed.extract.document, left, back_to.is_some(), at);
        Settled { held, ..Settled::of(Verdict::Confirmed(confirmed), memory) }
    }

    /// Whether an edition is one that an edit may ask for, and shows nothing that is still to be told of it.
    fn is_wanted_as_it_was(memory: &Memory, index: usize, extract: &Extract) -> bool {
        let edition = &memory.editions[index];
        edition.instead.as_ref().is_some_and(identity::may_be_wanted)
            && edition.passages.pending.is_empty()
            && Differences::between(&edition.document, &extract.document).is_empty()
    }

    /// Who edited the watchlist wants the text that is there now: it is the base. The one before is remembered, lest it was
    /// a passing text that came with the edit.
    fn begins_anew(self, watch: &str, mut memory: Memory, extract: Extract) -> Settled {
        let Self { base, host, at, .. } = self;
        memory.candidate = None;
        let left = std::mem::take(&mut memory.passages);
        if identity::written_in(&base.document) == identity::written_in(&extract.document) {
            editions::keep(&mut memory, base, &extract.document, left, false, at);
        }
        first(host, watch, memory, extract, at)
    }

    /// The page shows an edition beside the reader's own: what changes within it is told all the same.
    fn beside(self, mut memory: Memory, index: usize, extract: &Extract) -> Settled {
        let Self { base, snapshot, at, .. } = self;
        let told = told_beside(&memory, Some(index));
        let edition = memory.editions[index].clone();
        let differences = Differences::between(&edition.document, &extract.document);
        let passages = &mut memory.editions[index].passages;
        let decision = seen_twice::decide(passages, &differences, &told, snapshot, at);
        let back_to = decision.back_to(passages, &differences);
        let back_in_place = decision.back_in_place(passages, &differences);
        let (verdict, held) =
            Decided { differences: &differences, decision: &decision }.verdict(&edition.document, extract);
        let instead = edition.instead.clone();
        let mut held = held;
        if instead.is_none() && edition.told {
            // Both texts were told; that this one stands again is to be seen all the same.
            let comparison = compare(&base.document, &edition.document);
            let known = comparison.hunks.into_iter().chain(comparison.held);
            held.extend(known.map(|hunk| Hunk {
                held_by: Some(seen_twice::rule::VARIANT.to_owned()),
                first_seen: Some(edition.since),
                ..hunk
            }));
        }
        let tells = |confirmed: &Confirmed| confirmed.comparison.hunks.iter().any(|hunk| hunk.held_by.is_none());
        let verdict = match verdict {
            // Nothing new of it is told: then it does not take the place of what readers were told last. It has to stay for that.
            Verdict::Confirmed(confirmed) if instead.is_none() && !tells(&confirmed) => {
                if edition.told {
                    Verdict::Noise { noise: Noise::Variant }
                } else {
                    Verdict::Candidate
                }
            }
            Verdict::Confirmed(mut confirmed) => {
                confirmed.back_to = back_in_place;
                confirmed.edition = edition.number;
                seen_twice::told(passages, &differences, &decision, edition.first_seen, back_to.is_some());
                if instead.is_some() {
                    editions::grew(&mut memory.editions[index], &confirmed.comparison.hunks, confirmed.first_seen);
                    memory.editions[index].document = confirmed.extract.document.clone();
                    snapshot.clone_into(&mut memory.editions[index].snapshot);
                } else {
                    // One text in one language stands for the page: from now on it is this one.
                    let passages = memory.editions.remove(index).passages;
                    let left = std::mem::replace(&mut memory.passages, passages);
                    editions::keep(&mut memory, base, &confirmed.extract.document, left, true, at);
                }
                Verdict::Confirmed(confirmed)
            }
            // Its return waits for a second look.
            _ if instead.is_none() && !edition.told => Verdict::Candidate,
            Verdict::Candidate => Verdict::Candidate,
            _ if instead.is_some() => Verdict::Unchanged,
            _ => Verdict::Noise { noise: Noise::Variant },
        };
        Settled { verdict, memory, held, instead }
    }

    /// The page shows a text again that it had before, for the second time: that is told, with what is new in it.
    fn returns(self, mut memory: Memory, index: usize, extract: Extract) -> Settled {
        let Self { base, snapshot, at, .. } = self;
        let told = told_beside(&memory, Some(index));
        let mut edition = memory.editions.remove(index);
        let differences = Differences::between(&edition.document, &extract.document);
        let decision = seen_twice::decide(&mut edition.passages, &differences, &told, snapshot, at);
        let (_, held) = Decided { differences: &differences, decision: &decision }.verdict(&edition.document, &extract);
        seen_twice::told(&mut edition.passages, &differences, &decision, edition.first_seen, false);
        // Told is all that differs from what readers were last told, what is new in it and what is as before.
        let Extract { document, signs } = extract;
        let (text, _) = differences.applied(&decision.all_made());
        let document = Document { blocks: text.blocks, ..document };
        let comparison = compare(&base.document, &document);
        let mut confirmed = Confirmed::of(Extract { document, signs }, comparison, edition.since);
        confirmed.stood_until = memory.passages.last_seen;
        confirmed.back_to = Some(edition.first_seen);
        let left = std::mem::replace(&mut memory.passages, edition.passages);
        editions::keep(&mut memory, base, &confirmed.extract.document, left, true, at);
        Settled { held, ..Settled::of(Verdict::Confirmed(Box::new(confirmed)), memory) }
    }

    /// Another text has taken the document's place, perhaps one that was followed beside it: that is told whole, against the
    /// last good text, but for what was told already while it stood beside.
    fn rewriting(
        self,
        mut memory: Memory,
        extract: Extract,
        first_seen: Timestamp,
        edition: Option<Edition>,
    ) -> Settled {
        let Self { base, at, .. } = self;
        let dated = edition.clone();
        let (instead, was) = edition.map(|edition| (edition.instead, edition.passages)).unwrap_or_default();
        let Passages { told, undoings, .. } = was;
        let differences = Differences::between(&base.document, &extract.document);
        let known = differences.list.iter().enumerate().filter(|(_, difference)| told.contains(&difference.key));
        let (before, _) = differences.applied(&known.map(|(index, _)| index).collect());
        let is_told = compare(&base.document, &before);
        let held = is_told.hunks.into_iter().chain(is_told.held).map(|hunk| Hunk {
            held_by: Some(seen_twice::rule::EDITION.to_owned()),
            first_seen: Some(first_seen),
            ..hunk
        });
        let held = held.collect();
        let now = Passages { last_seen: Some(at), told, undoings, ..Passages::default() };
        let left = std::mem::replace(&mut memory.passages, now);
        let stood_until = left.last_seen;
        editions::keep(&mut memory, base, &extract.document, left, false, at);
        let comparison = compare(&before, &extract.document);
        let mut confirmed =
            Confirmed { stood_until, is_rewriting: true, instead, ..Confirmed::of(extract, comparison, first_seen) };
        if let Some(edition) = dated {
            // What changed within it meanwhile is younger than its first look.
            editions::date(&mut confirmed.comparison.hunks, &edition, at);
            confirmed.first_seen = most_first_seen(&confirmed.comparison.hunks).unwrap_or(first_seen);
        }
        Settled { held, ..Settled::of(Verdict::Confirmed(Box::new(confirmed)), memory) }
    }

    /// A text beside the reader's own has stood long enough: it is followed from now on, or, where one of its kind is
    /// known, it is that one written anew.
    fn new_edition(self, mut memory: Memory, extract: Extract, instead: Trouble, first_seen: Timestamp) -> Settled {
        let is_of_its_kind = |edition: &Edition| edition.instead.as_ref().is_some_and(|known| *known == instead);
        if let Some(index) = memory.editions.iter().position(is_of_its_kind) {
            let edition = &mut memory.editions[index];
            let comparison = compare(&edition.document, &extract.document);
            let stood_until = edition.passages.last_seen;
            edition.document = extract.document.clone();
            edition.younger.clear();
            edition.since = first_seen;
            self.snapshot.clone_into(&mut edition.snapshot);
            edition.passages = Passages { last_seen: Some(self.at), ..Passages::default() };
            let edition = edition.number;
            let confirmed = Confirmed {
                stood_until,
                is_rewriting: true,
                edition,
                ..Confirmed::of(extract, comparison, first_seen)
            };
            let settled = Settled::of(Verdict::Confirmed(Box::new(confirmed)), memory);
            return Settled { instead: Some(instead), ..settled };
        }
        memory.numbered += 1;
        let edition = Edition {
            number: memory.numbered,
            instead: Some(instead.clone()),
            document: extract.document,
            first_seen,
            told: true,
            looks: 1,
            since: first_seen,
            snapshot: self.snapshot.to_owned(),
            passages: Passages { last_seen: Some(self.at), ..Passages::default() },
            younger: Vec::new(),
        };
        editions::add(&mut memory, edition.clone());
        let verdict = Verdict::NewEdition { edition: Box::new(edition) };
        Settled { instead: Some(instead), ..Settled::of(verdict, memory) }
    }
}

/// What was told in the other editions of the same language as that one; with none, as the reader's own.
fn told_beside(memory: &Memory, index: Option<usize>) -> Vec<u64> {
    let is_same_language = |edition: &Edition| {
        !matches!(edition.instead, Some(Trouble::WrongLanguage { .. } | Trouble::OtherDocument { .. }))
    };
    if index.is_some_and(|index| !is_same_language(&memory.editions[index])) {
        return Vec::new();
    }
    let others =
        memory.editions.iter().enumerate().filter(|(at, edition)| Some(*at) != index && is_same_language(edition));
    let others = others.flat_map(|(_, edition)| &edition.passages.told);
    let own = index.into_iter().flat_map(|_| &memory.passages.told);
    own.chain(others).copied().collect()
}
