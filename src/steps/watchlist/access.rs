//! What a watch adds to its requests: `headers`, `cookies_file`, `basic_auth`, `accept_language` and `proxy`.

use url::Url;

use super::fields::{Fields, Wrong, shortened};
use super::mail::password;
use super::said::said;
use super::tree::{Content, Node};
use super::values::{path, text};
use crate::model::{Access, BasicAuth, Page, Render};

/// Headers with a better place, and where that is.
const ELSEWHERE: [(&str, &str); 8] = [
    ("user-agent", "hausrecht says who it is; `settings.contact` adds how you can be reached"),
    ("from", "write `settings.contact`"),
    ("cookie", "write the cookies to a file of its own and name that: `cookies_file: /path/to/file`"),
    ("authorization", "write `basic_auth: {user: …, password_file: /path/to/file}`"),
    ("proxy-authorization", "name a proxy that needs no password"),
    ("accept-language", "write `accept_language: \"de-DE,de;q=0.8\"`"),
    ("host", "it follows from `url`"),
    ("accept-encoding", "leave it out: hausrecht says what it can read"),
];

/// Headers that belong to the connection or to what is remembered of a page.
const OURS: [&str; 14] = [
    "connection",
    "content-length",
    "expect",
    "if-match",
    "if-modified-since",
    "if-none-match",
    "if-range",
    "if-unmodified-since",
    "keep-alive",
    "range",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Headers that would make us look like somebody else.
const DISGUISES: [&str; 6] = ["forwarded", "origin", "referer", "via", "x-real-ip", "x-requested-with"];

/// Longer values are no header for a page of rules.
const LONGEST: usize = 4096;

/// Reads what the watch adds; what is wrong with it is noted.
pub(super) fn read(fields: &Fields, render: Render) -> Access {
    let access = Access {
        headers: headers(fields),
        cookies_file: fields.get("cookies_file", path),
        basic_auth: fields.inner("basic_auth").and_then(basic_auth),
        accept_language: fields.get("accept_language", languages),
        proxy: fields.get("proxy", proxy),
    };
    if let Some(node) = fields.node("cookies") {
        let wrong =
            Wrong::new("a cookie is a key to the page: it does not belong into the watchlist, which others read");
        fields
            .note(node.line, wrong.hint("write it to a file of its own and name that: `cookies_file: /path/to/file`"));
    }
    if render != Render::Http
        && let (Some(proxy), Some(node)) = (&access.proxy, fields.node("proxy"))
        && proxy.scheme() != "http"
    {
        let wrong = Wrong::new("the browser can only be led through a proxy with `http://`");
        fields.note(node.line, wrong.hint("name an `http://` proxy, or write `render: http`"));
    }
    access
}

/// Notes secrets that would cross the network for all to read.
pub(super) fn check(fields: &Fields, access: &Access, pages: &[Page], allow_private: bool) {
    let is_open = pages.first().is_some_and(|page| page.url.scheme() == "http");
    if is_open && !allow_private && (access.cookies_file.is_some() || access.basic_auth.is_some()) {
        let wrong = Wrong::new("with `http://` the cookies or the password would cross the network for all to read");
        fields.note_here(wrong.hint("begin the url with `https://`"));
    }
}

fn headers(fields: &Fields) -> Vec<(String, String)> {
    let Some(node) = fields.node("headers") else { return Vec::new() };
    let Content::Mapping(entries) = &node.content else {
        let wrong = Wrong::new(format!("`headers` is a mapping of names and values, not {}", node.content.sort()));
        fields.note(node.line, wrong.hint("write it as in `headers: {X-Region: de}`"));
        return Vec::new();
    };
    let mut headers: Vec<(String, String)> = Vec::new();
    for (name, line, value) in entries {
        match header(name, value) {
            Ok((name, _)) if headers.iter().any(|(known, _)| *known == name) => {
                fields.note(*line, Wrong::new(format!("the header `{name}` is written twice")));
            }
            Ok(header) => headers.push(header),
            Err(wrong) => fields.note(*line, wrong),
        }
    }
    headers
}

/// A header that may be added; its name in lower case.
fn header(name: &str, value: &Node) -> Result<(String, String), Wrong> {
    let shown = shortened(name);
    let key = name.trim().to_ascii_lowercase();
    let is_token = |letter: char| letter.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(letter);
    if key.is_empty() || key.len() > 100 || !key.chars().all(is_token) {
        let wrong = Wrong::new(format!("`{shown}` is not the name of a header"));
        return Err(wrong.hint("use letters, digits and dashes, as in `X-Region`"));
    }
    if let Some((_, hint)) = ELSEWHERE.iter().find(|(name, _)| *name == key) {
        return Err(Wrong::new(format!("the header `{shown}` cannot be set here")).hint(*hint));
    }
    if OURS.contains(&key.as_str()) || key.starts_with("proxy-") {
        return Err(Wrong::new(format!("the header `{shown}` cannot be set: hausrecht needs it itself")));
    }
    if DISGUISES.contains(&key.as_str()) || key.starts_with("sec-") || key.starts_with("x-forwarded-") {
        let wrong = Wrong::new(format!("the header `{shown}` cannot be set"));
        return Err(wrong.hint("hausrecht does not pretend to be another client"));
    }
    let value = text(name, value)?;
    if value.len() > LONGEST || !value.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) {
        let wrong = Wrong::new(format!("the value of `{shown}` cannot be sent"));
        return Err(wrong.hint("write letters, digits and signs of ASCII on one line"));
    }
    Ok((key, value))
}

/// A user, and where the password is kept; one that stands in the file itself is refused and never shown.
fn basic_auth(fields: Fields) -> Option<BasicAuth> {
    let user = fields.need("user", user);
    let password = password(&fields);
    let is_named = ["password", "password_file", "password_credential"].iter().any(|key| fields.node(key).is_some());
    if !is_named {
        fields.note_here(
            Wrong::new(said!("`password_file` is missing", "`password_file` fehlt"))
                .hint(said!("the file holds the password", "in der Datei steht das Passwort")),
        );
    }
    fields.close();
    Some(BasicAuth { user: user?, password: password? })
}

/// A user's name; a colon would end it (RFC 7617).
fn user(name: &str, node: &Node) -> Result<String, Wrong> {
    let user = text(name, node)?;
    if user.contains(':') {
        return Err(Wrong::new(format!("`{name}` holds a colon"))
            .hint("write the user alone; the password stands in a file: `password_file: /path/to/file`"));
    }
    Ok(user)
}

/// The whole value of Accept-Language (RFC 9110 section 12.5.4).
fn languages(name: &str, node: &Node) -> Result<String, Wrong> {
    let written = text(name, node)?;
    let parts: Vec<&str> = written.split(',').map(str::trim).collect();
    if parts.len() <= 20 && parts.iter().all(|part| is_language_with_weight(part)) {
        return Ok(parts.join(","));
    }
    Err(Wrong::new(format!("`{name}` is no list of languages: `{}`", shortened(&written)))
        .hint("write it as in `de-DE,de;q=0.8,en;q=0.5`"))
}

fn is_language_with_weight(part: &str) -> bool {
    let (tag, weight) = part.split_once(';').map_or((part, None), |(tag, weight)| (tag.trim(), Some(weight.trim())));
    let is_subtag = |subtag: &str| (1..=8).contains(&subtag.len()) && subtag.bytes().all(|b| b.is_ascii_alphanumeric());
    let is_tag =
        tag == "*" || (tag.starts_with(|first: char| first.is_ascii_alphabetic()) && tag.split('-').all(is_subtag));
    let is_weight = weight.is_none_or(|weight| {
        let number = weight.strip_prefix("q=").filter(|number| number.len() <= 5 && !number.starts_with(['+', '-']));
        number.and_then(|number| number.parse::<f32>().ok()).is_some_and(|weight| (0.0..=1.0).contains(&weight))
    });
    is_tag && is_weight
}

/// The address of a proxy.
fn proxy(name: &str, node: &Node) -> Result<Url, Wrong> {
    let written = text(name, node)?;
    let parsed = Url::parse(&written).ok().filter(|url| url.host_str().is_some_and(|host| !host.is_empty()));
    let Some(url) = parsed else {
        let shown = shortened(written.rsplit('@').next().unwrap_or(&written));
        return Err(Wrong::new(format!("`{name}` is not an address: `{shown}`"))
            .hint("write it as in `http://proxy.example.com:3128` or `socks5://127.0.0.1:1080`"));
    };
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Wrong::new(format!(
            "`{name}` holds a user name or password, which do not belong into the watchlist"
        ))
        .hint("name a proxy that needs none, or name it in the environment (`HTTPS_PROXY`)"));
    }
    if !matches!(url.scheme(), "http" | "socks5" | "socks5h") {
        return Err(Wrong::new(format!("`{name}` must begin with http://, socks5:// or socks5h://")));
    }
    if !matches!(url.path(), "" | "/") || url.query().is_some() {
        return Err(Wrong::new(format!("`{name}` names more than a host and a port")));
    }
    Ok(url)
}
