//! Words that take a duty or a ban away: "no longer required", "need no approval".

use std::sync::LazyLock;

use super::exchanges::fits;
use super::languages::union;
use super::tokens::{joined, words};

/// So far from what is needed stands the word that says that it is not.
const BESIDE: usize = 2;

/// Phrases that do so, in joined words.
static PHRASES: LazyLock<Vec<String>> =
    LazyLock::new(|| union(|words| &words.no_longer).into_iter().map(joined).collect());
static NEEDS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.needs.words));
static REFUSED: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.needs.refused));

/// The words of a text without those that take a duty or a ban away, joined; none where none does.
pub(in crate::steps) fn without_what_frees(text: &str) -> Option<String> {
    let whole = joined(text);
    let rest = PHRASES.iter().fold(whole.clone(), |rest, phrase| rest.replace(phrase.as_str(), " "));
    let said: Vec<&str> = words(&rest).collect();
    let is_freed = |at: usize| {
        let beside = said.get(at.saturating_sub(BESIDE)..(at + BESIDE + 1).min(said.len()));
        NEEDS.contains(&said[at]) && beside.is_some_and(|beside| beside.iter().any(|word| refuses(word)))
    };
    let freed: Vec<usize> = (0..said.len()).filter(|at| is_freed(*at)).collect();
    let is_part = |at: usize| freed.iter().any(|need| *need == at || need.abs_diff(at) <= BESIDE && refuses(said[at]));
    let left: Vec<&str> = (0..said.len()).filter(|at| !is_part(*at)).map(|at| said[at]).collect();
    (rest != whole || !freed.is_empty()).then(|| joined(&left.join(" ")))
}

/// Whether such words stand in a text.
pub(in crate::steps) fn frees(text: &str) -> bool {
    without_what_frees(text).is_some()
}

/// Whether a text says what is needed.
pub(super) fn names_a_need(text: &str) -> bool {
    words(&joined(text)).any(|word| NEEDS.contains(&word))
}

/// Whether a word only says no: it forbids nothing by itself.
pub(super) fn refuses(word: &str) -> bool {
    REFUSED.iter().any(|entry| fits(entry, word))
}
