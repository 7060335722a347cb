//! Reads RSS, Atom and JSON Feed: one heading with date and title for each item, and its text below, the newest first.

use chrono::{DateTime, Utc};
use feed_rs::model::{Entry, Feed, FeedType, Text};
use feed_rs::parser::{self, ParseFeedError};
use jiff::Timestamp;
use jiff::civil::{Date, time};
use jiff::fmt::rfc2822::DateTimeParser;
use jiff::tz::TimeZone;

use super::feed_source;
use super::html::budget::Budget;
use super::html::read_fragment;
use crate::model::{Block, BlockKind, Document, Trouble};
use crate::steps::text::dates::find_dates;
use crate::steps::text::tidy;

/// More items than anybody puts into a feed.
const ITEMS: usize = 200;

/// Headings within an item stand below its own, which has the rank before this one.
const WITHIN: u8 = 3;

/// Servers write days of the week that the date does not have.
static MAIL_DATES: DateTimeParser = DateTimeParser::new().relaxed_weekday(true);

/// The items as a document.
///
/// # Errors
/// Where it has no items, or breaks the rules of its format too much to be sure of them.
pub(super) fn read(source: &str) -> Result<Document, Trouble> {
    let clean = feed_source::clean(source);
    let feed = match parse(&clean) {
        Ok(feed) if !feed.entries.is_empty() => feed,
        first => {
            let mended = feed_source::mended(&clean);
            let second = parse(&mended).or(first);
            second.map_err(|error| Trouble::Format { detail: format!("the feed cannot be read: {error}") })?
        }
    };
    // What a thousand items may take together is no more than a page may.
    let budget = Budget::of(source.len());
    let title = feed.title.as_ref().map(|title| plain(&title.content, &budget)).transpose()?.map(|title| tidy(&title));
    let is_html = feed.feed_type != FeedType::Atom && feed.feed_type != FeedType::JSON;
    let mut items = feed.entries;
    items.sort_by_key(|item| std::cmp::Reverse(day(item)));
    let mut blocks: Vec<Block> = Vec::new();
    for item in items.iter().take(ITEMS) {
        blocks.extend(of_item(item, is_html, &budget)?);
    }
    if blocks.is_empty() {
        return Err(Trouble::Empty { scripts: false });
    }
    Ok(Document { title: title.filter(|title| !title.is_empty()), blocks, ..Document::default() })
}

fn parse(source: &str) -> Result<Feed, ParseFeedError> {
    let parser = parser::Builder::new().sanitize_content(false).timestamp_parser(moment).build();
    parser.parse(source.as_bytes())
}

/// The moment that a date of a feed names; of a day without a time its noon.
fn moment(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    let exact = text.parse::<Timestamp>().ok().or_else(|| MAIL_DATES.parse_timestamp(text).ok());
    let moment = exact.or_else(|| {
        let (_, date) = find_dates(text).into_iter().next()?;
        Some(date.to_datetime(time(12, 0, 0, 0)).to_zoned(TimeZone::UTC).ok()?.timestamp())
    })?;
    DateTime::from_timestamp(moment.as_second(), 0)
}

/// On which day an item came out.
fn day(item: &Entry) -> Option<Date> {
    let moment = item.published.or(item.updated)?;
    Some(Timestamp::from_second(moment.timestamp()).ok()?.to_zoned(TimeZone::UTC).date())
}

fn of_item(item: &Entry, is_html: bool, budget: &Budget) -> Result<Vec<Block>, Trouble> {
    let title = item.title.as_ref().map(|title| plain(&title.content, budget)).transpose()?;
    let title = title.map(|title| tidy(&title)).unwrap_or_default();
    let heading = match day(item) {
        Some(date) if title.is_empty() => date.to_string(),
        Some(date) => format!("{date} · {title}"),
        None => title,
    };
    let mut blocks = vec![block(BlockKind::Heading(2), heading)];
    blocks.extend(text(item, is_html, budget)?);
    blocks.retain(|block| !block.text.is_empty());
    Ok(blocks)
}

const fn block(kind: BlockKind, text: String) -> Block {
    Block { kind, text, links: Vec::new(), outside: false }
}

/// What an item says: its content, else its summary, else what its media say.
fn text(item: &Entry, is_html: bool, budget: &Budget) -> Result<Vec<Block>, Trouble> {
    let content = item.content.as_ref().and_then(|content| Some((content.body.as_deref()?, &content.content_type)));
    let of_text = |text: &'_ Text| (text.content.clone(), text.content_type.clone());
    let content = content.map(|(body, kind)| (body.to_owned(), kind.clone()));
    let summary = item.summary.as_ref().map(of_text);
    let media = item.media.iter().find_map(|media| media.description.as_ref()).map(of_text);
    let found = [content, summary, media].into_iter().flatten().find(|(text, _)| !text.trim().is_empty());
    let Some((text, kind)) = found else { return Ok(Vec::new()) };
    // Some makers pack a text and then write the package as text, too.
    let text = text.trim().strip_prefix("<![CDATA[").and_then(|inner| inner.strip_suffix("]]>")).unwrap_or(&text);
    // RSS knows no kinds: what looks like HTML is HTML.
    if kind.subty().as_str() == "plain" && !(is_html && looks_like_html(text)) {
        let paragraphs = text.split("\n\n").map(tidy).filter(|text| !text.is_empty());
        return Ok(paragraphs.map(|text| block(BlockKind::Paragraph, text)).collect());
    }
    // By the one reader of HTML there is: a second, poorer one loses what the first has learned to read.
    let drafts = read_fragment(text, budget)?;
    Ok(drafts.into_iter().map(Block::from).map(below_its_item).collect())
}

/// A block of an item, whose headings are none of the feed.
fn below_its_item(mut block: Block) -> Block {
    if let BlockKind::Heading(level) = &mut block.kind {
        *level = (*level).max(WITHIN);
    }
    block
}

fn looks_like_html(text: &str) -> bool {
    let begins = |rest: &str| rest.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/');
    text.split('<').skip(1).any(|rest| begins(rest) && rest.contains('>')) || text.contains('&') && text.contains(';')
}

fn plain(text: &str, budget: &Budget) -> Result<String, Trouble> {
    if !looks_like_html(text) {
        return Ok(text.to_owned());
    }
    let lines: Vec<String> = read_fragment(text, budget)?.into_iter().map(|draft| draft.text).collect();
    Ok(lines.join(" "))
}
