//! Words by which a sentence allows, forbids or demands.

use std::collections::HashSet;
use std::sync::LazyLock;

/// In normal form; what has one is never boilerplate for being said often.
const MODAL_VERBS: &str = "must may not don doesn won can cannot shall should will allow allowed prohibit prohibited only require \
    required requires agree darf dürfen muss müssen nicht kein keine soll kann können untersagt verboten \
    erlaubt nur ne pas doit doivent peut peuvent pouvez devez interdit interdite autorisé uniquement forbid \
    forbidden prohibits ban banned permitted restricted illegal unzulässig défendu illicite";

static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| MODAL_VERBS.split_whitespace().collect());

/// Whether a text rules something.
pub(in crate::steps) fn has_modal_verb(text: &str) -> bool {
    let mut found = false;
    super::each_word(text, |word, _| found |= WORDS.contains(word));
    found
}
