//! Edits of the watchlist's text that keep its comments and its order; one that could change anything else is refused.

use jiff::Timestamp;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use url::Url;

use crate::model::{Page, Render, Watch, Watchlist};

/// The text with one address of a watch replaced; none where that cannot be done safely.
#[must_use]
pub fn with_address(text: &str, now: Timestamp, watch: &str, (from, to): (&Url, &Url)) -> Option<String> {
    let mut wanted = super::read(text, "", now).ok()?;
    let place = wanted.watches.iter_mut().find(|known| known.id == watch)?;
    let first = place.line;
    for page in place.pages.iter_mut().filter(|page| page.url == *from) {
        page.part = if page.part.is_empty() { String::new() } else { to.to_string() };
        page.url = to.clone();
    }
    let end = wanted.watches.iter().map(|watch| watch.line).filter(|line| *line > first).min();
    let mut edited = String::with_capacity(text.len() + 100);
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let is_its_own = index + 1 >= first && end.is_none_or(|end| index + 1 < end);
        edited.push_str(&if is_its_own { replaced(line, from, to) } else { line.to_owned() });
    }
    is_as_wanted(&edited, now, wanted).then_some(edited)
}

/// The text with a watch put behind another; none where that cannot be done safely.
#[must_use]
pub fn with_watch(text: &str, now: Timestamp, beside: &str, new: &NewWatch<'_>) -> Option<String> {
    let mut wanted = super::read(text, "", now).ok()?;
    let place = wanted.watches.iter().position(|known| known.id == beside)?;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let first = wanted.watches[place].line.checked_sub(1)?;
    let indent = lines.get(first)?.find("- ").filter(|indent| lines[first][..*indent].trim().is_empty())?;
    let depth = |line: &str| line.len() - line.trim_start().len();
    let is_silent = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let mut end = first + 1;
    while lines.get(end).is_some_and(|line| is_silent(line) || depth(line) > indent) {
        end += 1;
    }
    while end > first + 1 && is_silent(lines[end - 1]) {
        end -= 1;
    }
    let mut edited: String = lines[..end].concat();
    if !edited.ends_with('\n') {
        edited.push('\n');
    }
    for line in new.lines() {
        edited.extend([" ".repeat(indent).as_str(), &line, "\n"]);
    }
    edited.push_str(&lines[end..].concat());
    wanted.watches.insert(place + 1, new.as_meant(new.like, &wanted));
    is_as_wanted(&edited, now, wanted).then_some(edited)
}

/// The text with the first watch of its own, where it watches nothing yet, or what is of the catalogue alone; none where that
/// cannot be done safely.
#[must_use]
pub fn with_first_watch(text: &str, now: Timestamp, new: &NewWatch<'_>) -> Option<String> {
    let mut wanted = super::read_to_add(text, "", now).ok()?;
    let entry: String = new.lines().iter().map(|line| format!("  {line}\n")).collect();
    let edited = if text.lines().any(|line| emptied(line).is_some()) {
        let line = |line: &str| emptied(line).map_or_else(|| line.to_owned(), |head| format!("{head}\n{entry}"));
        text.split_inclusive('\n').map(line).collect()
    } else {
        format!("{}\n\nwatches:\n{entry}", text.trim_end())
    };
    wanted.watches.insert(0, new.as_meant(new.like, &wanted));
    is_as_wanted(&edited, now, wanted).then_some(edited)
}

/// A line that begins the section of watches and says that there are none, without that; its comment stays.
fn emptied(line: &str) -> Option<String> {
    let rest = line.trim_end().strip_prefix("watches:")?;
    let (value, comment) = rest.split_at(rest.find(" #").unwrap_or(rest.len()));
    let value: String = value.split_whitespace().collect();
    let is_value = rest.is_empty() || rest.starts_with([' ', '\t']);
    (is_value && ["", "[]", "~", "null"].contains(&value.as_str())).then(|| format!("watches:{comment}"))
}

/// A watch that is to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct NewWatch<'a> {
    pub id: String,
    pub document: String,
    pub url: &'a Url,
    /// The hub that led to it: platform, language and way of reading are the same.
    pub like: &'a Watch,
}

impl NewWatch<'_> {
    /// The lines of its entry, from the dash on.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![
            format!("- id: {}", quoted(&self.id)),
            format!("  platform: {}", quoted(&self.like.platform)),
            format!("  document: {}", quoted(&self.document)),
            format!("  url: {}", quoted(self.url.as_str())),
        ];
        lines.extend(self.like.language.iter().map(|language| format!("  language: {}", quoted(language))));
        match self.like.render {
            Render::Http => {}
            Render::Browser => lines.push("  render: browser".to_owned()),
            Render::Auto => lines.push("  render: auto".to_owned()),
        }
        if self.like.allow_private_network {
            lines.push("  allow_private_network: true".to_owned());
        }
        lines
    }

    fn as_meant(&self, like: &Watch, list: &Watchlist) -> Watch {
        Watch {
            id: self.id.clone(),
            document: self.document.clone(),
            kind: crate::model::DocumentKind::Other,
            pages: vec![Page { part: String::new(), url: self.url.clone(), select: Vec::new(), remove: Vec::new() }],
            select: Vec::new(),
            remove: Vec::new(),
            schedule: list.settings.schedule.clone(),
            access: crate::model::Access::default(),
            patience: list.settings.patience,
            same_as: None,
            catalogue: false,
            ..like.clone()
        }
    }
}

/// A name for a watch, made of its title and told apart from those that are there.
#[must_use]
pub fn name_for(platform: &str, title: &str, watchlist: &Watchlist) -> String {
    let mut slug = String::new();
    // "für" is "fur" in a name, as in addresses.
    let plain = title.replace('ß', "ss");
    for letter in plain.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    let slug: String = slug.chars().take(40).collect();
    let slug = slug.trim_matches('-');
    let base = if slug.is_empty() { format!("{platform}-new") } else { format!("{platform}-{slug}") };
    let is_free = |name: &str| watchlist.watch(name).is_none();
    let numbered = (2..10_000).map(|number| format!("{base}-{number}"));
    std::iter::once(base.clone()).chain(numbered).find(|name| is_free(name)).unwrap_or(base)
}

/// Text as a double-quoted scalar: JSON's way to write it is one of YAML's.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A line with every spelling of one address replaced by the other.
fn replaced(line: &str, from: &Url, to: &Url) -> String {
    let mut out = String::with_capacity(line.len() + 40);
    let mut rest = line;
    while let Some(start) = rest.find("http") {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end =
            rest.find(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'')).unwrap_or(rest.len());
        let written = (1..=end).rev().filter(|end| rest.is_char_boundary(*end)).find(|end| {
            let tail_is_punctuation = rest[*end..].chars().next().is_none_or(|next| " \t\r\n\"',]}".contains(next));
            tail_is_punctuation && Url::parse(&rest[..*end]).is_ok_and(|url| url == *from)
        });
        let Some(written) = written else {
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        };
        let is_quoted = out.ends_with(['"', '\'']);
        let is_plain = !to.as_str().contains([',', '[', ']', '{', '}']) && !to.as_str().ends_with(':');
        out.push_str(&if is_quoted || is_plain { to.to_string() } else { quoted(to.as_str()) });
        rest = &rest[written..];
    }
    out.push_str(rest);
    out
}

/// Whether the edited text means what was wanted and nothing else.
fn is_as_wanted(text: &str, now: Timestamp, wanted: Watchlist) -> bool {
    let without_lines = |mut list: Watchlist| {
        list.watches.iter_mut().for_each(|watch| watch.line = 0);
        list
    };
    super::read(text, "", now).is_ok_and(|read| without_lines(read) == without_lines(wanted))
}
