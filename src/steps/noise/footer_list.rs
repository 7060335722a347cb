//! Rule: a menu or footer as a list: many short lines that say nothing, several of them labels.
//!
//! Evidence: at least five lines, few words in each, no sentence, no rule, no table; nothing in the text leads to
//! them; and several are labels of menus. Verdict: boilerplate.

use super::DifferingBlocks;
use super::labels::is_label;
use super::surroundings::Surroundings;

/// So many lines, and so many labels among them; one line in five is a label. Chosen on the pages of corpus 2022.
const LINES: usize = 5;
const LABELS: usize = 3;
const SHARE: usize = 5;
/// So many words to a line, on average. Chosen on the pages of corpus 2022.
const WORDS: usize = 5;

/// Whether each side is such a list, or nothing.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let both = [difference.before(), difference.after()];
    both.into_iter().all(|text| text.is_empty() || is_list(text))
        && !difference.rules_something()
        && !difference.blocks().any(|block| block.is_data() || block.is_introduced())
}

fn is_list(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    let words: usize = lines.iter().map(|line| line.split_whitespace().count()).sum();
    let labels = lines.iter().filter(|line| is_label(line)).count();
    lines.len() >= LINES
        && labels >= LABELS
        && labels * SHARE >= lines.len()
        && words <= lines.len() * WORDS
        && !lines.iter().any(|line| line.trim_end().ends_with(['.', ';', ':']))
}
