//! The keys of `assets`.

use super::key::{Key, KeySet};
use super::written::{DAY, PLATFORM, TEXT, TEXTS, TOPICS};

pub(super) const ASSET: KeySet = KeySet {
    says: "Something of yours on a platform.",
    keys: &[
        Key::new("id", TEXT, "By what recipients name it.").needed().example("fanpage"),
        Key::new("platform", PLATFORM, "On whose ground it stands.").needed().example("facebook"),
        Key::new("name", TEXT, "What letters call it.").default("the id").example("Facebook page"),
        Key::new("topics", TOPICS, "What it hangs on: a change that is about one of them touches it.")
            .example("[pages_profiles, promotions]"),
        Key::new("keywords", TEXTS, "A change that holds one of these words is an alert.").example("[contest, prize]"),
        Key::new("investment", TEXT, "What was put into it, as letters are to say it.").example("40000 EUR"),
        Key::new("owner", TEXT, "Who answers for it; an e-mail address is reminded of days that touch the asset.")
            .example("social@example.com"),
        Key::new("until", DAY, "The last day on which it is yours; afterwards nothing touches it.")
            .example("2027-03-31"),
    ],
    one_of: &[],
};
