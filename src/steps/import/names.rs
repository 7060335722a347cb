//! Names: ids for the command line, texts on one line, the platform that an address belongs to.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use url::Url;

/// Letters of an id; the reader of watchlists takes a few more.
const LONGEST: usize = 80;

/// Words as an id: `Facebook Ads`, `Terms of Service` → `facebook-ads-terms-of-service`. The same words, the same id.
#[must_use]
pub fn slug(words: &[&str]) -> String {
    let mut out = String::new();
    for letter in words.join("-").nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            out.push(letter);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    let short: String = out.chars().take(LONGEST).collect();
    let short = short.trim_matches('-');
    if short.is_empty() { "watch".to_owned() } else { short.to_owned() }
}

/// A text on one line without control characters, at most a few hundred letters of it.
pub(super) fn line(text: &str) -> String {
    let clean: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let mut words = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((index, _)) = words.char_indices().nth(300) {
        words.truncate(index);
        words.push('…');
    }
    words
}

/// The name by which people know a site: `https://help.instagram.com/…` → `instagram`.
pub(super) fn platform_of(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    let host = url.host_str()?;
    if host.parse::<std::net::Ipv4Addr>().is_ok() || host.starts_with('[') {
        return Some(host.trim_matches(['[', ']']).to_owned());
    }
    let labels: Vec<&str> = host.split('.').filter(|label| !label.is_empty()).collect();
    match labels.as_slice() {
        [] => None,
        [only] => Some((*only).to_owned()),
        // `co.uk` and its like are one ending.
        [.., name, second, country] if country.len() == 2 && second.len() <= 3 && *second != "www" => {
            Some(if *name == "www" { (*second).to_owned() } else { (*name).to_owned() })
        }
        [.., name, _] => Some((*name).to_owned()),
    }
}

/// What a document is called where nobody gave it a name: the end of its path.
pub(super) fn document_of(url: &str) -> String {
    let Ok(parsed) = Url::parse(url) else { return line(url) };
    let last = parsed.path_segments().and_then(|mut segments| segments.rfind(|segment| !segment.is_empty()));
    line(
        &last.map_or_else(
            || parsed.host_str().unwrap_or_default().to_owned(),
            |last| last.replace(['-', '_', '+'], " "),
        ),
    )
}
