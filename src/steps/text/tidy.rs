//! Page text as it is written down: one normal form, and nothing that could steer a terminal.

use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

/// Page text as hausrecht keeps it: Unicode form NFC, white space folded to single spaces, and nothing that could
/// steer a terminal or reorder a line (control, zero-width and bidirectional override characters).
#[must_use]
pub fn tidy(text: &str) -> String {
    // Below U+0300 nothing composes: such text is in form NFC as it stands.
    if text.is_ascii() {
        return folded_ascii(text);
    }
    if text.chars().all(|letter| letter < '\u{300}') || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        folded(text)
    } else {
        folded(&text.nfc().collect::<String>())
    }
}

/// The same of text that has nothing but ASCII.
fn folded_ascii(text: &str) -> String {
    let is_space = |byte: u8| matches!(byte, b'\t'..=b'\r' | b' ');
    if text.bytes().any(|byte| byte < b' ' && !is_space(byte) || byte == 0x7f) {
        return folded(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.as_bytes().split(|byte| is_space(*byte)).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(std::str::from_utf8(word).unwrap_or_default());
    }
    out
}

/// Copies word by word: that is what reading a page spends its time on.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let end = out.len();
        if end > 0 {
            out.push(' ');
        }
        if word.bytes().all(|byte| byte.is_ascii_graphic()) {
            out.push_str(word);
            continue;
        }
        let start = out.len();
        out.extend(word.chars().filter(|letter| !is_steering(*letter)));
        if out.len() == start {
            out.truncate(end);
        }
    }
    out
}

/// Whether a character has no shape of its own but changes how others are shown.
pub const fn is_steering(letter: char) -> bool {
    matches!(letter,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
