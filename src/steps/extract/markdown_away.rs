//! Elements of HTML around paragraphs of Markdown, their tags on lines of their own, whose content no longer holds or is not
//! shown.

/// What strikes words out in HTML.
const STRIKES: [&str; 3] = ["del", "s", "strike"];

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
        let (name, attributes) = tag.split_at(end);
        let style = attributes.replace(' ', "");
        let mut words = attributes.split(|letter: char| letter.is_whitespace() || letter == '=');
        let is_hidden = words.any(|word| word == "hidden") && !style.contains("hidden=\"until-found")
            || style.contains("display:none");
        let is_struck = STRIKES.contains(&name) || style.contains("line-through");
        (!name.is_empty() && (is_struck || is_hidden)).then(|| Self { name: name.to_owned(), depth: 1, from })
    }

    /// Whether it is still open behind another line of HTML.
    pub fn goes_on(&mut self, html: &str) -> bool {
        let html = html.to_ascii_lowercase();
        let count = |begin: String| {
            let ends = |rest: &str| rest.starts_with(|letter: char| !letter.is_ascii_alphanumeric());
            html.match_indices(&begin).filter(|(at, _)| ends(&html[at + begin.len()..])).count()
        };
        let (opened, closed) = (count(format!("<{}", self.name)), count(format!("</{}", self.name)));
        self.depth = (self.depth + opened).saturating_sub(closed);
        self.depth > 0
    }
}
