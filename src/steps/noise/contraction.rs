//! Rule: the same words drawn together or written out ("will not", "won't"; "cannot", "can't"; "we have", "we've").
//!
//! Evidence: once written out, both sides have the same words in the same order. What an apostrophe leaves in doubt ("it's",
//! "they'd") is not written out. Verdict: typography.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::surroundings::Surroundings;
use crate::steps::text;
use crate::steps::text::languages;

/// What words drawn together begin with, the signs of which they end, and the words that they are.
static DRAWN: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| pairs(|words| &words.drawn_together));
/// What is left of a word behind an apostrophe, and the word.
static REST: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| pairs(|words| &words.contractions));

fn pairs(section: fn(&languages::Sections) -> &[(String, String)]) -> Vec<(&'static str, &'static str)> {
    languages::all().flat_map(section).map(|(from, to)| (from.as_str(), to.as_str())).collect()
}

/// Whether both sides are the same once words are written out.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (before, after) = (difference.before(), difference.after());
    !before.is_empty() && !after.is_empty() && written_out(before) == written_out(after)
}

fn written_out(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut end = 0;
    text::each_word(text, |word, at| {
        let gap = text.get(end..at.start).unwrap_or_default();
        let is_apart = !matches!(gap, "'" | "\u{2019}");
        end = at.end;
        if is_apart {
            let whole = DRAWN.iter().find(|(drawn, _)| *drawn == word).map_or(word, |(_, whole)| whole);
            words.extend(whole.split(' ').map(str::to_owned));
            return;
        }
        let first = words.pop().unwrap_or_default();
        let drawn = format!("{first} {word}");
        let whole = DRAWN.iter().find(|(known, _)| *known == drawn).map(|(_, whole)| (*whole).to_owned());
        let rest = || REST.iter().find(|(rest, _)| *rest == word).map(|(_, whole)| format!("{first} {whole}"));
        let whole = whole.or_else(rest).unwrap_or(drawn);
        words.extend(whole.split(' ').map(str::to_owned));
    });
    words
}
