//! A first watchlist, written from a few answers.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::Timestamp;

use super::read::read;
use crate::model::{Language, PasswordSource};

/// What somebody answers who begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginning {
    /// In which letters come.
    pub language: Language,
    /// Who is told.
    pub recipients: Vec<String>,
    /// Of the catalogue; none means all.
    pub platforms: Vec<String>,
    /// By its IANA name.
    pub timezone: String,
    /// By what letters leave; without one they become files.
    pub mail: Option<MailServer>,
}

/// A mail server that takes letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailServer {
    pub host: String,
    pub port: u16,
    pub from: String,
    /// The name to log in with, and where the password is kept.
    pub login: Option<(String, PasswordSource)>,
}

/// The port on which a server expects encryption from the first byte (RFC 8314).
const IMPLICIT: u16 = 465;
/// The port of a server that asks for no password, as one on this machine.
const RELAY: u16 = 25;

/// The platforms of which the catalogue has pages, by their keys, in order.
#[must_use]
pub fn platforms(now: Timestamp) -> Vec<String> {
    let all = read("catalogue: {}\n", "the catalogue", now).map(|list| list.watches).unwrap_or_default();
    let keys: BTreeSet<String> = all.into_iter().map(|watch| watch.platform).collect();
    keys.into_iter().collect()
}

/// The text of the watchlist.
#[must_use]
pub fn written(beginning: &Beginning) -> String {
    let Beginning { language, recipients, platforms, timezone, mail } = beginning;
    let mut text = String::from(
        "# The watchlist of hausrecht, written by `hausrecht init`. What else may stand here is said, with examples, in the\n\
         # watchlist.yaml that comes with hausrecht. After an edit: hausrecht watchlist check\n\n",
    );
    let key = language.tag();
    let mut line = |written: std::fmt::Arguments<'_>| {
        // Writing to a string does not fail.
        let _ = text.write_fmt(written);
    };
    line(format_args!(
        "settings:\n  language: {key}\n  timezone: {}\n  schedule: \"0 6 * * *\"\n  welcome: true\n\n",
        scalar(timezone)
    ));
    match mail {
        Some(MailServer { host, port, from, login }) => {
            let tls = match *port {
                IMPLICIT => "implicit",
                // A password never crosses the network for all to read.
                RELAY if login.is_none() => "none",
                _ => "starttls",
            };
            line(format_args!(
                "mail:\n  from: {}\n  smtp: {{host: {}, port: {port}, tls: {tls}",
                scalar(from),
                scalar(host)
            ));
            if let Some((name, password)) = login {
                let (key, place) = match password {
                    PasswordSource::File(file) => ("password_file", file.display().to_string()),
                    PasswordSource::Credential(name) => ("password_credential", name.clone()),
                };
                line(format_args!(", username: {}, {key}: {}", scalar(name), scalar(&place)));
            }
            line(format_args!("}}\n\n"));
        }
        None => line(format_args!("# Without a mail server, letters are files in `outbox/` in the data folder.\n\n")),
    }
    let to = recipients.iter().map(|address| scalar(address)).collect::<Vec<_>>().join(", ");
    line(format_args!(
        "# An alert comes at once, the rest on Monday at eight. `operator`: is told of pages that cannot be read, too.\n\
         recipients:\n  - {{name: Team, to: [{to}], immediately: true, digest: \"0 8 * * Mon\", tier: fyi, operator: true}}\n\n"
    ));
    line(format_args!(
        "# What is yours in these houses: a change that touches it is told with its name.\n\
         # assets:\n#   - {{id: fanpage, name: Facebook page, platform: facebook, topics: [pages_profiles, promotions]}}\n\n"
    ));
    let listed = |names: &[String]| names.iter().map(|name| scalar(name)).collect::<Vec<_>>().join(", ");
    let mut of = Vec::new();
    if !platforms.is_empty() {
        of.push(format!("platforms: [{}]", listed(platforms)));
    }
    if *language == Language::English {
        of.push("languages: [en]".to_owned());
    }
    let languages = if of.is_empty() || *language != Language::English {
        ""
    } else {
        "# Only the English ones; without `languages`, those in other languages are watched, too.\n"
    };
    line(format_args!(
        "# The pages, of the list that comes with hausrecht; `without: [ID]` leaves one out. `hausrecht add URL` adds one.\n\
         {languages}catalogue: {{{}}}\n",
        of.join(", ")
    ));
    text
}

/// Text as a scalar that reads as it is; what needs no quotes has none.
fn scalar(text: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '/' | '_' | '.' | '@' | '-');
    let begins_plain = text.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/');
    let is_a_word_of_yaml = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word));
    if begins_plain && !is_a_word_of_yaml && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        serde_json::Value::from(text).to_string()
    }
}
