//! Parses HTML as browsers do.

use dom_query::Document as Page;
use html5ever::tendril::TendrilSink as _;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};

/// As browsers with scripts: what stands in `noscript` is a text of its own, and tags that are open in it swallow nothing.
pub(super) fn with_scripts(source: &str) -> Page {
    let tree_builder = TreeBuilderOpts { scripting_enabled: true, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    parse_document(Page::default(), options).one(source)
}

/// As browsers without scripts: `noscript` holds elements like any other.
pub(super) fn without_scripts(source: &str) -> Page {
    Page::from(source)
}
