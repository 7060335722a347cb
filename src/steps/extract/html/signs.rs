//! Gathers the facts by which a wall or an error page betrays itself.

use std::collections::HashSet;

use dom_query::Document as Page;

use super::elsewhere;
use super::walk::Walked;
use super::zone::Purpose;
use crate::steps::extract::draft::Draft;
use crate::steps::extract::reason::Reason;
use crate::steps::extract::{BesideDialog, Container, Signs, Unseen};
use crate::steps::{hub, text};

/// The parts of a frame's or script's address by which a proof of being human is known.
const PROOFS: [&str; 8] = [
    "captcha",
    "challenges.cloudflare",
    "cdn-cgi/challenge",
    "arkoselabs",
    "funcaptcha",
    "perimeterx",
    "datadome",
    "_incapsula_",
];

/// So many buttons are listened to; a page of a document has some dozen.
const BUTTONS: usize = 60;
/// The label of a button is no longer, in letters.
const LABEL: usize = 60;
/// So many lines beside a dialog say what it lies over.
const FIRST: usize = 4;

/// The facts of a page.
pub(super) fn of(page: &Page, walked: &Walked, reasons: &[Reason]) -> Signs {
    let purpose = |draft: &Draft| walked.zones.get(draft.zone).map(|zone| zone.purpose).unwrap_or_default();
    let words = |wanted: &dyn Fn(Purpose, Reason) -> bool| {
        let drafts = walked.drafts.iter().zip(reasons);
        let chosen = drafts.filter(|(draft, reason)| wanted(purpose(draft), **reason));
        chosen.map(|(draft, _)| draft.words).sum::<usize>()
    };
    let is_question = |purpose: Purpose| matches!(purpose, Purpose::Consent | Purpose::Dialog);
    let read = words(&|_, reason| reason.keeps());
    let in_dialog = words(&|purpose, reason| reason.keeps() && is_question(purpose));
    let beside =
        walked.drafts.iter().zip(reasons).filter(|(draft, reason)| reason.keeps() && !is_question(purpose(draft)));
    Signs {
        password_fields: walked.zones.iter().map(|zone| zone.passwords).sum(),
        buttons: walked.zones.iter().map(|zone| zone.buttons).sum(),
        bot_proof: walked.sources.iter().any(|source| PROOFS.iter().any(|proof| source.contains(proof))),
        consent_words: words(&|purpose, _| is_question(purpose)),
        hidden_words: words(&|purpose, _| purpose == Purpose::Hidden),
        boilerplate_words: words(&|_, reason| !reason.keeps()),
        buttons_in_text: labels(page, walked, reasons),
        beside_dialog: (in_dialog > 0).then(|| BesideDialog {
            words: read - in_dialog,
            first: beside.map(|(draft, _)| draft.text.clone()).take(FIRST).collect(),
        }),
        is_page: true,
        is_chosen: false,
        printed_lines: Vec::new(),
        pages_led_to: hub::pages(
            walked
                .drafts
                .iter()
                .zip(reasons)
                .filter(|(_, reason)| **reason == Reason::Text)
                .flat_map(|(draft, _)| &draft.links),
        ),
        container: container(walked, reasons, read, in_dialog),
        elsewhere: elsewhere::of(page, walked, reasons),
        unseen: unseen(page),
        needs_scripts: false,
    }
}

/// What the door of the browser has noted on the page's root.
fn unseen(page: &Page) -> Vec<Unseen> {
    let mut children = page.root().children_it(false);
    let noted = children.find(|child| child.has_name("html")).and_then(|html| html.attr("data-hausrecht-unseen"));
    noted.map(|noted| noted.split(' ').filter_map(Unseen::of).collect()).unwrap_or_default()
}

/// What most of what is read stands in.
fn container(walked: &Walked, reasons: &[Reason], read: usize, in_dialog: usize) -> Container {
    let of = |wanted: &dyn Fn(&Draft, Reason) -> bool| {
        let drafts = walked.drafts.iter().zip(reasons);
        let chosen = drafts.filter(|(draft, reason)| reason.keeps() && wanted(draft, **reason));
        chosen.map(|(draft, _)| draft.words).sum::<usize>()
    };
    let most = |words: usize| words * 2 > read;
    let main = walked.within(&[Purpose::Main]);
    let in_main = |draft: &Draft| main.get(draft.zone).is_some_and(|inside| *inside);
    if most(of(&|_, reason| reason == Reason::Template)) {
        Container::Template
    } else if most(in_dialog) {
        Container::Dialog
    } else if most(of(&|draft, _| in_main(draft))) {
        Container::Main
    } else {
        Container::Page
    }
}

/// The labels of the buttons in the parts that hold what is read; a form belongs to the part around it.
fn labels(page: &Page, walked: &Walked, reasons: &[Reason]) -> Vec<String> {
    let read: HashSet<usize> =
        walked.drafts.iter().zip(reasons).filter(|(_, reason)| reason.keeps()).map(|(draft, _)| draft.zone).collect();
    let is_read = |zone: usize| {
        let is_form = walked.zones.get(zone).is_some_and(|here| here.purpose == Purpose::Login);
        read.contains(&zone) || is_form && walked.zones.get(zone).is_some_and(|here| read.contains(&here.parent))
    };
    let buttons = walked.buttons_at.iter().filter(|(zone, _)| is_read(*zone)).take(BUTTONS);
    let labels =
        buttons.filter_map(|(_, id)| page.tree.get(id)).map(|button| text::tidy(&button.text()).to_lowercase());
    labels.filter(|label| !label.is_empty() && label.chars().count() <= LABEL).collect()
}
