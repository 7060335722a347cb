//! Takes hunks apart into the smallest differences, and sets those aside that no reader would call one.

use std::collections::HashMap;

use crate::model::{Edit, Hunk, Place};
use crate::steps::text::spelling;
use crate::steps::text::tokens::{joined, words};

/// One difference: a whole line that came or went, or words inside a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ChangedRun {
    pub(in crate::steps::judge) removed: String,
    pub(in crate::steps::judge) added: String,
    /// What stands before and after it in the same line; empty for whole lines.
    pub(super) left: String,
    pub(super) right: String,
    pub(super) whole: bool,
    pub(super) place: Place,
    /// The index of its hunk.
    pub(super) hunk: usize,
}

/// Why a unit was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Aside {
    /// Marks only, or the same letters with other marks and spaces.
    Marks,
    /// Part of an address.
    Address,
    /// An e-mail address that the server hides from robots.
    Hidden,
    /// British for American English, a contraction written out.
    Spelling,
    /// A line that went at one place and came at another.
    Moved,
}

/// The units that count, and how many were set aside for what.
pub(super) fn units(hunks: &[Hunk]) -> (Vec<ChangedRun>, HashMap<Aside, usize>) {
    let mut asides: HashMap<Aside, usize> = HashMap::new();
    let mut kept = Vec::new();
    for (index, hunk) in hunks.iter().enumerate() {
        for unit in take_apart(hunk, index) {
            match aside(&unit) {
                Some(reason) => *asides.entry(reason).or_default() += 1,
                None => kept.push(unit),
            }
        }
    }
    let mut sides: HashMap<String, (usize, usize)> = HashMap::new();
    for unit in kept.iter().filter(|unit| unit.whole) {
        sides.entry(spelling::letters(&unit.removed)).or_default().0 += 1;
        sides.entry(spelling::letters(&unit.added)).or_default().1 += 1;
    }
    kept.retain(|unit| {
        let one_sided = unit.whole && (unit.removed.is_empty() || unit.added.is_empty());
        let line = spelling::letters(if unit.added.is_empty() { &unit.removed } else { &unit.added });
        let moved = one_sided && sides.get(&line).is_some_and(|(gone, come)| *gone > 0 && *come > 0);
        if moved {
            *asides.entry(Aside::Moved).or_default() += 1;
        }
        !moved
    });
    (kept, asides)
}

fn take_apart(hunk: &Hunk, index: usize) -> Vec<ChangedRun> {
    let mut found = Vec::new();
    let (mut left, mut removed, mut added) = (String::new(), String::new(), String::new());
    let mut close = |left: &str, removed: &mut String, added: &mut String, right: &str| {
        let new = ChangedRun { place: hunk.place, hunk: index, ..ChangedRun::default() };
        let lines =
            removed.contains('\n') || added.contains('\n') || (left.trim().is_empty() && right.trim().is_empty());
        if removed.is_empty() && added.is_empty() {
            return;
        }
        if lines {
            let split = |text: &str| -> Vec<String> {
                text.split('\n').map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
            };
            let (gone, come) = (split(removed), split(added));
            if let ([gone], [come]) = (gone.as_slice(), come.as_slice()) {
                found.push(ChangedRun { removed: gone.clone(), added: come.clone(), whole: true, ..new });
            } else {
                found.extend(gone.into_iter().map(|line| ChangedRun { removed: line, whole: true, ..new.clone() }));
                found.extend(come.into_iter().map(|line| ChangedRun { added: line, whole: true, ..new.clone() }));
            }
        } else {
            let (left, right) = (left.to_owned(), right.to_owned());
            found.push(ChangedRun { removed: removed.clone(), added: added.clone(), left, right, ..new });
        }
        removed.clear();
        added.clear();
    };
    for edit in &hunk.edits {
        match edit {
            Edit::Removed(words) => removed.push_str(words),
            Edit::Added(words) => added.push_str(words),
            Edit::Kept(words) => {
                close(&left, &mut removed, &mut added, head(words));
                left.clear();
                left.push_str(tail(words));
            }
        }
    }
    close(&left, &mut removed, &mut added, "");
    found
}

/// How much of the line around a difference is looked at, in characters.
const REACH: usize = 80;

/// The beginning of what follows, in the same line.
fn head(text: &str) -> &str {
    let line = text.split('\n').next().unwrap_or_default();
    line.char_indices().nth(REACH).map_or(line, |(end, _)| &line[..end])
}

/// The end of what stands before, in the same line.
fn tail(text: &str) -> &str {
    let line = text.rsplit('\n').next().unwrap_or_default();
    line.char_indices().rev().nth(REACH - 1).map_or(line, |(start, _)| &line[start..])
}

fn aside(unit: &ChangedRun) -> Option<Aside> {
    let (removed, added) = (joined(&unit.removed), joined(&unit.added));
    if (removed.is_empty() && added.is_empty()) || spelling::letters(&unit.removed) == spelling::letters(&unit.added) {
        Some(Aside::Marks)
    } else if !unit.whole && is_address(unit) {
        Some(Aside::Address)
    } else if is_hidden_address(unit) {
        Some(Aside::Hidden)
    } else if !removed.is_empty()
        && !added.is_empty()
        && spelling::plain(words(&removed)) == spelling::plain(words(&added))
    {
        Some(Aside::Spelling)
    } else {
        None
    }
}

/// Whether the difference stands inside a web address.
fn is_address(unit: &ChangedRun) -> bool {
    let text = if unit.removed.is_empty() { &unit.added } else { &unit.removed };
    let touches_left = !unit.left.ends_with(char::is_whitespace) && !text.starts_with(char::is_whitespace);
    let touches_right = !unit.right.starts_with(char::is_whitespace) && !text.ends_with(char::is_whitespace);
    let left = unit.left.split_whitespace().next_back().filter(|_| touches_left).unwrap_or_default();
    let right = unit.right.split_whitespace().next().filter(|_| touches_right).unwrap_or_default();
    let is_web = |word: &str| word.contains("://") || word.contains("www.");
    let mut changed = unit.removed.split_whitespace().chain(unit.added.split_whitespace()).peekable();
    is_web(left) || right.contains("://") || (changed.peek().is_some() && changed.all(is_web))
}

/// Whether the difference belongs to an address that a server shows as `[email protected]`.
fn is_hidden_address(unit: &ChangedRun) -> bool {
    let near = |text: &str, from_end: bool| -> String {
        if from_end {
            text.chars().rev().take(25).collect::<Vec<_>>().into_iter().rev().collect()
        } else {
            text.chars().take(25).collect()
        }
    };
    let text =
        format!("{}{}{}{}", near(&unit.left, true), unit.removed, unit.added, near(&unit.right, false)).to_lowercase();
    (text.contains("email") && text.contains("protected")) || text.contains("cdn-cgi")
}
