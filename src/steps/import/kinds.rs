//! What kind of document a name stands for.

use std::sync::LazyLock;

use crate::model::DocumentKind;
use crate::steps::text::languages;

/// Kinds that names tell, the telling ones first: "Business Privacy Policy" is about privacy.
const KINDS: [DocumentKind; 14] = [
    DocumentKind::Changelog,
    DocumentKind::BrandedContent,
    DocumentKind::Promotions,
    DocumentKind::Music,
    DocumentKind::Copyright,
    DocumentKind::Monetization,
    DocumentKind::Developer,
    DocumentKind::Ads,
    DocumentKind::Privacy,
    DocumentKind::Brand,
    DocumentKind::Community,
    DocumentKind::Pages,
    DocumentKind::Commercial,
    DocumentKind::Terms,
];

/// Each with the words that tell it.
static WORDS: LazyLock<[(DocumentKind, Vec<&str>); KINDS.len()]> =
    LazyLock::new(|| KINDS.map(|kind| (kind, languages::group(|words| &words.kinds, kind.key()))));

/// The kind of document that a name speaks of, if it does.
#[must_use]
pub fn of(name: &str) -> Option<DocumentKind> {
    let letters = name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' });
    let words = letters.collect::<String>().to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let padded = format!(" {words} ");
    // German joins words: long ones may stand within others.
    let holds = |word: &&str| padded.contains(&format!(" {word} ")) || (word.len() > 6 && padded.contains(*word));
    WORDS.iter().find(|(_, words)| words.iter().any(holds)).map(|(kind, _)| *kind)
}
