//! Rule: thanks and calls to have fun ("Thank you for your support.", "Don't forget to have fun!").
//!
//! Evidence: each side is nothing, or a few sentences that each begin as such sentences do and have no other words than those of
//! them and words that only hold a sentence together; none has a number, and none is data or led to by the text. Who thanks for
//! labels on ads demands them, and who says not to forget the fee, too: such words are none of these. Verdict: boilerplate.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::DifferingBlocks;
use super::surroundings::Surroundings;
use crate::steps::text::languages::union;
use crate::steps::text::modal_verbs::is_modal_verb;
use crate::steps::text::stopwords::is_small;
use crate::steps::text::tokens::{joined, words};

/// How such sentences begin, in joined words, the longest first.
static BEGINNINGS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut all: Vec<String> = union(|words| &words.courtesies.beginnings).into_iter().map(joined).collect();
    all.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    all
});
static OF: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.courtesies.of).into_iter().collect());
/// Small words that turn a rule round.
static WEIGHTY: LazyLock<HashSet<&str>> =
    LazyLock::new(|| union(|words| &words.stopwords.weighty).into_iter().collect());
/// Such sentences have no more words, and no more of them stand together.
const LONGEST: usize = 14;
const SENTENCES: usize = 3;

/// Whether nothing but courtesies came, went or gave way to others.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    [difference.before(), difference.after()].into_iter().all(|text| text.is_empty() || is_courtesy(text))
        && !difference.blocks().any(|block| block.is_data() || block.is_introduced())
}

fn is_courtesy(text: &str) -> bool {
    let sentences: Vec<String> =
        text.split(['.', '!', '?', '\n']).map(joined).filter(|words| !words.is_empty()).collect();
    (1..=SENTENCES).contains(&sentences.len()) && sentences.iter().all(|sentence| is_polite(sentence))
}

fn is_polite(sentence: &str) -> bool {
    let rest = BEGINNINGS.iter().find_map(|phrase| sentence.strip_prefix(phrase.as_str()));
    rest.is_some_and(|rest| {
        let says = |word: &str| OF.contains(word) || is_small(word) && !WEIGHTY.contains(word) && !is_modal_verb(word);
        words(sentence).count() <= LONGEST && words(rest).all(says)
    })
}
