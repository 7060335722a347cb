//! What stands under "Related articles" and the like.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::buttons::normal;
use crate::model::Place;
use crate::steps::text::languages::union;

/// Headings of what is beside the document, in normal form.
static BESIDE: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.related));

/// Headings of lists of what is on the page.
static CONTENTS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.contents));

/// Whether a difference stands under such a heading, or begins with it.
pub(super) fn is_boilerplate(difference: &DifferingBlocks<'_>) -> bool {
    let heading = difference.hunk.heading.last().map(|heading| normal(heading)).unwrap_or_default();
    let begins =
        |text: &str| text.is_empty() || text.lines().next().is_some_and(|line| BESIDE.contains(&normal(line).as_str()));
    let entry = |line: &str| line.split_whitespace().count() <= 12 && !line.ends_with(['.', ';']);
    let entries = difference.before().lines().chain(difference.after().lines()).all(entry);
    BESIDE.contains(&heading.as_str())
        || begins(difference.before()) && begins(difference.after())
        || CONTENTS.contains(&heading.as_str()) && entries && difference.hunk.place != Place::Heading
}
