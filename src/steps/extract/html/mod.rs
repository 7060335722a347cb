//! Reads HTML: parses it, walks it and keeps what a person would read.

pub(super) mod budget;
pub(super) mod parse;
pub(super) mod walk;
pub(super) mod zone;
mod attributes;
mod called;
mod chosen;
mod element;
mod elsewhere;
mod hidden;
mod onward;
mod opening;
mod picture;
mod prose;
mod signs;
mod sink;
mod struck;
mod table;
mod tag;
mod templates;

use dom_query::Document as Page;

use super::draft::Draft;
use super::judge;
use super::reason::Reason;
use super::{Container, Explained, Extract, Reading};
use crate::model::{Document, Trouble};
use crate::steps::text;
use budget::Budget;
use chosen::Chosen;
use walk::{Manner, Walked};

pub use onward::Signpost;
pub(super) use onward::{may_lead_on, signpost, with_frame};

/// A page with the decision on each of its blocks.
struct Read {
    page: Page,
    walked: Walked,
    reasons: Vec<Reason>,
    fallback: bool,
}

/// Reads a page.
pub(super) fn read(source: &str, reading: Reading<'_>) -> Result<Extract, Trouble> {
    let Read { page, mut walked, reasons, fallback } = decide(source, reading)?;
    super::outside::mark(&mut walked, &reasons);
    let mut signs = signs::of(&page, &walked, &reasons);
    if !reading.select.is_empty() && !fallback {
        signs.is_chosen = true;
        signs.container = Container::Chosen;
    }
    let kept = walked.drafts.into_iter().zip(reasons).filter(|(_, reason)| reason.keeps()).map(|(draft, _)| draft);
    let drafts = super::headings::find(kept.collect());
    if drafts.is_empty() {
        // What is selected has no words: better the main text than none.
        return if reading.select.is_empty() || fallback { Err(Trouble::Empty) } else { fall_back(source, reading) };
    }
    let document = Document {
        title: title(&page),
        language: language(&page),
        blocks: drafts.into_iter().map(Into::into).collect(),
        fallback,
    };
    Ok(Extract { document, signs })
}

/// Reads a page without its selectors, and says so.
fn fall_back(source: &str, reading: Reading<'_>) -> Result<Extract, Trouble> {
    let mut found = read(source, Reading { select: &[], ..reading })?;
    found.document.fallback = true;
    Ok(found)
}

/// Every block of a page with the decision on it.
pub(super) fn explain(source: &str, reading: Reading<'_>) -> Result<Vec<Explained>, Trouble> {
    let mut read = decide(source, reading)?;
    super::outside::mark(&mut read.walked, &read.reasons);
    let explained = read.walked.drafts.into_iter().zip(read.reasons).map(|(draft, reason)| {
        let place = if draft.outside { ", around the document" } else { "" };
        Explained { text: draft.text, kept: reason.keeps(), reason: format!("{}{place}", reason.words()) }
    });
    Ok(explained.collect())
}

/// Reads a piece of HTML in which everything is text; what all pieces of one document may take is shared.
pub(super) fn read_fragment(source: &str, budget: &Budget) -> Result<Vec<Draft>, Trouble> {
    let page = parse::fragment(source, budget)?;
    Ok(walk::walk(&page, Chosen::all(&page, &[]), Manner::default())?.drafts)
}

/// A page that keeps fewer words may have its text where readers without scripts look.
const FEW: usize = 60;

fn decide(source: &str, reading: Reading<'_>) -> Result<Read, Trouble> {
    let read = with_page(parse::with_scripts(source)?, source, reading, false)?;
    let words = read.words();
    if words >= FEW || read.walked.noscript <= words * 20 {
        return Ok(read);
    }
    let without = with_page(parse::without_scripts(source)?, source, reading, true)?;
    let is_text = without.words() >= FEW && without.words() >= words * 2;
    Ok(if is_text { without } else { read })
}

fn with_page(page: Page, source: &str, reading: Reading<'_>, without_scripts: bool) -> Result<Read, Trouble> {
    let (chosen, fallback) = match Chosen::new(&page, reading) {
        Ok(chosen) => (chosen, false),
        // Better the whole text than none: the watch goes on and says so.
        Err(_) => (Chosen::all(&page, reading.remove), true),
    };
    let by_hand = !reading.select.is_empty() && !fallback;
    let manner = Manner { struck: struck::classes(&page, source), without_scripts };
    let mut walked = walk::walk(&page, chosen, manner)?;
    let mut reasons: Vec<_> = if by_hand {
        walked.drafts.iter().map(|draft| judge::of_chosen(&walked, draft)).collect()
    } else {
        judge::judge(&walked, title(&page).as_deref())
    };
    if !by_hand {
        templates::take_in(&page, &mut walked, &mut reasons);
    }
    Ok(Read { page, walked, reasons, fallback })
}

impl Read {
    /// How many words are kept.
    fn words(&self) -> usize {
        let drafts = self.walked.drafts.iter().zip(&self.reasons);
        drafts.filter(|(_, reason)| reason.keeps()).map(|(draft, _)| draft.words).sum()
    }
}

fn title(page: &Page) -> Option<String> {
    let mut children = page.head()?.children_it(false);
    let title = children.find(|child| child.has_name("title"))?;
    let title = text::tidy(&title.text());
    (!title.is_empty()).then_some(title)
}

fn language(page: &Page) -> Option<String> {
    let mut children = page.root().children_it(false);
    let language = children.find(|child| child.has_name("html"))?.attr("lang")?;
    let language = language.trim();
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let is_tag = (2..=35).contains(&language.len()) && language.chars().all(is_part);
    is_tag.then(|| language.replace('_', "-"))
}
