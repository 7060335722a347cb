//! What kind of document a name stands for.

use crate::model::DocumentKind;

/// Words in a document's name, the telling ones first: "Business Privacy Policy" is about privacy.
const WORDS: [(DocumentKind, &[&str]); 14] = [
    (DocumentKind::Changelog, &["changelog", "change log", "release notes"]),
    (DocumentKind::BrandedContent, &["branded content", "paid partnership", "influencer", "markeninhalte"]),
    (DocumentKind::Promotions, &["promotion", "contest", "sweepstake", "giveaway", "gewinnspiel"]),
    (DocumentKind::Music, &["music", "musik"]),
    (DocumentKind::Copyright, &["copyright", "intellectual property", "urheberrecht"]),
    (DocumentKind::Monetization, &["monetization", "monetisation", "monetarisierung", "partner program"]),
    (DocumentKind::Developer, &["developer", "api", "sdk", "entwickler", "platform terms"]),
    (DocumentKind::Ads, &["advertising", "advertiser", "advertisement", "ads", "ad", "werbe", "werbung"]),
    (
        DocumentKind::Privacy,
        &[
            "privacy",
            "trackers",
            "tracker",
            "cookie",
            "cookies",
            "data controller",
            "data processor",
            "data processing",
            "data protection",
            "user consent",
            "datenschutz",
        ],
    ),
    (DocumentKind::Brand, &["brand guidelines", "brand", "trademark", "logo"]),
    (
        DocumentKind::Community,
        &[
            "community",
            "acceptable use",
            "restricted use",
            "content policy",
            "misinformation",
            "live policy",
            "hate",
            "harassment",
            "spam",
            "quality guidelines",
            "review guidelines",
        ],
    ),
    (DocumentKind::Pages, &["pages", "groups", "events", "seiten"]),
    (
        DocumentKind::Commercial,
        &[
            "commercial",
            "commerce",
            "business",
            "seller",
            "sellers",
            "marketplace",
            "ranking",
            "merchant",
            "general conditions of sale",
        ],
    ),
    (
        DocumentKind::Terms,
        &["terms", "conditions", "imprint", "agreement", "impressum", "nutzungsbedingungen", "agb", "tos"],
    ),
];

/// The kind that a name speaks of, if it does.
pub(super) fn of(name: &str) -> Option<DocumentKind> {
    let letters = name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' });
    let words = letters.collect::<String>().to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let padded = format!(" {words} ");
    // German joins words: long ones may stand within others.
    let holds = |word: &&str| padded.contains(&format!(" {word} ")) || (word.len() > 6 && padded.contains(*word));
    WORDS.iter().find(|(_, words)| words.iter().any(holds)).map(|(kind, _)| *kind)
}
