//! The keys of `recipients`.

use super::super::choices;
use super::key::{Form, Key, KeySet};
use super::written::{CREDENTIAL, CRON, EMAIL, LANGUAGE, PATH, PLATFORMS, TEXT, TEXTS, TIER, TOPICS};

pub(super) const RECIPIENT: KeySet = KeySet {
    says: "A person, a group, a chat or a program that is told.",
    keys: &[
        Key::new("name", TEXT, "What they are called.").default("the first address").example("Team"),
        Key::new("to", Form::Many(&EMAIL), "The e-mail addresses; at least one, or a webhook.")
            .example("[social@example.com]"),
        Key::new(
            "webhook",
            Form::Mapping(&WEBHOOK),
            "A chat or a program that is told instead of addresses, or beside them.",
        ),
        Key::new("language", LANGUAGE, "The language of their letters.").default("as the settings say"),
        Key::new("tier", TIER, "The least that they want to know: alert (only what could hit you) or fyi (more).")
            .default("fyi"),
        Key::new("immediately", Form::Flag, "Whether alerts come in the round that found them.")
            .default("true without digest, else false"),
        Key::new("digest", CRON, "When the collected news comes; without it, everything comes at once.")
            .example("\"0 8 * * Mon\""),
        Key::new("platforms", PLATFORMS, "Only these platforms; without it, all.").example("[facebook]"),
        Key::new("topics", TOPICS, "Only these topics; without it, all.").example("[promotions, advertising]"),
        Key::new("assets", TEXTS, "Only what touches these assets, by their ids; without it, everything.")
            .example("[fanpage]"),
        Key::new(
            "operator",
            Form::Flag,
            "Whether they are told of pages that cannot be read, and of letters that were refused.",
        )
        .default("false"),
        Key::new("terminal", Form::Flag, "Whether their letters name the commands for each change.")
            .default("as operator says"),
    ],
    one_of: &[&["to", "webhook"]],
};

const WEBHOOK: KeySet = KeySet {
    says: "Where a message is posted.",
    keys: &[
        Key::new("shape", Form::OneOf(choices::shapes), "What the receiver understands; json is the letter as data.")
            .default("json"),
        Key::new("url_file", PATH, "The file that holds the address: whoever knows it may post there.")
            .example("/etc/hausrecht/slack-url"),
        Key::new("url_credential", CREDENTIAL, "The systemd credential that holds it, in the place of a file.")
            .example("slack-url"),
        Key::new("secret_file", PATH, "The file with the key that signs the message (HMAC-SHA-256).")
            .example("/etc/hausrecht/desk-key"),
        Key::new("secret_credential", CREDENTIAL, "The systemd credential that holds it, in the place of a file.")
            .example("desk-key"),
        Key::new(
            "url",
            Form::Refused,
            "Refused: others read the watchlist. Write it to a file and name that in url_file.",
        ),
    ],
    one_of: &[&["url_file", "url_credential"]],
};
