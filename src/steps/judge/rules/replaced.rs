//! What is never passed over: an entry, a row or a sentence with a rule in it that gave way to quite another one.
//!
//! Nothing of it is a rewording, so what it said is gone and what it says is new. An entry or a row of a list of rules needs no
//! word that forbids.

use std::collections::HashSet;

use crate::model::{Hunk, Place, count_words};
use crate::steps::text::limits::has_limit;
use crate::steps::text::modal_verbs::has_modal_verb;
use crate::steps::text::stopwords::{is_language, is_of_date, is_small};
use crate::steps::text::tokens::{joined, words};

/// Fewer words are a label, more are a text of their own.
const LEAST: usize = 4;
const MOST: usize = 80;
/// As great a share of the words of content that are on both sides makes a rewording of it.
const SHARED: usize = 4;

/// Whether one of the passages gave way to quite another.
pub(in crate::steps::judge) fn is_replaced(hunks: &[Hunk]) -> bool {
    hunks.iter().any(|hunk| {
        let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return false };
        let is_listed = matches!(hunk.place, Place::Item | Place::Row);
        let counts = [before, after].map(|text| count_words(text));
        (is_listed || hunk.place == Place::Paragraph)
            && counts.iter().all(|count| (LEAST..=MOST).contains(count))
            && (is_listed || [before, after].iter().any(|text| has_modal_verb(text) || has_limit(text)))
            && is_another(before, after)
    })
}

/// Lines of more words are weighed.
const LINE: usize = 3;

/// Whether nothing differs but a short line that gave way to one that shares no more than a third of the words of both with it: an
/// entry, an answer, a value.
pub(in crate::steps::judge) fn is_another_line(hunks: &[Hunk]) -> bool {
    let [Hunk { before: Some(before), after: Some(after), place, .. }] = hunks else { return false };
    let (gone, come) = (content(before), content(after));
    let shared = gone.intersection(&come).count();
    !matches!(place, Place::Code | Place::Heading)
        && [before, after].iter().all(|text| (1..=LINE).contains(&count_words(text)))
        && gone.len() > shared
        && come.len() > shared
        && shared * 3 <= gone.len() + come.len()
}

/// The words of a line that say something: dates and numbers are for other rules.
fn content(text: &str) -> HashSet<String> {
    let says = |word: &&str| !is_small(word) && !is_language(word) && !is_of_date(word);
    words(&joined(text)).filter(says).map(str::to_owned).collect()
}

/// Of longer sentences the model knows more.
const SENTENCE: usize = 12;
/// So many words of content that came or went make another thing of a sentence, and not another word for it.
const OTHERS: usize = 2;

/// Whether nothing differs but a short sentence that says something else than before: no more of its words of content stay than
/// went and came, or one more. Among 1,173 labelled changes one is such, a call to an event.
pub(in crate::steps::judge) fn is_another_sentence(hunks: &[Hunk]) -> bool {
    let [Hunk { before: Some(before), after: Some(after), place, aside: false, .. }] = hunks else { return false };
    let (gone, come) = (content(before), content(after));
    let shared = gone.intersection(&come).count();
    let (lost, got) = (gone.len() - shared, come.len() - shared);
    // Labels and names of other pages follow each other as they like.
    let is_sentence = |text: &String| text.trim_end().ends_with(['.', '!', '。']);
    !matches!(place, Place::Code | Place::Heading)
        && is_sentence(before)
        && is_sentence(after)
        && [before, after].iter().all(|text| (1..=SENTENCE).contains(&count_words(text)))
        && lost.min(got) > 0
        && lost.max(got) >= OTHERS
        && shared <= lost + got + 1
}

fn is_another(before: &str, after: &str) -> bool {
    let (before, after) = (joined(before), joined(after));
    let content = |text: &'_ str| words(text).filter(|word| !is_small(word)).map(str::to_owned).collect::<HashSet<_>>();
    let (before, after) = (content(&before), content(&after));
    let shared = before.intersection(&after).count();
    shared * SHARED < before.len().min(after.len())
}
