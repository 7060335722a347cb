//! How many words a text has, in whatever script it is written.

/// So many ideographs make a word on average, and so many letters of Thai, Lao, Khmer and Burmese.
const IDEOGRAPHS: usize = 2;
const LETTERS: usize = 5;

/// How many words a text has, where scripts without spaces have as many as their letters would make.
#[must_use]
pub fn count_words(text: &str) -> usize {
    let spaced = spaced_words(text.as_bytes());
    if text.is_ascii() {
        return spaced;
    }
    // None of those letters begins with another byte: curly quotes and letters with accents make no difference.
    let is_of_them = |byte: u8| matches!(byte, 0xe0 | 0xe1 | 0xe3..=0xe9 | 0xef..=0xf4);
    if !text.bytes().any(is_of_them) {
        return spaced;
    }
    let (mut ideographs, mut letters) = (0, 0);
    for letter in text.chars() {
        ideographs += usize::from(is_ideograph(letter));
        letters += usize::from(is_unspaced(letter));
    }
    spaced.max(ideographs / IDEOGRAPHS + letters / LETTERS)
}

/// How many words begin behind white space, or at the beginning.
fn spaced_words(text: &[u8]) -> usize {
    let begins = |pair: &&[u8]| pair[0].is_ascii_whitespace() && !pair[1].is_ascii_whitespace();
    let first = text.first().is_some_and(|byte| !byte.is_ascii_whitespace());
    usize::from(first) + text.windows(2).filter(begins).count()
}

/// Letters of scripts without spaces, where each counts as a word when texts are compared.
#[must_use]
pub const fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Letters of alphabets that are written without spaces between words.
const fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}
