//! Short quotes of page text, cut at words.

use crate::model::{Edit, Hunk};

/// The most characters of a quote.
const MOST: usize = 150;

/// What ends shorter than this is no sentence but a number or an abbreviation ("1.5. ", "e.g. ").
const SHORT: usize = 20;

/// A sentence of the text after, and what of it is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    text: String,
    pub(in crate::steps::judge) added: String,
}

impl Sentence {
    /// The sentence, or only its new words where it is long.
    pub(super) fn quote(&self) -> String {
        let long = self.text.chars().count() > MOST;
        if long && self.added.split_whitespace().count() >= 4 { whole(&self.added) } else { whole(&self.text) }
    }
}

/// The beginning of a text.
pub(super) fn whole(text: &str) -> String {
    let text = text.replace('\n', " ");
    let text = text.trim();
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let head: String = text.chars().take(MOST).collect();
    let end = head.rfind(' ').unwrap_or(head.len());
    format!("{} …", head[..end].trim_end_matches([',', ';', ':']))
}

/// The sentences of the text after in which something is new.
pub(super) fn sentences(hunk: &Hunk, after: &str) -> Vec<Sentence> {
    let (mut new, mut at) = (Vec::new(), 0);
    for edit in &hunk.edits {
        match edit {
            Edit::Removed(_) => {}
            Edit::Kept(words) => at += words.len(),
            Edit::Added(words) => {
                new.push((at, at + words.len()));
                at += words.len();
            }
        }
    }
    let mut found = Vec::new();
    for (start, end) in bounds(after) {
        let parts = new.iter().filter_map(|(from, to)| after.get(start.max(*from)..end.min(*to)));
        let added: String = parts.collect::<Vec<_>>().join(" ");
        if added.contains(char::is_alphanumeric) {
            let text = after.get(start..end).unwrap_or_default().trim().to_owned();
            found.push(Sentence { text, added });
        }
    }
    found
}

/// Where the sentences of a text begin and end.
fn bounds(text: &str) -> Vec<(usize, usize)> {
    let (mut found, mut start) = (Vec::new(), 0);
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let space_follows = letters.peek().is_none_or(|(_, next)| next.is_whitespace());
        let ends = letter == '\n' || (matches!(letter, '.' | '!' | '?') && space_follows && at - start >= SHORT);
        if ends {
            found.push((start, at + letter.len_utf8()));
            start = at + letter.len_utf8();
        }
    }
    found.push((start, text.len()));
    found
}
