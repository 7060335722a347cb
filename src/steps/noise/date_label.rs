//! Rule: a dating line has the same date on both sides and hardly another word in common: its label is in another language.
//!
//! Evidence: one short line on each side, the same dates or numbers, at most a third of the words shared, no word by which
//! a rule is made, and at least one side says in a language known here that it dates the document. Verdict: language.

use super::DifferingBlocks;
use super::dating::{DateLine, LINE, LONGEST};
use super::surroundings::Surroundings;
use crate::steps::text::dates::find_dates;
use crate::steps::text::modal_verbs::is_modal_verb;

/// Labels in two languages share at most one word in so many. Chosen on the pages of corpus 2022.
const SHARED: usize = 3;

/// Whether only the words around a date differ.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (before, after) = (difference.before(), difference.after());
    if before.len().max(after.len()) > LONGEST {
        return false;
    }
    let dates = |text: &str| find_dates(text).into_iter().map(|(_, date)| date).collect::<Vec<_>>();
    let (old, new) = (DateLine::read(before), DateLine::read(after));
    let is_label = |line: &DateLine, text: &str| {
        (1..=LINE).contains(&line.words.len())
            && !text.contains('\n')
            && !line.words.iter().any(|word| is_modal_verb(word))
    };
    let (known, come) = (dates(before), dates(after));
    let same = !known.is_empty() && known == come || known.len() != come.len() && old.numbers == new.numbers;
    let shared = old.words.iter().filter(|word| new.words.contains(word)).count();
    let strange = shared * SHARED <= old.words.len().min(new.words.len());
    let dating = old.dates_the_document() || new.dates_the_document();
    is_label(&old, before) && is_label(&new, after) && same && strange && dating
}
