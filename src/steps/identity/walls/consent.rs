//! Rule: a question about cookies that stands in the page's place.
//!
//! Evidence: little text that talks of cookies and consent; to accept or to refuse right beside it (two such buttons, or one
//! in a dialog that holds the text); no sections as a document has them, and no name as a cookie policy has it. A policy
//! about cookies talks of them as well: it is told by its shape, not by its words. Verdict: a wall, unless the watch's own
//! selectors chose the text.

use std::sync::LazyLock;

use super::facts::{Facts, Phrases, has};
use crate::model::Trouble;
use crate::model::count_words;
use crate::steps::identity::title;
use crate::steps::text::languages::union;

static CONSENT: Phrases = LazyLock::new(|| union(|words| &words.consent));
static BUTTONS: Phrases = LazyLock::new(|| union(|words| &words.consent_buttons));

/// Consent pages and dialogs are short, lists of partners aside. A short cookie policy has fewer words as well: sections, the
/// name and the buttons tell it.
const MOST: usize = 400;
/// So often such a text speaks of it, and at least once in so many words.
const MENTIONS: usize = 3;
const SPARSE: usize = 60;
/// A dialog may have a heading or two of its own; a policy has sections.
const SECTIONS: usize = 3;
/// "Accept all" is a label, a longer text is not.
const LABEL: usize = 5;

/// Whether a page asks for consent to cookies.
pub(super) fn names(facts: &Facts<'_>) -> Option<Trouble> {
    if facts.words >= MOST || facts.sections >= SECTIONS || facts.signs.is_chosen {
        return None;
    }
    let mentions: usize = CONSENT.iter().map(|word| facts.text.matches(word).count()).sum();
    if mentions < MENTIONS || mentions * SPARSE <= facts.words {
        return None;
    }
    let lines = facts.document.blocks.iter().map(|block| block.text.to_lowercase());
    let labels = facts.signs.buttons_in_text.iter().cloned().chain(lines);
    let choices = labels.filter(|label| count_words(label) <= LABEL && has(label, &BUTTONS) > 0).count();
    let in_dialog = facts.signs.consent_words * 2 > facts.words;
    let asks = choices >= if in_dialog { 1 } else { 2 };
    // The question may lie over the very policy, under its title.
    let is_policy = !in_dialog && title::is_cookie_policy(facts.document);
    (asks && !is_policy).then_some(Trouble::ConsentWall)
}
