//! Where on a page text may stand that was not read: frames, what scripts keep, hidden parts, empty places.

use std::collections::HashSet;

use dom_query::{Document as Page, NodeData, NodeRef};

use super::attributes::Attributes;
use super::prose::{self, OnPage};
use super::walk::Walked;
use super::zone::Purpose;
use crate::model::count_words;
use crate::steps::extract::Unread;
use crate::steps::extract::draft::Draft;
use crate::steps::extract::reason::Reason;

/// A page that says more by itself is no introduction to something else.
const INTRODUCTION: usize = 400;
/// Lower or narrower frames show buttons, counters, forms and films; a text has more room, or as much as there is.
const LOW: usize = 400;
const NARROW: usize = 300;
/// Where the address of a frame stands that is not loaded yet.
const LATER: [&str; 3] = ["data-src", "data-lazy-src", "data-src-cmplz"];
/// How the address of a file ends that may be the text.
const ENDING: &str = ".pdf";
/// So many frames, and so many files, are named.
const MOST: usize = 4;
/// So many frames and empty places are looked at, each with what is around it; real pages have some dozen.
const LOOKED_AT: usize = 200;

/// Where else the text of a page may stand.
pub(super) fn of(page: &Page, walked: &Walked, reasons: &[Reason]) -> Unread {
    let kept = || walked.drafts.iter().zip(reasons).filter(|(_, reason)| reason.keeps()).map(|(draft, _)| draft);
    let mut own = 0;
    for draft in kept() {
        own += count_words(&draft.text);
        if own >= INTRODUCTION {
            return Unread::default();
        }
    }
    let prose = |wanted: &dyn Fn(&Draft) -> bool| -> usize {
        let left = walked.drafts.iter().zip(reasons).filter(|(_, reason)| !reason.keeps()).map(|(draft, _)| draft);
        left.filter(|draft| draft.is_prose() && wanted(draft)).map(|draft| count_words(&draft.text)).sum()
    };
    let (hidden, question) = (walked.within(&[Purpose::Hidden]), walked.within(&[Purpose::Consent]));
    let stands = |within: &[bool], draft: &Draft| within.get(draft.zone).is_some_and(|inside| *inside);
    let known = OnPage::of(kept().map(|draft| draft.text.as_str()));
    let mut found = Unread {
        hidden_words: prose(&|draft| stands(&hidden, draft)),
        left_out_words: prose(&|draft| !stands(&hidden, draft) && !stands(&question, draft)),
        base: page.select("base[href]").iter().next().and_then(|base| base.attr("href")).map(|href| href.to_string()),
        ..Unread::default()
    };
    let (mut scripts, mut places) = (false, false);
    let mut left = LOOKED_AT;
    for node in page.root().descendants_it() {
        let Some((name, attributes)) = element(&node) else { continue };
        match name.as_str() {
            "script" => {
                let is_data = attributes.kind.contains("json") || attributes.kind.contains("javascript");
                let is_program = attributes.kind.is_empty() || attributes.kind == "module";
                scripts |= !attributes.kind.contains("json");
                if is_data && !attributes.kind.contains("ld+json") || is_program {
                    found.script_words += prose::words_in(&node.text(), &known);
                }
            }
            "iframe" | "frame" | "object" | "embed" if found.frames.len() < MOST && left > 0 => {
                left -= 1;
                found.frames.extend(frame(&node, &name));
            }
            "a" if found.files.len() < MOST && left > 0 && is_pdf(&attributes.href) => {
                left -= 1;
                found.files.extend(is_to_be_seen(&node).then_some(attributes.href));
            }
            "div" | "section" | "article" | "main" if !places && left > 0 && !attributes.id.is_empty() => {
                left -= usize::from(node.first_child().is_none());
                places = is_place(&node) && !attributes.is_concealed() && !attributes.called.consent;
            }
            _ => {}
        }
    }
    found.has_place_to_fill = scripts && places;
    found
}

/// The address of a frame that is to be seen and has room for a text.
pub(super) fn frame(node: &NodeRef<'_>, name: &str) -> Option<String> {
    let attribute = |name: &str| node.attr(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
    let source = attribute(if name == "object" { "data" } else { "src" });
    // Until it comes into view, or its reader agrees, the address of a frame stands under another name.
    let source = source.filter(|source| name == "object" || !source.starts_with("about:"));
    let source = source.or_else(|| LATER.iter().find_map(|name| attribute(name)))?;
    if source.starts_with("about:") || source.starts_with("javascript:") || source.starts_with("data:") {
        return None;
    }
    if matches!(name, "object" | "embed") {
        let kind = attribute("type").unwrap_or_default();
        if !(kind.is_empty() || kind.contains("html") || kind.contains("pdf")) {
            return None;
        }
    }
    // Films and cards of payment ask for what texts have no use of.
    let asks = attribute("allow").unwrap_or_default();
    let is_film = node.has_attr("allowfullscreen")
        || ["autoplay", "encrypted-media", "payment", "fullscreen"].iter().any(|use_of| asks.contains(use_of));
    let is_small = |name: &str, least: usize| {
        let written = attribute(name).or_else(|| {
            let style = attribute("style")?.to_ascii_lowercase().replace(' ', "");
            style.split(';').find_map(|rule| rule.strip_prefix(&format!("{name}:")).map(str::to_owned))
        });
        written.is_some_and(|size| {
            let number: String = size.chars().take_while(char::is_ascii_digit).collect();
            let is_pixels = size[number.len()..].is_empty() || size[number.len()..].starts_with("px");
            is_pixels && number.parse::<usize>().is_ok_and(|pixels| pixels < least)
        })
    };
    let has_height = attribute("height").is_some()
        || attribute("style").is_some_and(|style| style.contains("height"))
        || node.has_attr("class")
        || node.has_attr("id");
    // Without a size a frame is 150 pixels high, and shows no document.
    let has_room = name == "frame" || has_height && !is_small("height", LOW) && !is_small("width", NARROW);
    (!is_film && has_room && is_to_be_seen(node)).then_some(source)
}

/// Whether an element is shown, and stands beside no text.
fn is_to_be_seen(node: &NodeRef<'_>) -> bool {
    let is_shown = |node: &NodeRef<'_>| {
        element(node).is_none_or(|(name, attributes)| {
            !(attributes.is_concealed()
                || attributes.aria_hidden
                || matches!(name.as_str(), "noscript" | "footer" | "nav" | "aside"))
        })
    };
    is_shown(node) && node.ancestors_it(None).all(|above| is_shown(&above))
}

/// Whether an address is one of a PDF file.
fn is_pdf(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.len()
        .checked_sub(ENDING.len())
        .and_then(|at| path.get(at..))
        .is_some_and(|end| end.eq_ignore_ascii_case(ENDING))
}

/// The name of an element and its attributes.
fn element(node: &NodeRef<'_>) -> Option<(String, Attributes)> {
    node.query_or(None, |inner| match &inner.data {
        NodeData::Element(element) => Some((element.name.local.to_string(), Attributes::of(element, &HashSet::new()))),
        _ => None,
    })
}

/// Whether an element is empty and stands among text: where only a script puts something.
fn is_place(node: &NodeRef<'_>) -> bool {
    let is_empty = || {
        node.first_child()
            .is_none_or(|child| child.is_text() && child.next_sibling().is_none() && child.text().trim().is_empty())
    };
    let says = |name: &str| matches!(name, "p" | "h1" | "h2" | "ul" | "table");
    is_empty()
        && node.parent().is_some_and(|parent| {
            parent.children_it(false).any(|beside| beside.node_name().is_some_and(|name| says(&name)))
        })
}
