//! Normal forms of text: how hausrecht writes page text down, and how it compares it.

mod numbering;
mod words;

use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

pub use numbering::numbering;
pub use words::{each_word, is_word_letter};

/// Page text as hausrecht keeps it: Unicode form NFC, white space folded to single spaces, and nothing that could
/// steer a terminal or reorder a line (control, zero-width and bidirectional override characters).
#[must_use]
pub fn tidy(text: &str) -> String {
    // Below U+0300 nothing composes: such text is in form NFC as it stands.
    if text.chars().all(|letter| letter < '\u{300}') || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        folded(text.chars(), text.len())
    } else {
        folded(text.nfc(), text.len())
    }
}

fn folded(letters: impl Iterator<Item = char>, length: usize) -> String {
    let mut out = String::with_capacity(length);
    let mut gap = false;
    for letter in letters {
        if letter.is_whitespace() {
            gap = true;
        } else if !is_steering(letter) {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(letter);
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
