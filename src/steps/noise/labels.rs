//! The words that pages have on their buttons, in their menus and footers; no rule: each that uses them needs more.

use std::sync::LazyLock;

use regex::Regex;

use crate::steps::text;
use crate::steps::text::languages::{either, union};

/// A row of labels in normal form is no longer, in bytes. Chosen on the pages of corpus 2022.
const ROW: usize = 200;
/// A notice of so many words means nothing else where it stands as a label.
const HINT: usize = 3;
/// Codes of countries and languages are no longer.
const CODE: usize = 3;

/// Texts that are a button, a hint or a heading of boilerplate when they stand alone, without the gaps between their words,
/// the longest first.
static GLUED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let hints = union(|words| &words.notices).into_iter().filter(|notice| notice.split(' ').count() >= HINT);
    let labels = union(|words| &words.buttons).into_iter().chain(hints);
    let mut labels: Vec<String> = labels.map(|label| label.replace(' ', "")).collect();
    labels.sort_by_key(|label| std::cmp::Reverse(label.len()));
    labels
});

static SHORTCUT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (keys, views, counters) =
        (either(|words| &words.keys), either(|words| &words.views), either(|words| &words.counters));
    let reading = either(|words| &words.reading_times);
    let shapes = [
        format!(r"({keys})? ?[a-z]"),
        format!(r"\d+ ({views}|{counters})"),
        format!(r"(?:{reading}) (?:\p{{L}}+ )?\d+ \p{{L}}+"),
    ];
    Regex::new(&format!("^(?:{})$", shapes.join("|"))).ok()
});

/// How labels begin whose rest is a name.
static BEGINNINGS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.label_beginnings));
/// A name has no more words. Judgement.
const NAME: usize = 6;

/// Whether a line leads to a neighbour of the page: "Back to overview", "Next article: Fees". Only where it is a link: as a
/// sentence, "back to the seller within 30 days" is a rule.
pub(super) fn leads_on(line: &str) -> bool {
    let words = normal(line);
    !line.contains(|letter: char| letter.is_ascii_digit())
        && BEGINNINGS.iter().any(|begins| {
            let name = words.strip_prefix(begins).and_then(|rest| rest.strip_prefix(' '));
            name.is_some_and(|name| name.split(' ').count() <= NAME)
        })
}

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
