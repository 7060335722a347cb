//! The words of a changed text, each kept, removed or added.

use super::script::{Weights, script, smooth};
use crate::model::Edit;
use crate::steps::text;

/// The way from one text to the other, to the word.
pub(super) fn edits(before: &str, after: &str) -> Vec<Edit> {
    let (old, new) = (tokens(before), tokens(after));
    let weights =
        |tokens: &[&str]| Weights::of(tokens.iter().map(|token| usize::from(token.contains(text::is_word_letter))));
    let steps = smooth(script(&old, &new), &weights(&old), &weights(&new));
    let mut edits = Vec::new();
    for step in steps {
        let (gone, come) = (old[step.old].concat(), new[step.new].concat());
        if step.same {
            edits.push(Edit::Kept(gone));
            continue;
        }
        if !gone.is_empty() {
            edits.push(Edit::Removed(gone));
        }
        if !come.is_empty() {
            edits.push(Edit::Added(come));
        }
    }
    edits
}

/// Words, and one by one the letters between them.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut end = 0;
    let between = |range: std::ops::Range<usize>, tokens: &mut Vec<_>| {
        tokens.extend(text[range].split_inclusive(|_| true));
    };
    let mut words: Vec<std::ops::Range<usize>> = Vec::new();
    text::each_word(text, |_, range| match words.last_mut() {
        // "5,000" and "3.11." are read as one.
        Some(last) if is_one_number(text, last.end, &range) => last.end = range.end,
        _ => words.push(range),
    });
    for word in words {
        between(end..word.start, &mut tokens);
        tokens.push(&text[word.clone()]);
        end = word.end;
    }
    between(end..text.len(), &mut tokens);
    tokens
}

/// Whether digits go on a number that ends there, behind a mark within it.
fn is_one_number(text: &str, end: usize, digits: &std::ops::Range<usize>) -> bool {
    let is_digit = |letter: char| letter.is_ascii_digit();
    matches!(&text[end..digits.start], "." | "," | "\u{202f}" | "'" | "’")
        && text[..end].ends_with(is_digit)
        && text[digits.clone()].chars().all(is_digit)
}
