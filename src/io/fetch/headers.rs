//! The headers that we send and those that we keep.

use reqwest::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, AUTHORIZATION, COOKIE, FROM, HeaderMap, HeaderName, HeaderValue,
    IF_MODIFIED_SINCE, IF_NONE_MATCH, PROXY_AUTHENTICATE, SET_COOKIE, USER_AGENT,
};

use super::{Request, coding};
use crate::model::Snapshot;

/// Pages first, then what can be read as well.
const ACCEPTED: HeaderValue =
    HeaderValue::from_static("text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5");

/// Headers that carry secrets or trace one visitor; they prove nothing about the page.
const LEFT_OUT: [HeaderName; 3] = [SET_COOKIE, PROXY_AUTHENTICATE, AUTHORIZATION];

/// Who we are: the program with its version, and how its operator can be reached (RFC 9110 section 10.1.2, 10.1.5).
pub(super) fn identity(contact: Option<&str>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let program = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
    headers.insert(USER_AGENT, HeaderValue::from_static(program));
    let Some(contact) = contact else { return headers };
    let contact: String = contact
        .trim()
        .chars()
        .filter(|letter| letter.is_ascii_graphic() && !matches!(letter, '(' | ')' | '\\'))
        .collect();
    if let Ok(value) = format!("{program} (+{contact})").parse()
        && !contact.is_empty()
    {
        headers.insert(USER_AGENT, value);
    }
    if contact.contains('@')
        && !contact.contains("://")
        && let Ok(value) = contact.trim_start_matches("mailto:").parse()
    {
        headers.insert(FROM, value);
    }
    headers
}

/// What one request says beside [`identity`]; validators only where they belong to the address that is asked.
pub(super) fn asked(request: &Request, with_validators: bool, cookies: Option<HeaderValue>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, ACCEPTED);
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(coding::ACCEPTED));
    if let Some(languages) = wanted(request).and_then(|value| value.parse().ok()) {
        headers.insert(ACCEPT_LANGUAGE, languages);
    }
    if let Some(cookies) = cookies {
        headers.insert(COOKIE, cookies);
    }
    if with_validators {
        let validators = [(IF_NONE_MATCH, &request.etag), (IF_MODIFIED_SINCE, &request.last_modified)];
        for (name, value) in validators {
            if let Some(value) = value.as_deref().and_then(as_served) {
                headers.insert(name, value);
            }
        }
    }
    headers
}

/// The value of Accept-Language: what the watch says itself, or what its language means.
pub(super) fn wanted(request: &Request) -> Option<String> {
    let own = request.access.accept_language.clone();
    own.or_else(|| request.language.as_deref().and_then(accept_language))
}

/// The languages to ask for without their weights, as a browser is told them.
pub(super) fn languages(request: &Request) -> Option<String> {
    let line = wanted(request)?;
    Some(line.split(',').map(|part| part.split(';').next().unwrap_or(part)).collect::<Vec<_>>().join(","))
}

/// `de-AT` as `de-AT,de;q=0.9,en;q=0.5`; none where it is no language tag.
fn accept_language(tag: &str) -> Option<String> {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    if tag.is_empty() || tag.len() > 35 || !tag.chars().all(fits) {
        return None;
    }
    let primary = tag.split('-').next().unwrap_or(tag);
    let mut line = tag.to_owned();
    if primary != tag {
        line = format!("{line},{primary};q=0.9");
    }
    if !primary.eq_ignore_ascii_case("en") {
        line.push_str(",en;q=0.5");
    }
    Some(line)
}

/// The headers of an answer for the snapshot, in order; bytes are read as Latin-1, as HTTP once meant them.
pub(super) fn kept(headers: &HeaderMap) -> Vec<(String, String)> {
    let is_wanted = |name: &HeaderName| !LEFT_OUT.contains(name) && !Snapshot::is_own_header(name.as_str());
    let wanted = headers.iter().filter(|(name, _)| is_wanted(name));
    wanted.map(|(name, value)| (name.as_str().to_owned(), latin1(value))).collect()
}

fn latin1(value: &HeaderValue) -> String {
    value.as_bytes().iter().copied().map(char::from).collect()
}

/// The inverse of [`latin1`]: an `ETag` goes back byte for byte.
fn as_served(text: &str) -> Option<HeaderValue> {
    let bytes: Option<Vec<u8>> = text.chars().map(|letter| u8::try_from(letter).ok()).collect();
    HeaderValue::from_bytes(&bytes?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_the_watch_comes_first_and_english_last() {
        assert_eq!(accept_language("de").unwrap(), "de,en;q=0.5");
        assert_eq!(accept_language("de-AT").unwrap(), "de-AT,de;q=0.9,en;q=0.5");
        assert_eq!(accept_language("en-GB").unwrap(), "en-GB,en;q=0.9");
        assert_eq!(accept_language("de\r\nX: y"), None);
    }

    #[test]
    fn headers_that_only_we_write_are_not_taken_from_a_server() {
        let mut served = HeaderMap::new();
        for name in ["Hausrecht-Rendered", "hausrecht-frame-read", "X-Hausrecht-Marked", "X-Served-By"] {
            served.append(HeaderName::try_from(name).unwrap(), HeaderValue::from_static("1"));
        }
        assert_eq!(kept(&served), [("x-served-by".to_owned(), "1".to_owned())]);
    }

    #[test]
    fn a_contact_cannot_break_out_of_its_header() {
        let headers = identity(Some("a@example.com)\r\nX: y"));
        assert_eq!(headers[USER_AGENT], "hausrecht/0.1.0 (+a@example.comX:y)");
        let plain = identity(None);
        assert_eq!((plain.len(), plain[USER_AGENT].to_str().unwrap()), (1, "hausrecht/0.1.0"));
    }
}
