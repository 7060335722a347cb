//! How many words a text has, in scripts with and without spaces between them.

use crate::model::Document;

/// Two signs of Chinese or Japanese make a word on average, and five letters of the scripts of South East Asia.
const SIGNS: usize = 2;
const LETTERS: usize = 5;

/// How many words a text has, as a person would count them.
#[must_use]
pub fn word_count(text: &str) -> usize {
    if text.is_ascii() {
        return text.split_ascii_whitespace().count();
    }
    text.split_whitespace().map(words_of).sum()
}

/// The same of a whole document.
#[must_use]
pub fn words_in(document: &Document) -> usize {
    document.blocks.iter().map(|block| word_count(&block.text)).sum()
}

/// How many words stand between two spaces.
fn words_of(run: &str) -> usize {
    let (mut signs, mut letters, mut others) = (0_usize, 0_usize, false);
    for letter in run.chars() {
        match letter {
            '\u{3040}'..='\u{30ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}' => signs += 1,
            '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => letters += 1,
            // Their full stops and brackets stand between words.
            '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' => {}
            _ => others = true,
        }
    }
    signs.div_ceil(SIGNS) + letters.div_ceil(LETTERS) + usize::from(others)
}
