//! What stands under "Related articles" and the like.

use super::DifferingBlocks;
use super::buttons::normal;
use crate::model::Place;

/// Headings of what is beside the document, in normal form.
const BESIDE: &[&str] = &[
    "related articles",
    "related content",
    "related topics",
    "related posts",
    "related",
    "recommended articles",
    "recommended",
    "popular articles",
    "more articles",
    "read next",
    "read more",
    "see also",
    "useful links",
    "you might also be interested in",
    "you may also like",
    "was this helpful",
    "was this article helpful",
    "was this article helpful for you",
    "was this page helpful",
    "other ways to get help",
    "need more help",
    "help chosen for you",
    "business help center",
    "page summary",
    "key takeaways",
    "ai generated key takeaways",
    "verwandte artikel",
    "verwandte themen",
    "ähnliche artikel",
    "das könnte dich auch interessieren",
    "das könnte sie auch interessieren",
    "war das hilfreich",
    "weitere artikel",
    "nützliche links",
    "articles connexes",
    "articles similaires",
    "articles associés",
    "vous pourriez aussi aimer",
    "liens utiles",
    "cela vous a t il aidé",
];

/// Headings of lists of what is on the page.
const CONTENTS: &[&str] = &[
    "contents",
    "table of contents",
    "on this page",
    "in this article",
    "inhalt",
    "inhaltsverzeichnis",
    "auf dieser seite",
    "in diesem artikel",
    "sommaire",
    "table des matières",
    "sur cette page",
    "dans cet article",
];

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
