//! Questions that are offered to choose from; what rules have in common, and no rule.

use super::DifferingBlocks;
use super::block_at::rules_something;
use crate::model::Place;

/// A choice has no more words. Chosen on the pages of corpus 2022.
const CHOICE: usize = 10;
/// Whether short lines are exchanged, come or go, and questions are among them.
pub(super) fn is_choice(difference: &DifferingBlocks<'_>) -> bool {
    lines(difference).is_some_and(|lines| lines.iter().any(|line| is_question(line)))
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

fn is_question(line: &str) -> bool {
    line.ends_with(['?', '？'])
}

pub(super) fn words(line: &str) -> usize {
    line.split_whitespace().count()
}
