//! The rules in their order, and the three questions that they answer.

use super::facts::Facts;
use super::{bot_check, consent, error, login, notice, redirecting, stub};
use crate::model::Trouble;
use crate::steps::extract::Extract;

/// What names a wall.
type Rule = fn(&Facts<'_>) -> Option<Trouble>;

/// The rules; the first that holds decides.
const RULES: [Rule; 5] = [bot_check::names, login::names, error::names, consent::names, redirecting::names];

/// What a page is that was never read before, where it is clearly no document.
pub(in crate::steps::identity) fn at_first_sight(extract: &Extract) -> Option<Trouble> {
    let facts = Facts::of(extract, false);
    RULES.iter().find_map(|rule| rule(&facts)).or_else(|| stub::empty(&facts)).or_else(|| notice::names(&facts))
}

/// Whether a page that is named by words alone may be the document, if it stands.
pub(in crate::steps::identity) fn may_be_a_document(extract: &Extract) -> bool {
    Facts::of(extract, true).may_be_a_document()
}

/// What a page is that has little in common with the document, where its signs name it.
pub(in crate::steps::identity) fn in_place_of_the_document(extract: &Extract) -> Option<Trouble> {
    let facts = Facts::of(extract, true);
    RULES.iter().find_map(|rule| rule(&facts))
}

/// Whether a page only says that it leads elsewhere.
pub(in crate::steps) fn only_leads_on(extract: &Extract) -> bool {
    at_first_sight(extract).is_some_and(|trouble| matches!(trouble, Trouble::Redirecting { .. }))
}
