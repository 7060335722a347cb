//! What lies between two documents: hunks to the word, moves, and differences that a rule holds back.

use std::collections::HashSet;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::diff::side::{Side, WithNumber};
use super::diff::{group, hunk, ordinals, recelled, reordered, reseated, side};
use super::noise::surroundings::Surroundings;
use super::noise::{self, DifferingBlocks, cosmetic};
use super::text::{self, day_order};
use super::{identity, lead};
use crate::model::{Comparison, DayOrder, Document, Hunk, Noise, Span};

/// The key of the rule for longer passages that moved from one heading to another: they speak for themselves.
const MOVED: &str = "moved_under_another_heading";
/// The key of the rule for passages that stand at another place of the text, where nothing says that their order counts.
const REORDERED: &str = "moved_within_the_text";

/// Compares two documents.
///
/// Words are compared in their normal form ([`text::each_word`]) and as a stream: in which blocks they stand does
/// not matter. No hunk comes of what has the same [`fingerprint`]. What a rule holds back is in
/// [`Comparison::held`], and where a rule speaks of the whole, on the hunks themselves: nothing that differs in words is left out.
#[must_use]
pub fn compare(before: &Document, after: &Document) -> Comparison {
    let mut comparison = Comparison::default();
    if before.blocks == after.blocks {
        return comparison;
    }
    let (mut old, mut new) = side::sides(before, after, &WithNumber::default());
    let mut alignment = group::align(&old, &new);
    let with_number = ordinals::that_rule(&old, &new, &alignment);
    if with_number.iter().any(|blocks| !blocks.is_empty()) {
        (old, new) = side::sides(before, after, &with_number);
        alignment = group::align(&old, &new);
    }
    comparison.moved = alignment.moved.len();
    comparison.count(cosmetic::classes(&old, &new, &alignment));
    comparison.held.extend(cosmetic::renumbered(&old, &new, &alignment));
    let hunks: Vec<_> = alignment.changed.iter().map(|group| hunk::hunk(&old, &new, group)).collect();
    let differences = alignment.changed.iter().zip(&hunks).map(|(group, (hunk, _))| DifferingBlocks {
        old: &old,
        new: &new,
        group,
        hunk,
    });
    let around = Surroundings::of(&old, &new, &alignment, differences.clone());
    let rules: Vec<_> = differences.map(|difference| noise::rule(&difference, &around)).collect();
    let told = rules.iter().any(Option::is_none);
    let mut differing = hunk::WordCount::default();
    for (((mut hunk, words), rule), group) in hunks.into_iter().zip(rules).zip(&alignment.changed) {
        differing.added += words.added;
        differing.removed += words.removed;
        let rule = rule.filter(|rule| !(told && noise::is_told_with_others(&hunk, rule.class)));
        comparison.count(rule.map(|rule| rule.class));
        hunk.aside = is_aside(&old, &new, group);
        let Some(rule) = rule else {
            hunk.lead = lead::of_list(&old, &new, group);
            hunk.leads = lead::leads(&old, &new, group);
            hunk.columns = lead::columns(&old, &new, group);
            comparison.hunks.push(hunk);
            comparison.spans.push(span(&old, &new, group));
            comparison.words_added += words.added;
            comparison.words_removed += words.removed;
            continue;
        };
        if rule.class == Noise::Date {
            comparison.date_lines.push(hunk.clone());
        }
        hunk.held_by = Some(rule.key.to_owned());
        comparison.held.push(hunk);
    }
    let mut elsewhere = HashSet::new();
    for reseated in reseated::reseated(&old, &new, &alignment) {
        elsewhere.insert(reseated.pair);
        if reseated.is_short {
            comparison.add(vec![reseated.hunk]);
            comparison.spans.push(Span::default());
        } else {
            comparison.held.push(Hunk { held_by: Some(MOVED.to_owned()), ..reseated.hunk });
        }
    }
    let recelled = recelled::recelled(&old, &new, &alignment);
    comparison.spans.extend(recelled.iter().map(|_| Span::default()));
    comparison.add(recelled);
    for reordered in reordered::reordered(&old, &new, &alignment, &elsewhere) {
        if reordered.counts {
            comparison.add(vec![reordered.hunk]);
            comparison.spans.push(Span::default());
        } else {
            comparison.held.push(Hunk { held_by: Some(REORDERED.to_owned()), ..reordered.hunk });
        }
    }
    if let Some(rule) = noise::of_the_whole(&comparison, &around, differing) {
        comparison.overall = Some(rule.class);
        comparison.count([rule.class]);
        for hunk in &mut comparison.hunks {
            hunk.held_by = Some(rule.key.to_owned());
        }
    }
    comparison.day_order = order_of_days(&comparison, before, after);
    comparison
}

/// How the page writes dates that are all numbers, where one that could be read in two ways stands in what differs.
fn order_of_days(comparison: &Comparison, before: &Document, after: &Document) -> DayOrder {
    let mut sides = comparison.hunks.iter().chain(&comparison.date_lines).flat_map(|hunk| [&hunk.before, &hunk.after]);
    if !sides.any(|text| text.as_deref().is_some_and(day_order::is_open)) {
        return DayOrder::Unknown;
    }
    let declared = after.language.clone().or_else(|| before.language.clone());
    let language = declared.or_else(|| identity::written_in(after));
    let blocks = after.blocks.iter().chain(&before.blocks);
    day_order::of(language.as_deref(), blocks.map(|block| block.text.as_str()))
}

/// Whether all of a difference stands beside the document.
fn is_aside(old: &Side<'_>, new: &Side<'_>, group: &group::Group) -> bool {
    let (side, entries) = if group.new.is_empty() { (old, &group.old) } else { (new, &group.new) };
    entries.iter().all(|entry| side.block(*entry).outside)
}

/// The blocks of the documents that a group of entries stands for.
fn span(old: &Side<'_>, new: &Side<'_>, group: &group::Group) -> Span {
    let blocks = |side: &Side<'_>, entries: &[usize]| entries.iter().map(|entry| side.entries[*entry].block).collect();
    Span { old: blocks(old, &group.old), new: blocks(new, &group.new) }
}

/// Equal for documents that have the same words in the same order, whatever their typography, numbers of sections and items,
/// links and division into blocks; 32 hexadecimal digits. Dates count as words.
#[must_use]
pub fn fingerprint(document: &Document) -> String {
    let mut hash = Sha256::new();
    let mut words = String::new();
    let counted = ordinals::counted(document);
    for (index, block) in document.blocks.iter().enumerate() {
        words.clear();
        // A number that counts nothing is a word.
        let text = if counted.contains(&index) { side::bare(block) } else { &block.text };
        text::each_word(text, |word, _| {
            words.push_str(word);
            words.push(' ');
        });
        hash.update(&words);
    }
    let digest = hash.finalize();
    digest.iter().take(16).fold(String::with_capacity(32), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
