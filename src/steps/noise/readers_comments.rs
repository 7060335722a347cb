//! Rule: what readers of a page wrote below it.
//!
//! Evidence: the last section of the document is headed by what pages call comments, with or without their number; within a few
//! blocks of what differs a line says how long ago it was written and nothing else. What a house says of comments has no such
//! line. Verdict: boilerplate.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::age_line::is_bare;
use super::block_at::BlockAt;
use super::labels::normal;
use super::surroundings::Surroundings;
use crate::steps::text::languages::union;

/// What pages call comments.
static COMMENTS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.comments));
/// So many blocks around a block may be of the same comment.
const NEAR: usize = 3;

/// Whether all that differs was written by readers.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    difference.blocks().all(is_comment)
}

fn is_comment(block: BlockAt<'_>) -> bool {
    let at = |entry| BlockAt { entry, ..block };
    let last =
        (0..block.side.entries.len()).rev().map(at).find(|other| other.is_heading() && is_comments(other.text()));
    last.is_some_and(|heading| {
        let is_last = !(heading.entry + 1..block.side.entries.len()).any(|entry| at(entry).is_heading());
        let near = block.entry.saturating_sub(NEAR)..block.side.entries.len().min(block.entry + NEAR + 1);
        let is_told_when = near.map(at).any(|other| other.entry > heading.entry && is_bare(other.text()));
        is_last && (block.entry == heading.entry || block.entry > heading.entry && is_told_when && !block.is_data())
    })
}

/// "Comments", "12 comments", "Comments (12)".
fn is_comments(heading: &str) -> bool {
    let words = normal(heading);
    let mut words = words.split(' ').filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
    words.next().is_some_and(|word| COMMENTS.contains(&word)) && words.next().is_none()
}
