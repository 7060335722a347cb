//! What the weightiest passages do, each as a reason that quotes the page.

use std::cmp::Reverse;

use super::counted;
use super::freed::only_frees;
use super::passages_of::{ChangedWords, Passage};
use super::quote;
use super::signs::{Net, any};
use crate::model::{Because, Edit, Hunk, Place, Reason};
use crate::steps::judge::rules::cap::caps;
use crate::steps::judge::rules::other_order::is_reordered;
use crate::steps::text::stopwords::is_small;
use crate::steps::text::tokens::{joined, words};
use crate::steps::text::way::{Way, way};

/// Words of which more are no phrase.
const PHRASE: usize = 8;

/// The most reasons that quote passages.
const MOST: usize = 4;

/// What a passage does, told with a quote of it, and how much that weighs.
type Deed = (u32, fn(String) -> Because);

const BAN: Deed = (9, |quote| Because::NewBan { quote });
const DUTY: Deed = (8, |quote| Because::NewDuty { quote });
const SECTION_GONE: Deed = (7, |heading| Because::SectionGone { heading });
const SECTION_NEW: Deed = (6, |heading| Because::NewSection { heading });
const GONE: Deed = (4, |quote| Because::TextGone { quote });
const LEAVE: Deed = (4, |quote| Because::NewLeave { quote });
const NEW: Deed = (4, |quote| Because::NewText { quote });

/// How much it weighs that a list stands in another order.
const REORDERED: u32 = 24;

/// Reasons from the weightiest passages.
pub(in crate::steps::judge) fn reasons(hunks: &[Hunk], reading: &ChangedWords) -> Vec<Reason> {
    let of = |(index, (hunk, passage)): (usize, (&Hunk, &Passage))| reason(index, hunk, passage);
    let mut found: Vec<(u32, Reason)> = hunks.iter().zip(&reading.passages).enumerate().filter_map(of).collect();
    found.sort_by_key(|(weight, _)| Reverse(*weight));
    let mut reasons: Vec<Reason> = Vec::new();
    for (_, reason) in found {
        if !reasons.iter().any(|known| known.because == reason.because) {
            reasons.push(reason);
        }
    }
    reasons.truncate(MOST);
    reasons
}

fn reason(index: usize, hunk: &Hunk, passage: &Passage) -> Option<(u32, Reason)> {
    if is_reordered(hunk) {
        return Some((REORDERED, Reason { because: Because::OtherOrder, hunk: Some(index) }));
    }
    let (deed, quoted) = match (&hunk.before, &hunk.after) {
        (None, Some(after)) if hunk.place == Place::Heading => (SECTION_NEW, quote::heading(first_line(after))),
        (Some(before), None) if hunk.place == Place::Heading => (SECTION_GONE, quote::heading(first_line(before))),
        (Some(before), None) => (GONE, quote::passage(before, hunk.lead.as_deref())),
        (_, Some(after)) => match bound(hunk, passage, after) {
            Some(found) => found,
            None if hunk.before.is_none() => (NEW, quote::passage(after, hunk.lead.as_deref())),
            None => return reworded(index, hunk),
        },
        (None, None) => return None,
    };
    let quoted = quote::below_another(hunk).unwrap_or(quoted);
    let (weight, told) = deed;
    // Of two like deeds the one that says more comes first.
    let weight = weight * 4 + u32::try_from(quoted.chars().count().min(120) / 40).unwrap_or_default();
    Some((weight, Reason { because: told(quoted), hunk: Some(index) }))
}

fn first_line(text: &str) -> &str {
    text.lines().find(|line| !line.trim().is_empty()).unwrap_or(text)
}

/// The sentence that forbids, demands or allows something new.
fn bound(hunk: &Hunk, passage: &Passage, after: &str) -> Option<(Deed, String)> {
    let counted = Net::of(&passage.added, &passage.removed);
    let net = |group| counted.get(group);
    let ways = [
        (BAN, "ban", net("ban") > net("duty").max(0)),
        (DUTY, "duty", net("duty") > 0),
        (LEAVE, "leave", net("leave") > 0),
    ];
    let sentences = quote::sentences(hunk, after);
    ways.into_iter().filter(|(_, _, more)| *more).find_map(|(deed, group, _)| {
        sentences.iter().find_map(|sentence| {
            let quoted = sentence.quote(|added| any(&[group], &joined(added)))?;
            // What is allowed "only with our consent" is not simply allowed, unless it was forbidden before.
            let is_narrow = group == "leave"
                && net("ban") >= 0
                && (any(&["exception"], &joined(sentence.text())) || caps(sentence.text()));
            Some((
                if only_frees(sentence.text()) {
                    LEAVE
                } else if is_narrow {
                    BAN
                } else {
                    deed
                },
                quoted,
            ))
        })
    })
}

/// The weightiest words that took the place of others.
fn reworded(index: usize, hunk: &Hunk) -> Option<(u32, Reason)> {
    if let Some(because) = counted::of_a_row(hunk) {
        return Some((weight_of_words("0", "0"), Reason { because, hunk: Some(index) }));
    }
    let mut pairs = Vec::new();
    let mut was: Option<&String> = None;
    for (at, edit) in hunk.edits.iter().enumerate() {
        match (edit, was) {
            (Edit::Removed(words), _) => was = Some(words),
            (Edit::Added(words), Some(before)) => {
                pairs.push((before, words, at));
                was = None;
            }
            (Edit::Kept(_) | Edit::Added(_), _) => was = None,
        }
    }
    let weighty = |text: &str| words(&joined(text)).filter(|word| !is_small(word)).count();
    if pairs.is_empty() {
        return narrowed(index, hunk);
    }
    let weightiest = pairs.into_iter().max_by_key(|(was, is, _)| weighty(was) + weighty(is));
    let (was, is, at) = weightiest.filter(|(was, is, _)| weighty(was) + weighty(is) > 0)?;
    if ![was, is].iter().all(|words| is_phrase(words)) {
        // What stood within several sentences or in half of one says nothing by itself.
        let after = hunk.after.as_deref()?;
        let sentences = quote::sentences(hunk, after);
        let quoted = sentences.iter().find_map(|sentence| sentence.quote(|added| added.contains(is.trim())))?;
        return Some((
            weight_of_words(was, is),
            Reason { because: Because::WordedAnew { quote: quoted }, hunk: Some(index) },
        ));
    }
    let weight = weight_of_words(was, is);
    let (was, is) = counted::with_unit(&hunk.edits, at, was, is);
    let because = Because::Reworded { before: quote::words(&was), after: quote::words(&is) };
    Some((weight, Reason { because, hunk: Some(index) }))
}

/// Words that only came into a sentence, or only went out of it.
fn narrowed(index: usize, hunk: &Hunk) -> Option<(u32, Reason)> {
    let says = |text: &&String| text.contains(char::is_alphanumeric);
    let sides = hunk.edits.iter().map(|edit| match edit {
        Edit::Kept(_) => (None, None),
        Edit::Removed(text) => (Some(text).filter(says), None),
        Edit::Added(text) => (None, Some(text).filter(says)),
    });
    let (gone, come): (Vec<_>, Vec<_>) = sides.unzip();
    let longest = |side: Vec<Option<&String>>| side.into_iter().flatten().max_by_key(|text| text.len()).cloned();
    let because = if let Some(come) = longest(come) {
        let sentences = quote::sentences(hunk, hunk.after.as_deref()?);
        let quoted = sentences.iter().find_map(|sentence| sentence.quote(|added| added.contains(come.trim())))?;
        Because::WordedAnew { quote: quoted }
    } else {
        let gone = longest(gone)?;
        without_a_no(hunk, &gone).unwrap_or_else(|| Because::TextGone { quote: quote::words(&gone) })
    };
    Some((WITHIN, Reason { because, hunk: Some(index) }))
}

/// A longer text says more than one thing.
const ONE_SENTENCE: usize = 150;

/// What a sentence says now that lost its "no": what it demands, or what it allows.
fn without_a_no(hunk: &Hunk, gone: &str) -> Option<Because> {
    let after = hunk.after.as_deref()?.trim();
    let is_one = after.len() <= ONE_SENTENCE && !after.trim_end_matches(['.', '!']).contains(['.', '!', '?', '\n']);
    let told = match way(hunk).filter(|_| is_one && words(&joined(gone)).count() == 1)? {
        Way::Binds => |quote| Because::NewDuty { quote },
        Way::Frees => |quote| Because::NewLeave { quote },
        Way::Other => return None,
    };
    Some(told(quote::passage(after, hunk.lead.as_deref())))
}

/// How much it weighs that words came into a sentence or went out of it.
const WITHIN: u32 = 9;

/// How much it weighs that words gave way to others: most where both are numbers.
fn weight_of_words(was: &str, is: &str) -> u32 {
    let number = [was, is].iter().all(|text| text.contains(|letter: char| letter.is_ascii_digit()));
    let weighty = |text: &str| words(&joined(text)).filter(|word| !is_small(word)).count();
    if number { 22 } else { 8 + u32::try_from((weighty(was) + weighty(is)).min(8)).unwrap_or_default() }
}

/// Whether words are few and of one piece, so that a reader understands them alone.
fn is_phrase(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', ',', ';', ':']);
    let count = text.split_whitespace().count();
    (1..=PHRASE).contains(&count)
        && text.contains(char::is_alphanumeric)
        && ![". ", "; ", ": ", "\n", "? ", "! "].iter().any(|mark| text.contains(mark))
}
