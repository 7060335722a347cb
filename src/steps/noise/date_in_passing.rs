//! Rule: within longer text nothing differs but dates right behind "last updated".
//!
//! Evidence: both sides have such a date, in no table, and without them they are the same to the word and number. Another
//! label with the same day right behind it goes with it. Nothing says that it is a day of effect or of an update to come, and
//! nothing is named between the label and the date. Verdict: a date.

use std::sync::LazyLock;

use jiff::civil::Date;

use super::DifferingBlocks;
use super::block_at::BlockAt;
use super::dating::DateLine;
use super::day_labels::{goes_on_behind_the_label, is_to_come, last_piece, says_effect};
use super::surroundings::Surroundings;
use crate::steps::text::dates::find_dates;
use crate::steps::text::languages::union;
use crate::steps::text::modal_verbs::has_modal_verb;

/// In bytes, what is surely more than a paragraph.
const PASSAGE: usize = 5000;
/// So many letters before a date may say what it is. Chosen on the pages of corpus 2022.
const LEAD: usize = 24;

/// So many bytes between two dates hold a label and no sentence.
const LABEL: usize = 30;

/// What stands right before a date that is no news within longer text.
static LEADS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.updated_on.right_before));

/// Whether both sides are the same without dates of their last update.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (before, after) = (difference.before(), difference.after());
    before.len().max(after.len()) <= PASSAGE
        && !difference.blocks().any(BlockAt::is_data)
        && undated(before).zip(undated(after)).is_some_and(|(old, new)| old == new)
}

/// Whether what stands before a date says that it is the day of an update that was, and nothing of another day.
fn is_label(between: &str, lead: &str) -> bool {
    let piece = last_piece(between);
    !says_effect(piece) && !is_to_come(piece) && !has_modal_verb(lead) && !goes_on_behind_the_label(lead)
}

/// A text without such dates, and the dates that it has beside them; none where it has none.
fn undated(text: &str) -> Option<(DateLine, Vec<Date>)> {
    let mut kept = String::new();
    let mut from = 0;
    // A date and where it ends, of which the label of the next is no part.
    let (mut dropped, mut behind): (Option<Date>, usize) = (None, 0);
    for (range, day) in find_dates(text) {
        let between = text.get(behind..range.start).unwrap_or_default();
        let goes_with_it = dropped == Some(day) && between.len() <= LABEL && between.trim_end().ends_with([':', '：']);
        let lead: Vec<char> = between.chars().rev().take(LEAD).collect();
        let lead = lead.into_iter().rev().collect::<String>().to_lowercase();
        let is_update = LEADS.iter().any(|cue| lead.contains(cue)) && is_label(between, &lead);
        dropped = (goes_with_it || is_update).then_some(day);
        if dropped.is_some() {
            kept.push_str(&text[from..range.start]);
            from = range.end;
        }
        behind = range.end;
    }
    kept.push_str(&text[from..]);
    let others = || find_dates(&kept).into_iter().map(|(_, day)| day).collect();
    (from > 0).then(|| (DateLine::read(&kept), others()))
}
