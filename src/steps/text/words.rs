//! The words of a text as they are compared: bare of letter case, typography, punctuation and white space.

use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::is_steering;
use super::languages::union;
use super::signs::{is_selector, is_sign, same_sign};
use crate::model::is_ideograph;

/// No answer has more bytes.
const ANSWER: usize = 4;
/// A mark that is all a cell says has no more bytes.
const MARK: usize = 16;

static ANSWERS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.answers));

/// Calls `each` with every word in its normal form and where it stands in the text.
///
/// A word is a run of letters and digits; an ideograph stands for itself, and so do the few signs that change what a
/// rule says (per cent, currencies, bounds, empty cells of a row). Everything else only parts words.
pub fn each_word(text: &str, mut each: impl FnMut(&str, Range<usize>)) {
    let bytes = text.as_bytes();
    let mut word = String::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            let start = at;
            word.clear();
            while let Some(&byte) = bytes.get(at).filter(|byte| byte.is_ascii_alphanumeric()) {
                word.push(char::from(byte.to_ascii_lowercase()));
                at += 1;
            }
            if bytes.get(at).is_some_and(|byte| !byte.is_ascii()) {
                at = finish(text, start, &mut word);
            }
            // The scheme of an address says nothing of the rules.
            if word == "https" && text[at..].starts_with("://") {
                word.pop();
            }
            each(&word, start..at);
            if bytes.get(at) == Some(&b',') && is_answer(&text[..start], &word) {
                each(",", at..at + 1);
            }
            if bytes.get(at) == Some(&b'+') && word.bytes().all(|byte| byte.is_ascii_digit()) {
                each("+", at..at + 1);
                at += 1;
            }
        } else if byte.is_ascii() {
            let is_weighty = match byte {
                b'%' | b'$' | b'<' | b'>' => true,
                b'-' => is_minus(text, at, 1),
                _ => false,
            };
            if is_weighty {
                each(&text[at..=at], at..at + 1);
            } else if byte == b'|'
                && let Some(cell) = wordless_cell(text, at)
            {
                each(cell, at..at + 1);
            }
            at += 1;
        } else {
            let start = at;
            let Some(letter) = text[at..].chars().next() else { break };
            at += letter.len_utf8();
            if letter == '\u{2212}' && is_minus(text, start, letter.len_utf8()) {
                each("-", start..at);
            } else if letter == '©' {
                // Pages turn "(c)" into the sign and back.
                each("c", start..at);
            } else if let Some(sign) = same_sign(letter) {
                each(sign, start..at);
            } else if is_ideograph(letter) || is_sign(letter) {
                each(&text[start..at], start..at);
            } else if is_word_letter(letter) {
                at = finish(text, start, &mut word);
                each(&word, start..at);
                if bytes.get(at) == Some(&b',') && is_answer(&text[..start], &word) {
                    each(",", at..at + 1);
                }
            }
        }
    }
}

/// The words of a text in normal form.
pub(in crate::steps) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(text, |word, _| words.push(word.to_owned()));
    words
}

/// Whether a word answers no at the beginning of a sentence: "No, posts are shown" says another thing than "No posts are shown".
fn is_answer(before: &str, word: &str) -> bool {
    word.len() <= ANSWER
        && before.trim_end().chars().next_back().is_none_or(|letter| matches!(letter, '.' | '!' | '?' | ':' | '\n'))
        && ANSWERS.contains(&word)
}

/// Whether words are made of it.
#[must_use]
pub fn is_word_letter(letter: char) -> bool {
    letter.is_alphanumeric() || !letter.is_ascii() && is_combining_mark(letter) && !is_selector(letter)
}

/// Reads a word with letters beyond ASCII from its start; gives its end.
fn finish(text: &str, start: usize, word: &mut String) -> usize {
    let inside = |letter: &(usize, char)| is_word_letter(letter.1) && !is_ideograph(letter.1) || is_steering(letter.1);
    let rest = || text[start..].char_indices().take_while(inside);
    let end = rest().last().map_or(start, |(offset, letter)| start + offset + letter.len_utf8());
    word.clear();
    let letters = rest().map(|(_, letter)| letter).filter(|letter| !is_steering(*letter));
    word.extend(letters.nfkc().flat_map(char::to_lowercase));
    end
}

/// What the cell of a row behind this border says where it says it without a word: nothing, which a dash says as well, or
/// what its mark does. Which column a sign stands in is what the row says.
fn wordless_cell(text: &str, at: usize) -> Option<&str> {
    let rest = &text[at + 1..];
    // Marks are short: no need to look farther.
    let cell: &str = rest.split(['|', '\n']).next().unwrap_or_default();
    let is_closed = rest.as_bytes().get(cell.len()) == Some(&b'|');
    let cell = cell.trim();
    if cell.is_empty() {
        return is_closed.then_some("|");
    }
    let says_itself = |letter: char| {
        is_word_letter(letter)
            || is_ideograph(letter)
            || is_sign(letter)
            || same_sign(letter).is_some()
            || matches!(letter, '%' | '$' | '<' | '>' | '\u{a9}')
    };
    if cell.len() > MARK || cell.chars().any(says_itself) {
        return None;
    }
    let is_dash = |letter: char| matches!(letter, '-' | '.' | '/' | '\u{2010}'..='\u{2015}' | '\u{2026}' | '\u{2212}');
    Some(if cell.chars().all(is_dash) { "|" } else { cell })
}

/// Whether a dash, so many bytes long, makes the number behind it negative; between numbers it joins them.
fn is_minus(text: &str, at: usize, length: usize) -> bool {
    let (before, after) = (&text[..at], &text[at + length..]);
    let is_apart = before.is_empty() || before.ends_with([' ', '(', '\u{a0}']);
    let joins =
        before.trim_end().ends_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '%' | '€' | '$'));
    is_apart && !joins && after.starts_with(|letter: char| letter.is_ascii_digit())
}
