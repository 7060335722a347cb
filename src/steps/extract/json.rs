//! Reads terms that are served as JSON: the texts in it as one page, in the order in which they stand.

use std::sync::LazyLock;

use serde::de::IgnoredAny;
use serde_json::{Map, Value};

use super::json_keys::{OF_A_FILE, is_for_machines, is_of_machines, is_of_the_answer, sets_a_bound, words_of};
use crate::model::Trouble;
use crate::steps::text::dates::find_dates;
use crate::steps::text::languages::{all, union};
use crate::steps::text::modal_verbs::has_modal_verb;

/// More bytes are data and no terms.
const LARGEST: usize = 8 * 1024 * 1024;
/// A text has so many words, or mark-up; what has one word names something for machines.
const TEXT: usize = 8;
const WORDS: usize = 2;
/// A date has no more letters.
const DATE: usize = 40;
/// An answer or a size is no longer, in letters.
const VALUE: usize = 24;
/// What servers put before JSON so that no other site's script can run it.
const GUARDS: [&str; 4] = [")]}',", ")]}'", "while(1);", "for(;;);"];
/// What stands for a bound that there is none.
const NONE: &str = "–";
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
    let body = GUARDS.iter().find_map(|guard| body.strip_prefix(guard.as_bytes())).unwrap_or(body).trim_ascii_start();
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
    let source = source.trim_start_matches('\u{feff}').trim_start();
    let source = GUARDS.iter().find_map(|guard| source.strip_prefix(guard)).unwrap_or(source);
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
    /// Whether the object around is a thing of the text with a name: its size is none of the answer.
    is_thing: bool,
}

impl Written {
    fn value(&mut self, key: &str, value: &Value) {
        match value {
            Value::String(text) => self.text(key, text),
            Value::Array(list) if is_enumeration(key, list) => {
                for text in list.iter().filter_map(Value::as_str) {
                    self.setting(key, text);
                }
            }
            Value::Array(list) => {
                let around = self.is_thing;
                for value in list {
                    self.is_thing = value.as_object().map_or(around, |fields| is_thing(fields, true));
                    self.value(key, value);
                }
                self.is_thing = around;
            }
            Value::Object(fields) => {
                let around = self.is_thing;
                self.is_thing |= key.is_empty() && is_thing(fields, false);
                // A heading stands above what it is the heading of, wherever in the object it is written; values of a word
                // stand below its texts.
                let is_heading = |field: &str| HEADINGS.contains(&field);
                let (first, rest): (Vec<_>, Vec<_>) = fields.iter().partition(|(field, _)| is_heading(field));
                let (last, rest): (Vec<_>, Vec<_>) =
                    rest.into_iter().partition(|(field, value)| is_setting(field, value));
                for (field, value) in first.into_iter().chain(rest).chain(last) {
                    let own = self.is_thing;
                    if let Value::Object(inner) = value {
                        let is_file = OF_A_FILE.iter().any(|key| inner.contains_key(*key));
                        self.is_thing = is_thing(inner, false) || own && !is_file;
                    }
                    self.value(field, value);
                    self.is_thing = own;
                }
                self.is_thing = around;
            }
            Value::Bool(_) | Value::Number(_) => self.setting(key, &value.to_string()),
            // That a bound is gone is said where it stood.
            Value::Null if sets_a_bound(key) => self.setting(key, NONE),
            Value::Null => self.said_by_its_key(key),
        }
    }

    /// A value of a word under the name of its key: "minimum age: 16".
    fn setting(&mut self, key: &str, value: &str) {
        if !key.is_empty() && !is_of_the_answer(key, value, self.is_thing) {
            self.html.extend(["<ul><li>", &escaped(&words_of(key)), ": ", &escaped(value), "</li></ul>\n"]);
        }
    }

    /// A rule that is written as a key, with nothing behind it.
    fn said_by_its_key(&mut self, key: &str) {
        if key.split_whitespace().count() > WORDS {
            self.has_text |= key.split_whitespace().count() >= TEXT;
            self.html.extend(["<p>", &escaped(key), "</p>\n"]);
        }
    }

    fn text(&mut self, key: &str, text: &str) {
        let words = text.split_whitespace().count();
        if words == 0 {
            return self.said_by_its_key(key);
        }
        if is_markup(text) {
            self.has_text = true;
            self.html.push_str("<section>");
            self.html.push_str(text);
            self.html.push_str("</section>\n");
        } else if HEADINGS.contains(&key) {
            self.title.get_or_insert_with(|| text.to_owned());
            self.html.extend(["<h2>", &escaped(text), "</h2>\n"]);
        } else if is_date_of_the_document(key, text) {
            let label = escaped(&words_of(key));
            self.dates.extend(["<p>", &label, ": ", &escaped(text), "</p>\n"]);
        } else if is_value(text) || is_named(key, text) {
            self.setting(key, text);
        } else if words >= WORDS && !text.contains("://") || words >= TEXT {
            self.has_text |= words >= TEXT;
            for paragraph in text.split('\n').filter(|paragraph| !paragraph.trim().is_empty()) {
                self.html.extend(["<p>", &escaped(paragraph), "</p>\n"]);
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

/// Whether a field holds a value of a word, or several.
fn is_setting(key: &str, value: &Value) -> bool {
    match value {
        Value::Bool(_) | Value::Number(_) => true,
        Value::String(text) => {
            (is_value(text) || is_named(key, text)) && !is_date_of_the_document(key, text) && !HEADINGS.contains(&key)
        }
        Value::Array(list) => is_enumeration(key, list) || list.iter().all(|value| is_setting(key, value)),
        Value::Null => sets_a_bound(key),
        Value::Object(_) => false,
    }
}

/// Whether a list names things of a rule, some of them in several words: "forbidden: alcohol", "forbidden: cash prizes".
fn is_enumeration(key: &str, list: &[Value]) -> bool {
    let named = |value: &Value| value.as_str().is_some_and(|text| is_named(key, text));
    let is_short = |value: &Value| {
        value.as_str().is_some_and(|text| {
            let words = text.split_whitespace().count();
            named(value) || (WORDS..TEXT).contains(&words) && !text.contains("://") && !is_markup(text)
        })
    };
    !HEADINGS.contains(&key) && list.iter().any(named) && list.iter().all(is_short)
}

/// Whether a text is a word that stands for what a rule is about: "alcohol" in a list of goods.
fn is_named(key: &str, text: &str) -> bool {
    let text = text.trim();
    let is_word = text.chars().count() >= 2
        && text.len() <= VALUE
        && text.chars().all(|letter| letter.is_alphabetic() || letter == '-')
        && text.chars().skip(1).all(|letter| !letter.is_uppercase() || text.chars().all(char::is_uppercase));
    is_word && !key.is_empty() && !is_for_machines(key)
}

/// Whether a text of a word or two is a number with or without its unit, or a yes or no.
fn is_value(text: &str) -> bool {
    let text = text.trim();
    let number = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let is_number = number.starts_with(|letter: char| letter.is_ascii_digit()) && !text.contains(['-', ':', '/']);
    text.len() <= VALUE
        && text.split_whitespace().count() <= 2
        && (is_number || has_modal_verb(text) || is_answer(text))
}

/// Whether a word says yes or no, in any of the languages.
fn is_answer(text: &str) -> bool {
    let word = text.to_lowercase();
    all().flat_map(|words| &words.opposites).flatten().flatten().any(|answer| *answer == word)
}

/// Whether an object is a thing that the text names: one of its fields is a short text that says which, and it is one of a list or holds
/// no long text, whose own status and size those of its fields would be.
fn is_thing(fields: &Map<String, Value>, is_of_a_list: bool) -> bool {
    let names = |(key, value): (&String, &Value)| {
        let word = words_of(key).to_lowercase();
        let text = value.as_str().map(str::trim).unwrap_or_default();
        let is_name = HEADINGS.contains(&key.as_str()) || is_named(key, text);
        !is_of_machines(word.split(' ').next_back().unwrap_or_default())
            && is_name
            && text.contains(char::is_alphabetic)
            && text.split_whitespace().count() < TEXT
    };
    let is_long =
        |value: &Value| value.as_str().is_some_and(|text| is_markup(text) || text.split_whitespace().count() >= TEXT);
    fields.iter().any(names)
        && (is_of_a_list || !fields.values().any(is_long))
        && !OF_A_FILE.iter().any(|key| fields.contains_key(*key))
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
