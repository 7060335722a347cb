//! Cookies that the operator keeps in a file: Netscape's format, or lines of `name=value`.

use std::path::Path;

use jiff::Timestamp;
use secrecy::SecretString;
use url::Url;

use crate::io::secret;

/// How curl and browsers mark a cookie that scripts may not see; for us it is one like the others.
const HTTP_ONLY: &str = "#HttpOnly_";

/// A cookie for the watch's own host.
#[derive(Debug, Clone)]
pub(super) struct Cookie {
    pub name: String,
    pub value: SecretString,
    /// It is sent to this path and below.
    pub path: String,
    /// Only over TLS.
    pub secure: bool,
}

/// The cookies of a file that are meant for that address's host and have not expired.
///
/// # Errors
/// A sentence that names the file and the line, and holds nothing of what stands there.
pub(super) fn read(path: &Path, home: &Url, now: Timestamp) -> Result<Vec<Cookie>, String> {
    let text = secret::file(path, "a file of cookies")?;
    let refuse = |why: String| format!("{}: {why}", path.display());
    let host = home.host_str().unwrap_or_default();
    let (mut cookies, mut expired) = (Vec::new(), false);
    for (number, line) in text.lines().enumerate() {
        let line = line.strip_prefix(HTTP_ONLY).unwrap_or(line);
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let Some(found) = netscape(line, host).or_else(|| pair(line)) else {
            return Err(refuse(format!(
                "line {} is neither a cookie in Netscape's format nor `name=value`",
                number + 1
            )));
        };
        match found {
            Found::Ours { expires, .. } if expires != 0 && expires <= now.as_second() => expired = true,
            Found::Ours { cookie, .. } => cookies.push(cookie),
            Found::Foreign => {}
        }
    }
    match cookies.is_empty() {
        true if expired => Err(refuse(format!("its cookies for {host} have expired"))),
        true => Err(refuse(format!("it holds no cookie for {host}"))),
        false => Ok(cookies),
    }
}

/// What a line holds.
enum Found {
    Ours {
        cookie: Cookie,
        expires: i64,
    },
    /// For another host.
    Foreign,
}

/// Seven fields between tabs: domain, whether hosts below it are meant too, path, secure, expiry, name, value.
fn netscape(line: &str, host: &str) -> Option<Found> {
    let fields: Vec<&str> = line.trim_end_matches(['\r', '\n']).split('\t').collect();
    let [domain, below, path, secure, expires, name, value] = fields.as_slice() else { return None };
    let expires = expires.split('.').next()?.parse().ok()?;
    if !is_for(host, domain, below.eq_ignore_ascii_case("true")) {
        return Some(Found::Foreign);
    }
    let cookie = cookie(name, value, path, secure.eq_ignore_ascii_case("true"))?;
    Some(Found::Ours { cookie, expires })
}

fn pair(line: &str) -> Option<Found> {
    let (name, value) = line.split_once('=')?;
    let cookie = cookie(name.trim(), value.trim(), "/", false)?;
    Some(Found::Ours { cookie, expires: 0 })
}

/// A cookie whose parts cannot break out of the header.
fn cookie(name: &str, value: &str, path: &str, secure: bool) -> Option<Cookie> {
    let fits = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b';' && byte != b',');
    let value_fits = value.bytes().all(|byte| (byte == b' ' || byte.is_ascii_graphic()) && byte != b';');
    let is_sound = !name.is_empty() && fits(name) && !name.contains('=') && value_fits;
    is_sound.then(|| Cookie { name: name.to_owned(), value: value.into(), path: path.to_owned(), secure })
}

fn is_for(host: &str, domain: &str, below: bool) -> bool {
    let domain = domain.trim_start_matches('.').to_ascii_lowercase();
    let host = host.to_ascii_lowercase();
    host == domain || (below && host.strip_suffix(&domain).is_some_and(|rest| rest.ends_with('.')))
}

impl Cookie {
    /// Whether it is sent with a request for that address of its host (RFC 6265 section 5.4).
    pub(super) fn is_sent_to(&self, url: &Url) -> bool {
        let path = url.path();
        let is_below = path
            .strip_prefix(self.path.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || self.path.ends_with('/'));
        (is_below || self.path.is_empty()) && (!self.secure || url.scheme() == "https")
    }
}
