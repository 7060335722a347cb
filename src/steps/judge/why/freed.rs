//! Sentences that take a duty or a ban away, in words that elsewhere forbid or demand: "no longer required".

use std::sync::LazyLock;

use super::signs::any;
use crate::steps::text::languages::union;
use crate::steps::text::tokens::joined;

/// The phrases that do so, in joined words.
static PHRASES: LazyLock<Vec<String>> =
    LazyLock::new(|| union(|words| &words.no_longer).into_iter().map(joined).collect());

/// Whether a sentence only frees: beside such a phrase nothing in it forbids or demands.
pub(super) fn only_frees(sentence: &str) -> bool {
    let text = joined(sentence);
    let rest = PHRASES.iter().fold(text.clone(), |text, phrase| text.replace(phrase.as_str(), " "));
    rest != text && !any(&["ban", "duty"], &rest)
}
