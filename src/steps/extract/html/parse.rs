//! Parses HTML piece by piece, and stops where a page is made to wear its reader out.

use std::cell::Cell;

use dom_query::Document as Page;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink as _, create_element};
use html5ever::{QualName, TokenizerResult, local_name, ns};

use super::budget::{ATTRIBUTES_IN_A_TAG, Budget};
use super::sink::{Handle, Sink};
use super::tag::OpenTag;
use crate::model::Trouble;

/// No piece is longer; each tag begins one.
const PIECE: usize = 4096;

/// A whole page as in browsers with scripts: what stands in `noscript` is a text of its own, and tags that are open in it
/// swallow nothing.
///
/// # Errors
/// Where reading it would take too much.
pub(in crate::steps::extract) fn with_scripts(source: &str) -> Result<Page, Trouble> {
    page(source, true)
}

/// A whole page as in browsers without scripts: `noscript` holds elements like any other.
///
/// # Errors
/// As [`with_scripts`].
pub(in crate::steps::extract) fn without_scripts(source: &str) -> Result<Page, Trouble> {
    page(source, false)
}

fn page(source: &str, scripting_enabled: bool) -> Result<Page, Trouble> {
    let budget = Budget::of(source.len());
    let options = TreeBuilderOpts { scripting_enabled, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new(Sink::new(Page::default(), &budget), options);
    run(builder, source, &budget)
}

/// A piece of one, as if it stood in a body.
///
/// # Errors
/// As [`with_scripts`].
pub(in crate::steps::extract) fn fragment(source: &str, budget: &Budget) -> Result<Page, Trouble> {
    let options = TreeBuilderOpts { scripting_enabled: false, drop_doctype: true, ..TreeBuilderOpts::default() };
    let sink = Sink::new(Page::fragment_sink(), budget);
    let body = create_element(&sink, QualName::new(None, ns!(html), local_name!("body")), Vec::new());
    let builder = TreeBuilder::new_for_fragment(sink, body, None, options);
    run(builder, source, budget)
}

fn run<'a>(builder: TreeBuilder<Handle, Sink<'a>>, source: &str, budget: &'a Budget) -> Result<Page, Trouble> {
    let tokens = Tokens { builder, budget, seen: Cell::default() };
    let tokenizer = Tokenizer::new(tokens, TokenizerOpts::default());
    let (all, queue) = (StrTendril::from_slice(source), BufferQueue::default());
    let mut open = OpenTag::default();
    let mut start = 0;
    while start < source.len() {
        let end = piece_end(source, start);
        let (seen, piece) = (tokenizer.sink.seen.get(), &source[start..end]);
        // A source is far below the 4 GiB that such a string can hold.
        let (from, length) = (u32::try_from(start).unwrap_or(u32::MAX), u32::try_from(end - start).unwrap_or(0));
        queue.push_back(all.subtendril(from, length));
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        if tokenizer.sink.seen.get() == seen {
            open.read(piece);
        } else {
            open = OpenTag::default();
        }
        if open.attributes() > ATTRIBUTES_IN_A_TAG {
            return Err(Trouble::TooIntricate { detail: "too many attributes".to_owned() });
        }
        budget.check()?;
        start = end;
    }
    tokenizer.end();
    budget.check()?;
    Ok(tokenizer.sink.builder.sink.finish())
}

/// Where the piece ends that begins there: before the next tag, if that is near.
fn piece_end(source: &str, start: usize) -> usize {
    let most = source.floor_char_boundary(start.saturating_add(PIECE).min(source.len()));
    // A sign of less that begins no tag parts nothing.
    let begins = |at: usize| {
        let next = source.as_bytes().get(at + 1);
        next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?'))
    };
    let mut from = source.ceil_char_boundary(start + 1);
    while let Some(at) = source.get(from..most).and_then(|rest| rest.find('<')) {
        if begins(from + at) {
            return from + at;
        }
        from += at + 1;
    }
    most
}

/// Counts what the tokenizer hands to the builder of the tree.
struct Tokens<'a> {
    builder: TreeBuilder<Handle, Sink<'a>>,
    budget: &'a Budget,
    seen: Cell<usize>,
}

impl TokenSink for Tokens<'_> {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        if let Token::TagToken(tag) = &token {
            self.budget.attributes(tag.attrs.len());
        }
        if !matches!(token, Token::ParseError(_)) {
            self.seen.set(self.seen.get().wrapping_add(1));
            self.budget.step(1);
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
