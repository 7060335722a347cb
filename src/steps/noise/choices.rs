//! Buttons with questions and answers, as the helpers on help pages offer them.

use super::DifferingBlocks;
use super::surroundings::Surroundings;
use crate::model::Place;

/// Whether a difference is one of such buttons: questions to choose from, or short lines beside them.
pub(super) fn is_boilerplate(difference: &DifferingBlocks<'_>, around: &Surroundings) -> bool {
    is_choice(difference)
        || around.choices && lines(difference).is_some_and(|lines| lines.iter().all(|line| words(line) <= 6))
}

/// Whether short lines are exchanged, come or go, and questions are among them.
pub(super) fn is_choice(difference: &DifferingBlocks<'_>) -> bool {
    lines(difference).is_some_and(|lines| lines.iter().any(|line| line.ends_with('?')))
}

/// The lines of both sides, if all are short, none is a sentence and none a heading.
fn lines<'a>(difference: &DifferingBlocks<'a>) -> Option<Vec<&'a str>> {
    if difference.hunk.place != Place::Paragraph {
        return None;
    }
    let lines: Vec<&str> = difference.before().lines().chain(difference.after().lines()).map(str::trim_end).collect();
    let short = |line: &&str| words(line) <= 10 && !line.ends_with(['.', ';', ':', ',', '!']);
    lines.iter().all(short).then_some(lines)
}

fn words(line: &str) -> usize {
    line.split_whitespace().count()
}
