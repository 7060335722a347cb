//! The number, letter or bullet in front of an item or section, which is not part of its words.

use super::{dates, signs};

/// The number in front of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::steps) struct Leading<'a> {
    /// What stands before and behind it, which tells the numbers of sections from those of their items.
    pub style: (Option<char>, Option<char>),
    /// "12", "2.1", "iv", "b".
    pub token: &'a str,
}

/// How many bytes at the start of a block only number it: "1.", "a)", "(iv)", "§ 3", "2.1", "•".
#[must_use]
pub fn numbering(text: &str) -> usize {
    read(text).map_or_else(|lead| lead, |(_, end)| end)
}

/// The number in front of a block, if there is one.
pub(in crate::steps) fn leading(text: &str) -> Option<Leading<'_>> {
    read(text).ok().map(|(leading, _)| leading)
}

/// The number and where it ends; without one, where bullets end.
fn read(text: &str) -> Result<(Leading<'_>, usize), usize> {
    // A sign that is a word ("≥", "€", a cross) is no bullet.
    let is_bullet =
        |letter: char| !letter.is_alphanumeric() && !matches!(letter, '(' | '§') && !signs::is_weighty_sign(letter);
    let bare = text.trim_start_matches(is_bullet);
    let lead = text.len() - bare.len();
    let open = bare.chars().next().filter(|letter| matches!(letter, '(' | '§'));
    let opened = bare.strip_prefix(['(', '§']).unwrap_or(bare).trim_start();
    let token_end =
        opened.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '.').unwrap_or(opened.len());
    let (token, rest) = opened.split_at(token_end);
    let closed = token.ends_with('.') || rest.starts_with([')', ':']) && !token.is_empty();
    let close = rest.chars().next().filter(|letter| matches!(letter, ')' | ':'));
    let after = rest.strip_prefix([')', ':']).unwrap_or(rest);
    let spaced = after.starts_with(char::is_whitespace) || after.is_empty();
    let token = token.trim_end_matches('.');
    let marked =
        closed || bare.starts_with('§') || token.contains('.') && after.trim_start().starts_with(char::is_uppercase);
    if spaced && marked && is_number(token) && !starts_a_date(after.trim_start()) {
        Ok((Leading { style: (open, close), token }, text.len() - after.trim_start().len()))
    } else {
        Err(lead)
    }
}

/// "12", "2.1", "iv", "b": what sections are counted with.
fn is_number(token: &str) -> bool {
    let roman = |part: &str| part.bytes().all(|letter| b"ivxIVX".contains(&letter));
    !token.is_empty()
        && token.split('.').all(|part| {
            let digits = part.bytes().all(|byte| byte.is_ascii_digit()) && part.len() <= 3;
            !part.is_empty() && (digits || part.len() == 1 || part.len() <= 5 && roman(part))
        })
}

/// Whether a month follows: then the number was a day.
fn starts_a_date(rest: &str) -> bool {
    rest.split(|letter: char| !letter.is_alphabetic()).next().is_some_and(|word| dates::month(word).is_some())
}
