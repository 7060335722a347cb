//! Normal forms of text: how hausrecht writes page text down, and how it compares it.

pub mod dates;
pub(super) mod day_order;
pub(super) mod exchanged;
mod exchanges;
pub(super) mod figures;
pub mod hash;
pub mod languages;
pub(super) mod lexicon;
pub(super) mod limits;
pub(super) mod listed;
pub(super) mod modal_verbs;
pub(super) mod numbering;
pub(super) mod repeated;
pub(super) mod numbers;
pub mod spelling;
pub(super) mod stopwords;
pub(super) mod tokens;
pub(super) mod part_dates;
pub mod places;
mod signs;
pub(super) mod turned;
pub(super) mod unruled;
pub(super) mod way;
mod words;

use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

pub use numbering::numbering;
pub(in crate::steps) use signs::is_weighty_sign;
pub use words::{each_word, is_word_letter};

/// Page text as hausrecht keeps it: Unicode form NFC, white space folded to single spaces, and nothing that could
/// steer a terminal or reorder a line (control, zero-width and bidirectional override characters).
#[must_use]
pub fn tidy(text: &str) -> String {
    // Below U+0300 nothing composes: such text is in form NFC as it stands.
    if text.is_ascii()
        || text.chars().all(|letter| letter < '\u{300}')
        || is_nfc_quick(text.chars()) == IsNormalized::Yes
    {
        folded(text)
    } else {
        folded(&text.nfc().collect::<String>())
    }
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
