//! Gathers the facts by which a wall or an error page betrays itself.

use dom_query::Document as Page;

use super::walk::Walked;
use super::zone::Purpose;
use crate::steps::extract::reason::Reason;
use crate::steps::extract::{Signs, Unseen};

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

/// The facts of a page.
pub(super) fn of(page: &Page, walked: &Walked, reasons: &[Reason]) -> Signs {
    let words = |wanted: &dyn Fn(Purpose, Reason) -> bool| {
        let drafts = walked.drafts.iter().zip(reasons);
        let chosen = drafts.filter(|(draft, reason)| {
            wanted(walked.zones.get(draft.zone).map(|zone| zone.purpose).unwrap_or_default(), **reason)
        });
        chosen.map(|(draft, _)| draft.words).sum()
    };
    Signs {
        password_fields: walked.zones.iter().map(|zone| zone.passwords).sum(),
        buttons: walked.zones.iter().map(|zone| zone.buttons).sum(),
        bot_proof: walked.sources.iter().any(|source| PROOFS.iter().any(|proof| source.contains(proof))),
        consent_words: words(&|purpose, _| matches!(purpose, Purpose::Consent | Purpose::Dialog)),
        hidden_words: words(&|purpose, _| purpose == Purpose::Hidden),
        boilerplate_words: words(&|_, reason| !reason.keeps()),
        unseen: unseen(page),
    }
}

/// What the door of the browser has noted on the page's root.
fn unseen(page: &Page) -> Vec<Unseen> {
    let mut children = page.root().children_it(false);
    let noted = children.find(|child| child.has_name("html")).and_then(|html| html.attr("data-hausrecht-unseen"));
    noted.map(|noted| noted.split(' ').filter_map(Unseen::of).collect()).unwrap_or_default()
}
