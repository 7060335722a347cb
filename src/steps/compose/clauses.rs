//! The places in the rules that matter most in a change, in the order of the document.

use super::page::Clause;
use super::pieces::{Which, side};
use super::plain::short;
use super::words::Words;
use crate::model::{Change, Hunk};

/// At most so many clauses, with the number of those left out.
pub(super) fn clauses(change: &Change, most: usize, limit: usize, words: &dyn Words) -> (Vec<Clause>, usize) {
    let chosen = chosen(change, most);
    let left_out = change.hunks.len().saturating_sub(chosen.len());
    let mut last_path = None;
    let clause = |index: usize| {
        let hunk = &change.hunks[index];
        let path = path(hunk, words);
        let shown = if last_path.as_ref() == Some(&path) { String::new() } else { path.clone() };
        last_path = Some(path);
        Clause {
            path: shown,
            before: side(hunk, Which::Before, limit, words),
            after: side(hunk, Which::After, limit, words),
        }
    };
    (chosen.into_iter().map(clause).collect(), left_out)
}

/// First those that a reason points at, then those in which most words changed.
fn chosen(change: &Change, most: usize) -> Vec<usize> {
    let total = change.hunks.len();
    let mut order: Vec<usize> = Vec::new();
    let named = change.assessment.reasons.iter().filter_map(|reason| reason.hunk);
    for index in named.filter(|index| *index < total) {
        if !order.contains(&index) {
            order.push(index);
        }
    }
    let mut rest: Vec<_> = (0..total).filter(|index| !order.contains(index)).collect();
    rest.sort_by_key(|index| std::cmp::Reverse(changed_letters(&change.hunks[*index])));
    order.extend(rest);
    order.truncate(most);
    order.sort_unstable();
    order
}

fn changed_letters(hunk: &Hunk) -> usize {
    use crate::model::Edit;
    let changed = hunk.edits.iter().map(|edit| match edit {
        Edit::Kept(_) => 0,
        Edit::Removed(text) | Edit::Added(text) => text.len(),
    });
    changed.sum()
}

/// "Promotions › Requirements", its innermost four.
fn path(hunk: &Hunk, words: &dyn Words) -> String {
    let headings = &hunk.heading[hunk.heading.len().saturating_sub(4)..];
    let path: Vec<_> =
        headings.iter().map(|heading| short(heading, 90)).filter(|heading| !heading.is_empty()).collect();
    if path.is_empty() { words.document_start().to_owned() } else { path.join(" › ") }
}
