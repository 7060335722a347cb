//! Elements of HTML around paragraphs of Markdown, their tags on lines of their own, whose content no longer holds or is not
//! shown.

use super::declared::attributes;

/// What strikes words out in HTML.
const STRIKES: [&str; 3] = ["del", "s", "strike"];

/// Elements that hold nothing and have no end.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Whether a tag begins what is struck out (true) or ends it (false).
pub(super) fn strikes(tag: &str) -> Option<bool> {
    let inner = tag.strip_prefix('<')?;
    let (opens, inner) = inner.strip_prefix('/').map_or((true, inner), |inner| (false, inner));
    let name = inner.split(|letter: char| !letter.is_ascii_alphanumeric()).next()?;
    STRIKES.iter().any(|known| known.eq_ignore_ascii_case(name)).then_some(opens)
}

/// Such an element that is open.
#[derive(Debug)]
pub(super) struct Away {
    name: String,
    depth: usize,
    /// How many blocks stood before it.
    pub from: usize,
}

impl Away {
    /// Whether a line of HTML is nothing but the tag that begins one.
    pub fn begins(html: &str, from: usize) -> Option<Self> {
        let tag = html.trim().strip_prefix('<')?.strip_suffix('>')?.to_ascii_lowercase();
        if tag.contains('<') || tag.ends_with('/') {
            return None;
        }
        let end = tag.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(tag.len());
        let (name, rest) = tag.split_at(end);
        let (attributes, _) = attributes(rest);
        let value = |name: &str| attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let style = value("style").unwrap_or_default().replace(char::is_whitespace, "");
        let is_hidden = value("hidden").is_some_and(|how| how != "until-found") || style.contains("display:none");
        let is_struck = STRIKES.contains(&name) || style.contains("line-through");
        let holds_something = !name.is_empty() && !VOID.contains(&name);
        (holds_something && (is_struck || is_hidden)).then(|| Self { name: name.to_owned(), depth: 1, from })
    }

    /// Where it ends in more HTML, behind its tag; none where it is still open there.
    pub fn ends(&mut self, html: &str) -> Option<usize> {
        let html = html.to_ascii_lowercase();
        for (at, _) in html.match_indices('<') {
            let inner = &html[at + 1..];
            let (closes, name) = inner.strip_prefix('/').map_or((false, inner), |name| (true, name));
            let Some(rest) = name.strip_prefix(self.name.as_str()) else { continue };
            if rest.starts_with(|letter: char| letter.is_ascii_alphanumeric()) {
                continue;
            }
            self.depth = if closes { self.depth.saturating_sub(1) } else { self.depth + 1 };
            if self.depth == 0 {
                return Some(html[at..].find('>').map_or(html.len(), |end| at + end + 1));
            }
        }
        None
    }
}
