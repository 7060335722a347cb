//! Rule: a page that says (next to) nothing.
//!
//! Evidence: fewer words than any policy has; no sentence among them, or one that asks for scripts, and no list of documents
//! below a name. Verdict: empty; where a sentence stands there, and a longer document is known, it is a note that is quoted.

use std::sync::LazyLock;

use super::facts::{Facts, Phrases};
use crate::model::count_words;
use crate::model::{Document, Trouble};
use crate::steps::extract::{Extract, Signs};
use crate::steps::hub;
use crate::steps::text::languages::union;

/// Fewer words are no policy: the shortest of the captures named at [`super`] has 175.
pub(in crate::steps::identity) const STUB: usize = 60;
/// As many letters of a note are quoted.
const NOTE: usize = 160;
/// A sentence has so many words where it ends as one, and so many where it does not.
const ENDS: usize = 5;
const SAYS: usize = 12;

static SCRIPTS: Phrases = LazyLock::new(|| union(|words| &words.scripts));

/// Whether a page of which nothing is known says nothing.
pub(super) fn empty(facts: &Facts<'_>) -> Option<Trouble> {
    // A word or two that the watch's own selectors chose are what its owner wants to read.
    let is_chosen = facts.signs.is_chosen && !facts.document.blocks.iter().any(|block| asks_for_scripts(&block.text));
    let is_empty = facts.words < STUB
        && says_nothing(facts.document)
        && !is_chosen
        && !facts.is_contest
        && !is_list_of_documents(facts);
    is_empty.then(|| nothing(facts.signs))
}

/// What a page of few words is that none of the signs names.
pub(in crate::steps::identity) fn stub(extract: &Extract) -> Trouble {
    let document = &extract.document;
    if says_nothing(document) {
        return nothing(&extract.signs);
    }
    note(document)
}

/// What a page of few words says, quoted.
pub(super) fn note(document: &Document) -> Trouble {
    let said = document.blocks.iter().map(|block| block.text.as_str()).find(|text| is_sentence(text));
    let said = said.or(document.blocks.first().map(|block| block.text.as_str())).unwrap_or_default();
    Trouble::ShortNote { text: said.chars().take(NOTE).collect() }
}

/// Whether a page leads to documents, and asks for nothing and for no scripts.
fn is_list_of_documents(facts: &Facts<'_>) -> bool {
    let asks = || facts.document.blocks.iter().any(|block| asks_for_scripts(&block.text));
    facts.signs.password_fields == 0 && facts.signs.pages_led_to >= hub::LEAST && hub::is_hub(facts.document) && !asks()
}

/// That a page says nothing, and whether its scripts may say more.
const fn nothing(signs: &Signs) -> Trouble {
    Trouble::Empty { scripts: signs.needs_scripts }
}

/// Whether a few words are no sentence, or only ask for scripts: that word is the same in all languages.
fn says_nothing(document: &Document) -> bool {
    let texts = || document.blocks.iter().map(|block| block.text.as_str());
    !texts().any(is_sentence) || texts().any(asks_for_scripts)
}

fn asks_for_scripts(text: &str) -> bool {
    let text = text.to_lowercase();
    SCRIPTS.iter().any(|word| text.contains(word))
}

/// Whether a block says something rather than naming it.
fn is_sentence(text: &str) -> bool {
    let words = count_words(text);
    text.ends_with(['.', '!', '?', ':', '。', '！', '？', '।']) && words >= ENDS || words >= SAYS
}
