//! What the differences of a look come to, once each was decided on.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;

use super::dated::most_first_seen;
use super::seen_twice::Decision;
use super::verdict::{Confirmed, Elsewhere, Verdict};
use crate::model::{Comparison, Document, Hunk, Noise};
use crate::steps::compare::compare;
use crate::steps::diff::differences::Differences;
use crate::steps::extract::Extract;

/// The differences of a look, each decided on.
pub(super) struct Decided<'a> {
    pub differences: &'a Differences<'a>,
    pub decision: &'a Decision,
}

impl Decided<'_> {
    /// The verdict, and what is held back: every word that differs is told, held back, or waits for a second look.
    pub fn verdict(&self, base: &Document, extract: &Extract) -> (Verdict, Vec<Hunk>) {
        if self.differences.is_empty() {
            return same_words(base, &extract.document, self.decision.at);
        }
        let mut held = self.held(base);
        if let Some(confirmed) = self.confirmed(extract, &mut held) {
            return (Verdict::Confirmed(Box::new(confirmed)), held);
        }
        let comparison = compare(base, &extract.document);
        if comparison.hunks.is_empty() {
            // Whatever waits says nothing of the rules: nobody need look again for it.
            add(&mut held, comparison.held, self.decision.at);
            return match comparison.noise.first() {
                Some(&noise) => (Verdict::Noise { noise }, held),
                None => (Verdict::Unchanged, held),
            };
        }
        if self.decision.waiting {
            return (Verdict::Candidate, held);
        }
        let noise = comparison.noise.first().copied().filter(|_| comparison.overall.is_some());
        if held.is_empty() {
            let of_the_rules: Vec<Hunk> =
                comparison.held.into_iter().chain(comparison.hunks).filter(|hunk| hunk.held_by.is_some()).collect();
            add(&mut held, of_the_rules, self.decision.at);
        }
        (Verdict::Noise { noise: noise.unwrap_or(Noise::Variant) }, held)
    }

    /// The text with what stood the second look, if there is any; what of it a rule holds back goes to `held`.
    fn confirmed(&self, extract: &Extract, held: &mut Vec<Hunk>) -> Option<Confirmed> {
        let Self { differences, decision } = self;
        let passed: HashSet<usize> = decision.passed.iter().map(|(index, _)| *index).collect();
        let made = decision.all_made();
        if made.is_empty() {
            return None;
        }
        let (before, before_by) = differences.applied(&passed);
        let (document, made_by) = differences.applied(&made);
        let mut comparison =
            if decision.confirmed.is_empty() { Comparison::default() } else { compare(&before, &document) };
        let fresh = comparison.hunks.iter().any(|hunk| hunk.held_by.is_none());
        if !fresh && decision.passed.is_empty() {
            return None;
        }
        let spans = std::mem::take(&mut comparison.spans);
        let mut stood_until: HashMap<Timestamp, Option<Timestamp>> = HashMap::new();
        for (hunk, span) in comparison.hunks.iter_mut().zip(&spans) {
            let old = span.old.iter().filter_map(|block| before_by.get(*block).copied().flatten());
            let new = span.new.iter().filter_map(|block| made_by.get(*block).copied().flatten());
            let standings = old.chain(new).filter_map(|index| decision.standing(index));
            let Some(earliest) = standings.min_by_key(|standing| standing.first_seen) else { continue };
            hunk.first_seen = Some(earliest.first_seen);
            stood_until.entry(earliest.first_seen).or_insert(earliest.stood_until);
        }
        let standing = || decision.confirmed.iter().chain(&decision.passed_since);
        let any = || standing().min_by_key(|standing| standing.first_seen);
        let (first_seen, stood_until) = most_first_seen(&comparison.hunks)
            .and_then(|first_seen| Some((first_seen, *stood_until.get(&first_seen)?)))
            .or_else(|| any().map(|standing| (standing.first_seen, standing.stood_until)))
            .unwrap_or((decision.at, None));
        let shown_since = standing().map(|standing| standing.first_seen).max().unwrap_or(first_seen);
        add(held, std::mem::take(&mut comparison.held), first_seen);
        let document = Document {
            title: extract.document.title.clone(),
            language: extract.document.language.clone(),
            fallback: extract.document.fallback,
            ..document
        };
        Some(Confirmed {
            stood_until,
            shown_since,
            elsewhere: self.elsewhere(first_seen),
            ..Confirmed::of_hunks(Extract { document, signs: extract.signs.clone() }, comparison, first_seen)
        })
    }

    /// What was told for another document of the host.
    fn elsewhere(&self, first_seen: Timestamp) -> Option<Elsewhere> {
        let told = &self.decision.elsewhere;
        let (watch, indices) = (told.first()?.1.clone(), told.iter().map(|(index, _)| *index).collect());
        let mut hunks = self.hunks(&indices);
        for hunk in &mut hunks {
            hunk.first_seen = Some(first_seen);
        }
        Some(Elsewhere { watch, hunks })
    }

    /// What is held back for as long as it stands so, and what is taken into the text untold; each with its rule.
    fn held(&self, base: &Document) -> Vec<Hunk> {
        let mut held = Vec::new();
        let is_elsewhere = |index: &usize| self.decision.elsewhere.iter().any(|(told, _)| told == index);
        let all = self.decision.held.iter().chain(&self.decision.passed).filter(|(index, _)| !is_elsewhere(index));
        let mut rules: Vec<&'static str> = all.clone().map(|(_, rule)| *rule).collect();
        rules.sort_unstable();
        rules.dedup();
        for rule in rules {
            let indices = all.clone().filter(|(_, by)| *by == rule).map(|(index, _)| *index).collect();
            let (document, _) = self.differences.applied(&indices);
            let comparison = compare(base, &document);
            let mut hunks: Vec<Hunk> = comparison.held.into_iter().chain(comparison.hunks).collect();
            for hunk in &mut hunks {
                hunk.held_by.get_or_insert_with(|| rule.to_owned());
            }
            let known =
                all.clone().filter(|(_, by)| *by == rule).filter_map(|(index, _)| self.decision.standing(*index));
            let first_seen = known.map(|standing| standing.first_seen).min().unwrap_or(self.decision.at);
            add(&mut held, hunks, first_seen);
        }
        held
    }

    /// Some of the differences as hunks.
    fn hunks(&self, indices: &HashSet<usize>) -> Vec<Hunk> {
        let (none, _) = self.differences.applied(&HashSet::new());
        let (document, _) = self.differences.applied(indices);
        let comparison = compare(&none, &document);
        comparison.hunks.into_iter().chain(comparison.held).collect()
    }
}

fn add(held: &mut Vec<Hunk>, hunks: Vec<Hunk>, first_seen: Timestamp) {
    held.extend(hunks.into_iter().map(|hunk| Hunk { first_seen: hunk.first_seen.or(Some(first_seen)), ..hunk }));
}

/// The same words in the same blocks: at most their dress differs.
fn same_words(before: &Document, after: &Document, at: Timestamp) -> (Verdict, Vec<Hunk>) {
    if before.blocks == after.blocks {
        return (Verdict::Unchanged, Vec::new());
    }
    let comparison = compare(before, after);
    let verdict = comparison.noise.first().map_or(Verdict::Unchanged, |&noise| Verdict::Noise { noise });
    let mut held = Vec::new();
    add(&mut held, comparison.held, at);
    (verdict, held)
}
