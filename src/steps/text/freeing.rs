//! Words that take a duty or a ban away: "no longer required", "need no approval".

use std::sync::LazyLock;

use super::exchanges::fits;
use super::languages::union;
use super::tokens::{joined, words};

/// Phrases that do so, in joined words.
static PHRASES: LazyLock<Vec<String>> =
    LazyLock::new(|| union(|words| &words.no_longer).into_iter().map(joined).collect());
static NEEDS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.needs.words));
static MAY: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.may));
static FORBIDDING: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.needs.forbidding));
static REFUSED: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.needs.refused));

/// The words of a text without those that take a duty or a ban away, joined; none where none does.
pub(in crate::steps) fn without_what_frees(text: &str) -> Option<String> {
    let whole = joined(text);
    let rest = PHRASES.iter().fold(whole.clone(), |rest, phrase| rest.replace(phrase.as_str(), " "));
    let said: Vec<&str> = words(&rest).collect();
    // "May not require" and "must not require" forbid.
    let may = |at: usize| {
        at.checked_sub(1).is_some_and(|before| MAY.contains(&said[before]) || FORBIDDING.contains(&said[before]))
    };
    let mut is_part = vec![false; said.len()];
    for at in (0..said.len()).filter(|at| NEEDS.contains(&said[*at])) {
        for beside in [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter(|beside| *beside < said.len()) {
            if refuses(said[beside]) && !may(at.min(beside)) {
                (is_part[at], is_part[beside]) = (true, true);
            }
        }
    }
    let is_freed = is_part.contains(&true);
    let left: Vec<&str> = said.iter().zip(&is_part).filter(|(_, part)| !**part).map(|(word, _)| *word).collect();
    (rest != whole || is_freed).then(|| joined(&left.join(" ")))
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
