//! The numbers of a text whatever its language: what a translation leaves as it is.

use std::collections::HashMap;
use std::sync::LazyLock;

use whatlang::Lang;

use super::dates::find_dates;
use super::each_word;
use super::languages;

/// Articles and "once" are no numbers of a rule.
const LEAST: &str = "1";

/// The numbers in words of the languages that have some, each with its digits.
static IN_WORDS: LazyLock<HashMap<Lang, HashMap<&str, &str>>> = LazyLock::new(|| {
    let known = [
        (Lang::Eng, "en"),
        (Lang::Deu, "de"),
        (Lang::Fra, "fr"),
        (Lang::Spa, "es"),
        (Lang::Ita, "it"),
        (Lang::Nld, "nl"),
        (Lang::Pol, "pl"),
        (Lang::Por, "pt"),
    ];
    let words = |code| {
        let groups = languages::of(code).into_iter().flat_map(|sections| &sections.number_words);
        groups.flat_map(|(digits, words)| words.iter().map(|word| (word.as_str(), digits.as_str()))).collect()
    };
    known.into_iter().map(|(language, code)| (language, words(code))).collect()
});

/// Whether two texts, each in its language, name the same numbers, in whatever order; dates are none.
pub(in crate::steps) fn same_figures(before: (&str, Lang), after: (&str, Lang)) -> bool {
    let in_words = |language| IN_WORDS.get(&language).filter(|words| !words.is_empty());
    // Numbers in words count where those of both languages are known.
    let known = in_words(before.1).zip(in_words(after.1));
    figures(before.0, known.map(|known| known.0)) == figures(after.0, known.map(|known| known.1))
}

fn figures(text: &str, in_words: Option<&HashMap<&str, &str>>) -> Vec<String> {
    let dates: Vec<_> = find_dates(text).into_iter().map(|(range, _)| range).collect();
    let mut found = Vec::new();
    each_word(text, |word, at| {
        let digits = if word.bytes().all(|byte| byte.is_ascii_digit()) {
            Some(word)
        } else {
            in_words.and_then(|known| known.get(word)).copied()
        };
        found.extend(
            digits
                .filter(|digits| *digits != LEAST && !dates.iter().any(|date| date.contains(&at.start)))
                .map(str::to_owned),
        );
    });
    found.sort_unstable();
    found
}
