//! What the words beside each date of a line say that it is; what the rules on dates have in common, and no rule.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::dating::{DateLine, LONGEST, LabelWord, is_content, is_label, sort_of};
use crate::model::is_ideograph;
use crate::steps::text;
use crate::steps::text::dates::find_dates;
use crate::steps::text::languages::{either, union};
use crate::steps::text::modal_verbs::has_modal_verb;

/// What a date is, by the words beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// The day of the last update.
    Updated,
    /// The day from which something holds, whatever else is said of it: "updated terms effective …".
    Effect,
    /// Both at once: "last updated and effective".
    Both,
    /// Any other day.
    Other,
    /// Nothing is said.
    Nothing,
}

/// A date and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DayLabel {
    pub day: Date,
    pub says: Says,
}

/// By what a text says that something holds.
static EFFECT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (before, right_before) =
        (either(|words| &words.in_force_from.before), either(|words| &words.in_force_from.right_before));
    Regex::new(&format!(r"(?:{before})|(?:{right_before})\W*$")).ok()
});
/// Beside an update that is yet to come.
static TO_COME: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.updated_on.to_come));
/// What ends the words that belong to a date.
const SEPARATORS: [char; 10] = ['|', '·', '•', '(', ')', '[', ']', '\n', ';', '—'];

/// The dates of a line, each with what it is.
pub(super) fn day_labels(line: &str) -> Vec<DayLabel> {
    let dates = find_dates(line);
    let ends = |at: usize| dates.get(at + 1).map_or(line.len(), |(range, _)| range.start);
    let mut behind = 0;
    let mut found = Vec::with_capacity(dates.len());
    for (at, (range, day)) in dates.iter().enumerate() {
        let before = last_piece(line.get(behind..range.start).unwrap_or_default());
        let after = first_piece(line.get(range.end..ends(at)).unwrap_or_default());
        behind = range.end;
        let own = if has_words(before) { label(before, after) } else { label(after, "") };
        let is_alone = own == Says::Nothing && dates.len() == 1;
        let around = || format!("{} {}", &line[..range.start], &line[range.end..]);
        found.push(DayLabel { day: *day, says: if is_alone { label(&around(), "") } else { own } });
    }
    found
}

/// What a line without a full date says of the month in it.
pub(super) fn month_label(line: &str) -> Says {
    label(line, "")
}

/// Whether words right before a date say that something holds from then on, or will be done then.
pub(super) fn says_effect(words: &str) -> bool {
    let lower = words.to_lowercase();
    EFFECT.as_ref().is_some_and(|effect| effect.is_match(&lower)) || sorts(words).contains(&LabelWord::Effect)
}

/// Whether words speak of an update that is yet to come.
pub(super) fn is_to_come(words: &str) -> bool {
    let mut found = false;
    text::each_word(words, |word, _| found |= TO_COME.contains(&word));
    found
}

/// Whether a line says when its document was last updated, and nothing else.
pub(super) fn is_note(line: &str) -> bool {
    line.len() <= LONGEST && DateLine::read(line).is_note() && {
        let labels = day_labels(line);
        let is_free = |says: Says| matches!(says, Says::Updated | Says::Nothing);
        if labels.is_empty() {
            !matches!(month_label(line), Says::Effect | Says::Both)
        } else {
            labels.iter().all(|label| is_free(label.says))
        }
    }
}

/// The dates of a line that says when its document was last updated, if it is one.
pub(super) fn updates(line: &str) -> Vec<Date> {
    let is_update = is_note(line) && !DateLine::read(line).words.is_empty();
    if is_update { find_dates(line).into_iter().map(|(_, date)| date).collect() } else { Vec::new() }
}

/// Whether two lines say from when a document holds, and nothing differs but that day.
pub(super) fn is_put_off(before: &str, after: &str) -> bool {
    if before.len().max(after.len()) > LONGEST {
        return false;
    }
    let (old, new) = (DateLine::read(before), DateLine::read(after));
    let same = old.words == new.words && old.dates_the_document() && new.dates_the_document();
    let (labels, others) = (day_labels(before), day_labels(after));
    same && if labels.is_empty() || labels.len() != others.len() {
        new.says_only_from_when()
    } else {
        let mut differing = labels.iter().zip(&others).filter(|(old, new)| old.day != new.day).peekable();
        differing.peek().is_some() && differing.all(|(old, new)| old.says == Says::Effect && new.says == Says::Effect)
    }
}

/// Whether two lines have the same words, and a day before or until which something is differs.
pub(super) fn is_another_bound(before: &str, after: &str) -> bool {
    if before.len().max(after.len()) > LONGEST {
        return false;
    }
    let (old, new) = (find_dates(before), find_dates(after));
    let is_bound = |at: usize| {
        let from = at.checked_sub(1).and_then(|last| old.get(last)).map_or(0, |(range, _)| range.end);
        let until = old.get(at).map_or(before.len(), |(range, _)| range.start);
        sorts(last_piece(before.get(from..until).unwrap_or_default())).contains(&LabelWord::Until)
    };
    old.len() == new.len()
        && DateLine::read(before).words == DateLine::read(after).words
        && old.iter().zip(&new).enumerate().any(|(at, (old, new))| old.1 != new.1 && is_bound(at))
}

/// What the words before a date say that it is; those behind it make it a part of a sentence.
fn label(before: &str, behind: &str) -> Says {
    let words = sorts(before);
    if words.is_empty() {
        return Says::Nothing;
    }
    let last = words.iter().rposition(|word| matches!(word, LabelWord::Update | LabelWord::Last | LabelWord::Beside));
    let is = |sort| words.contains(&sort);
    let is_update = is(LabelWord::Update) || is(LabelWord::Last) && is(LabelWord::Change) || !is(LabelWord::Content);
    if says_effect(before) {
        let both =
            is(LabelWord::Update) && ![LabelWord::Document, LabelWord::Beside, LabelWord::Content].into_iter().any(is);
        return if both { Says::Both } else { Says::Effect };
    }
    let Some(last) = last else { return Says::Other };
    let (ahead, rest) = (words.get(..last).unwrap_or_default(), words.get(last..).unwrap_or_default());
    let is_sentence = ahead.contains(&LabelWord::Content) && sorts(behind).contains(&LabelWord::Content);
    let is_label = is_update
        && !rest.contains(&LabelWord::Content)
        && !words.contains(&LabelWord::Until)
        && !is_sentence
        && !is_to_come(before)
        && !has_modal_verb(before);
    if is_label { Says::Updated } else { Says::Other }
}

fn sorts(words: &str) -> Vec<LabelWord> {
    let mut sorts = Vec::new();
    text::each_word(words, |word, _| sorts.push(sort_of(word)));
    sorts
}

fn has_words(text: &str) -> bool {
    let mut found = false;
    text::each_word(text, |_, _| found = true);
    found
}

/// The words behind the last separator or end of a sentence.
pub(super) fn last_piece(text: &str) -> &str {
    let bars = text.rfind(SEPARATORS).map(|at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let stop = text.rfind(". ").map(|at| at + 1);
    let piece = bars.max(stop).and_then(|from| text.get(from..)).unwrap_or(text);
    if has_words(piece) { piece } else { "" }
}

/// The words before the first separator or end of a sentence.
fn first_piece(text: &str) -> &str {
    let ends = [text.find(SEPARATORS), text.find(". ")];
    ends.into_iter().flatten().min().and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Whether words that are more than a label stand behind the last word for an update.
pub(super) fn goes_on_behind_the_label(words: &str) -> bool {
    let mut goes_on = false;
    // Where no space parts words, none is found by itself.
    let is_word = |word: &str| !word.chars().all(is_ideograph) && is_content(word);
    text::each_word(words, |word, _| goes_on = !is_label(word) && (goes_on || is_word(word)));
    goes_on
}
