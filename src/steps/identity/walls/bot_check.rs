//! Rule: a page that asks for proof of being human.
//!
//! Evidence: few words, and a frame or script that asks for such a proof together with a phrase on robots, or two such
//! phrases; no sections as a document has them, and other sentences than rules. Verdict: a wall; it never is the document.

use std::sync::LazyLock;

use super::facts::{Facts, Phrases, has};
use crate::model::Trouble;
use crate::steps::text::languages::union;

static HUMAN: Phrases = LazyLock::new(|| union(|words| &words.captcha));

/// Such a page is a sentence or two and a footer: fewer words where nothing is known of it, more in the place of the document.
const WITH_PROOF: (usize, usize) = (200, 500);
const BY_WORDS: (usize, usize) = (100, 200);
/// A text of so many sections is a document with such a proof beside it: a check has hardly a heading.
const SECTIONS: usize = 3;
/// One phrase stands in many texts ("automated means").
const PHRASES: usize = 2;

/// Whether a page asks for proof of being human.
pub(super) fn names(facts: &Facts<'_>) -> Option<Trouble> {
    if facts.sections >= SECTIONS || facts.are_rules() {
        return None;
    }
    let human = has(&facts.text, &HUMAN);
    let by_words = facts.words < facts.bound(BY_WORDS.0, BY_WORDS.1) && human >= PHRASES;
    let proves = facts.signs.bot_proof && if facts.instead { facts.signs.password_fields == 0 } else { human > 0 };
    let by_proof = facts.words < facts.bound(WITH_PROOF.0, WITH_PROOF.1) && proves;
    (by_words || by_proof).then_some(Trouble::BotWall)
}
