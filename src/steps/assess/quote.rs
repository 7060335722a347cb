//! Short quotes of page text, cut at words.

use crate::model::{Edit, Hunk};

/// The most characters of a quote.
const MOST: usize = 150;

/// The beginning of a text.
pub(super) fn whole(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let head: String = text.chars().take(MOST).collect();
    let end = head.rfind(' ').unwrap_or(head.len());
    format!("{} …", head[..end].trim_end_matches([',', ';', ':']))
}

/// The sentence of the text after in which words were first added, or its part that was.
pub(super) fn added(hunk: &Hunk, after: &str) -> String {
    let mut at = 0;
    for edit in &hunk.edits {
        match edit {
            Edit::Removed(_) => {}
            Edit::Kept(words) => at += words.len(),
            Edit::Added(words) => {
                let sentence = sentence_at(after, at + leading_space(words));
                // A long sentence hides what is new in it.
                return if sentence.chars().count() > MOST { whole(words) } else { sentence.to_owned() };
            }
        }
    }
    whole(after)
}

fn leading_space(words: &str) -> usize {
    words.len() - words.trim_start().len()
}

fn sentence_at(text: &str, at: usize) -> &str {
    let (Some(head), Some(tail)) = (text.get(..at), text.get(at..)) else { return text };
    let ends = [". ", "! ", "? "];
    let start = ends.iter().filter_map(|mark| head.rfind(mark).map(|place| place + mark.len())).max().unwrap_or(0);
    let end = ends.iter().filter_map(|mark| tail.find(mark).map(|place| at + place + 1)).min().unwrap_or(text.len());
    text.get(start..end).unwrap_or(text).trim()
}
