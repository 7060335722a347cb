//! Takes in what a page keeps in a template or a text area, where the page itself says less than that.
//!
//! Evidence: prose, as much of it as the page itself has words or more, that does not stand on the page as well, and that is
//! no question about cookies. Verdict: it is what readers see once a script has shown it, and is read in its place.

use std::collections::HashSet;

use dom_query::{Document as Page, NodeData, NodeRef};

use super::budget::Budget;
use super::chosen::Chosen;
use super::parse;
use super::walk::{self, Manner, Walked};
use crate::model::count_words;
use crate::steps::extract::draft::Draft;
use crate::steps::extract::plain;
use crate::steps::extract::reason::Reason;
use crate::steps::text::hash;

/// Types of scripts that hold mark-up for other scripts to show.
const MARKUP: [&str; 11] = [
    "text/template",
    "text/x-template",
    "text/html",
    "text/x-handlebars",
    "text/x-handlebars-template",
    "text/ng-template",
    "text/x-mustache",
    "text/x-tmpl",
    "text/x-jsrender",
    "text/x-jquery-tmpl",
    "text/x-underscore-template",
];
/// Templates of a row, a card or a message have a sentence or two.
const LEAST: usize = 80;
/// A page that says more by itself is no introduction to what lies in a template.
const INTRODUCTION: usize = 1500;
/// So many templates are read; pages of applications have some dozen.
const MOST: usize = 200;
/// A question about cookies in a template is shorter, has buttons, and names them so often.
const QUESTION: (usize, usize, usize) = (600, 2, 2);

/// Takes the text of templates in behind what was read, where it is what readers come for; what a text area shows is text
/// beside whatever else there is.
pub(super) fn take_in(page: &Page, walked: &mut Walked, reasons: &mut Vec<Reason>) {
    let root = page.root();
    let templates = root.descendants_it().filter(is_template).take(MOST);
    let mut templates = templates.filter(|node| !for_lack_of_scripts(node)).peekable();
    if templates.peek().is_none() {
        return;
    }
    let kept = || walked.drafts.iter().zip(reasons.iter()).filter(|(_, reason)| reason.keeps());
    let own: usize = kept().map(|(draft, _)| count_words(&draft.text)).sum();
    let known: HashSet<u64> = kept().map(|(draft, _)| hash::of(&draft.text)).collect();
    let mut found: Vec<(bool, Vec<Draft>)> = Vec::new();
    let mut prose = 0;
    for node in templates {
        let is_shown = node.has_name("textarea");
        if own >= INTRODUCTION && !is_shown {
            continue;
        }
        let Some(drafts) = drafts_of(page, &node) else { continue };
        let fresh = words(drafts.iter().filter(|draft| is_said(draft) && !known.contains(&hash::of(&draft.text))));
        let is_fresh = fresh > 0 && fresh * 2 > words(drafts.iter().filter(|draft| is_said(draft)));
        if is_fresh && (is_shown || fresh >= LEAST) {
            prose += if fresh >= LEAST { fresh } else { 0 };
            found.push((is_shown, drafts));
        }
    }
    let takes_place = prose >= own;
    for mut draft in found.into_iter().filter(|(is_shown, _)| *is_shown || takes_place).flat_map(|(_, drafts)| drafts) {
        draft.zone = 0;
        walked.drafts.push(draft);
        reasons.push(Reason::Template);
    }
}

/// Whether an element keeps text until a script shows it.
fn is_template(node: &NodeRef<'_>) -> bool {
    node.query_or(false, |inner| {
        let NodeData::Element(element) = &inner.data else { return false };
        match element.name.local.as_ref() {
            // A shadow root that the markup declares is shown, and read where it stands.
            "template" => !element.attrs.iter().any(|attribute| &*attribute.name.local == "shadowrootmode"),
            "textarea" => true,
            "script" => element.attrs.iter().any(|attribute| {
                &*attribute.name.local == "type"
                    && MARKUP.iter().any(|kind| attribute.value.trim().eq_ignore_ascii_case(kind))
            }),
            _ => false,
        }
    })
}

fn for_lack_of_scripts(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None).any(|above| above.has_name("noscript"))
}

/// What a template says; none where it asks for consent.
fn drafts_of(page: &Page, node: &NodeRef<'_>) -> Option<Vec<Draft>> {
    if node.has_name("textarea") {
        return plain::read(&node.text()).ok();
    }
    let contents = node.query_or(None, |inner| match &inner.data {
        NodeData::Element(element) => element.template_contents,
        _ => None,
    });
    let source = match contents {
        Some(id) => page.tree.get(&id)?.inner_html(),
        None => node.text(),
    };
    if source.len() < LEAST * 3 {
        return None;
    }
    let fragment = parse::fragment(&source, &Budget::of(source.len())).ok()?;
    let walked = walk::walk(&fragment, Chosen::all(&fragment, &[]), Manner::default()).ok()?;
    let cookies: usize = walked.drafts.iter().map(|draft| draft.text.matches("ookie").count()).sum();
    let is_question =
        words(walked.drafts.iter()) <= QUESTION.0 && walked.buttons >= QUESTION.1 && cookies >= QUESTION.2;
    (!is_question).then_some(walked.drafts)
}

/// Whether a block is a sentence, and no pattern that a script fills in.
fn is_said(draft: &Draft) -> bool {
    draft.is_prose() && !["{{", "<%", "${", "[["].iter().any(|sign| draft.text.contains(sign))
}

fn words<'a>(drafts: impl Iterator<Item = &'a Draft>) -> usize {
    drafts.map(|draft| count_words(&draft.text)).sum()
}
