//! Words by which a sentence allows, forbids or demands.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::dates::month;
use super::languages;

/// What has one is never boilerplate, whatever else speaks for it.
static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let all = languages::all().flat_map(|words| [&words.must, &words.must_not, &words.may]);
    all.flatten().map(String::as_str).collect()
});

/// The same, apart.
static KINDS: LazyLock<[HashSet<&str>; 3]> = LazyLock::new(|| {
    let of = |section: fn(&'static languages::Sections) -> &'static [String]| {
        languages::union(section).into_iter().collect()
    };
    [of(|words| &words.must), of(|words| &words.must_not), of(|words| &words.may)]
});

/// Whether a text rules something.
///
/// A name of a month beside a number is no such word: "May 3".
pub(in crate::steps) fn has_modal_verb(text: &str) -> bool {
    let mut found = false;
    let mut month_before = false;
    let mut number_before = false;
    super::each_word(text, |word, _| {
        let number = word.starts_with(|letter: char| letter.is_ascii_digit());
        // The month waits for what stands behind it.
        found |= month_before && !number;
        let modal = is_modal_verb(word);
        month_before = modal && month(word).is_some() && !number_before;
        found |= modal && month(word).is_none();
        number_before = number;
    });
    found || month_before
}

/// Whether both of two exchanged sides only demand, only forbid, or only allow.
pub(super) fn say_the_same(gone: &[String], come: &[String]) -> bool {
    let kinds = |side: &[String]| -> Vec<usize> {
        (0..KINDS.len()).filter(|kind| side.iter().any(|word| KINDS[*kind].contains(word.as_str()))).collect()
    };
    let (gone, come) = (kinds(gone), kinds(come));
    gone.len() == 1 && gone == come
}

/// Whether a word in normal form allows, forbids or demands.
pub(in crate::steps) fn is_modal_verb(word: &str) -> bool {
    WORDS.contains(word)
}
