//! Counts the prose in a script's strings that does not stand on the page.

use std::collections::HashSet;

use crate::model::count_words;
use crate::steps::text::{self, hash};

/// Shorter strings are labels and messages of the site.
const LEAST: usize = 12;
/// So many words in a row of a string are looked for on the page.
const RUN: usize = 5;
/// So many strings are looked at.
const MOST: usize = 20_000;

/// The words of a page, by which it is known whether a string stands on it, too.
pub(super) struct OnPage {
    runs: HashSet<u64>,
    names_cookies: bool,
}

impl OnPage {
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let (mut runs, mut names_cookies) = (HashSet::new(), false);
        for text in texts {
            names_cookies |= text.contains("ookie");
            runs.extend(runs_of(text));
        }
        Self { runs, names_cookies }
    }
}

/// How many words of prose a script holds in its strings, beside what is known of the page.
///
/// Strings within strings (data as a string in a script) part at their quotes as well; a question about cookies for every
/// page of a site is none of this page's text.
pub(super) fn words_in(script: &str, known: &OnPage) -> usize {
    let mut words = 0;
    for piece in script.split(['"', '`']).filter(|piece| piece.len() >= LEAST * 4).take(MOST) {
        let plain = without_tags(piece);
        if !known.names_cookies && plain.contains("ookie") {
            continue;
        }
        let count = count_words(&plain);
        if count >= LEAST && is_prose(&plain) && !runs_of(&plain).any(|run| known.runs.contains(&run)) {
            words += count;
        }
    }
    words
}

/// Words and punctuation alone, as people write and programs do not.
fn is_prose(text: &str) -> bool {
    let (mut words, mut odd) = (0_usize, 0_usize);
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let is_word = !bare.is_empty()
            && bare.chars().all(|letter| {
                letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '-' | '.' | '/' | '&' | '、' | '，' | '。')
            })
            && !word.contains(['{', '}', '=', '$', '<', '>', '|', '\\']);
        words += 1;
        odd += usize::from(!is_word);
    }
    words > 0 && odd * 10 <= words && text.contains(['.', '。', '!', '?', '！', '？', ';', ':'])
}

/// A string without tags and the signs that scripts write for them.
fn without_tags(piece: &str) -> String {
    let mut out = String::with_capacity(piece.len());
    let mut inside = false;
    let mut rest = piece;
    while let Some(letter) = rest.chars().next() {
        let escaped = [
            ("\\u003c", '<'),
            ("\\u003C", '<'),
            ("\\u003e", '>'),
            ("\\u003E", '>'),
            ("\\n", ' '),
            ("\\t", ' '),
            ("\\r", ' '),
            ("\\", ' '),
        ];
        let (length, letter) = escaped
            .iter()
            .find(|(written, _)| rest.starts_with(written))
            .map_or((letter.len_utf8(), letter), |(written, meant)| (written.len(), *meant));
        rest = &rest[length..];
        match letter {
            '<' => {
                inside = true;
                out.push(' ');
            }
            '>' if inside => inside = false,
            _ if inside => {}
            _ => out.push(letter),
        }
    }
    out
}

/// Stands for each run of words.
fn runs_of(text: &str) -> impl Iterator<Item = u64> {
    let mut words = Vec::new();
    text::each_word(text, |word, _| words.push(hash::of(word)));
    let runs: Vec<u64> = words.windows(RUN).map(hash::of).collect();
    runs.into_iter()
}
