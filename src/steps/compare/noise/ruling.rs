//! Words by which a sentence allows, forbids or demands.

use std::collections::HashSet;
use std::sync::LazyLock;

/// In normal form; what has one is never furniture for being said often.
const RULING: &str = "must may not don doesn won can cannot shall should will allow allowed prohibit prohibited only require \
    required requires agree darf dürfen muss müssen nicht kein keine soll kann können untersagt verboten \
    erlaubt nur ne pas doit doivent peut peuvent pouvez devez interdit interdite autorisé uniquement forbid \
    forbidden prohibits ban banned permitted restricted illegal unzulässig défendu illicite";

static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| RULING.split_whitespace().collect());

/// Whether a text rules something.
pub(super) fn is_ruling(text: &str) -> bool {
    let mut ruling = false;
    crate::steps::wording::each_word(text, |word, _| ruling |= WORDS.contains(word));
    ruling
}
