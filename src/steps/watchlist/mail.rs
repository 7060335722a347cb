//! The `mail` section.

use std::net::IpAddr;

use lettre::message::Mailbox;

use super::addresses::{address, mailbox};
use super::choices::TLS;
use super::fields::{Fields, Wrong, shortened};
use super::said::said;
use super::tree::Node;
use super::values::{choice, number, path, text};
use crate::model::{Encryption, MailSettings, PasswordSource, Replies, Smtp};

/// Reads the section, if there is one.
pub(super) fn read(top: &Fields) -> Option<MailSettings> {
    let fields = top.inner("mail")?;
    let from = fields.need("from", mailbox);
    let smtp = fields.inner("smtp").and_then(smtp);
    let replies = fields.inner("replies").and_then(|inner| replies(inner, from.as_deref()));
    if let Some(node) = fields.node("dkim") {
        let wrong = Wrong::new(said!(
            "letters are signed (DKIM) by the mail server that sends them, not here",
            "Briefe unterschreibt (DKIM) der Mailserver, der sie versendet, nicht hausrecht"
        ));
        fields.note(
            node.line,
            wrong.hint(said!(
                "leave `dkim` out, and let the server sign for the domain of `from`",
                "`dkim` weglassen und den Server für die Domain von `from` unterschreiben lassen"
            )),
        );
    }
    fields.close();
    Some(MailSettings { from: from?, smtp, replies })
}

fn smtp(fields: Fields) -> Option<Smtp> {
    let host = fields.need("host", host);
    let tls = fields.get("tls", |name, node| choice(name, "encryption", node, &TLS)).unwrap_or(Encryption::Starttls);
    let port = fields.get("port", |name, node| number(name, node, 1, u16::MAX)).unwrap_or(match tls {
        Encryption::Starttls => 587,
        Encryption::Implicit => 465,
        Encryption::None => 25,
    });
    let username = fields.get("username", text);
    let password = password(&fields);
    if username.is_some() != password.is_some() {
        let missing = if username.is_some() { "`password_file`" } else { "`username`" };
        fields.note_here(Wrong::new(said!(
            "a user name and a password go together: {missing} is missing",
            "Benutzername und Passwort gehören zusammen: {missing} fehlt"
        )));
    }
    let exposed = tls == Encryption::None && password.is_some();
    if exposed && host.as_deref().is_some_and(|host| !is_this_machine(host)) {
        let wrong = Wrong::new(said!(
            "with `tls: none` the password would cross the network for all to read",
            "mit `tls: none` ginge das Passwort für alle lesbar durchs Netz"
        ));
        fields.note_here(
            wrong.hint(said!(
                "write `tls: starttls` or `tls: implicit`",
                "`tls: starttls` oder `tls: implicit` schreiben"
            )),
        );
    }
    fields.close();
    Some(Smtp { host: host?, port, tls, username, password })
}

fn replies(fields: Fields, from: Option<&str>) -> Option<Replies> {
    let host = fields.need("host", host);
    let tls = fields.get("tls", |name, node| choice(name, "encryption", node, &TLS)).unwrap_or(Encryption::Implicit);
    let port = fields.get("port", |name, node| number(name, node, 1, u16::MAX)).unwrap_or(match tls {
        Encryption::Implicit => 993,
        Encryption::Starttls | Encryption::None => 143,
    });
    let username = fields.need("username", text);
    let is_named = ["password", "password_file", "password_credential"].iter().any(|key| fields.node(key).is_some());
    let password = password(&fields);
    if !is_named {
        let wrong = Wrong::new(said!("`password_file` is missing", "`password_file` fehlt"));
        fields.note_here(wrong.hint(said!(
            "the file holds the password; or name a credential: `password_credential: NAME`",
            "in der Datei steht das Passwort; oder ein Credential nennen: `password_credential: NAME`"
        )));
    }
    if tls == Encryption::None && host.as_deref().is_some_and(|host| !is_this_machine(host)) {
        let wrong = Wrong::new(said!(
            "with `tls: none` the password would cross the network for all to read",
            "mit `tls: none` ginge das Passwort für alle lesbar durchs Netz"
        ));
        fields.note_here(
            wrong.hint(said!(
                "write `tls: implicit` or `tls: starttls`",
                "`tls: implicit` oder `tls: starttls` schreiben"
            )),
        );
    }
    let folder = fields.get("folder", text).unwrap_or_else(|| "INBOX".to_owned());
    let move_to = fields.get("move_to", text);
    if move_to.as_deref() == Some(folder.as_str()) {
        fields.note_here(
            Wrong::new(said!(
                "`move_to` names the folder that is read",
                "`move_to` nennt den Ordner, der gelesen wird"
            ))
            .hint(said!("name another, or leave it out", "einen anderen nennen oder weglassen")),
        );
    }
    // The sender's own mailbox is the usual one.
    let sender = || from?.parse::<Mailbox>().ok().map(|mailbox| mailbox.email.to_string());
    let address = fields.get("address", address).or_else(sender);
    fields.close();
    Some(Replies {
        address: address?,
        host: host?,
        port,
        tls,
        username: username?,
        password: password?,
        folder,
        move_to,
    })
}

/// Where the password is kept; one that stands in the file itself is refused and never shown.
pub(super) fn password(fields: &Fields) -> Option<PasswordSource> {
    if let Some(node) = fields.node("password") {
        let wrong = Wrong::new(said!(
            "a password does not belong into the watchlist, which others read",
            "ein Passwort gehört nicht in die Watchlist, die andere lesen"
        ));
        fields.note(
            node.line,
            wrong.hint(said!(
                "write it to a file of its own and name that: `password_file: /path/to/file`",
                "in eine eigene Datei schreiben und diese nennen: `password_file: /pfad/zur/datei`"
            )),
        );
    }
    let file = fields.get("password_file", path).map(PasswordSource::File);
    let credential = fields.get("password_credential", text).map(PasswordSource::Credential);
    if file.is_some() && credential.is_some() {
        fields.note_here(Wrong::new(said!(
            "either `password_file` or `password_credential`, not both",
            "entweder `password_file` oder `password_credential`, nicht beides"
        )));
    }
    file.or(credential)
}

/// The name of a server; its port has a key of its own.
fn host(name: &str, node: &Node) -> Result<String, Wrong> {
    let written = text(name, node)?;
    let parts = written.rsplit_once(':').filter(|(host, port)| {
        let is_name = !host.contains(':') || host.ends_with(']');
        is_name && !host.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit())
    });
    match parts {
        None => Ok(written),
        Some((host, port)) => {
            let host = host.trim_matches(['[', ']']);
            let port = if port.is_empty() { String::new() } else { format!(" and `port: {port}`") };
            let wrong = Wrong::new(said!(
                "`{name}` holds a port: `{}`",
                "in `{name}` steht ein Port: `{}`",
                shortened(&written)
            ));
            Err(wrong.hint(format!("write `{name}: {}`{port}", shortened(host))))
        }
    }
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
