//! Words as bash reads and writes them, so that an id with a sign of the shell in it is completed as the word that it is.

use std::ffi::OsString;

/// What bash would take for its own.
const SIGNS: &str = " \t$&;|<>()'\"*?#!{}[]`\\";

/// What a word means that bash hands over as it was typed: without quotes and backslashes.
pub fn meant(word: OsString) -> OsString {
    let Some(text) = word.to_str().filter(|text| text.contains(['\\', '\'', '"'])) else { return word };
    let mut out = String::with_capacity(text.len());
    let mut within = None;
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (within, letter) {
            (None | Some('"'), '\\') => out.extend(letters.next()),
            (None, '\'' | '"') => within = Some(letter),
            (Some(quote), letter) if quote == letter => within = None,
            (_, letter) => out.push(letter),
        }
    }
    out.into()
}

/// A word as it can stand in a line of bash. Where one is typed within quotes, bash wants it as it is.
pub fn quoted(word: &str, is_within_quotes: bool) -> String {
    if is_within_quotes {
        return word.to_owned();
    }
    word.chars().fold(String::with_capacity(word.len()), |mut out, letter| {
        if SIGNS.contains(letter) {
            out.push('\\');
        }
        out.push(letter);
        out
    })
}
