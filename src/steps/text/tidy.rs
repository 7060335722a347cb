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
    let bytes = text.as_bytes();
    if bytes.iter().any(|byte| *byte < b' ' && !matches!(byte, b'\t'..=b'\r') || *byte == 0x7f) {
        return folded(text);
    }
    let mut out = String::with_capacity(text.len());
    let ink = |at: usize| bytes.get(at).is_some_and(|byte| *byte > b' ');
    let mut at = 0;
    while at < bytes.len() {
        if !ink(at) {
            at += 1;
            continue;
        }
        // Words with one space between are copied together.
        let start = at;
        while ink(at) || bytes.get(at) == Some(&b' ') && ink(at + 1) {
            at += 1;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&text[start..at]);
    }
    out
}

/// Copies as much at once as it can: that is what reading a page spends its time on.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut from, mut is_apart) = (0, false);
    let copy = |out: &mut String, piece: &str, is_apart: &mut bool| {
        if !piece.is_empty() {
            if std::mem::take(is_apart) && !out.is_empty() {
                out.push(' ');
            }
            out.push_str(piece);
        }
    };
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        if byte > b' ' && byte < 0x7f {
            at += 1;
            continue;
        }
        let Some(letter) = text[at..].chars().next() else { break };
        let next = at + letter.len_utf8();
        if letter.is_whitespace() {
            copy(&mut out, &text[from..at], &mut is_apart);
            is_apart = true;
            from = next;
        } else if is_steering(letter) {
            copy(&mut out, &text[from..at], &mut is_apart);
            from = next;
        }
        at = next;
    }
    copy(&mut out, &text[from..], &mut is_apart);
    out
}

/// Whether a character has no shape of its own but changes how others are shown.
pub const fn is_steering(letter: char) -> bool {
    matches!(letter,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
