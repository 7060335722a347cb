//! Reads terms that are served as JSON: the texts in it as one page, in the order in which they stand.

use std::fmt::Write as _;
use std::sync::LazyLock;

use serde::de::IgnoredAny;
use serde_json::Value;

use crate::model::Trouble;
use crate::steps::text::dates::find_dates;
use crate::steps::text::languages::union;

/// More bytes are data and no terms.
const LARGEST: usize = 8 * 1024 * 1024;
/// A text has so many words, or mark-up; what has one word names something for machines.
const TEXT: usize = 8;
const WORDS: usize = 2;
/// A date has no more letters.
const DATE: usize = 40;
/// Keys of short texts that stand above longer ones.
const HEADINGS: [&str; 5] = ["title", "name", "heading", "headline", "question"];

/// How words begin by which a key says that its date is one of the document.
static DATING: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut words = union(|words| &words.in_force_from.labels);
    words.extend(union(|words| &words.updated_on.labels));
    words
});

/// Whether a body is JSON from its first sign to its last.
pub(super) fn is_json(body: &[u8]) -> bool {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii_start();
    matches!(body.first(), Some(b'{' | b'[')) && serde_json::from_slice::<IgnoredAny>(body).is_ok()
}

/// The texts as a page of HTML.
///
/// # Errors
/// Where it is not whole, or holds no text.
pub(super) fn page(source: &str) -> Result<String, Trouble> {
    if source.len() > LARGEST {
        return Err(Trouble::TooLarge { limit_bytes: LARGEST as u64 });
    }
    let source = source.trim_start_matches('\u{feff}');
    let value: Value = serde_json::from_str(source)
        .map_err(|error| Trouble::Format { detail: format!("its JSON is not whole: {error}") })?;
    let mut page = Written::default();
    page.value("", &value);
    if !page.has_text {
        return Err(Trouble::Format { detail: "JSON without a text".to_owned() });
    }
    let title = page.title.map(|title| format!("<title>{}</title>", escaped(&title))).unwrap_or_default();
    // A line that dates a text stands below its heading; above it, it would be taken for what leads to the page.
    let below = ["</h1>", "</h2>"].iter().find_map(|end| Some(page.html.find(end)? + end.len())).unwrap_or_default();
    let (above, below) = page.html.split_at(below);
    let text = format!("{above}{}{below}", page.dates);
    Ok(format!("<!doctype html><html><head>{title}</head><body><main>{text}</main></body></html>"))
}

/// A page in the making.
#[derive(Default)]
struct Written {
    html: String,
    dates: String,
    title: Option<String>,
    has_text: bool,
}

impl Written {
    fn value(&mut self, key: &str, value: &Value) {
        match value {
            Value::String(text) => self.text(key, text),
            Value::Array(list) => list.iter().for_each(|value| self.value(key, value)),
            Value::Object(fields) => {
                // A heading stands above what it is the heading of, wherever in the object it is written.
                let is_heading = |field: &str| HEADINGS.contains(&field);
                let (first, rest): (Vec<_>, Vec<_>) = fields.iter().partition(|(field, _)| is_heading(field));
                first.into_iter().chain(rest).for_each(|(field, value)| self.value(field, value));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn text(&mut self, key: &str, text: &str) {
        let words = text.split_whitespace().count();
        if is_markup(text) {
            self.has_text = true;
            self.html.push_str("<section>");
            self.html.push_str(text);
            self.html.push_str("</section>\n");
        } else if HEADINGS.contains(&key) && words > 0 {
            self.title.get_or_insert_with(|| text.to_owned());
            let _ = writeln!(self.html, "<h2>{}</h2>", escaped(text));
        } else if is_date_of_the_document(key, text) {
            let name = escaped(&key.replace(['_', '-'], " "));
            let _ = writeln!(self.dates, "<p>{name}: {}</p>", escaped(text));
        } else if words >= WORDS && !text.contains("://") || words >= TEXT {
            self.has_text |= words >= TEXT;
            for paragraph in text.split('\n').filter(|paragraph| !paragraph.trim().is_empty()) {
                let _ = writeln!(self.html, "<p>{}</p>", escaped(paragraph));
            }
        }
    }
}

/// Whether a text is HTML: it has the end of an element, or one that needs none.
fn is_markup(text: &str) -> bool {
    ["</p>", "</h", "</li>", "</div>", "</td>", "</b>", "</strong>", "</em>", "</a>", "</section>", "<br", "<p>"]
        .iter()
        .any(|tag| text.contains(tag))
}

/// Whether a key and its value date the document; other dates are those of the answer.
fn is_date_of_the_document(key: &str, text: &str) -> bool {
    let key = key.to_lowercase();
    let says = |word: &str| DATING.iter().any(|cue| word.starts_with(cue));
    text.len() <= DATE && !find_dates(text).is_empty() && key.split(['_', '-']).any(says)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
