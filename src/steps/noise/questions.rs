//! Questions that are offered to choose from; what rules have in common, and no rule.

use super::DifferingBlocks;
use super::block_at::{BlockAt, rules_something};
use super::labels;
use crate::model::Place;

/// A choice has no more words. Chosen on the pages of corpus 2022.
const CHOICE: usize = 10;

/// Whether short lines are exchanged, come or go, and questions are among them, none with its answer.
pub(super) fn is_choice(difference: &DifferingBlocks<'_>) -> bool {
    lines(difference).is_some_and(|lines| lines.iter().any(|line| is_question(line)))
        && !are_answered(difference)
        && !difference
            .blocks()
            .any(|block| is_question(block.text()) && rules_something(block.text()) && is_answered(block))
}

/// Whether each side is questions with their answers: it begins with a question, and each has something behind it that is
/// none. What is offered to choose from has no such order, and two labels behind a question are its buttons.
fn are_answered(difference: &DifferingBlocks<'_>) -> bool {
    let sides =
        [difference.before(), difference.after()].map(|side| side.lines().map(str::trim_end).collect::<Vec<_>>());
    let is_answer = |lines: &[&str]| match lines {
        [] => false,
        [_] => true,
        lines => !lines.iter().all(|line| labels::is_label(line)),
    };
    sides.iter().filter(|side| !side.is_empty()).all(|side| {
        let mut asked = side.split(|line| is_question(line));
        asked.next().is_some_and(<[_]>::is_empty) && asked.all(is_answer)
    })
}

/// Whether something that is no question stands right behind a question.
fn is_answered(question: BlockAt<'_>) -> bool {
    let next = question.entry + 1;
    next < question.side.entries.len() && {
        let next = BlockAt { entry: next, ..question };
        !next.is_heading() && !is_question(next.text())
    }
}

/// Whether a question that stands in both documents stands right above a block.
pub(super) fn is_answer(block: BlockAt<'_>, stands: impl FnOnce(u32) -> bool) -> bool {
    let above = block.entry.checked_sub(1).map(|entry| BlockAt { entry, ..block });
    above.is_some_and(|above| is_question(above.text()) && !labels::is_known(above.text()) && stands(above.key()))
}

/// The lines of both sides, if all are short, none is a sentence or a rule, and none a heading.
pub(super) fn lines<'a>(difference: &DifferingBlocks<'a>) -> Option<Vec<&'a str>> {
    if difference.hunk.place != Place::Paragraph {
        return None;
    }
    let lines: Vec<&str> = difference.before().lines().chain(difference.after().lines()).map(str::trim_end).collect();
    // To ask whether something may be done rules nothing.
    let short = |line: &&str| {
        words(line) <= CHOICE
            && !line.ends_with(['.', ';', ':', ',', '!'])
            && (is_question(line) || !rules_something(line))
    };
    lines.iter().all(short).then_some(lines)
}

pub(super) fn is_question(line: &str) -> bool {
    line.ends_with(['?', '？'])
}

pub(super) fn words(line: &str) -> usize {
    line.split_whitespace().count()
}
