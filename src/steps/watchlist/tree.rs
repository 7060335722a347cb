//! YAML as a tree of texts, lists and mappings that knows its lines and keeps every key, also one written twice.

use std::fmt;

use serde::Deserialize;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;
use serde_yaml::options::DuplicateKeyPolicy;

use super::problem::Problem;

/// A watchlist of a thousand watches has a tenth of it; what is larger is another file.
const LARGEST: usize = 4 * 1024 * 1024;

/// A place in the file and what stands there.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) line: usize,
    pub(super) content: Content,
}

/// What a node holds.
#[derive(Debug)]
pub(super) enum Content {
    /// Nothing after the colon, or `null`.
    Nothing,
    /// Text, number or truth value, as written.
    Text(String),
    List(Vec<Node>),
    /// Every key with its line, in the order of the file.
    Mapping(Vec<(String, usize, Node)>),
}

impl Content {
    /// What it is, in the words of an error.
    pub(super) fn sort(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Mapping(_) => "a mapping",
        }
    }
}

/// Reads the text; what keeps it from being YAML at all is one problem.
pub(super) fn grow(text: &str) -> Result<Node, Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > LARGEST {
        let size = text.len() / (1024 * 1024);
        return Err(whole_file(format!("{size} MB are too much for a watchlist"), "is this the right file?"));
    }
    if text.lines().map(str::trim_start).all(|line| line.is_empty() || line.starts_with('#')) {
        return Err(whole_file("the file is empty".to_owned(), "it needs `watches:` with at least one watch"));
    }
    let options = serde_yaml::options! {
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        non_finite_float_policy: serde_yaml::options::NonFiniteFloatPolicy::AsString,
        strict_booleans: true,
        with_snippet: false,
        budget: serde_yaml::budget! { max_nodes: 100_000 },
    };
    let tree: Spanned<Shape> =
        serde_yaml::from_str_with_options(text, options).map_err(|error| not_yaml(&error, text))?;
    Ok(node(tree, text))
}

fn whole_file(message: String, hint: &str) -> Problem {
    Problem { line: None, message, hint: Some(hint.to_owned()) }
}

/// The parser's own words with the line at which it gave up.
fn not_yaml(error: &serde_yaml::Error, text: &str) -> Problem {
    let line = error.location().and_then(|place| usize::try_from(place.line()).ok()).filter(|line| *line > 0);
    let written = line.and_then(|line| text.lines().nth(line - 1)).unwrap_or_default();
    let indent = &written[..written.len() - written.trim_start().len()];
    if indent.contains('\t') {
        let message = "a tab stands where YAML wants spaces".to_owned();
        return Problem { line, message, hint: Some("indent with spaces, two for each step".to_owned()) };
    }
    if written.contains(|letter: char| letter.is_control() && letter != '\t') {
        let message = "a control character stands in the text".to_owned();
        return Problem { line, message, hint: Some("is this a text file?".to_owned()) };
    }
    let said = error.without_snippet().to_string();
    let first = said.lines().next().unwrap_or_default();
    let message = first.split_once(": ").filter(|(place, _)| place.contains("line ")).map_or(first, |(_, what)| what);
    Problem { line, message: message.to_owned(), hint: None }
}

/// What serde sees; numbers and truth values are looked up in the source afterwards, so that `1.10` stays `1.10`.
enum Shape {
    Nothing,
    /// Was read as something other than text; holds how it would be printed.
    Typed(String),
    Text(String),
    List(Vec<Spanned<Shape>>),
    Mapping(Vec<(Spanned<String>, Spanned<Shape>)>),
}

fn node(shape: Spanned<Shape>, source: &str) -> Node {
    let line = line_of(&shape.referenced);
    let content = match shape.value {
        Shape::Nothing => Content::Nothing,
        Shape::Text(text) => Content::Text(text),
        Shape::Typed(printed) => Content::Text(as_written(&shape.defined, source).unwrap_or(printed)),
        Shape::List(items) => Content::List(items.into_iter().map(|item| node(item, source)).collect()),
        Shape::Mapping(entries) => Content::Mapping(
            entries
                .into_iter()
                .map(|(key, value)| (key.value, line_of(&key.referenced), node(value, source)))
                .collect(),
        ),
    };
    Node { line, content }
}

fn line_of(place: &serde_yaml::Location) -> usize {
    usize::try_from(place.line()).unwrap_or_default()
}

fn as_written(place: &serde_yaml::Location, source: &str) -> Option<String> {
    let span = place.span();
    let start = usize::try_from(span.byte_offset()?).ok()?;
    let end = start.checked_add(usize::try_from(span.byte_len()?).ok()?)?;
    source.get(start..end).map(|written| written.trim().to_owned()).filter(|written| !written.is_empty())
}

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyShape)
    }
}

struct AnyShape;

impl<'de> Visitor<'de> for AnyShape {
    type Value = Shape;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a text, a list or a mapping")
    }

    fn visit_unit<E>(self) -> Result<Shape, E> {
        Ok(Shape::Nothing)
    }

    fn visit_none<E>(self) -> Result<Shape, E> {
        Ok(Shape::Nothing)
    }

    fn visit_some<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Shape, D::Error> {
        Shape::deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Shape, E> {
        Ok(Shape::Typed(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Shape, E> {
        Ok(Shape::Typed(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Shape, E> {
        Ok(Shape::Typed(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Shape, E> {
        Ok(Shape::Typed(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Shape, E> {
        Ok(Shape::Typed(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Shape, E> {
        Ok(Shape::Typed(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Shape, E> {
        Ok(Shape::Text(value.to_owned()))
    }

    fn visit_bytes<E: serde::de::Error>(self, _value: &[u8]) -> Result<Shape, E> {
        Err(E::custom("binary data has no place in a watchlist"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Shape, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Shape::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Shape, A::Error> {
        let mut mapping = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            mapping.push(entry);
        }
        Ok(Shape::Mapping(mapping))
    }
}
