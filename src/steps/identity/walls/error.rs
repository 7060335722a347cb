//! Rule: an error page that comes with a status of success, above all "not found".
//!
//! Evidence: few words beside dialogs, and a phrase of errors in the title or the first lines; where the title or the first
//! heading itself says that there is no such page, some more words (links to other pages) are no document either.
//! Rules about errors are none of them. Verdict: an error, whatever dialog lies over it; whether it says that the page is gone is kept with it.

use std::sync::LazyLock;

use super::facts::{Facts, Phrases, has};
use crate::model::Trouble;
use crate::steps::text::languages::union;

static ERROR: Phrases = LazyLock::new(|| union(|words| &words.error));
static GONE: Phrases = LazyLock::new(|| union(|words| &words.gone));

/// An error is a sentence or two with an apology and a way back.
const FEW: (usize, usize) = (100, 200);
/// Suggestions of other pages make it longer.
const NAMED: usize = 250;
/// A text of so many sections is a document, whatever its name.
const SECTIONS: usize = 4;

/// Whether a page is an error.
pub(super) fn names(facts: &Facts<'_>) -> Option<Trouble> {
    let words = facts.words_beside;
    let gone = has(&facts.head_beside, &GONE) > 0;
    let by_name = words < NAMED && facts.sections < SECTIONS && has(&facts.name, &GONE) > 0;
    // Rules about errors name them; that there is no such page is said of no rule.
    let by_head = words < facts.bound(FEW.0, FEW.1) && says_so(&facts.head_beside) && (gone || !facts.are_rules());
    (by_name || by_head).then_some(Trouble::SoftError { gone: gone || by_name })
}

/// Whether the head of a page speaks of an error.
pub(super) fn says_so(head: &str) -> bool {
    has(head, &ERROR) > 0 || has(head, &GONE) > 0
}
