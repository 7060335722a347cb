//! The codes of answers: written into letters, and found again in what mail programs made of them.

use jiff::civil::{Date, date};
use sha2::{Digest as _, Sha256};

use super::base32;
use crate::model::{Decision, ReplyKey, hmac_sha256};

/// A code is good for so many days: longer than a quarter's leave, shorter than a letter is kept by habit.
pub const GOOD_FOR: i64 = 90;

/// What stands before each code.
const MARK: &str = "HR-";

/// So many symbols stand between two dashes.
const GROUP: usize = 8;

/// Bytes of a code: five that name the change, two for the last day, one for the decision, twelve that sign them.
const BYTES: usize = 20;
const SIGNED: usize = 8;
const SYMBOLS: usize = BYTES * 8 / 5;

/// So many signs that say nothing may stand between two symbols: a line end, quotation marks, an indent.
const BETWEEN: usize = 16;

/// So many symbols name the change, the day and the decision.
const ANSWER: usize = SIGNED * 8 / 5 + 1;

/// What only begins like a code is looked at so far, and counted up to here.
const LONGEST: usize = 200;
const MOST_MANGLED: usize = 40;

/// Whoever signs something else with the same key signs no answer.
const PURPOSE: &[u8] = b"hausrecht: an answer to a letter\0";

/// Days are counted from here.
const FIRST_DAY: Date = date(2020, 1, 1);

/// A code as it was read; whether it is right only the key can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AnswerCode([u8; BYTES]);

/// Writes the code with which a recipient decides about a change until a day; none for what letters do not offer.
#[must_use]
pub fn write(key: &ReplyKey, change: &str, reader: &str, decision: Decision, until: Date) -> Option<String> {
    let mut bytes = [0_u8; BYTES];
    bytes[..5].copy_from_slice(&handle(change));
    let days = FIRST_DAY.until(until).ok()?.get_days();
    bytes[5..7].copy_from_slice(&u16::try_from(days).ok()?.to_be_bytes());
    bytes[7] = number(decision)?;
    let seal = seal(key, &bytes, change, reader);
    bytes[SIGNED..].copy_from_slice(&seal);
    let symbols = base32::write(&bytes);
    let groups: Vec<&str> =
        (0..SYMBOLS / GROUP).filter_map(|group| symbols.get(group * GROUP..(group + 1) * GROUP)).collect();
    Some(format!("{MARK}{}", groups.join("-")))
}

/// The codes in a text, each once with the place where it first begins, however it was folded, quoted or retyped.
#[must_use]
pub fn codes_in(text: &str) -> Vec<(usize, AnswerCode)> {
    let mut found: Vec<(usize, AnswerCode)> = Vec::new();
    for at in marks(text) {
        if let Some(code) = code_at(&text[at + 2..])
            && !found.iter().any(|(_, known)| *known == code)
        {
            found.push((at, code));
        }
    }
    found
}

/// How many things begin like a code and are none: a symbol too few, one that codes do not have, an end that was cut off.
///
/// What is left of one of these codes says nothing new.
#[must_use]
pub(super) fn mangled_in(text: &str, codes: &[AnswerCode]) -> usize {
    let known: Vec<String> = codes.iter().map(AnswerCode::kept).collect();
    let is_known = |begun: &str| {
        known.iter().any(|code| {
            let same = code.chars().zip(begun.chars()).take_while(|(one, other)| one == other).count();
            same == begun.len() || same >= ANSWER
        })
    };
    let broken = marks(text).filter(|at| code_at(&text[at + 2..]).is_none());
    broken.filter_map(|at| begun_at(&text[at + 2..])).take(MOST_MANGLED).filter(|begun| !is_known(begun)).count()
}

/// Where something first begins like a code, whole or not.
pub(super) fn first_in(text: &str) -> Option<usize> {
    marks(text).find(|at| code_at(&text[at + 2..]).is_some() || begun_at(&text[at + 2..]).is_some())
}

/// Where "HR" begins a word.
fn marks(text: &str) -> impl Iterator<Item = usize> {
    let mut before = None;
    text.char_indices().filter_map(move |(at, letter)| {
        let is_mark = text.as_bytes().get(at..at + 2).is_some_and(|two| two.eq_ignore_ascii_case(b"HR"));
        let is_begin = is_mark && !before.is_some_and(char::is_alphanumeric);
        before = Some(letter);
        is_begin.then_some(at)
    })
}

/// The code that begins here, after its first two letters.
fn code_at(text: &str) -> Option<AnswerCode> {
    let mut values = Vec::with_capacity(SYMBOLS);
    let (mut between, mut digits, mut is_marked, mut is_grouped) = (0, 0, false, true);
    for letter in text.chars() {
        if is_between(letter) {
            is_marked |= values.is_empty() && is_dash(letter);
            is_grouped &= values.len() % GROUP == 0;
            between += 1;
            if between > BETWEEN {
                return None;
            }
            continue;
        }
        between = 0;
        digits += usize::from(letter.is_ascii_digit());
        values.push(base32::value(letter)?);
        // Without the dash, only what stands in groups, or in one, is no sentence.
        if !is_marked && !is_grouped {
            return None;
        }
        if values.len() == SYMBOLS {
            // Words are none: of 32 symbols by chance, ten are digits.
            return if digits < 2 { None } else { base32::read(&values).try_into().ok().map(AnswerCode) };
        }
    }
    None
}

/// The symbols of what only begins like a code, after its first two letters; none of what is something else.
fn begun_at(text: &str) -> Option<String> {
    let text = text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end]);
    let rest = text.trim_start_matches(is_between);
    let is_marked = text[..text.len() - rest.len()].contains(is_dash);
    let mut groups = rest.split(|letter: char| !letter.is_alphanumeric());
    let first = groups.next()?;
    // By chance the first group may hold no digit; then the next one tells.
    let second = groups.next().filter(|_| first.len() == GROUP);
    let looks_so = |group: &str| {
        let count = |is: fn(&u8) -> bool| group.bytes().filter(is).count();
        let (letters, digits) = (count(u8::is_ascii_alphabetic), count(u8::is_ascii_digit));
        // With the dash, one symbol may be missing.
        letters + digits + usize::from(is_marked) >= GROUP && letters >= 2 && digits >= 1
    };
    if !looks_so(first) && !second.is_some_and(looks_so) {
        return None;
    }
    let symbols = rest.chars().filter(|letter| !is_between(*letter)).take_while(char::is_ascii_alphanumeric);
    let written = |letter: char| base32::value(letter).map_or(letter, base32::symbol);
    Some(symbols.take(SYMBOLS).map(written).collect())
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// What mail programs put between the symbols.
fn is_between(letter: char) -> bool {
    let is_unseen = matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    letter.is_whitespace() || is_dash(letter) || is_unseen || matches!(letter, '>' | '|' | '=' | '*' | '_')
}

impl AnswerCode {
    /// Whether it is the code about this change; many others may share its handle by chance, and the key tells.
    #[must_use]
    pub fn is_about(&self, change: &str) -> bool {
        self.0[..5] == handle(change)
    }

    /// Whether it was written with this key, about this change, for this recipient.
    #[must_use]
    pub fn is_sealed(&self, key: &ReplyKey, change: &str, reader: &str) -> bool {
        let seal = seal(key, &self.0, change, reader);
        // All bytes are looked at, so that the time says nothing of how many are right.
        let differs = seal.iter().zip(&self.0[SIGNED..]).fold(0, |all, (right, found)| all | (right ^ found));
        self.is_about(change) && differs == 0
    }

    /// The last day on which it is good.
    #[must_use]
    pub fn until(&self) -> Option<Date> {
        let days = u16::from_be_bytes([self.0[5], self.0[6]]);
        FIRST_DAY.checked_add(jiff::Span::new().days(i64::from(days))).ok()
    }

    /// What it decides.
    #[must_use]
    pub fn decision(&self) -> Option<Decision> {
        Decision::ALL.into_iter().find(|decision| number(*decision) == Some(self.0[7]))
    }

    /// The code as the store keeps it, the same however it was written.
    #[must_use]
    pub fn kept(&self) -> String {
        base32::write(&self.0)
    }
}

/// The decisions that letters offer. Numbers stand in codes: never reuse one.
const fn number(decision: Decision) -> Option<u8> {
    match decision {
        Decision::Act => Some(1),
        Decision::Done => Some(2),
        Decision::None => Some(3),
        Decision::Watch | Decision::Defer => None,
    }
}

/// By which the change is found again; who it is about is signed in full.
fn handle(change: &str) -> [u8; 5] {
    let digest = Sha256::digest(change.as_bytes());
    [digest[0], digest[1], digest[2], digest[3], digest[4]]
}

fn seal(key: &ReplyKey, bytes: &[u8; BYTES], change: &str, reader: &str) -> [u8; BYTES - SIGNED] {
    let mut text = PURPOSE.to_vec();
    text.extend_from_slice(&bytes[..SIGNED]);
    // With its length, so that no two pairs of names make the same text.
    text.extend_from_slice(&u64::try_from(change.len()).unwrap_or(u64::MAX).to_be_bytes());
    text.extend_from_slice(change.as_bytes());
    text.extend_from_slice(reader.as_bytes());
    let whole = hmac_sha256(&key.0, &text);
    let mut seal = [0; BYTES - SIGNED];
    seal.copy_from_slice(&whole[..BYTES - SIGNED]);
    seal
}
