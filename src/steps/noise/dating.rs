//! How a line dates its document ("Last updated: …", "Stand: …"); what the rules on dates have in common, and no rule.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::steps::text;
use crate::steps::text::dates::{find_dates, month};
use crate::steps::text::languages::union;
use crate::steps::text::modal_verbs::is_modal_verb;
use crate::steps::text::stopwords::{is_of_date, is_small};

/// A line with more words besides its date is a sentence of its own. Chosen on the pages of corpus 2022.
pub(super) const LINE: usize = 14;
/// In bytes, what is surely more than a line.
pub(super) const LONGEST: usize = 400;
/// A note that comes or goes by itself says nothing besides its date. Chosen on the pages of corpus 2022.
const NOTE: usize = 8;
/// Words of its own that name the document or its version; what says more says what was changed.
const CONTENT: usize = 2;
/// A line that only counts views has no more words: "fewer than 100 views" is a limit.
const COUNTER: usize = 2;
/// A year has so many digits.
const YEAR: usize = 4;
/// Where only small words say what a date is for ("as of"), the line has no more: any more would make it a sentence.
const BARE: usize = 4;

type Phrases = LazyLock<Vec<&'static str>>;

/// Word beginnings that say what the date of a line is, in the languages of policy pages.
static CUES: Phrases = LazyLock::new(|| union(|words| &words.updated_on.labels));

/// Words of such a label that stand in others too.
static CUES_BESIDE: Phrases = LazyLock::new(|| union(|words| &words.updated_on.label_parts));

/// Those of them that say so only of a change: "last".
static LAST: Phrases = LazyLock::new(|| union(|words| &words.updated_on.last));

/// What a change of the document is called.
static CHANGE: Phrases = LazyLock::new(|| union(|words| &words.updated_on.change));

/// Words that only hold such a line together.
static JOINS: Phrases = LazyLock::new(|| union(|words| &words.updated_on.joins));

/// What a document is called.
static DOCUMENTS: Phrases = LazyLock::new(|| {
    let (sorts, rules) = (union(|words| &words.sorts), union(|words| &words.rules));
    union(|words| &words.ago.document).into_iter().chain(sorts).chain(rules).collect()
});

/// Word beginnings for the day from which a document holds.
static HOLDS: Phrases = LazyLock::new(|| union(|words| &words.in_force_from.labels));

/// Words of such a label that stand in others too.
static HOLDS_BESIDE: Phrases = LazyLock::new(|| union(|words| &words.in_force_from.label_parts));

/// What counts how often a page was read.
static VIEWS: Phrases = LazyLock::new(|| union(|words| &words.views));

/// What stands before the end of something: a document is dated by no such day.
static UNTIL: Phrases = LazyLock::new(|| union(|words| &words.until));

/// Who tells of a change.
static TELLERS: Phrases = LazyLock::new(|| union(|words| &words.teller));

/// Whether a line says from when a document holds: alone it is no news, beside other words a reader must know it.
pub(super) fn says_from_when(text: &str) -> bool {
    text.len() <= LONGEST && DateLine::read(text).words.iter().any(|word| is_cue(word, &[&HOLDS, &HOLDS_BESIDE]))
}

/// The dates of a line that dates a document, if it is one.
pub(super) fn dates(text: &str) -> Vec<Date> {
    let line = if text.len() <= LONGEST { DateLine::read(text) } else { return Vec::new() };
    if line.dates_the_document() && !line.is_told() {
        find_dates(text).into_iter().map(|(_, date)| date).collect()
    } else {
        Vec::new()
    }
}

/// A text split into what dates and what does not.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct DateLine {
    pub words: Vec<String>,
    pub numbers: Vec<String>,
    /// The numbers outside of full dates.
    others: Vec<String>,
    months: usize,
    /// Whether there is a date, a month of a year or a count of views.
    dated: bool,
    /// Whether it counts views and names no day.
    counts: bool,
}

impl DateLine {
    pub fn read(text: &str) -> Self {
        let mut line =
            Self { words: Vec::new(), numbers: Vec::new(), others: Vec::new(), months: 0, dated: false, counts: false };
        let dates: Vec<_> = find_dates(text).into_iter().map(|(range, _)| range).collect();
        let has_year = text.split(|letter: char| !letter.is_ascii_digit()).any(|number| number.len() == YEAR);
        // "May" allows something where no number stands behind it.
        let is_of_a_year = |word: &str, end: usize| {
            let behind = text[end..].trim_start().starts_with(|letter: char| letter.is_ascii_digit());
            has_year && (behind || !is_modal_verb(word))
        };
        text::each_word(text, |word, at| {
            if word.starts_with(|letter: char| letter.is_ascii_digit()) {
                if !dates.iter().any(|date| date.contains(&at.start)) {
                    line.others.push(word.to_owned());
                }
                line.numbers.push(word.to_owned());
            } else if month(word).is_some()
                && (dates.iter().any(|date| date.contains(&at.start)) || is_of_a_year(word, at.end))
            {
                line.months += 1;
            } else {
                line.words.push(word.to_owned());
            }
        });
        let views = line.words.len() <= COUNTER && line.words.iter().any(|word| VIEWS.contains(&word.as_str()));
        let has_day = !dates.is_empty() || line.months > 0 && has_year;
        line.counts = views && !has_day;
        line.dated = has_day || views;
        line
    }

    /// Whether it does nothing but count views.
    pub const fn only_counts(&self) -> bool {
        self.counts
    }

    /// Whether both name a version, and its number differs: beside such a word a number that is no year is its own.
    pub fn is_another_version(&self, other: &Self) -> bool {
        let version =
            |line: &Self| line.others.iter().filter(|number| number.len() != YEAR).cloned().collect::<Vec<_>>();
        let names = |line: &Self| line.words.iter().any(|word| is_cue(word, &[&CUES_BESIDE]));
        names(self) && names(other) && version(self) != version(other)
    }

    /// Whether no number differs but those of a date or a counter.
    pub fn counts_alike(&self, other: &Self) -> bool {
        let loose = |line: &Self| line.months > 0 || line.words.iter().any(|word| VIEWS.contains(&word.as_str()));
        self.others == other.others || loose(self) && loose(other)
    }

    /// Whether someone tells of it: "we have updated our terms".
    fn is_told(&self) -> bool {
        self.words.iter().any(|word| TELLERS.contains(&word.as_str()))
    }

    /// Whether it says when the document was last updated, and nothing else.
    pub fn is_note(&self) -> bool {
        let holds = |word: &String| is_cue(word, &[&HOLDS]);
        let content = |word: &&String| !is_cue(word, &[&CUES, &CUES_BESIDE]) && !joins(word) && !is_of_date(word);
        self.says_when_updated()
            && !self.words.iter().any(holds)
            && !self.is_told()
            && self.words.len() <= NOTE
            && self.words.iter().filter(content).count() <= CONTENT
    }

    /// Whether it says from when the document holds, and not when it was last updated: another day is another rule.
    pub fn says_only_from_when(&self) -> bool {
        self.words.iter().any(|word| is_cue(word, &[&HOLDS])) && !self.says_when_updated()
    }

    /// Whether it names nothing but the document and what happened to it.
    pub fn is_of_the_document_alone(&self) -> bool {
        self.words.iter().all(|word| {
            is_cue(word, &[&CUES, &CUES_BESIDE, &HOLDS, &HOLDS_BESIDE, &CHANGE])
                || joins(word)
                || is_of_date(word)
                || DOCUMENTS.contains(&word.as_str())
        })
    }

    /// Whether it is a date and nothing else.
    pub const fn is_bare(&self) -> bool {
        self.dated && self.words.is_empty()
    }

    /// Whether it says when the document was last updated, and little more.
    pub fn says_when_updated(&self) -> bool {
        let is_last = |word: &String| !is_cue(word, &[&CUES]) || is_cue(word, &[&LAST]);
        // The last day of something else is no date of the document.
        let is_change = || !self.words.iter().all(is_last) || self.is_of_the_document_alone();
        self.is_line(&[&CUES]) && is_change()
            || self.words.len() <= BARE && self.is_line(&[&CUES_BESIDE]) && self.is_of_the_document_alone()
    }

    /// Whether it says when the document was last updated or from when it holds, and little more.
    pub fn dates_the_document(&self) -> bool {
        self.says_when_updated()
            || self.is_line(&[&HOLDS])
            || self.words.len() <= BARE && self.is_line(&[&HOLDS_BESIDE]) && self.is_of_the_document_alone()
    }

    /// Whether it has a date, a word that says what for, and little more; what allows, forbids or demands has more.
    fn is_line(&self, cues: &[&Phrases]) -> bool {
        self.dated
            && self.words.len() <= LINE
            && (self.words.is_empty() || self.words.iter().any(|word| is_cue(word, cues)))
            && !self.words.iter().any(|word| is_modal_verb(word) || UNTIL.contains(&word.as_str()))
    }
}

/// Whether a word says that a document was updated.
pub(super) fn is_label(word: &str) -> bool {
    is_cue(word, &[&CUES])
}

/// What a word is in a line that dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LabelWord {
    Update,
    /// "Last", which says so only of a change.
    Last,
    /// Of such a label, and of others.
    Beside,
    Change,
    Effect,
    Document,
    /// Before the end of something.
    Until,
    /// Small words, and those of dates.
    Small,
    Content,
}

/// What a word is in a line that dates.
pub(super) fn sort_of(word: &str) -> LabelWord {
    if is_cue(word, &[&LAST]) {
        LabelWord::Last
    } else if is_cue(word, &[&CUES]) {
        LabelWord::Update
    } else if is_cue(word, &[&HOLDS]) {
        LabelWord::Effect
    } else if UNTIL.contains(&word) {
        LabelWord::Until
    } else if DOCUMENTS.contains(&word) {
        if is_cue(word, &[&CUES_BESIDE]) { LabelWord::Beside } else { LabelWord::Document }
    } else if is_cue(word, &[&CUES_BESIDE]) {
        LabelWord::Beside
    } else if is_cue(word, &[&CHANGE]) {
        LabelWord::Change
    } else if joins(word) || is_of_date(word) || month(word).is_some() || is_cue(word, &[&HOLDS_BESIDE]) {
        LabelWord::Small
    } else {
        LabelWord::Content
    }
}

/// Whether a line without a date says that the day below it is one from which, until which or on which something is.
pub(super) fn names_another_day(line: &str) -> bool {
    let (mut names, mut updates) = (false, false);
    text::each_word(line, |word, _| {
        names |= is_cue(word, &[&HOLDS, &HOLDS_BESIDE]) || UNTIL.contains(&word);
        updates |= is_cue(word, &[&CUES]);
    });
    names && !updates && !line.trim_end().ends_with(['.', '!', '?'])
}

/// Whether a word is more than a part of a label.
pub(super) fn is_content(word: &str) -> bool {
    sort_of(word) == LabelWord::Content
}

/// Whether a word only holds such a line together.
fn joins(word: &str) -> bool {
    is_small(word) || JOINS.contains(&word)
}

fn is_cue(word: &str, cues: &[&Phrases]) -> bool {
    let fits = |cue: &&str| if cue.len() > 4 { word.starts_with(cue) } else { word == *cue };
    cues.iter().any(|cues| cues.iter().any(fits))
}
