//! Puts the lines of a PDF together to paragraphs, list items, rows and headings, by where they stand.

use super::join::{KnownWords, is_and, last_word};
use super::lines::Line;
use super::measure::Measure;
use crate::model::{BlockKind, Trouble};
use crate::steps::extract::draft::{Draft, Gatherer, ends_sentence};
use crate::steps::text::numbering;

/// Larger than the text by so much, letters are a heading's; and it has no more words than that.
const LARGER: f64 = 1.13;
const LONGEST_HEADING: usize = 24;
/// No paragraph is longer.
const LONGEST: usize = 20_000;

/// The blocks that lines make up.
///
/// # Errors
/// Where they are more than any document has.
pub(super) fn of(lines: &[Line]) -> Result<Vec<Draft>, Trouble> {
    let (measure, words) = (Measure::of(lines), KnownWords::of(lines));
    let (mut drafts, mut gatherer) = (Vec::new(), Gatherer::default());
    let mut block: Option<(&Line, &Line, String)> = None;
    for line in lines {
        let text = line.text();
        block = match block {
            Some((first, last, mut so_far)) if !breaks(&measure, last, line, &so_far, &text) => {
                words.join(&mut so_far, &text);
                Some((first, line, so_far))
            }
            ended => {
                drafts.extend(ended.and_then(|(first, _, text)| draft(&mut gatherer, &measure, first, &text)));
                gatherer.check()?;
                Some((line, line, text))
            }
        };
    }
    drafts.extend(block.and_then(|(first, _, text)| draft(&mut gatherer, &measure, first, &text)));
    Ok(drafts)
}

/// Whether a new block begins with a line.
fn breaks(measure: &Measure, last: &Line, line: &Line, gathered: &str, text: &str) -> bool {
    if is_bullet(gathered) {
        // A bullet alone, and its words drawn after it.
        return line.is_row || last.page != line.page;
    }
    if last.is_row || line.is_row || bullet(text).is_some() || gathered.len() > LONGEST {
        return true;
    }
    let size = last.size.max(line.size);
    if (last.size - line.size).abs() > 0.1 * size {
        return true;
    }
    let ended = ends_sentence(gathered);
    let room = !gathered.ends_with(['-', '\u{2010}']) && measure.has_room(last, line, text);
    let begins = !text.starts_with(|letter: char| letter.is_lowercase() || ",.;)".contains(letter));
    let gap = line.down - last.down;
    if last.page != line.page || gap < -0.5 * size {
        // On the next page or in the next column.
        return ended || room && begins;
    }
    if gap > measure.pitch * size * 1.3 + 1.0 {
        return true;
    }
    if is_large(measure, line) {
        return false;
    }
    let numbered =
        numbering(text) > 0 && text.starts_with(|letter: char| letter.is_alphanumeric() || "(§".contains(letter));
    if numbered && (ended || room || gathered.ends_with([',', ';']) || ends_in_and(gathered)) {
        return true;
    }
    let indented = line.left() > last.left() + 0.8 * size || line.left() < last.left() - 3.0 * size;
    ended && indented || room && begins
}

fn is_large(measure: &Measure, line: &Line) -> bool {
    line.size > measure.body * LARGER
}

/// Whether the list before goes on: "…, and (c) …".
fn ends_in_and(text: &str) -> bool {
    is_and(last_word(text))
}

fn draft(gatherer: &mut Gatherer, measure: &Measure, first: &Line, text: &str) -> Option<Draft> {
    let words = text.split(' ').count();
    let has_letters = text.chars().any(char::is_alphabetic);
    let (kind, text) = match bullet(text) {
        _ if first.is_row => (BlockKind::Row, text),
        _ if is_large(measure, first) && words <= LONGEST_HEADING && has_letters => {
            (BlockKind::Heading(measure.level(first.size)), text)
        }
        Some(rest) => (BlockKind::Item(measure.depth(first.left())), rest),
        None if text.starts_with('(') && numbering(text) > 0 => (BlockKind::Item(1), text),
        None => (BlockKind::Paragraph, text),
    };
    let capitals = has_letters && !text.chars().any(char::is_lowercase);
    gatherer.text(&text.replace('\u{2010}', "-"), capitals);
    gatherer.finish(kind)
}

/// What stands behind a bullet.
fn bullet(text: &str) -> Option<&str> {
    let rest = text.strip_prefix([
        '•', '◦', '‣', '▪', '▫', '●', '○', '■', '□', '·', '–', '—', '➢', '❖', '✓', '\u{f0b7}', '\u{f0a7}',
    ]);
    let rest = rest
        .or_else(|| text.strip_prefix("- "))
        .or_else(|| text.strip_prefix("* "))
        .or_else(|| text.strip_prefix("o "));
    rest.map(str::trim_start).filter(|rest| !rest.is_empty())
}

fn is_bullet(text: &str) -> bool {
    text.chars().count() == 1 && !text.chars().any(|letter| letter.is_alphanumeric() && letter != 'o')
}
