//! A watch as it will be written, and its lines.

use std::fmt::Write as _;

use crate::model::{DocumentKind, Selection};

/// One watch of the fragment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakenWatch {
    /// Where it stood, for notes.
    pub place: String,
    /// The id that it gets, unless another has it already.
    pub id: String,
    pub platform: String,
    pub document: String,
    pub kind: Option<DocumentKind>,
    pub language: Option<String>,
    /// Never empty; more than one make up one document.
    pub pages: Vec<TakenPage>,
    pub browser: bool,
    /// Sent with its requests, as far as the reader of watchlists lets them through.
    pub headers: Vec<(String, String)>,
    pub schedule: Option<String>,
    pub off: bool,
    /// Where an archive keeps it.
    pub ota: Option<String>,
}

/// One address and what of it is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct TakenPage {
    pub url: String,
    pub select: Vec<Selection>,
    pub remove: Vec<Selection>,
}

impl TakenWatch {
    /// The lines of the entry in a list of watches.
    pub(super) fn written(&self, id: &str) -> String {
        let mut out = format!("  - id: {}\n", scalar(id));
        let mut field = |name: &str, value: &str| {
            let _ = writeln!(out, "    {name}: {value}");
        };
        field("platform", &scalar(&self.platform));
        field("document", &scalar(&self.document));
        if let Some(kind) = self.kind {
            field("kind", kind.key());
        }
        if let Some(language) = &self.language {
            field("language", &scalar(language));
        }
        // Pages that are read in different ways carry their selections themselves, the first one too.
        let alike =
            self.pages.windows(2).all(|two| (&two[0].select, &two[0].remove) == (&two[1].select, &two[1].remove));
        if let Some(first) = self.pages.first().filter(|_| alike) {
            field("url", &quoted(&first.url));
        }
        if self.browser {
            field("render", "browser");
        }
        if let Some(first) = self.pages.first().filter(|_| alike) {
            for (name, selections) in [("select", &first.select), ("remove", &first.remove)] {
                if !selections.is_empty() {
                    field(name, &flow(selections));
                }
            }
        }
        if !self.headers.is_empty() {
            let each = self.headers.iter().map(|(name, value)| format!("{}: {}", quoted(name), quoted(value)));
            field("headers", &format!("{{{}}}", each.collect::<Vec<_>>().join(", ")));
        }
        if let Some(schedule) = &self.schedule {
            field("schedule", &quoted(schedule));
        }
        if let Some(place) = &self.ota {
            field("ota", &quoted(place));
        }
        if self.off {
            field("enabled", "false");
        }
        let parts = if alike { self.pages.get(1..).unwrap_or_default() } else { &self.pages };
        if !parts.is_empty() {
            out.push_str("    combine:\n");
        }
        for page in parts {
            let part = if alike { quoted(&page.url) } else { page.flow() };
            let _ = writeln!(out, "      - {part}");
        }
        out
    }
}

impl TakenPage {
    fn flow(&self) -> String {
        let mut fields = vec![format!("url: {}", quoted(&self.url))];
        for (name, selections) in [("select", &self.select), ("remove", &self.remove)] {
            if !selections.is_empty() {
                fields.push(format!("{name}: {}", flow(selections)));
            }
        }
        format!("{{{}}}", fields.join(", "))
    }
}

/// Selections as a list on one line.
fn flow(selections: &[Selection]) -> String {
    let each = selections.iter().map(|selection| match selection {
        Selection::Css(css) => quoted(css),
        Selection::Range { start, start_inclusive, end, end_inclusive } => format!(
            "{{{}: {}, {}: {}}}",
            if *start_inclusive { "start_before" } else { "start_after" },
            quoted(start),
            if *end_inclusive { "end_after" } else { "end_before" },
            quoted(end)
        ),
    });
    format!("[{}]", each.collect::<Vec<_>>().join(", "))
}

/// A text as YAML: without quotes where nobody could take it for anything else.
fn scalar(text: &str) -> String {
    let is_word = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '.' | '_');
    let is_plain = text.starts_with(char::is_alphabetic) && text.chars().all(is_word) && !text.ends_with(' ');
    let is_taken =
        ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(&text.to_lowercase().as_str());
    if is_plain && !is_taken { text.to_owned() } else { quoted(text) }
}

/// A text in quotes: what JSON writes, YAML reads.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
