//! Rule: the marks of footnotes are counted anew ("a name [3]" that became "a name [4]", ¹ that became ²).
//!
//! Evidence: the blocks stay word for word but for such marks, one of which stands where a clause ends or right at its word, or
//! which are signs that stand high at a word, or digits at a word that are a link to a place of the same page; all of them moved by as much. A mark before a note
//! counts where another one leads there. And the document has the notes themselves, and the note that a mark led to is the one
//! that it leads to now: a mark that leads to another note is a rule that has another exception, and a number in brackets to
//! which no note is found may be one of the rules. Verdict: typography.

use std::collections::HashSet;
use std::ops::Range;

use super::DifferingBlocks;
use super::footnotes::{Footnotes, MARK, number_of};
use super::surroundings::Surroundings;
use crate::steps::diff::side::Side;

/// A word before a high sign has so many letters: "m²" is a unit.
const WORD: usize = 4;

/// Whether nothing but the marks of footnotes is counted otherwise.
pub(super) fn holds(difference: &DifferingBlocks<'_>, around: &Surroundings) -> bool {
    let (old, new) = (&difference.group.old, &difference.group.new);
    if old.is_empty() || old.len() != new.len() {
        return false;
    }
    let (before, after) = (text(difference.old, old), text(difference.new, new));
    let notes =
        || around.notes.get_or_init(|| [difference.old, difference.new].map(|side| Footnotes::of(side.document)));
    let was = marks(&before, difference.old, old, &|| &notes()[0]);
    let (Some(was), Some(is)) = (was, marks(&after, difference.new, new, &|| &notes()[1])) else { return false };
    if was.is_empty() || was.len() != is.len() || without(&before, &was) != without(&after, &is) {
        return false;
    }
    let step = i64::from(is[0].number) - i64::from(was[0].number);
    let [old, new] = notes();
    step != 0
        && was.iter().zip(&is).all(|(from, to)| {
            i64::from(to.number) - i64::from(from.number) == step
                && old.texts.get(&from.number).is_some_and(|note| new.texts.get(&to.number) == Some(note))
        })
}

/// A mark and its place.
struct Mark {
    place: Range<usize>,
    number: u32,
}

/// What stands in some blocks.
fn text(side: &Side<'_>, entries: &[usize]) -> String {
    entries.iter().map(|entry| side.block(*entry).text.as_str()).collect::<Vec<_>>().join("\n")
}

/// The marks of a text; none at all where one of them may be a number of the text.
fn marks<'a>(text: &str, side: &Side<'_>, entries: &[usize], notes: &dyn Fn() -> &'a Footnotes) -> Option<Vec<Mark>> {
    let links = entries.iter().flat_map(|entry| &side.block(*entry).links);
    let links: HashSet<&str> =
        links.filter(|link| link.target.starts_with('#')).map(|link| link.text.as_str()).collect();
    let (mut marks, mut unsure, mut ends_one) = (Vec::new(), 0, false);
    for parts in MARK.as_ref()?.captures_iter(text) {
        let (place, number, is_mark) = if let Some(digits) = parts.name("l") {
            if !links.contains(digits.as_str()) {
                continue;
            }
            (digits.range(), digits.as_str().parse().ok()?, true)
        } else if let Some(high) = parts.name("h") {
            let before = &text[..high.start()];
            (
                high.range(),
                number_of(high.as_str())?,
                stands_at_a_word(before) && letters_before(before) != Letters::Few,
            )
        } else {
            let (place, number) = (parts.get(0)?.range(), parts.name("n")?.as_str().parse().ok()?);
            let (before, behind) = (&text[..place.start], &text[place.end..]);
            let is_mark = if before.is_empty() || before.ends_with('\n') {
                notes().led_to.contains(&number)
            } else {
                // Within a clause it may be a number of the text, unless one beside it is a mark.
                ends_one |= stands_at_a_word(before) || ends_a_clause(behind);
                before.ends_with(|letter: char| letter.is_alphabetic() || letter == ' ') || stands_at_a_word(before)
            };
            unsure += usize::from(is_mark && !before.is_empty() && !before.ends_with('\n'));
            (place, number, is_mark)
        };
        if !is_mark {
            return None;
        }
        marks.push(Mark { place, number });
    }
    (unsure == 0 || ends_one).then_some(marks)
}

#[derive(PartialEq, Eq)]
enum Letters {
    None,
    Few,
    Many,
}

/// Whether the word right before is long enough to be none that is a unit.
fn letters_before(before: &str) -> Letters {
    match before.chars().rev().take(WORD).take_while(|letter| letter.is_alphabetic()).count() {
        0 => Letters::None,
        WORD.. => Letters::Many,
        _ => Letters::Few,
    }
}

/// Whether a mark stands right at a word or at the sign that ends its clause; a digit before it makes it a power.
fn stands_at_a_word(before: &str) -> bool {
    before.chars().next_back().is_some_and(|letter| {
        letter.is_alphabetic() || matches!(letter, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '”' | '"' | '»')
    })
}

fn ends_a_clause(behind: &str) -> bool {
    let behind = behind.trim_start_matches(' ');
    behind.is_empty() || behind.starts_with(['.', ',', ';', ':', '!', '?', ')', '[', '\n'])
}

/// A text without its marks.
fn without(text: &str, marks: &[Mark]) -> String {
    let (mut rest, mut from) = (String::with_capacity(text.len()), 0);
    for mark in marks {
        rest.push_str(&text[from..mark.place.start]);
        rest.push('\0');
        from = mark.place.end;
    }
    rest.push_str(&text[from..]);
    rest
}
