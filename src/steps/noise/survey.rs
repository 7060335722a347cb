//! Rule: the invitation to a survey.
//!
//! Evidence: few words, one of which means a survey; it asks or exclaims, or has a link; it came or went as paragraphs
//! of its own, and allows or forbids nothing. Verdict: boilerplate.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::labels::normal;
use super::surroundings::Surroundings;
use crate::model::Place;
use crate::steps::text::languages::union;
use crate::steps::text::modal_verbs::has_modal_verb;

/// Words of which an invitation to a survey has one.
static SURVEYS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.survey));
/// An invitation has no more words. Chosen on the pages of corpus 2022.
const LONGEST: usize = 22;

/// Whether an invitation to a survey came or went.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let both = [difference.before(), difference.after()];
    let words = normal(&both.join(" "));
    let invites = both.iter().any(|text| text.contains(['!', '?']))
        || difference.blocks().any(|block| !block.block().links.is_empty());
    difference.is_lone()
        && difference.hunk.place == Place::Paragraph
        && words.split(' ').count() <= LONGEST
        && words.split(' ').any(|word| SURVEYS.contains(&word))
        && invites
        && !both.into_iter().any(has_modal_verb)
}
