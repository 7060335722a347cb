//! YAML as a tree of texts, lists and mappings that knows its lines and keeps every key, also one written twice.

use serde_yaml::Spanned;
use serde_yaml::options::DuplicateKeyPolicy;

use super::broken::not_yaml;
use super::problem::Problem;
use super::said::{Spoken, said};
use super::shape::Shape;

/// A watchlist of a thousand watches has a tenth of it; what is larger is another file.
const LARGEST: usize = 2 * 1024 * 1024;

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
    pub(super) fn sort(&self) -> Spoken {
        match self {
            Self::Nothing => said!("nothing", "nichts"),
            Self::Text(_) => said!("a text", "ein Text"),
            Self::List(_) => said!("a list", "eine Liste"),
            Self::Mapping(_) => said!("a mapping", "eine Zuordnung"),
        }
    }
}

/// Reads the text; what keeps it from being YAML at all is one problem.
pub(super) fn grow(text: &str) -> Result<Node, Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > LARGEST {
        let size = text.len() / (1024 * 1024);
        return Err(whole_file(
            said!("{size} MB are too much for a watchlist", "{size} MB sind zu viel für eine Watchlist"),
            said!("is this the right file?", "ist das die richtige Datei?"),
        ));
    }
    if text.lines().map(str::trim_start).all(|line| line.is_empty() || line.starts_with('#')) {
        return Err(whole_file(
            said!("the file is empty", "die Datei ist leer"),
            said!(
                "it needs `watches:` with at least one watch",
                "sie braucht `watches:` mit mindestens einem Eintrag; `hausrecht init` schreibt eine erste"
            ),
        ));
    }
    let options = serde_yaml::options! {
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        non_finite_float_policy: serde_yaml::options::NonFiniteFloatPolicy::AsString,
        strict_booleans: true,
        with_snippet: false,
        // A watchlist is nested eight deep at most; each step costs a stack that is not without end.
        budget: serde_yaml::budget! { max_nodes: 200_000, max_depth: 48 },
    };
    let tree: Spanned<Shape> =
        serde_yaml::from_str_with_options(text, options).map_err(|error| not_yaml(&error, text))?;
    Ok(node(tree, text))
}

fn whole_file(message: Spoken, hint: Spoken) -> Problem {
    Problem { line: None, message, hint: Some(hint) }
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
