//! A page as it is parsed, walked, judged block by block and read.

use std::collections::HashSet;

use dom_query::Document as Page;

use super::budget::Budget;
use super::chosen::Chosen;
use super::generated::Generated;
use super::laid::Laid;
use super::walk::{self, Manner, Walked};
use super::{numbers, parse, sheet, signs, struck, templates};
use crate::model::{Document, Trouble};
use crate::steps::extract::draft::Draft;
use crate::steps::extract::reason::Reason;
use crate::steps::extract::{Container, Explained, Extract, Reading, headings, judge, outside};
use crate::steps::text::{self, hash};

/// A page with the decision on each of its blocks.
struct Read {
    page: Page,
    walked: Walked,
    reasons: Vec<Reason>,
    fallback: bool,
}

/// A page, and how it is to be read.
#[derive(Debug, Clone, Copy)]
pub(in crate::steps::extract) struct Asked<'a> {
    pub source: &'a str,
    pub reading: Reading<'a>,
    /// Whether it came out of a browser.
    pub is_rendered: bool,
    /// Whether it was fetched, so that a browser could be asked for it.
    pub is_live: bool,
}

/// Reads a page.
pub(in crate::steps::extract) fn read(asked: Asked<'_>) -> Result<Extract, Trouble> {
    let Asked { reading, is_rendered, is_live, .. } = asked;
    let Read { page, mut walked, reasons, fallback } = decide(asked)?;
    outside::mark(&mut walked, &reasons);
    let mut signs = signs::of(&page, &walked, &reasons);
    signs.needs_scripts = is_live && !is_rendered && page.select_single("script").exists();
    if !reading.select.is_empty() && !fallback {
        signs.is_chosen = true;
        signs.container = Container::Chosen;
    }
    let kept = walked.drafts.into_iter().zip(reasons).filter(|(_, reason)| reason.keeps()).map(|(draft, _)| draft);
    let drafts = headings::find(kept.collect());
    if drafts.is_empty() {
        // What is selected has no words: better the main text than none.
        let empty = Trouble::Empty { scripts: signs.needs_scripts };
        return if reading.select.is_empty() || fallback { Err(empty) } else { fall_back(asked) };
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
fn fall_back(asked: Asked<'_>) -> Result<Extract, Trouble> {
    let mut found = read(Asked { reading: Reading { select: &[], ..asked.reading }, ..asked })?;
    found.document.fallback = true;
    Ok(found)
}

/// Every block of a page with the decision on it.
pub(in crate::steps::extract) fn explain(asked: Asked<'_>) -> Result<Vec<Explained>, Trouble> {
    let mut read = decide(asked)?;
    outside::mark(&mut read.walked, &read.reasons);
    let explained = read.walked.drafts.into_iter().zip(read.reasons).map(|(draft, reason)| Explained {
        text: draft.text,
        reason,
        is_outside: draft.outside,
    });
    Ok(explained.collect())
}

/// Reads a piece of HTML in which everything is text; what all pieces of one document may take is shared.
pub(in crate::steps::extract) fn read_fragment(source: &str, budget: &Budget) -> Result<Vec<Draft>, Trouble> {
    let page = parse::fragment(source, budget)?;
    Ok(walk::walk(&page, Chosen::all(&page, &[]), Manner::default())?.drafts)
}

/// A page that keeps fewer words may have its text where readers without scripts look.
const FEW: usize = 60;

fn decide(asked: Asked<'_>) -> Result<Read, Trouble> {
    let read = with_page(parse::with_scripts(asked.source)?, asked, false)?;
    let words = read.words();
    if words >= FEW || read.walked.noscript <= words * 20 {
        return Ok(read);
    }
    let without = with_page(parse::without_scripts(asked.source)?, asked, true)?;
    let is_text = without.words() >= FEW && without.words() >= words * 2;
    Ok(if is_text { without } else { read })
}

fn with_page(page: Page, asked: Asked<'_>, without_scripts: bool) -> Result<Read, Trouble> {
    let Asked { source, reading, is_rendered, .. } = asked;
    let (chosen, fallback) = match Chosen::new(&page, reading) {
        Ok(chosen) => (chosen, false),
        // Better the whole text than none: the watch goes on and says so.
        Err(_) => (Chosen::all(&page, reading.remove), true),
    };
    let by_hand = !reading.select.is_empty() && !fallback;
    let sheets = sheet::sheets(&page, source);
    let (generated, laid) = of_sheets(&sheets);
    let manner = Manner {
        struck: struck::classes(&sheets),
        generated,
        laid,
        without_scripts,
        is_rendered,
        is_numbered: numbers::matter(&page, source),
        is_inner: false,
    };
    let mut walked = walk::walk(&page, chosen, manner)?;
    let mut reasons: Vec<_> = if by_hand {
        walked.drafts.iter().map(|draft| judge::of_chosen(&walked, draft)).collect()
    } else {
        judge::judge(&walked, title(&page).as_deref())
    };
    said_twice(&walked.drafts, &mut reasons);
    if !by_hand {
        templates::take_in(&page, &mut walked, &mut reasons);
    }
    Ok(Read { page, walked, reasons, fallback })
}

/// Leaves out what is for readers who see less where the page shows it to all.
fn said_twice(drafts: &[Draft], reasons: &mut [Reason]) {
    if drafts.iter().all(|draft| !draft.aside) {
        return;
    }
    let shown = drafts.iter().filter(|draft| !draft.aside).map(|draft| hash::of(&draft.text));
    let mut shown: HashSet<u64> = shown.collect();
    for (draft, reason) in drafts.iter().zip(reasons).filter(|(draft, _)| draft.aside) {
        if !shown.insert(hash::of(&draft.text)) {
            *reason = Reason::Twice;
        }
    }
}

impl Read {
    /// How many words are kept of what all readers see.
    fn words(&self) -> usize {
        let drafts = self.walked.drafts.iter().zip(&self.reasons);
        drafts.filter(|(draft, reason)| reason.keeps() && !draft.aside).map(|(draft, _)| draft.words).sum()
    }
}

/// What style sheets write into the page, and what they set apart.
fn of_sheets(sheets: &[String]) -> (Generated, Laid) {
    let (mut generated, mut laid) = (Generated::default(), Laid::default());
    for sheet in sheets {
        sheet::each_rule(sheet, |selectors, body| {
            generated.rule(selectors, body);
            laid.rule(selectors, body);
        });
    }
    (generated, laid)
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
