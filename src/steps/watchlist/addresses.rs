//! Addresses of pages and of people.

use lettre::Address;
use lettre::message::Mailbox;
use url::Url;

use super::fields::{Wrong, shortened};
use super::said::{Spoken, said};
use super::tree::Node;
use super::values::text;

/// The address of a page.
pub(super) fn url(name: &str, node: &Node) -> Result<Url, Wrong> {
    let written = text(name, node)?;
    let shown = shortened(&written);
    let wrong = |english: &str, german: &str| {
        Wrong::new(Spoken::both(format!("`{name}` {english}: `{shown}`"), format!("`{name}` {german}: `{shown}`")))
    };
    let parsed = match Url::parse(&written) {
        Ok(parsed) => parsed,
        Err(url::ParseError::RelativeUrlWithoutBase) => {
            return Err(wrong("is not a whole address", "ist keine vollständige Adresse")
                .hint(said!("begin it with `https://`", "mit `https://` beginnen")));
        }
        Err(why) => return Err(wrong(&format!("is not an address ({why})"), &format!("ist keine Adresse ({why})"))),
    };
    if !matches!(parsed.scheme(), "http" | "https") {
        return Err(wrong("must begin with http:// or https://", "muss mit http:// oder https:// beginnen"));
    }
    if parsed.host_str().is_none_or(str::is_empty) {
        return Err(wrong("names no host", "nennt keinen Rechner"));
    }
    if !parsed.username().is_empty() || parsed.password().is_some() {
        let wrong = Wrong::new(said!(
            "`{name}` holds a user name or password",
            "in `{name}` steht ein Benutzername oder Passwort"
        ));
        return Err(wrong.hint(said!(
            "a watched page must be one that everybody can read",
            "eine beobachtete Seite muss für alle lesbar sein"
        )));
    }
    Ok(parsed)
}

/// An e-mail address alone.
pub(super) fn address(name: &str, node: &Node) -> Result<String, Wrong> {
    let written = text(name, node)?;
    written.parse::<Address>().map(|address| address.to_string()).map_err(|_| {
        Wrong::new(said!(
            "`{name}` is not an e-mail address: `{}`",
            "`{name}` ist keine E-Mail-Adresse: `{}`",
            shortened(&written)
        ))
        .hint(said!("write it as in `team@example.com`", "so schreiben: `team@example.com`"))
    })
}

/// Where letters go: an address, or a name with its address.
pub(super) fn reader(name: &str, node: &Node) -> Result<String, Wrong> {
    let written = text(name, node)?;
    written.trim().parse::<Mailbox>().map(|mailbox| mailbox.to_string()).map_err(|_| {
        Wrong::new(said!(
            "`{name}` is not an e-mail address: `{}`",
            "`{name}` ist keine E-Mail-Adresse: `{}`",
            shortened(&written)
        ))
        .hint(said!(
            "write it as in `team@example.com` or `Team <team@example.com>`",
            "so schreiben: `team@example.com` oder `Team <team@example.com>`"
        ))
    })
}

/// A sender: an address, or a name with its address.
pub(super) fn mailbox(name: &str, node: &Node) -> Result<String, Wrong> {
    let written = text(name, node)?;
    match written.parse::<Mailbox>() {
        Ok(_) => Ok(written),
        Err(_) => Err(Wrong::new(said!(
            "`{name}` is not a sender: `{}`",
            "`{name}` ist kein Absender: `{}`",
            shortened(&written)
        ))
        .hint(said!(
            "write it as in `Hausrecht <hausrecht@example.com>`",
            "so schreiben: `Hausrecht <hausrecht@example.com>`"
        ))),
    }
}
