//! Rule: what stands under "On this page", "Contents" and the like.
//!
//! Evidence: the heading, and below it nothing but entries: short lines, none of them a heading, a sentence, a rule or a day.
//! Verdict: boilerplate.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::labels::normal;
use super::related_articles::are_entries;
use super::surroundings::Surroundings;
use crate::model::Place;
use crate::steps::text::dates::find_dates;
use crate::steps::text::languages::union;

/// Headings of lists of what is on the page, in normal form.
static CONTENTS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.contents));

/// Whether entries of such a list differ.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let under = |heading: &String| CONTENTS.contains(&normal(heading).as_str());
    difference.hunk.place != Place::Heading
        && difference.hunk.heading.last().is_some_and(under)
        && are_entries(difference)
        && !names_a_day(difference)
}

/// Whether a line of it names a day: from when on the document holds may stand below such a heading by chance.
fn names_a_day(difference: &DifferingBlocks<'_>) -> bool {
    let sides = [&difference.hunk.before, &difference.hunk.after];
    sides.into_iter().flatten().any(|text| !find_dates(text).is_empty())
}
