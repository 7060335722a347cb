//! Places that show something else at every look: what moves there is told from what came to stay.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::{SignedDuration, Timestamp};

use crate::model::{Block, BlockKind, Counting, Passages};
use crate::steps::text;
use crate::steps::text::freeing::frees;
use crate::steps::text::languages::union;
use crate::steps::text::limits::has_limit;
use crate::steps::text::modal_verbs::has_modal_verb;
use crate::steps::text::numbers::in_digits;
use crate::steps::text::places::names_any;
use crate::steps::text::stopwords::is_of_date;
use crate::steps::text::turned::{has_opposite, is_negation};
use crate::steps::text::unruled::is_unruled;

static WEEKDAYS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.in_force_from.weekdays));

/// Longer words are no counter or date of today.
pub(super) const LONGEST: usize = 4000;
/// Figures that change so often in a row, each within this time, count something.
const COUNTS: (u32, SignedDuration) = (3, SignedDuration::from_hours(3 * 24));
/// So many texts that were told one after the other, each within that time of the last, are a place that shows another at every
/// look: a quote, the weather, an offer of the day. Judgement: who edits a rule does so once or twice in a row.
const RETOLD: u32 = 3;
/// Figures that stay for so long stopped counting.
pub(super) const STAYS: SignedDuration = SignedDuration::from_hours(3 * 24 - 6);
/// As many places are remembered.
const MOST: usize = 300;

fn count(text: &str) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    text::each_word(text, |word, _| *words.entry(word.to_owned()).or_default() += 1);
    words
}

fn of(words: &HashMap<String, usize>, word: &str) -> usize {
    words.get(word).copied().unwrap_or_default()
}

/// Whether something in the words of two looks in a row came or went for good since the text before, beside what moves.
pub(super) fn stays(before: &str, last: &str, now: &str) -> bool {
    let [before, last, now] = [before, last, now].map(count);
    let has_digit = |word: &str| word.chars().any(char::is_numeric);
    // Where other words move, too, it is another text every day: what is new of it is for nobody to say.
    let only_figures = |one: &HashMap<String, usize>, other: &HashMap<String, usize>| {
        let mut moving = one.iter().filter(|(word, times)| **times > of(other, word));
        moving.all(|(word, _)| has_digit(word) || is_of_date(word))
    };
    if last.is_empty() || !only_figures(&last, &now) || !only_figures(&now, &last) {
        return false;
    }
    let came = now.iter().any(|(word, times)| (*times).min(of(&last, word)) > of(&before, word));
    // Of what moves the words before are gone in any case.
    let went = before
        .iter()
        .filter(|(word, _)| !has_digit(word))
        .any(|(word, times)| of(&now, word).max(of(&last, word)) < *times);
    came || went
}

/// Whether nothing but figures and words of dates differs.
pub(super) fn moves_figures_only(before: &str, after: &str) -> bool {
    let rest = |text: &str| {
        let mut rest = Vec::new();
        // "On Monday" alone is when something is done.
        let is_dated = text.contains(char::is_numeric);
        let is_of_a_date = |word: &str| is_of_date(word) || WEEKDAYS.contains(&word);
        text::each_word(text, |word, _| {
            let moves = word.chars().any(char::is_numeric) || is_dated && is_of_a_date(word);
            if !moves {
                rest.push(word.to_owned());
            }
        });
        rest
    };
    let (before, after) = (rest(before), rest(after));
    !before.is_empty() && before == after
}

/// A quote, a greeting, the weather have no more words.
const CHATTER: usize = 20;

/// Whether a block is one sentence of a few words that has neither a number nor any word by which something is allowed, forbidden
/// or demanded.
pub(super) fn is_chatter(block: &Block) -> bool {
    let text = block.text.trim();
    let ends = ['.', '!', '?', ';', '\n', '。', '！', '？'];
    let is_one = !text.trim_end_matches('…').trim_end_matches(ends).contains(ends);
    // Of a language without rules nobody can say what a sentence does.
    let may_rule = has_modal_verb(text) || has_limit(text) || frees(text) || names_any(text) || is_unruled(text);
    let (mut words, mut rules) = (0, may_rule);
    text::each_word(text, |word, _| {
        words += 1;
        rules |=
            word.chars().any(char::is_numeric) || is_negation(word) || has_opposite(word) || in_digits(word).is_some();
    });
    block.kind == BlockKind::Paragraph && is_one && !rules && (1..=CHATTER).contains(&words)
}

/// Notes that one text gave way to another at a place and was told.
pub(super) fn retell(memory: &mut Passages, anchor: u64, now: Timestamp) {
    again(&mut memory.retold, anchor, now);
}

/// Whether so many texts followed each other at a place, all of them told, that it shows another one at every look or nearly so;
/// it does until it has shown the same for as long as a text stays.
pub(super) fn retells(memory: &mut Passages, anchor: u64, now: Timestamp) -> bool {
    let known = memory.retold.iter_mut().find(|known| known.anchor == anchor);
    let Some(known) = known.filter(|known| now.duration_since(known.last) <= COUNTS.1 && known.times >= RETOLD) else {
        return false;
    };
    known.last = now;
    true
}

/// Notes that figures changed at a place; whether they do so again and again.
pub(super) fn counts(memory: &mut Passages, anchor: u64, now: Timestamp) -> bool {
    again(&mut memory.counting, anchor, now) >= COUNTS.0
}

/// Notes that a place changed; how often in a row it did.
fn again(places: &mut Vec<Counting>, anchor: u64, now: Timestamp) -> u32 {
    let Some(known) = places.iter_mut().find(|known| known.anchor == anchor) else {
        places.insert(0, Counting { anchor, times: 1, last: now });
        places.truncate(MOST);
        return 1;
    };
    known.times = if now.duration_since(known.last) <= COUNTS.1 { known.times.saturating_add(1) } else { 1 };
    known.last = now;
    known.times
}
