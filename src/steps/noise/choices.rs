//! Rule: buttons with questions to choose from, as the helpers on help pages offer them.
//!
//! Evidence: paragraphs of a few words, none of them a sentence, a rule or a limit, and a question among them; or shorter
//! ones beside, where much of what differs is such questions. Verdict: boilerplate.

use super::DifferingBlocks;
use super::block_at::rules_something;
use super::surroundings::Surroundings;
use crate::model::Place;

/// A choice has no more words. Chosen on the pages of corpus 2022.
const CHOICE: usize = 10;
/// What stands beside choices has no more words. Chosen on the pages of corpus 2022.
const BESIDE: usize = 6;

/// Whether a difference is one of such buttons: questions to choose from, or short lines beside them.
pub(super) fn holds(difference: &DifferingBlocks<'_>, around: &Surroundings) -> bool {
    is_choice(difference)
        || around.choices && lines(difference).is_some_and(|lines| lines.iter().all(|line| words(line) <= BESIDE))
}

/// Whether short lines are exchanged, come or go, and questions are among them.
pub(super) fn is_choice(difference: &DifferingBlocks<'_>) -> bool {
    lines(difference).is_some_and(|lines| lines.iter().any(|line| is_question(line)))
}

/// The lines of both sides, if all are short, none is a sentence or a rule, and none a heading.
fn lines<'a>(difference: &DifferingBlocks<'a>) -> Option<Vec<&'a str>> {
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

fn words(line: &str) -> usize {
    line.split_whitespace().count()
}
