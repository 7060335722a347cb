//! Reads RSS and Atom: one heading with date and title for each item, and its text below, the newest first.

use dom_query::{Document as Page, Selection};
use jiff::civil::Date;

use super::parse;
use crate::model::{Block, BlockKind, Document};
use crate::steps::text::dates::find_dates;
use crate::steps::text::tidy;

/// More items than anybody puts into a feed.
const ITEMS: usize = 200;

/// Letters of one item; a feed that holds whole books is cut.
const LETTERS: usize = 40_000;

/// The elements of HTML that hold a paragraph each.
const PARAGRAPHS: &str = "p, li, h1, h2, h3, h4, h5, h6, td, pre";

/// Whether a body begins as a feed does.
pub(super) fn is_feed(body: &[u8]) -> bool {
    let head = String::from_utf8_lossy(body.get(..4096).unwrap_or(body)).to_ascii_lowercase();
    let first = head.split('<').skip(1).find(|tag| tag.starts_with(|letter: char| letter.is_ascii_alphabetic()));
    let begins =
        head.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}').starts_with('<');
    begins && first.is_some_and(|tag| ["rss", "feed", "rdf:rdf"].iter().any(|name| is_tag(tag, name)))
}

fn is_tag(tag: &str, name: &str) -> bool {
    tag.strip_prefix(name).is_some_and(|rest| rest.starts_with(|letter: char| letter.is_whitespace() || letter == '>'))
}

/// The items as a document; empty where there are none.
pub(super) fn read(source: &str) -> Document {
    let page = Page::from(with_plain_text(source));
    let title = page.select("title").iter().next().map(|title| tidy(&title.text()));
    let mut items: Vec<(Option<Date>, Vec<Block>)> =
        page.select("item, entry").iter().take(ITEMS).map(|item| read_item(&item)).collect();
    items.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    let blocks = items.into_iter().flat_map(|(_, blocks)| blocks).collect();
    Document { title: title.filter(|title| !title.is_empty()), blocks, ..Document::default() }
}

fn read_item(item: &Selection<'_>) -> (Option<Date>, Vec<Block>) {
    let child = |names: &[&str]| {
        let children: Vec<_> = item.select("*").iter().collect();
        let of = |name: &&str| {
            let found = children
                .iter()
                .find(|child| child.nodes().iter().any(|node| node.node_name().is_some_and(|own| *own == **name)));
            found.cloned()
        };
        names.iter().find_map(of)
    };
    let date = child(&["pubdate", "published", "dc:date", "updated", "date"]);
    let date = date.and_then(|date| find_dates(&date.text()).first().map(|(_, date)| *date));
    let title = child(&["title"]).map(|title| tidy(&plain(&title.text()))).unwrap_or_default();
    let text = child(&["content:encoded", "content", "description", "summary"]);
    let text = text.map(|text| {
        if text.select(PARAGRAPHS).is_empty() { text.text().to_string() } else { text.inner_html().to_string() }
    });
    let heading = match date {
        Some(date) => format!("{date} · {title}"),
        None => title,
    };
    let block = |kind, text| Block { kind, text, links: Vec::new(), outside: false };
    let mut blocks = vec![block(BlockKind::Heading(2), heading)];
    let text: String = text.unwrap_or_default().chars().take(LETTERS).collect();
    blocks.extend(paragraphs(&text).into_iter().map(|text| block(BlockKind::Paragraph, text)));
    blocks.retain(|block| !block.text.is_empty());
    (date, blocks)
}

/// HTML within an item as lines of text.
fn paragraphs(html: &str) -> Vec<String> {
    let page = parse::with_scripts(html);
    page.select("script, style, template").remove();
    let whole = tidy(&page.select("body").text());
    let found: Vec<String> = page
        .select(PARAGRAPHS)
        .iter()
        .filter(|paragraph| paragraph.select(PARAGRAPHS).is_empty())
        .map(|paragraph| tidy(&paragraph.text()))
        .filter(|text| !text.is_empty())
        .collect();
    // Text that stands beside its paragraphs must not get lost.
    let gathered: usize = found.iter().map(String::len).sum();
    if gathered * 10 >= whole.len() * 8 { found } else { vec![whole] }
}

fn plain(html: &str) -> String {
    if html.contains('<') { parse::with_scripts(html).select("body").text().to_string() } else { html.to_owned() }
}

/// Sections of plain characters (CDATA) written as escaped text, which the parser for HTML knows.
fn with_plain_text(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("<![CDATA[") {
        out.push_str(before);
        let (inside, behind) = after.split_once("]]>").unwrap_or((after, ""));
        for letter in inside.chars() {
            match letter {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                letter => out.push(letter),
            }
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}
