//! The keys of `rules`.

use super::key::{Key, KeySet};
use super::written::{PATTERN, PLATFORMS, TEXT, TEXTS, TIER, TOPICS};

pub(super) const RULE: KeySet = KeySet {
    says: "What your team itself wants raised or lowered. All that is written must hold of a change.",
    keys: &[
        Key::new("because", TEXT, "Why; stands in the letter.").needed().example("our campaign pages live in tabs"),
        Key::new("raise", TIER, "At least this tier; either raise or lower.").example("alert"),
        Key::new("lower", TIER, "At most this tier.").example("fyi"),
        Key::new("platforms", PLATFORMS, "Changes of these platforms.").example("[facebook]"),
        Key::new("documents", TEXTS, "Changes of documents whose title or id holds one of these words.")
            .example("[privacy]"),
        Key::new("topics", TOPICS, "Changes that are about one of these topics.").example("[minors]"),
        Key::new("phrase", TEXT, "Changes whose words hold this one.").example("landing tab"),
        Key::new("pattern", PATTERN, "Changes whose words fit this; either phrase or pattern.").example("\"cookies?\""),
    ],
    one_of: &[&["raise", "lower"], &["platforms", "documents", "topics", "phrase", "pattern"]],
};
