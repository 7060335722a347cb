//! What a document is: to the model by its name alone, as it learned; to duties also by the kind that its watch gives it.

use super::list::Features;
use super::tokens;
use crate::model::DocumentKind;
use crate::steps::judge::case::Case;
use crate::steps::text::lexicon::TOPIC_WORDS;

/// Kinds of documents for the model, and parts of names that betray them.
const NAMED: [(&str, &[&str]); 11] = [
    ("terms", &["terms of service", "terms of use", "user agreement", "nutzungsbedingungen", "agb", "conditions"]),
    ("privacy", &["privacy", "datenschutz", "confidentialit", "cookie"]),
    ("community", &["community", "guidelines -", "acceptable use", "rules", "standards", "live policy", "quality"]),
    ("developer", &["developer", "api", "platform terms"]),
    ("ads", &["advertis", "ad publishing", "werb"]),
    ("commercial", &["commercial", "seller", "marketplace", "business notice", "ranking"]),
    ("monetization", &["monetis", "monetiz", "partner"]),
    ("brand", &["brand", "logo"]),
    ("copyright", &["copyright", "intellectual", "trademark", "complaints"]),
    ("processing", &["data processor", "data controller", "data process", "user consent"]),
    ("purchase", &["in-app", "purchase", "payment"]),
];

/// Says of each kind whether the document is of it.
pub(super) fn put(features: &mut Features, case: &Case<'_>) {
    let name = case.document.to_lowercase();
    for (kind, parts) in NAMED {
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
