//! The words that pages have on their buttons, in their menus and footers; no rule: each that uses them needs more.

use std::sync::LazyLock;

use regex::Regex;

use crate::steps::text;
use crate::steps::text::languages::{either, union};

/// A row of labels in normal form is no longer, in bytes. Chosen on the pages of corpus 2022.
const ROW: usize = 200;
/// Codes of countries and languages are no longer.
const CODE: usize = 3;

/// Texts that are a button, a hint or a heading of boilerplate when they stand alone, without the gaps between their words,
/// the longest first.
static GLUED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut labels: Vec<String> = union(|words| &words.buttons).iter().map(|label| label.replace(' ', "")).collect();
    labels.sort_by_key(|label| std::cmp::Reverse(label.len()));
    labels
});

static SHORTCUT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (keys, views, counters) =
        (either(|words| &words.keys), either(|words| &words.views), either(|words| &words.counters));
    let reading = either(|words| &words.reading_times);
    Regex::new(&format!(r"^({keys})? ?[a-z]$|^\d+ ({views}|{counters})$|^(?:{reading}) (?:\p{{L}}+ )?\d+ \p{{L}}+$"))
        .ok()
});

/// Whether a line is a button, a hint or a row of them.
pub(super) fn is_label(line: &str) -> bool {
    let words = normal(line);
    SHORTCUT.as_ref().is_some_and(|shortcut| shortcut.is_match(&words)) || is_row(&words) || is_codes(line)
}

/// Whether a line is such words one after another, and nothing else.
pub(super) fn is_known(line: &str) -> bool {
    is_row(&normal(line))
}

/// Whether words are labels one after another, with or without gaps ("log inSign up").
fn is_row(words: &str) -> bool {
    let glued = words.replace(' ', "");
    let mut rest = glued.as_str();
    while let Some(left) = GLUED.iter().find_map(|label| rest.strip_prefix(label.as_str())) {
        rest = left;
    }
    rest.is_empty() && words.len() <= ROW
}

/// "EEA/UK/CH", "EN | DE".
pub(super) fn is_codes(line: &str) -> bool {
    let mut codes = line.split(|letter: char| !letter.is_alphanumeric()).filter(|code| !code.is_empty()).peekable();
    codes.peek().is_some()
        && codes.all(|code| code.len() <= CODE && code.bytes().all(|letter| letter.is_ascii_uppercase()))
}

/// The words of a text in normal form, a space between them.
pub(super) fn normal(text: &str) -> String {
    let mut normal = String::new();
    text::each_word(text, |word, _| {
        if !normal.is_empty() {
            normal.push(' ');
        }
        normal.push_str(word);
    });
    normal
}

/// Whether both sides say the same but for numbers: a teaser gives way to another one, a limit to another limit.
pub(in crate::steps) fn only_numbers_differ(before: &str, after: &str) -> bool {
    let [old, new] = [before, after].map(|text| {
        let words = normal(text);
        words.split(' ').filter(|word| !word.starts_with(|letter: char| letter.is_ascii_digit())).collect::<String>()
    });
    old == new
}
