//! What a document is: to the model by its name alone, as it learned; to duties also by the kind that its watch gives it.

use std::sync::LazyLock;

use super::list::Features;
use crate::model::DocumentKind;
use crate::steps::judge::case::Case;
use crate::steps::text::lexicon::TOPIC_WORDS;
use crate::steps::text::{languages, tokens};

/// Kinds of documents for the model.
const KINDS: [&str; 11] = [
    "terms",
    "privacy",
    "community",
    "developer",
    "ads",
    "commercial",
    "monetization",
    "brand",
    "copyright",
    "processing",
    "purchase",
];

/// Each with parts of names that betray it.
static NAMED: LazyLock<[(&str, Vec<&str>); KINDS.len()]> =
    LazyLock::new(|| KINDS.map(|kind| (kind, languages::group(|words| &words.judged_kinds, kind))));

/// Says of each kind whether the document is of it.
pub(super) fn put(features: &mut Features, case: &Case<'_>) {
    let name = case.document.to_lowercase();
    for (kind, parts) in &*NAMED {
        // Not by the declared kind: no labelled change names one, so what it does to a judgement was never measured.
        features.flag(format!("document_{kind}"), parts.iter().any(|part| name.contains(part)));
    }
    let counts = TOPIC_WORDS.count(&tokens::joined(case.document));
    for (group, times) in TOPIC_WORDS.groups.iter().zip(counts) {
        features.flag(format!("title_{group}"), times > 0);
    }
}

/// The kind of the document; where the watch does not say, its name may tell that it is about privacy.
pub(in crate::steps::judge) fn kind(case: &Case<'_>) -> DocumentKind {
    let name = case.document.to_lowercase();
    let private = NAMED.iter().any(|(kind, parts)| *kind == "privacy" && parts.iter().any(|part| name.contains(part)));
    if case.kind == DocumentKind::Other && private { DocumentKind::Privacy } else { case.kind }
}
