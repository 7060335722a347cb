//! What a document is, by its name and the kind that its watch gives it.

use std::sync::LazyLock;

use super::list::Features;
use crate::model::DocumentKind;
use crate::steps::judge::Case;
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
        let named = parts.iter().any(|part| name.contains(part));
        features.flag(format!("document_{kind}"), named || of_watch(case.kind) == Some(*kind));
    }
    let counts = TOPIC_WORDS.count(&tokens::joined(case.document));
    for (group, times) in TOPIC_WORDS.groups.iter().zip(counts) {
        features.flag(format!("title_{group}"), times > 0);
    }
}

const fn of_watch(kind: DocumentKind) -> Option<&'static str> {
    match kind {
        DocumentKind::Terms => Some("terms"),
        DocumentKind::Community | DocumentKind::Pages | DocumentKind::Promotions => Some("community"),
        DocumentKind::Developer => Some("developer"),
        DocumentKind::Ads => Some("ads"),
        DocumentKind::Privacy => Some("privacy"),
        DocumentKind::BrandedContent | DocumentKind::Commercial => Some("commercial"),
        DocumentKind::Monetization => Some("monetization"),
        DocumentKind::Brand => Some("brand"),
        DocumentKind::Music | DocumentKind::Copyright => Some("copyright"),
        DocumentKind::Changelog | DocumentKind::Hub | DocumentKind::Other => None,
    }
}

/// The kind of the document; where the watch does not say, its name may tell that it is about privacy.
pub(in crate::steps::judge) fn kind(case: &Case<'_>) -> DocumentKind {
    let name = case.document.to_lowercase();
    let private = NAMED.iter().any(|(kind, parts)| *kind == "privacy" && parts.iter().any(|part| name.contains(part)));
    if case.kind == DocumentKind::Other && private { DocumentKind::Privacy } else { case.kind }
}
