//! Finds the headings of pages that mark none up: bold lines, numbered lines, short lines above a text.

use std::sync::LazyLock;

use super::draft::{Draft, ends_sentence};
use crate::model::BlockKind;
use crate::steps::text::languages::union;

/// A heading is no longer than this.
const LONGEST: usize = 90;

/// What a numbered heading begins with, as it is written.
static PARTS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.numbered_headings));

/// Makes headings of the lines that stand as such; what is marked up as a heading stays as it is.
pub(super) fn find(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let marked = drafts.iter().filter(|draft| matches!(draft.kind, BlockKind::Heading(2..))).count();
    let mut level = 1;
    for index in 0..drafts.len() {
        match drafts[index].kind {
            BlockKind::Heading(marked_up) => level = marked_up,
            BlockKind::Paragraph if is_heading(&drafts, index, marked > 0) => {
                drafts[index].kind = BlockKind::Heading((level + 1).min(6));
            }
            _ => {}
        }
    }
    drafts
}

fn is_heading(drafts: &[Draft], index: usize, has_marked: bool) -> bool {
    let draft = &drafts[index];
    let short = draft.text.len() <= LONGEST && !draft.is_link() && draft.text.chars().any(char::is_alphabetic);
    if !short || draft.text.ends_with(['.', ';', ',', ':']) && !is_numbered(&draft.text) || draft.text.contains(" | ") {
        return false;
    }
    let Some(next) = drafts.get(index + 1) else { return false };
    let above_text = next.is_prose() || matches!(next.kind, BlockKind::Item(_)) && next.words >= 4;
    if draft.strong || (is_numbered(&draft.text) && !ends_sentence(&draft.text)) {
        return above_text || matches!(next.kind, BlockKind::Heading(_)) || next.strong;
    }
    let dated = draft.text.contains(':') || draft.text.contains("20");
    !has_marked && !dated && above_text && draft.words <= 10 && !ends_sentence(&draft.text) && next.words >= 12
}

/// "1. Scope", "§ 3 Fees", "Article 4", "IV. Data".
fn is_numbered(text: &str) -> bool {
    let Some((number, rest)) = text.split_once(' ') else { return false };
    if rest.trim().is_empty() {
        return false;
    }
    let bare = number.trim_end_matches(['.', ')', ':']);
    let roman = bare.len() < number.len() && !bare.is_empty() && bare.chars().all(|letter| "IVXLC".contains(letter));
    let counted = bare.chars().next().is_some_and(|letter| letter.is_ascii_digit())
        && bare.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
        && bare.len() <= 8
        && (bare.len() < number.len() || bare.contains('.'));
    roman || counted || PARTS.contains(&number)
}
