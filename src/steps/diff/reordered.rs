//! Blocks with the same words that stand at another place of the text than before: in a list whose order counts, that is
//! another rule, and everywhere else a row that says so.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use super::edits::edits;
use super::group::Alignment;
use super::side::Side;
use crate::model::{Block, BlockKind, Edit, Hunk, Place, count_words};
use crate::steps::text::tokens::joined;
use crate::steps::text::{self, languages};

/// What says that the order of a list counts, as [`joined`] writes it.
static IN_ORDER: LazyLock<Vec<String>> = LazyLock::new(|| {
    let phrases = languages::all().flat_map(|words: &'static languages::Sections| &words.in_order);
    phrases.map(|phrase| joined(phrase)).collect()
});

/// What parts of a text are called before their numbers, and what rules as such are called.
static PARTS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| languages::union(|words| &words.numbered_parts).into_iter().collect());
static RULES: LazyLock<Vec<&str>> = LazyLock::new(|| languages::union(|words| &words.rules));
/// A shorter word is no beginning of such a name.
const SHORTEST: usize = 4;
/// Lists that are written in such numbers have no more entries that others speak of.
const ROMANS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// With what sentences begin that hang on the one before them, as [`joined`] writes it.
static POINTS_BACK: LazyLock<Vec<String>> = LazyLock::new(|| {
    let phrases = languages::all().flat_map(|words: &'static languages::Sections| &words.points_back);
    phrases.map(|phrase| joined(phrase)).collect()
});

/// Blocks that moved, and whether their order counts.
pub(in crate::steps) struct Reordered {
    pub hunk: Hunk,
    pub counts: bool,
}

/// A list of more entries is a register: where an entry of it stands says nothing.
const LIST: usize = 24;
/// So much of the text before a block tells where it stands, in letters.
const BEHIND: usize = 60;
/// A sentence that hangs on the one before it has no more words; a longer one says what it means.
const POINTER: usize = 16;
/// A sentence that leads a list is looked for in so many blocks above it.
const REACH: usize = 3;

/// What moved, list by list and run by run, but for the pairs that are told otherwise.
pub(in crate::steps) fn reordered(
    old: &Side<'_>,
    new: &Side<'_>,
    alignment: &Alignment,
    told: &HashSet<(usize, usize)>,
) -> Vec<Reordered> {
    let moved: Vec<(usize, usize)> = alignment.moved.iter().copied().filter(|pair| !told.contains(pair)).collect();
    if moved.is_empty() {
        return Vec::new();
    }
    let partner: HashMap<usize, usize> = alignment.same.iter().chain(&moved).map(|(from, to)| (*to, *from)).collect();
    let mut found = Vec::new();
    let mut done: BTreeSet<usize> = BTreeSet::new();
    for (from, to) in &moved {
        if done.contains(to) {
            continue;
        }
        if let Some((entries, list)) = in_its_list(old, new, &partner, *from, *to) {
            done.extend(entries);
            found.push(list);
        }
    }
    let rest: Vec<_> = moved.into_iter().filter(|(_, to)| !done.contains(to)).collect();
    found.extend(runs(&rest).map(|run| elsewhere(old, new, run)));
    found.extend(left_behind(old, new, alignment, &rest));
    found
}

/// Sentences that stay and hang on the one before them, where another stands before them now.
fn left_behind(old: &Side<'_>, new: &Side<'_>, alignment: &Alignment, moved: &[(usize, usize)]) -> Vec<Reordered> {
    let ends = runs(moved).filter_map(<[_]>::last);
    let (were, are): (HashSet<usize>, HashSet<usize>) = ends.map(|(from, to)| (from + 1, to + 1)).unzip();
    let stayed = |(from, to): &&(usize, usize)| were.contains(from) || are.contains(to);
    let pairs = alignment.same.iter().filter(stayed).filter(|(_, to)| points_back(&new.block(*to).text));
    pairs.map(|pair| elsewhere(old, new, std::slice::from_ref(pair))).collect()
}

/// The list in which an entry moved, where it stands in the same one on both sides and that is no register; with its entries.
fn in_its_list(
    old: &Side<'_>,
    new: &Side<'_>,
    partner: &HashMap<usize, usize>,
    from: usize,
    to: usize,
) -> Option<(Vec<usize>, Reordered)> {
    let (before, after) = (list_around(old, from)?, list_around(new, to)?);
    let now: Vec<usize> =
        after.clone().filter(|entry| partner.get(entry).is_some_and(|was| before.contains(was))).collect();
    let mut was: Vec<usize> = now.iter().filter_map(|entry| partner.get(entry).copied()).collect();
    was.sort_unstable();
    if now.len() < 2 || now.len() > LIST {
        return None;
    }
    let is_pointed_to = || {
        let (was, is) = (parts_named(old, &before), parts_named(new, &after));
        was.intersection(&is).filter(|number| (1..=LIST).contains(*number)).any(|number| {
            let index = number - 1;
            let (entry, other) = (before.start + index, after.start + index);
            before.contains(&entry) && after.contains(&other) && partner.get(&other) != Some(&entry)
        })
    };
    let counts =
        says_that_order_counts(old, before.start) && says_that_order_counts(new, after.start) || is_pointed_to();
    let (before, after) = (old.text(&was), new.text(&now));
    let hunk = Hunk {
        heading: new.heading(to),
        edits: edits(&before, &after),
        before: Some(before),
        after: Some(after),
        place: Place::Item,
        ..Hunk::default()
    };
    Some((now, Reordered { hunk, counts }))
}

/// The entries and rows that stand side by side with one; none where it is no such block.
fn list_around(side: &Side<'_>, entry: usize) -> Option<std::ops::Range<usize>> {
    let is_listed = |entry: usize| matches!(side.block(entry).kind, BlockKind::Item(_) | BlockKind::Row);
    if !is_listed(entry) {
        return None;
    }
    // One more than a list may have shows that it is a register.
    let first = (0..entry).rev().take(LIST).take_while(|entry| is_listed(*entry)).last().unwrap_or(entry);
    let end = (entry..side.entries.len()).take(LIST + 1).take_while(|entry| is_listed(*entry)).last()? + 1;
    Some(first..end)
}

/// Whether what leads a list, or its heading, says that its order counts.
fn says_that_order_counts(side: &Side<'_>, first: usize) -> bool {
    let above = (first.saturating_sub(REACH)..first).rev().map(|entry| side.block(entry));
    let mut lead = String::new();
    for block in above {
        lead.push_str(&joined(&block.text));
        if matches!(block.kind, BlockKind::Heading(_)) {
            break;
        }
    }
    IN_ORDER.iter().any(|phrase| lead.contains(phrase))
}

/// The numbers by which the text beside a list speaks of parts of the rules: "Rule 2 does not bind clubs".
fn parts_named(side: &Side<'_>, list: &std::ops::Range<usize>) -> BTreeSet<usize> {
    let above = (list.start.saturating_sub(REACH)..list.start).rev().map(|entry| side.block(entry));
    let below = (list.end..side.entries.len()).take(REACH).map(|entry| side.block(entry));
    let is_text = |block: &&Block| !matches!(block.kind, BlockKind::Heading(_));
    let mut found = BTreeSet::new();
    for block in above.take_while(is_text).chain(below.take_while(is_text)) {
        let mut is_named = false;
        text::each_word(&block.text, |word, _| {
            found.extend(word.parse().ok().or_else(|| roman(word)).filter(|_| is_named));
            is_named = is_part(word);
        });
    }
    found
}

/// Whether a word stands for a part of the rules: "part", "rule".
fn is_part(word: &str) -> bool {
    let begins = |name: &&str| word.len() >= SHORTEST && name.starts_with(word);
    PARTS.contains(word) || RULES.iter().any(begins)
}

/// The value of a small number as Romans wrote it.
fn roman(word: &str) -> Option<usize> {
    ROMANS.iter().position(|number| *number == word).map(|at| at + 1)
}

/// Pairs that moved side by side, as one.
fn runs(moved: &[(usize, usize)]) -> impl Iterator<Item = &[(usize, usize)]> {
    moved.chunk_by(|one, next| one.0 + 1 == next.0 && one.1 + 1 == next.1)
}

/// A run that stands at another place: between which words it stood and stands.
fn elsewhere(old: &Side<'_>, new: &Side<'_>, run: &[(usize, usize)]) -> Reordered {
    let (before, after): (Vec<usize>, Vec<usize>) = run.iter().copied().unzip();
    let was = behind(old, before.first().copied());
    let is = behind(new, after.first().copied());
    let text = format!("\n{}", new.text(&after));
    let hunk = Hunk {
        heading: after.first().map(|entry| new.heading(*entry)).unwrap_or_default(),
        before: Some(format!("{was}{text}")),
        after: Some(format!("{is}{text}")),
        edits: vec![Edit::Removed(was), Edit::Added(is), Edit::Kept(text)],
        ..Hunk::default()
    };
    let counts = matches!(run, [(_, to)] if points_back(&new.block(*to).text));
    Reordered { hunk, counts }
}

/// Whether a short sentence begins with a word for what stands before it: an exception, a condition.
fn points_back(text: &str) -> bool {
    let spoken = joined(text);
    count_words(text) <= POINTER && POINTS_BACK.iter().any(|phrase| spoken.starts_with(phrase.as_str()))
}

/// How the block before one begins; "…" at the beginning of the text.
fn behind(side: &Side<'_>, entry: Option<usize>) -> String {
    let Some(before) = entry.and_then(|entry| entry.checked_sub(1)) else { return "…".to_owned() };
    let text = &side.block(before).text;
    let short: String = text.chars().take(BEHIND).collect();
    if short.len() < text.len() { format!("{short} …") } else { short }
}
