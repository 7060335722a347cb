//! The words of which one may be chosen, each with what it means.

use crate::model::{DocumentKind, Encryption, Evidence, HookShape, Language, Render, Tier, Topic};

/// The ways to get a page, as written.
pub(super) const RENDER: [(&str, Render); 3] =
    [("http", Render::Http), ("browser", Render::Browser), ("auto", Render::Auto)];

/// The ways to encrypt, as written.
pub(super) const TLS: [(&str, Encryption); 3] =
    [("starttls", Encryption::Starttls), ("implicit", Encryption::Implicit), ("none", Encryption::None)];

/// What a webhook's receiver understands, as written.
pub(super) const SHAPES: [(&str, HookShape); 4] = [
    ("json", HookShape::Json),
    ("slack", HookShape::Slack),
    ("teams", HookShape::Teams),
    ("mattermost", HookShape::Mattermost),
];

/// Which pictures of a page are kept, as written.
pub(super) const EVIDENCE: [(&str, Evidence); 3] =
    [("png", Evidence::Png), ("pdf", Evidence::Pdf), ("both", Evidence::Both)];

/// The tiers, as written.
pub(super) const TIERS: [(&str, Tier); 3] = [("alert", Tier::Alert), ("fyi", Tier::Fyi), ("none", Tier::None)];

/// The languages in which hausrecht writes.
pub(super) const LANGUAGES: [Language; 2] = [Language::English, Language::German];

pub(super) fn renders() -> Vec<&'static str> {
    words(&RENDER)
}

pub(super) fn encryptions() -> Vec<&'static str> {
    words(&TLS)
}

pub(super) fn shapes() -> Vec<&'static str> {
    words(&SHAPES)
}

pub(super) fn pictures() -> Vec<&'static str> {
    words(&EVIDENCE)
}

pub(super) fn tiers() -> Vec<&'static str> {
    words(&TIERS)
}

pub(super) fn languages() -> Vec<&'static str> {
    LANGUAGES.map(Language::tag).to_vec()
}

pub(super) fn topics() -> Vec<&'static str> {
    Topic::ALL.map(Topic::key).to_vec()
}

pub(super) fn kinds() -> Vec<&'static str> {
    DocumentKind::ALL.map(DocumentKind::key).to_vec()
}

fn words<T>(known: &[(&'static str, T)]) -> Vec<&'static str> {
    known.iter().map(|(word, _)| *word).collect()
}
