//! Words by which a sentence allows, forbids or demands.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::languages;

/// What has one is never boilerplate for being said often.
static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let all = languages::all().flat_map(|words| [&words.must, &words.must_not, &words.may]);
    all.flatten().map(String::as_str).collect()
});

/// Whether a text rules something.
pub(in crate::steps) fn has_modal_verb(text: &str) -> bool {
    let mut found = false;
    super::each_word(text, |word, _| found |= WORDS.contains(word));
    found
}
