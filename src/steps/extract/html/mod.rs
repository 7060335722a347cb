//! Reads HTML: parses it, walks it and keeps what a person would read.

pub(super) mod walk;
pub(super) mod zone;
mod chosen;
mod element;
mod elsewhere;
mod hidden;
mod nesting;
mod onward;
mod opening;
mod prose;
mod signs;
mod table;
mod templates;

use dom_query::Document as Page;

use super::draft::Draft;
use super::judge;
use super::reason::Reason;
use super::{Container, Explained, Extract, Reading};
use crate::model::{Document, Trouble};
use crate::steps::text;
use chosen::Chosen;
use walk::Walked;

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
    let Read { page, walked, reasons, fallback } = decide(source, reading)?;
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
    let read = decide(source, reading)?;
    let explained = read.walked.drafts.into_iter().zip(read.reasons);
    Ok(explained
        .map(|(draft, reason)| Explained { text: draft.text, kept: reason.keeps(), reason: reason.words() })
        .collect())
}

/// Reads a piece of HTML in which everything is text.
pub(super) fn read_fragment(source: &str) -> Vec<Draft> {
    let page = Page::fragment(source);
    walk::walk(&page, Chosen::all(&page, &[])).drafts
}

fn decide(source: &str, reading: Reading<'_>) -> Result<Read, Trouble> {
    if nesting::is_too_deep(source) {
        return Err(Trouble::Format { detail: "elements are nested too deeply".to_owned() });
    }
    let page = Page::from(source);
    let (chosen, fallback) = match Chosen::new(&page, reading) {
        Ok(chosen) => (chosen, false),
        // Better the whole text than none: the watch goes on and says so.
        Err(_) => (Chosen::all(&page, reading.remove), true),
    };
    let by_hand = !reading.select.is_empty() && !fallback;
    let mut walked = walk::walk(&page, chosen);
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
