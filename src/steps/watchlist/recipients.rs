//! The `recipients` section.

use jiff::Timestamp;

use super::addresses::address;
use super::fields::{Fields, Wrong};
use super::values::{cron_line, flag, platform, reader_language, text, tier, topic};
use crate::model::{Language, Recipient, Tier};

/// Reads the recipients, each with the line on which it begins.
pub(super) fn read(top: &Fields, language: Language, now: Timestamp) -> Vec<(usize, Recipient)> {
    let entries = top.entries("recipients", "recipient", "name");
    entries.into_iter().filter_map(|fields| Some((fields.line, recipient(fields, language, now)?))).collect()
}

fn recipient(fields: Fields, language: Language, now: Timestamp) -> Option<Recipient> {
    let to = fields.list("to", address);
    if fields.node("to").is_none() {
        fields.note_here(Wrong::new("`to` is missing").hint("write at least one e-mail address"));
    }
    let name = fields.get("name", text).or_else(|| to.first().cloned());
    let digest = fields.get("digest", |name, node| cron_line(name, node, now));
    let immediately = fields.get("immediately", flag);
    let operator = fields.get("operator", flag).unwrap_or_default();
    if immediately == Some(false) && fields.node("digest").is_none() && !operator {
        let wrong = Wrong::new("would never get a letter");
        fields.note_here(wrong.hint("write `digest: \"0 0 8 * * Mon\"` or `immediately: true`"));
    }
    let recipient = Recipient {
        language: fields.get("language", reader_language).unwrap_or(language),
        tier: fields.get("tier", tier).unwrap_or(Tier::Fyi),
        // Who has no digest would hear nothing otherwise.
        immediately: immediately.unwrap_or(digest.is_none()),
        digest,
        platforms: fields.list("platforms", platform),
        topics: fields.list("topics", topic),
        assets: fields.list("assets", text),
        operator,
        name: name.unwrap_or_default(),
        to,
    };
    fields.close();
    (!recipient.name.is_empty()).then_some(recipient)
}
