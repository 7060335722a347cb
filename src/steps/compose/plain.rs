//! Words from outside made fit for a letter: tidy, and never longer than a letter can bear.

use url::Url;

use crate::model::{platform_key, platform_name};
use crate::steps::text::tidy;

/// Letters of one word after which nobody reads on; a longer one is an attack or a blob.
const LONGEST_WORD: usize = 60;

/// The platform as its owner spells it.
pub(super) fn platform(key: &str) -> String {
    let head: String = key.chars().take(200).collect();
    name(&platform_name(&platform_key(&head)))
}

/// A name (document, platform, asset, heading) on one line.
pub(super) fn name(text: &str) -> String {
    short(text, 160)
}

/// A sentence on one line.
pub(super) fn sentence(text: &str) -> String {
    short(text, 600)
}

/// At most so many letters, cut between words where that is possible.
pub(super) fn short(text: &str, letters: usize) -> String {
    // Nothing beyond this can be shown, however long the text is; what stands before may be white space.
    let end = text.char_indices().nth(16 * letters + 1000).map_or(text.len(), |(index, _)| index);
    let mut out = String::new();
    let mut used = 0;
    let mut is_tied = false;
    for word in text[..end].split_inclusive(char::is_whitespace) {
        let tie = if std::mem::replace(&mut is_tied, word.ends_with(TIE)) { TIE } else { ' ' };
        let word = bounded(word.trim_end());
        let length = word.chars().count();
        if length == 0 {
            continue;
        }
        // A day's number stays with its month; whole sentences without a blank to break at would be no help.
        let tie = if tie == TIE && ends_with_number(&out) { TIE } else { ' ' };
        if used + length + 1 > letters {
            out.push_str(if out.is_empty() { "…" } else { " …" });
            return out;
        }
        if !out.is_empty() {
            out.push(tie);
        }
        out.push_str(&word);
        used += length + 1;
    }
    out
}

/// The blank at which no line is broken.
pub(super) const TIE: char = '\u{a0}';

fn ends_with_number(text: &str) -> bool {
    text.trim_end_matches(['.', ')']).ends_with(|letter: char| letter.is_ascii_digit())
}

/// A heading whose number stays with its first word: "1. Access".
pub(super) fn numbered(heading: &str) -> String {
    match heading.split_once(' ') {
        Some((number, rest)) if number.chars().count() <= 6 && ends_with_number(number) => {
            format!("{number}{TIE}{rest}")
        }
        _ => heading.to_owned(),
    }
}

/// A single word without what could steer a screen, its middle left out where it is too long.
pub(super) fn bounded(word: &str) -> String {
    // A megabyte of combining marks must not be normalised as a whole.
    let head: String = word.chars().take(4 * LONGEST_WORD).collect();
    let clean = tidy(&head);
    if head.len() == word.len() && clean.chars().count() <= LONGEST_WORD {
        return clean;
    }
    clean.chars().take(LONGEST_WORD - 1).chain(['…']).collect()
}

/// An address that may be clicked: http and https only.
pub(super) fn link(written: &str) -> Option<String> {
    if written.len() > 2000 {
        return None;
    }
    let url = Url::parse(written).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.to_string())
}

/// The first letter as a capital: for headlines that begin a line.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
