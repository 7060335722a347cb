//! The walls, errors and stubs that stand in a document's place, by their signs; phrases only ever add to other evidence.
//!
//! Each rule is one file with its evidence, its verdict and its numbers; the first that holds gives the name. The numbers
//! are judgement and not measured one by one. What is known of them together: at a first look at each of the 661 captures of
//! the two corpora, 657 were read without a wall and without a doubt; three that hold no text were `stub`s, and one PDF was
//! not read in its time.
//!
//! | rule | names | where |
//! |---|---|---|
//! | `bot_check` | a page that asks for proof of being human | [`bot_check`] |
//! | `login` | a page that asks for a login | [`login`] |
//! | `error` | an error, or that there is no such page, with a status of success | [`error`] |
//! | `consent` | a question about cookies instead of the page | [`consent`] |
//! | `redirecting` | a page that only says that it leads elsewhere | [`redirecting`] |
//! | `stub` | a page that says (next to) nothing | [`stub`] |

mod bot_check;
mod consent;
mod error;
mod facts;
mod login;
mod redirecting;
mod stub;

pub(super) use stub::{STUB, stub};

use crate::model::Trouble;
use crate::steps::extract::Extract;
use facts::Facts;

/// What names a wall.
type Rule = fn(&Facts<'_>) -> Option<Trouble>;

/// The rules; the first that holds decides.
const RULES: [Rule; 5] = [bot_check::names, login::names, error::names, consent::names, redirecting::names];

/// What a page is that was never read before, where it is clearly no document.
pub(super) fn at_first_sight(extract: &Extract) -> Option<Trouble> {
    let facts = Facts::of(extract, false);
    RULES.iter().find_map(|rule| rule(&facts)).or_else(|| stub::empty(&facts))
}

/// Whether a page that is named by words alone may be the document, if it stands.
pub(super) fn may_be_a_document(extract: &Extract) -> bool {
    Facts::of(extract, true).may_be_a_document()
}

/// What a page is that has little in common with the document, where its signs name it.
pub(super) fn in_place_of_the_document(extract: &Extract) -> Option<Trouble> {
    let facts = Facts::of(extract, true);
    RULES.iter().find_map(|rule| rule(&facts))
}

/// Whether a page only says that it leads elsewhere.
pub(in crate::steps) fn only_leads_on(extract: &Extract) -> bool {
    at_first_sight(extract).is_some_and(|trouble| matches!(trouble, Trouble::Redirecting { .. }))
}
