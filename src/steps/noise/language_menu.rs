//! Lists of the languages that a page can be had in.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::steps::text::{self, languages};

/// Names of languages in themselves and in the commonest other languages, in normal form.
static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let names = languages::all().flat_map(|words| words.language_names.iter().chain(&words.menu_language_names));
    names.map(String::as_str).collect()
});
/// Longer text is no list of languages.
const LONGEST: usize = 2000;

/// Ways to offer other languages.
static OFFERS: LazyLock<Vec<&str>> = LazyLock::new(|| languages::union(|words| &words.other_languages));

/// Whether a difference is one of a list or menu of languages.
pub(super) fn is_language_line(before: &str, after: &str) -> bool {
    if before.len().max(after.len()) > LONGEST {
        return false;
    }
    let offers = |text: &str| {
        let text = text.to_lowercase();
        OFFERS.iter().any(|offer| text.contains(offer))
    };
    let (old, new) = (Share::of(before), Share::of(after));
    let short = old.words <= 40 && new.words <= 40 || old.names >= 6 || new.names >= 6;
    let offered = (offers(before) || offers(after)) && short && old.words.max(new.words) <= 160;
    offered || old.is_list(before) && new.is_list(after)
}

#[derive(Debug, Clone, Copy)]
struct Share {
    words: usize,
    names: usize,
}

impl Share {
    fn of(text: &str) -> Self {
        let mut share = Self { words: 0, names: 0 };
        text::each_word(text, |word, _| {
            share.words += 1;
            share.names += usize::from(NAMES.contains(word));
        });
        share
    }

    /// Whether hardly anything but languages is named.
    const fn is_list(self, text: &str) -> bool {
        text.is_empty() || self.names > 0 && self.names * 5 >= self.words * 3
    }
}
