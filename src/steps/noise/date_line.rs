//! Lines that date a document: "Last updated: …", "Stand: …", and the labels around such a date.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::steps::text;
use crate::steps::text::dates::{find_dates, month};
use crate::steps::text::languages::union;

/// A line with more words besides its date is a sentence of its own.
const LINE: usize = 14;
/// In bytes, what is surely more than a line.
const LONGEST: usize = 400;
/// In bytes, what is surely more than a paragraph.
const PASSAGE: usize = 5000;
/// A note that comes or goes by itself says nothing besides its date.
const NOTE: usize = 8;

type Phrases = LazyLock<Vec<&'static str>>;

/// Word beginnings that say what the date of a line is, in the languages of policy pages.
static CUES: Phrases = LazyLock::new(|| union(|words| &words.updated_on.labels));

/// Word beginnings for the day from which a document holds.
static HOLDS: Phrases = LazyLock::new(|| union(|words| &words.in_force_from.labels));

/// Words of such a label that stand in others too.
static HOLDS_BESIDE: Phrases = LazyLock::new(|| union(|words| &words.in_force_from.label_parts));

/// Signs of a date counted back from today, and the words of such a date.
static RELATIVE: Phrases = LazyLock::new(|| union(|words| &words.ago.signs));
static SPANS: Phrases = LazyLock::new(|| union(|words| &words.ago.words));

/// What counts how often a page was read.
static VIEWS: Phrases = LazyLock::new(|| union(|words| &words.views));

/// Who tells of a change.
static TELLERS: Phrases = LazyLock::new(|| union(|words| &words.teller));

/// What stands right before a date that is no news within longer text.
static LEADS: Phrases = LazyLock::new(|| union(|words| &words.updated_on.right_before));

/// Whether nothing differs but the date (or counter) of a line that does nothing but date the document.
///
/// A line that comes or goes must say when the document was last updated: one that says from when it holds is news.
pub(super) fn is_date_line(before: &str, after: &str) -> bool {
    if before.len().max(after.len()) > LONGEST {
        return in_passing(before, after);
    }
    let (old, new) = (DateLine::read(before), DateLine::read(after));
    let line = match (before.is_empty(), after.is_empty()) {
        (true, _) => new.is_note(),
        (_, true) => old.is_note(),
        _ if old.words == new.words && old.counts_alike(&new) => {
            old.is_line(&[&CUES, &HOLDS, &HOLDS_BESIDE]) && new.is_line(&[&CUES, &HOLDS, &HOLDS_BESIDE])
        }
        _ => {
            old.is_note() && new.is_note()
                || old.numbers == new.numbers && old.is_line(&[&CUES]) && new.is_line(&[&CUES])
        }
    };
    line || in_passing(before, after)
}

/// Whether a line says from when a document holds: alone it is no news, beside other words a reader must know it.
pub(super) fn says_from_when(text: &str) -> bool {
    text.len() <= LONGEST && DateLine::read(text).words.iter().any(|word| is_cue(word, &[&HOLDS, &HOLDS_BESIDE]))
}

/// The dates of a line that dates a document, if it is one.
pub(super) fn dates(text: &str) -> Vec<Date> {
    let line = if text.len() <= LONGEST { DateLine::read(text) } else { return Vec::new() };
    if line.is_line(&[&CUES, &HOLDS, &HOLDS_BESIDE]) && !line.is_told() {
        find_dates(text).into_iter().map(|(_, date)| date).collect()
    } else {
        Vec::new()
    }
}

/// Whether a dating line has the same date on both sides and no other word in common: its label is in another language.
pub(super) fn is_label_in_another_language(before: &str, after: &str) -> bool {
    if before.len().max(after.len()) > LONGEST {
        return false;
    }
    let dates = |text: &str| find_dates(text).into_iter().map(|(_, date)| date).collect::<Vec<_>>();
    let (old, new) = (DateLine::read(before), DateLine::read(after));
    let short =
        |line: &DateLine, text: &str| !line.words.is_empty() && line.words.len() <= LINE && !text.contains('\n');
    let (known, come) = (dates(before), dates(after));
    let same = !known.is_empty() && known == come || known.len() != come.len() && old.numbers == new.numbers;
    let shared = old.words.iter().filter(|word| new.words.contains(word)).count();
    let strange = shared * 3 <= old.words.len().min(new.words.len());
    short(&old, before) && short(&new, after) && same && strange
}

/// A text split into what dates and what does not.
#[derive(Debug, PartialEq, Eq)]
struct DateLine {
    words: Vec<String>,
    numbers: Vec<String>,
    /// The numbers outside of full dates.
    others: Vec<String>,
    months: usize,
    /// Whether there is a date, a month of a year, a time counted back from today or a count of views.
    dated: bool,
}

impl DateLine {
    fn read(text: &str) -> Self {
        let mut line = Self { words: Vec::new(), numbers: Vec::new(), others: Vec::new(), months: 0, dated: false };
        let dates: Vec<_> = find_dates(text).into_iter().map(|(range, _)| range).collect();
        let relative = RELATIVE.iter().any(|sign| text.contains(sign));
        text::each_word(text, |word, at| {
            if word.starts_with(|letter: char| letter.is_ascii_digit()) {
                if !dates.iter().any(|date| date.contains(&at.start)) {
                    line.others.push(word.to_owned());
                }
                line.numbers.push(word.to_owned());
            } else if month(word).is_some() || relative && SPANS.contains(&word) {
                line.months += 1;
            } else {
                line.words.push(word.to_owned());
            }
        });
        let year = line.numbers.iter().any(|number| number.len() == 4);
        let views = line.words.iter().any(|word| VIEWS.contains(&word.as_str()));
        line.dated = !dates.is_empty() || line.months > 0 && (year || relative) || views;
        line
    }

    /// Whether no number differs but those of a date or a counter.
    fn counts_alike(&self, other: &Self) -> bool {
        let loose = |line: &Self| line.months > 0 || line.words.iter().any(|word| VIEWS.contains(&word.as_str()));
        self.others == other.others || loose(self) && loose(other)
    }

    /// Whether someone tells of it: "we have updated our terms".
    fn is_told(&self) -> bool {
        self.words.iter().any(|word| TELLERS.contains(&word.as_str()))
    }

    /// Whether it says when the document was last updated, and nothing else.
    fn is_note(&self) -> bool {
        let holds = |word: &String| is_cue(word, &[&HOLDS]);
        self.is_line(&[&CUES]) && !self.words.iter().any(holds) && !self.is_told() && self.words.len() <= NOTE
    }

    /// Whether it has a date, a word that says what for, and little more.
    fn is_line(&self, cues: &[&Phrases]) -> bool {
        self.dated
            && self.words.len() <= LINE
            && (self.words.is_empty() || self.words.iter().any(|word| is_cue(word, cues)))
    }
}

fn is_cue(word: &str, cues: &[&Phrases]) -> bool {
    let fits = |cue: &&str| if cue.len() > 4 { word.starts_with(cue) } else { word == *cue };
    cues.iter().any(|cues| cues.iter().any(fits))
}

/// Whether within longer text nothing differs but dates right after "last updated".
fn in_passing(before: &str, after: &str) -> bool {
    if before.len().max(after.len()) > PASSAGE {
        return false;
    }
    let undated = |text: &str| {
        let mut kept = String::new();
        let mut from = 0;
        for (range, _) in find_dates(text) {
            let lead: Vec<char> = text[..range.start].chars().rev().take(24).collect();
            let lead = lead.into_iter().rev().collect::<String>().to_lowercase();
            if LEADS.iter().any(|cue| lead.contains(cue)) {
                kept.push_str(&text[from..range.start]);
                from = range.end;
            }
        }
        kept.push_str(&text[from..]);
        (from > 0).then(|| DateLine::read(&kept))
    };
    undated(before).zip(undated(after)).is_some_and(|(old, new)| old == new)
}
