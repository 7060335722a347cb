//! What is never passed over: a sentence that forbids, demands or allows and that came or went by itself.
//!
//! Among the 1,708 labelled changes fifteen are such; thirteen were to be told, and of five of these nobody was.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::model::{Comparison, Edit, Hunk, Place, count_words};
use crate::steps::judge::effective_date::effective;
use crate::steps::judge::why::signs::any;
use crate::steps::text::languages::union;
use crate::steps::text::modal_verbs::has_modal_verb;
use crate::steps::text::tokens::{joined, words};
use crate::steps::text::turned::is_negation;

/// What documents of rules are called, as words begin.
static DOCUMENTS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.rules));

/// Who tells of a change, and what was done to the terms.
static TELLERS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.teller));
static RENEWED: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.renewed));

/// Where more passages differ, what one of them says is for the judgement to weigh.
pub(in crate::steps::judge) const PASSAGES: usize = 3;
/// Fewer words are a label, more are a text of their own.
const LEAST: usize = 5;
/// The same of what ends as a sentence does.
const LEAST_OF_A_SENTENCE: usize = 2;
const MOST: usize = 60;

/// Fewer words of a paragraph are a label.
const SENTENCE: usize = 4;

/// Whether one of the passages is a sentence, an entry of a list or a row that went without another in its place: a rule
/// that is gone needs no word that forbids.
pub(in crate::steps::judge) fn goes(hunks: &[Hunk], seen_on: Date) -> bool {
    hunks.iter().any(|hunk| {
        let (Some(text), None) = (&hunk.before, &hunk.after) else { return false };
        if announced(hunk, text, seen_on) {
            return false;
        }
        let count = count_words(text);
        match hunk.place {
            // The only entry of a list stands as a paragraph does.
            Place::Paragraph if hunk.lead.is_some() => (1..=MOST).contains(&count),
            // What is told where it comes is told where it goes: "No alcohol."
            Place::Paragraph if is_own_line(hunk, text) => (1..=MOST).contains(&count),
            Place::Paragraph => (SENTENCE..=MOST).contains(&count),
            Place::Item | Place::Row => (1..=MOST).contains(&count),
            _ => false,
        }
    })
}

/// An entry of more words says something by itself, and is weighed.
const ENTRY: usize = 3;

/// Whether nothing differs but an entry that came to a list, a line of the text ([`is_own_line`]), or a few words that forbid: what
/// goes alone is told, and so is what comes.
pub(in crate::steps::judge) fn is_listed(hunks: &[Hunk]) -> bool {
    let [hunk] = hunks else { return false };
    let came = hunk.after.as_deref().filter(|_| hunk.before.is_none());
    let forbids = |text: &str| hunk.place != Place::Heading && has_modal_verb(text);
    let is_entry = |text: &str| hunk.place == Place::Item || hunk.lead.is_some() || is_own_line(hunk, text);
    // Below "You must not:" every entry is a rule, however many words it has and of whatever language.
    let is_led = hunk.place == Place::Item && hunk.lead.as_deref().is_some_and(has_modal_verb);
    let most = if is_led { MOST } else { ENTRY };
    came.is_some_and(|text| (1..=most).contains(&count_words(text)) && (is_entry(text) || forbids(text)))
}

/// Whether a paragraph of a few words is one of the text: it stands below a heading of its own, ends as a sentence does, or says
/// no to something.
fn is_own_line(hunk: &Hunk, text: &str) -> bool {
    let says_no = || words(&joined(text)).next().is_some_and(is_negation);
    let is_sentence =
        || count_words(text) >= LEAST_OF_A_SENTENCE && (text.trim_end().ends_with(['.', '。']) || says_no());
    hunk.place == Place::Paragraph && !hunk.aside && (hunk.heading.len() > 1 || is_sentence())
}

/// A sentence that says that terms were renewed has no more words.
const NEWS: usize = 20;

/// Whether a passage that came begins with a sentence by which somebody says that the terms were renewed.
pub(in crate::steps::judge) fn is_news(hunks: &[Hunk]) -> bool {
    hunks.iter().any(|hunk| {
        let (None, Some(text)) = (&hunk.before, &hunk.after) else { return false };
        let sentence = joined(text.split(['.', '\n', '!']).next().unwrap_or_default());
        let said: Vec<&str> = words(&sentence).collect();
        let line = format!(" {} ", said.join(" "));
        let says = |entries: &[&str]| entries.iter().any(|entry| line.contains(&format!(" {entry} ")));
        let names = || said.iter().any(|word| DOCUMENTS.iter().any(|name| word.starts_with(name)));
        said.len() <= NEWS && says(&RENEWED) && says(&TELLERS) && names()
    })
}

/// Fewer words that came are a label.
const SAYS: usize = 5;

/// Whether nothing differs but some lines that came: what they are is the model's word alone, so they stand in the log.
pub(in crate::steps::judge) fn is_on_record(hunks: &[Hunk]) -> bool {
    let [Hunk { before: None, after: Some(after), .. }] = hunks else { return false };
    count_words(after) >= SAYS
}

/// A sentence that came has so many words.
const SENTENCE_ALONE: usize = 4;
/// A call has so many.
const CALL: usize = 8;

/// Whether nothing differs but a sentence that came: one that went is told, too.
pub(in crate::steps::judge) fn comes_alone(hunks: &[Hunk]) -> bool {
    let [Hunk { before: None, after: Some(after), .. }] = hunks else { return false };
    let (count, text) = (count_words(after), after.trim_end());
    // Short calls are greetings more often than rules.
    (SENTENCE_ALONE..=MOST).contains(&count) && (text.ends_with(['.', '。']) || count >= CALL && text.ends_with('!'))
}

/// Whether one of the passages is such a sentence.
pub(in crate::steps::judge) fn comes_or_goes(hunks: &[Hunk], seen_on: Date) -> bool {
    hunks.iter().any(|hunk| {
        let text = match (&hunk.before, &hunk.after) {
            (Some(text), None) if announced(hunk, text, seen_on) => return false,
            (Some(text), None) | (None, Some(text)) => joined(text),
            _ => return false,
        };
        let is_prose = matches!(hunk.place, Place::Paragraph | Place::Item);
        let is_whole = hunk.after.as_ref().or(hunk.before.as_ref()).is_some_and(|text| text.trim_end().ends_with('.'));
        let least = if is_whole && !hunk.aside { LEAST_OF_A_SENTENCE } else { LEAST };
        is_prose && (least..=MOST).contains(&words(&text).count()) && any(&["ban", "duty", "leave"], &text)
    })
}

/// Whether a passage that announced something for a day still to come went without another in its place: it will not be so.
pub(in crate::steps::judge) fn withdraws(hunks: &[Hunk], seen_on: Date) -> bool {
    hunks.iter().any(|hunk| {
        let (Some(text), None) = (&hunk.before, &hunk.after) else { return false };
        count_words(text) <= MOST && day(hunk, text, seen_on).is_some_and(|day| day > seen_on)
    })
}

/// Whether a passage that went had announced new terms or when they hold: that ends with the announcement, once the day has come.
fn announced(hunk: &Hunk, text: &str, seen_on: Date) -> bool {
    let spoken = joined(text);
    let day = day(hunk, text, seen_on);
    if day.is_some_and(|day| day > seen_on) {
        return false;
    }
    if any(&["announce"], &spoken) {
        return true;
    }
    let names_a_document = || words(&spoken).any(|word| DOCUMENTS.iter().any(|name| word.starts_with(name)));
    hunk.place == Place::Paragraph && day.is_some() && names_a_document()
}

/// From when a passage says that something holds.
fn day(hunk: &Hunk, text: &str, seen_on: Date) -> Option<Date> {
    let mut come = Comparison::default();
    let edits = vec![Edit::Added(text.to_owned())];
    come.add(vec![Hunk { after: Some(text.to_owned()), edits, place: hunk.place, ..Hunk::default() }]);
    effective(&come, seen_on).map(|found| found.date)
}
