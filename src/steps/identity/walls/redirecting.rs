//! Rule: a page that only says that it leads elsewhere.
//!
//! Evidence: hardly more than a sentence, and a phrase on being sent on. Verdict: no document; the address to which its only
//! link leads is kept, to be followed or proposed.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::facts::{Facts, Phrases, has};
use crate::model::Trouble;
use crate::steps::text::languages::union;

static REDIRECTING: Phrases = LazyLock::new(|| union(|words| &words.redirecting));

/// "You are being redirected. If nothing happens, click here." and its like are no longer.
const FEW: usize = 40;

/// Whether a page only leads elsewhere.
pub(super) fn names(facts: &Facts<'_>) -> Option<Trouble> {
    if facts.words >= FEW || facts.sections > 0 || has(&facts.text, &REDIRECTING) == 0 {
        return None;
    }
    let links = facts.document.blocks.iter().flat_map(|block| &block.links);
    let targets: BTreeSet<&str> = links.map(|link| link.target.as_str()).collect();
    let only = if targets.len() == 1 { targets.first().map(|target| (*target).to_owned()) } else { None };
    Some(Trouble::Redirecting { to: only })
}
