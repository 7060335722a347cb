//! Numbers with what they count: "7" instead of "14" says nothing, "7 days" instead of "14 days" does.

use crate::model::{BETWEEN_CELLS, Because, Edit, Hunk};
use crate::steps::text::stopwords::is_small;
use crate::steps::text::tokens::{joined, words};

/// Words behind a number of which the last is to say what it counts: "of your friends".
const REACH: usize = 3;

/// What ends a clause: what stands behind it is not counted by a number before it.
const ENDS: [char; 9] = ['.', ',', ';', ':', '!', '?', ')', '(', '"'];

/// Letters of the cells that are named.
const CELL: usize = 60;

/// Two numbers, each with the word beside it that says what it counts; `at` is where the new one stands among the edits.
pub(super) fn with_unit(edits: &[Edit], at: usize, was: &str, is: &str) -> (String, String) {
    let whole = || (was.to_owned(), is.to_owned());
    if !is_bare(was) || !is_bare(is) {
        return whole();
    }
    let kept = |at: Option<usize>| match at.and_then(|at| edits.get(at)) {
        Some(Edit::Kept(text)) => Some(text.as_str()),
        _ => None,
    };
    if let Some(unit) = kept(at.checked_add(1)).and_then(behind) {
        return (format!("{}{unit}", was.trim_end()), format!("{}{unit}", is.trim_end()));
    }
    if let Some(unit) = kept(at.checked_sub(2)).and_then(before) {
        return (format!("{unit} {}", was.trim_start()), format!("{unit} {}", is.trim_start()));
    }
    whole()
}

/// The cell of a row that differs, under the head of its column.
pub(super) fn of_a_row(hunk: &Hunk) -> Option<Because> {
    let (head, old, new) = hunk.cells().into_iter().next()?;
    let named = |row: &Option<String>| {
        row.as_deref().and_then(|row| row.split(BETWEEN_CELLS).next()).map(str::trim).unwrap_or_default().to_owned()
    };
    let row = named(&hunk.after);
    let row =
        if row == named(&hunk.before) && !row.is_empty() { format!("{} – ", short(&row)) } else { String::new() };
    let cell = |value: &str| format!("{row}{}: {}", short(head), short(value));
    let says_something = ![old, new].iter().all(|cell| cell.is_empty());
    says_something.then(|| Because::Reworded { before: cell(old), after: cell(new) })
}

fn short(text: &str) -> &str {
    text.char_indices().nth(CELL).map_or(text, |(end, _)| &text[..end])
}

/// A number without a word or a sign that says what it counts.
fn is_bare(text: &str) -> bool {
    let text = text.trim();
    text.contains(|letter: char| letter.is_ascii_digit())
        && text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '\'' | ' '))
}

/// The words behind a number up to the first that weighs.
fn behind(text: &str) -> Option<String> {
    let line = text.lines().next()?;
    let mut unit = String::new();
    if !line.starts_with(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '%' | '€' | '$' | '£')) {
        return None;
    }
    for (index, word) in line.split_whitespace().take(REACH).enumerate() {
        let bare = word.trim_end_matches(ENDS);
        if index > 0 || line.starts_with(char::is_whitespace) {
            unit.push(' ');
        }
        unit.push_str(bare);
        if is_weighty(bare) {
            return Some(unit);
        }
        if bare.len() < word.len() {
            return None;
        }
    }
    None
}

/// The word before a number: "EUR".
fn before(text: &str) -> Option<&str> {
    let line = text.rsplit('\n').next().filter(|line| line.ends_with(char::is_whitespace))?;
    let word = line.split_whitespace().next_back()?;
    (is_weighty(word) && !word.ends_with(ENDS)).then_some(word)
}

fn is_weighty(word: &str) -> bool {
    matches!(word, "%" | "€" | "$" | "£") || words(&joined(word)).any(|word| !is_small(word))
}
