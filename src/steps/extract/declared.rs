//! The charset that a page declares in its head: in the tag that browsers heed, wherever in the head it stands.

/// A head is no longer, in bytes; style sheets and scripts in it have their tens of thousands.
const HEAD: usize = 512 * 1024;
/// No tag is longer, as far as it is listened to.
const TAG: usize = 4096;
/// What holds signs as they are: a tag that stands inside is none.
const RAW: [&str; 6] = ["script", "style", "title", "noscript", "textarea", "template"];

/// What a page says of itself at its beginning.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Declared {
    /// The label of the charset.
    pub charset: Option<String>,
    /// The language of the page.
    pub language: Option<String>,
}

/// What the tags of a page's head declare; comments, scripts and texts in which such a tag is only quoted declare nothing.
pub(super) fn of(body: &[u8]) -> Declared {
    let head = String::from_utf8_lossy(body.get(..HEAD).unwrap_or(body)).to_ascii_lowercase();
    let mut found = Declared::default();
    let mut rest = head.as_str();
    while let Some(at) = rest.find('<') {
        let inner = &rest[at + 1..];
        if let Some(comment) = inner.strip_prefix("!--") {
            let Some(end) = comment.find("-->") else { break };
            rest = &comment[end + 3..];
            continue;
        }
        let name_end = inner.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(inner.len());
        let name = &inner[..name_end];
        let tag = &inner[name_end..inner.floor_char_boundary(TAG.max(name_end).min(inner.len()))];
        let (attributes, length) = attributes(tag);
        rest = &inner[name_end + length..];
        let value = |name: &str| attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        match name {
            "body" => break,
            "html" => found.language = value("lang").or_else(|| value("xml:lang")).map(str::to_owned),
            "meta" => {
                let is_of_the_type = value("http-equiv").is_some_and(|kind| kind.trim() == "content-type");
                let of_content = || value("content").filter(|_| is_of_the_type).and_then(in_content);
                found.charset = value("charset").or_else(of_content).map(|label| label.trim().to_owned());
                if found.charset.is_some() {
                    break;
                }
            }
            raw if RAW.contains(&raw) => {
                let Some(end) = rest.find(&format!("</{raw}")) else { break };
                rest = &rest[end..];
            }
            _ => {}
        }
    }
    found
}

/// `text/html; charset=…`
fn in_content(content: &str) -> Option<&str> {
    let (_, value) = content.split_once("charset")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    value.split(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'' | ';')).next()
}

/// The attributes behind the name of a tag, and how long they are with the tag's end.
pub(super) fn attributes(tag: &str) -> (Vec<(String, String)>, usize) {
    let mut found = Vec::new();
    let mut rest = tag;
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
        if rest.is_empty() {
            return (found, tag.len());
        }
        if let Some(behind) = rest.strip_prefix('>') {
            return (found, tag.len() - behind.len());
        }
        let is_end = |letter: char| letter.is_whitespace() || matches!(letter, '=' | '>' | '/');
        // A sign that begins no name is a part of it, as browsers have it.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let end = rest[first..].find(is_end).map_or(rest.len(), |end| first + end);
        let name = rest[..end].to_owned();
        rest = rest[end..].trim_start();
        let Some(value) = rest.strip_prefix('=') else {
            found.push((name, String::new()));
            continue;
        };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''));
        let (value, behind) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => value
                .split_at(value.find(|letter: char| letter.is_whitespace() || letter == '>').unwrap_or(value.len())),
        };
        found.push((name, value.to_owned()));
        rest = behind;
    }
}
