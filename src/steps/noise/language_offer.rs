//! Rule: a line offers the page in other languages.
//!
//! Evidence: it says so, names at least two languages, has few other words, and allows, forbids or limits nothing: which
//! language prevails is a rule. Verdict: language.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::language_menu::Share;
use super::surroundings::Surroundings;
use crate::steps::text::languages::union;

/// Ways to offer other languages, in lower case.
static OFFERS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.other_languages));
/// So many languages are named.
const SEVERAL: usize = 2;
/// One word in so many names a language. Chosen on the pages of corpus 2022.
const SHARE: usize = 6;

/// Whether each side that has text offers languages, or names them.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let offers = |text: &str| {
        let text = text.to_lowercase();
        OFFERS.iter().any(|offer| text.contains(offer))
    };
    let names = |text: &str| {
        let share = Share::of(text);
        text.is_empty() || share.names >= SEVERAL && share.names * SHARE >= share.words
    };
    let (before, after) = (difference.before(), difference.after());
    (offers(before) || offers(after)) && names(before) && names(after) && !difference.rules_something()
}
