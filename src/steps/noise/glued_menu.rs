//! Rule: a menu whose entries ran together (`Sign UpLog InMessenger`).
//!
//! Evidence: several words with a capital letter right behind a small one, many for the length of the text, no mark
//! of a sentence or a list (names such as `YouTube` are listed with commas), no rule, no table, and nothing that leads to it.
//! Verdict: boilerplate.

use std::collections::HashSet;

use super::DifferingBlocks;
use super::surroundings::Surroundings;

/// A menu has no more words. Chosen on the pages of corpus 2022.
const LONGEST: usize = 60;
/// So many glued words in one line are not the name of a product. Chosen on the pages of corpus 2022.
const SEVERAL: usize = 3;
/// One word in so many is glued. Chosen on the pages of corpus 2022.
const SHARE: usize = 8;

/// Whether each side is such a menu, or nothing.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let both = [difference.before(), difference.after()];
    both.into_iter().all(|text| text.is_empty() || is_menu(text))
        && !difference.rules_something()
        && !difference.blocks().any(|block| block.is_data() || block.is_introduced())
}

fn is_menu(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let glued = |line: &str| {
        let all = line.split_whitespace().filter(|word| is_glued(word));
        all.collect::<HashSet<_>>().len()
    };
    let marks = text.split_whitespace().any(|word| word.ends_with([',', '.', ';', ':']));
    let most = text.lines().map(glued).max().unwrap_or_default();
    words <= LONGEST && !marks && most >= SEVERAL && glued(text) * SHARE >= words
}

/// A capital letter right after a small one, as no one writes but names of products: those are counted too, so a menu
/// needs several.
fn is_glued(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(3).any(|three| three[0].is_lowercase() && three[1].is_uppercase() && three[2].is_lowercase())
}
