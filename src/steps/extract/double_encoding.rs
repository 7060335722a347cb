//! Undoes text in UTF-8 that was taken for Windows-1252 and encoded once more, so that signs stand for its bytes, where that
//! is certain.
//!
//! Certain is a run of signs that stands for a typographic sign, one that puts a capital letter behind a small one or a
//! sign into a word as no language does, and several runs in a row. Where one is certain, its like are undone, too.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

/// Nobody encodes a text more often.
const TIMES: usize = 2;
/// So many runs side by side stand for letters of another script: a word of it.
const ROW: usize = 3;
/// The first sign of a run is one from U+00C2 to U+00F4, all of which begin with this byte.
const FIRST: u8 = 0xc3;
/// A page with more such runs is none.
const MOST: usize = 500_000;

/// The text as it was before it was encoded once too often.
pub(super) fn undone(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut text = text;
    for _ in 0..TIMES {
        match once(&text) {
            Some(undone) => text = Cow::Owned(undone),
            None => break,
        }
    }
    text
}

/// Signs that stand for the bytes of one letter.
struct Doubled {
    start: usize,
    end: usize,
    meant: char,
    /// How many stand side by side with it, itself included.
    row: usize,
}

/// The text with one layer undone; none where nothing is certain.
fn once(text: &str) -> Option<String> {
    let runs = runs(text);
    if !runs.iter().any(|run| run.row >= ROW || run.is_certain(text)) {
        return None;
    }
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for run in runs.iter().filter(|run| run.row >= ROW || run.is_latin() || run.is_typographic()) {
        out.push_str(&text[from..run.start]);
        out.push(run.meant);
        from = run.end;
    }
    out.push_str(&text[from..]);
    Some(out)
}

impl Doubled {
    fn is_certain(&self, text: &str) -> bool {
        let before = text[..self.start].chars().next_back().is_some_and(char::is_lowercase);
        let behind = text[self.end..].chars().next().is_some_and(char::is_lowercase);
        self.is_typographic() || self.is_latin() && self.meant.is_alphabetic() && (before || behind)
    }

    /// What languages in Latin script have beyond ASCII.
    fn is_latin(&self) -> bool {
        ('\u{a0}'..='\u{17f}').contains(&self.meant)
    }

    /// Quotation marks, dashes, the euro, the trade mark: of other signs of three bytes the first two may stand in a text.
    fn is_typographic(&self) -> bool {
        ('\u{2010}'..='\u{2044}').contains(&self.meant) || matches!(self.meant, '\u{20ac}' | '\u{2122}')
    }
}

fn runs(text: &str) -> Vec<Doubled> {
    let mut runs: Vec<Doubled> = Vec::new();
    for start in memchr::memchr_iter(FIRST, text.as_bytes()) {
        if runs.last().is_some_and(|last| start < last.end) || runs.len() == MOST {
            continue;
        }
        if let Some((meant, length)) = run(&text[start..]) {
            runs.push(Doubled { start, end: start + length, meant, row: 1 });
        }
    }
    let mut first = 0;
    for at in 1..=runs.len() {
        if runs.get(at).is_none_or(|run| run.start != runs[at - 1].end) {
            let row = at - first;
            runs[first..at].iter_mut().for_each(|run| run.row = row);
            first = at;
        }
    }
    runs
}

/// The letter for whose bytes the signs at the beginning of a text stand, and how long they are.
fn run(text: &str) -> Option<(char, usize)> {
    let mut signs = text.chars();
    let first = byte(signs.next()?)?;
    let count = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut bytes = vec![first];
    for sign in signs.by_ref().take(count - 1) {
        bytes.push(byte(sign).filter(|byte| (0x80..=0xbf).contains(byte))?);
    }
    let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((meant, text.len() - signs.as_str().len()))
}

/// The byte that a sign is in Windows-1252; what that leaves free is taken as it is.
fn byte(sign: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(sign) {
        return Some(byte);
    }
    let mut buffer = [0; 4];
    let (bytes, _, is_lossy) = WINDOWS_1252.encode(sign.encode_utf8(&mut buffer));
    bytes.first().copied().filter(|_| !is_lossy && bytes.len() == 1)
}
