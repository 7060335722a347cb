//! The `recipients` section.

use jiff::Timestamp;

use super::addresses::reader;
use super::choices::SHAPES;
use super::fields::{Fields, Wrong};
use super::said::said;
use super::values::{choice, cron_line, flag, path, platform, reader_language, text, tier, topic};
use crate::model::{HookShape, Language, PasswordSource, Recipient, Tier, Webhook};

/// Reads the recipients, each with the line on which it begins.
pub(super) fn read(top: &Fields, language: Language, now: Timestamp) -> Vec<(usize, Recipient)> {
    let entries = top.entries("recipients", &said!("recipient", "Empfänger"), "name");
    entries.into_iter().filter_map(|fields| Some((fields.line, recipient(fields, language, now)?))).collect()
}

fn recipient(fields: Fields, language: Language, now: Timestamp) -> Option<Recipient> {
    let to = fields.list("to", reader);
    let webhook = fields.inner("webhook").and_then(webhook);
    if fields.node("to").is_none() && fields.node("webhook").is_none() {
        fields.note_here(
            Wrong::new(said!("`to` is missing", "`to` fehlt"))
                .hint(said!("write at least one e-mail address", "mindestens eine E-Mail-Adresse schreiben")),
        );
    }
    if fields.node("to").is_some() && fields.items("to").is_empty() && fields.node("webhook").is_none() {
        fields.note_here(
            Wrong::new(said!(
                "`to` is empty: no letter reaches this recipient",
                "`to` ist leer: dorthin kommt kein Brief"
            ))
            .hint(said!("write at least one e-mail address", "mindestens eine E-Mail-Adresse schreiben")),
        );
    }
    let name = fields.get("name", text).or_else(|| to.first().cloned());
    let digest = fields.get("digest", |name, node| cron_line(name, node, now));
    let immediately = fields.get("immediately", flag);
    let operator = fields.get("operator", flag).unwrap_or_default();
    if immediately == Some(false) && fields.node("digest").is_none() && !operator {
        let wrong = Wrong::new(said!("would never get a letter", "bekäme nie einen Brief"));
        fields.note_here(wrong.hint(said!(
            "write `digest: \"0 0 8 * * Mon\"` or `immediately: true`",
            "`digest: \"0 0 8 * * Mon\"` oder `immediately: true` schreiben"
        )));
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
        terminal: fields.get("terminal", flag).unwrap_or(operator),
        operator,
        name: name.unwrap_or_default(),
        to,
        webhook,
    };
    fields.close();
    (!recipient.name.is_empty()).then_some(recipient)
}

fn webhook(fields: Fields) -> Option<Webhook> {
    let shape = fields.get("shape", |name, node| choice(name, "shape", node, &SHAPES)).unwrap_or(HookShape::Json);
    if let Some(node) = fields.node("url") {
        let wrong = Wrong::new(said!(
            "whoever knows a webhook's address may post there: it does not belong into the watchlist",
            "wer die Adresse eines Webhooks kennt, darf dort schreiben: sie gehört nicht in die Watchlist"
        ));
        fields.note(
            node.line,
            wrong.hint(said!(
                "write it to a file of its own and name that: `url_file: /path/to/file`",
                "in eine eigene Datei schreiben und diese nennen: `url_file: /pfad/zur/datei`"
            )),
        );
    }
    let url = kept(&fields, "url_file", "url_credential");
    if url.is_none() && fields.node("url").is_none() {
        fields.note_here(
            Wrong::new(said!("`url_file` is missing", "`url_file` fehlt"))
                .hint(said!("the file holds the webhook's address", "in der Datei steht die Adresse des Webhooks")),
        );
    }
    let secret = kept(&fields, "secret_file", "secret_credential");
    fields.close();
    Some(Webhook { shape, url: url?, secret })
}

/// A secret in a file or in a systemd credential.
fn kept(fields: &Fields, file: &'static str, credential: &'static str) -> Option<PasswordSource> {
    let in_file = fields.get(file, path).map(PasswordSource::File);
    let in_credential = fields.get(credential, text).map(PasswordSource::Credential);
    if in_file.is_some() && in_credential.is_some() {
        fields.note_here(Wrong::new(said!(
            "either `{file}` or `{credential}`, not both",
            "entweder `{file}` oder `{credential}`, nicht beides"
        )));
    }
    in_file.or(in_credential)
}
