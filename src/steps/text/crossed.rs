//! Words that changed sides within a passage: an entry that went from what is allowed to what is forbidden.

use super::exchanges::{Exchange, exchanges};
use super::modal_verbs::is_modal_verb;
use super::stopwords::is_small;
use super::words::words;
use crate::model::Hunk;

/// Of longer runs the order is a matter of style.
const FEW: usize = 12;

/// What parts one rule from the next.
const ENDS: [char; 6] = ['.', ';', ':', '!', '。', '；'];

/// Whether the passage says the same words, but some stand on the other side of one that allows, forbids or demands, and of the
/// end of its sentence.
pub(in crate::steps) fn crosses_a_rule(hunk: &Hunk) -> bool {
    exchanges(hunk).iter().any(is_crossing)
}

fn is_crossing(exchange: &Exchange) -> bool {
    let ends = |text: &str| text.trim().trim_end_matches(ENDS).contains(ENDS);
    let sides = [&exchange.gone, &exchange.come].map(|side| words(side));
    let is_one = |word: &String| !is_small(word) && !is_modal_verb(word);
    let sorted = |side: &Vec<String>| {
        let mut side = side.clone();
        side.sort_unstable();
        side
    };
    (2..=FEW).contains(&sides[0].len())
        && sides[0] != sides[1]
        && sides[0].iter().any(|word| is_modal_verb(word))
        && sides[0].iter().any(is_one)
        && [&exchange.gone, &exchange.come].into_iter().any(|side| ends(side))
        && sorted(&sides[0]) == sorted(&sides[1])
}
