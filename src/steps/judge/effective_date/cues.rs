//! How surely the words around a date make it one of effect.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::sentence;
use crate::model::count_words;
use crate::steps::text::languages::{CountedDays, either, union};
use crate::steps::text::modal_verbs::has_modal_verb;

type Pattern = LazyLock<Option<Regex>>;

/// The most words of a label such as "Last updated".
pub(super) const LABEL: usize = 3;

/// A date of a sentence that begins with it has no more words before it.
const BEGINS: usize = 2;

fn counted(section: fn(&'static CountedDays) -> &'static [String]) -> String {
    either(move |words| section(&words.counted_days))
}

/// Words before a date that can mean nothing but effect.
static STRONG: Pattern = LazyLock::new(|| {
    let (before, holds) = (either(|words| &words.in_force_from.before), counted(|words| &words.holds));
    Regex::new(&format!("{before}|{holds}")).ok()
});

/// Words right before a date that mean effect if nothing says otherwise.
static WEAK: Pattern = LazyLock::new(|| {
    let (words, from) = (either(|words| &words.in_force_from.right_before), counted(|words| &words.from));
    let (articles, weekdays) =
        (either(|words| &words.in_force_from.articles), either(|words| &words.in_force_from.weekdays));
    Regex::new(&format!(
        r"(?:{words}|{from})[:\s]*(?:(?:{articles})\s)?(?:(?:{weekdays})\.?,?\s(?:(?:{articles})\s)?)?$"
    ))
    .ok()
});

/// Words in a sentence that mean effect where such words stand right before the date.
static APPLIES: Pattern = LazyLock::new(|| Regex::new(&counted(|words| &words.applies)).ok());

/// Words after a date that make it one of effect.
static AFTER: Pattern = LazyLock::new(|| {
    let right_after = either(|words| &words.in_force_from.right_after);
    let (after, holds) = (either(|words| &words.in_force_from.after), counted(|words| &words.holds));
    Regex::new(&format!(r"^.{{0,60}}?(?:{after}|{holds})|^,?\s?(?:{right_after})")).ok()
});

/// The same right before another date: then it is that one's.
static LEADS_ON: Pattern = LazyLock::new(|| {
    let (after, holds) = (either(|words| &words.in_force_from.after), counted(|words| &words.holds));
    Regex::new(&format!(r"(?:{after}|{holds})\s(?:\p{{L}}{{1,5}}\s)?$")).ok()
});

/// Words after a day to come that announce a change on it: "On 20 November 2024, we are updating our terms".
static ANNOUNCED: Pattern = LazyLock::new(|| {
    let who = either(|words| &words.in_force_from.announcer);
    let what = either(|words| &words.in_force_from.announces);
    let alone = either(|words| &words.in_force_from.announced);
    Regex::new(&format!(r"^,?\s?(?:{who}).{{0,60}}(?:{what})|^,?\s?(?:{alone})")).ok()
});

/// Words before a date that make it something else.
static OTHER: Pattern = LazyLock::new(|| {
    let (words, articles) =
        (either(|words| &words.in_force_from.not_before), either(|words| &words.in_force_from.articles));
    Regex::new(&format!(r"(?:{words})[:\s,(：]*(?:(?:{articles}) )?$")).ok()
});

/// Words right before a date that make it an end.
static ENDS: Pattern = LazyLock::new(|| {
    let articles = either(|words| &words.in_force_from.articles);
    Regex::new(&format!(r"(?:{})[:\s,(]*(?:(?:{articles}) )?$", counted(|words| &words.ends))).ok()
});

/// Words before a date that make it an end.
static UNTIL: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.until));

/// What stands between such words and a date.
static ARTICLES: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.in_force_from.articles));

/// How the words begin by which a line says when its document was last changed.
static UPDATED: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.updated_on.labels));

static THESE: Pattern = LazyLock::new(|| Regex::new(&counted(|words| &words.these)).ok());
/// What documents of rules are called, as words begin.
static DOCUMENTS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.rules));
static WHENEVER: Pattern = LazyLock::new(|| Regex::new(&counted(|words| &words.whenever)).ok());
static TERMINATES: Pattern = LazyLock::new(|| Regex::new(&counted(|words| &words.terminates)).ok());
static NEWCOMERS: Pattern = LazyLock::new(|| Regex::new(&counted(|words| &words.newcomers)).ok());

fn fits(pattern: &Pattern, text: &str) -> bool {
    pattern.as_ref().is_some_and(|pattern| pattern.is_match(text))
}

/// How surely a date is one of effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cue {
    None,
    Weak,
    /// A day to come alone on the line that dates the document.
    Dated,
    Strong,
}

/// Whether words right before a date make it an end, and are no part of a phrase that makes it a beginning: what is "until" in
/// one language is "from the" in another.
fn is_end(before: &str) -> bool {
    outreaches_from(&ENDS, before)
}

/// Whether such words stand there, and none for a beginning reach further back.
fn outreaches_from(pattern: &Pattern, before: &str) -> bool {
    let begins = |pattern: &Pattern| pattern.as_ref()?.find(before).map(|found| found.start());
    begins(pattern).is_some_and(|other| begins(&WEAK).is_none_or(|from| other <= from))
}

/// What stands before the words right before a date that can mean effect; none where there are no such, or where an article ends
/// them: "from the" is said of days.
pub(super) fn without_cue(before: &str) -> Option<&str> {
    let cue = WEAK.as_ref()?.find(before)?;
    let last = cue.as_str().split_whitespace().next_back()?;
    (!ARTICLES.contains(&last)).then(|| &before[..cue.start()])
}

/// Whether words before a number can mean nothing but effect: "valid from".
pub(super) fn is_surely_led(before: &str) -> bool {
    fits(&STRONG, before)
}

/// What the words around a full date say.
pub(super) fn of_date(text: &str, start: usize, end: usize, next: usize) -> Cue {
    let before = sentence::before(text, start).to_lowercase();
    let after = up_to(sentence::after(text, end), next.saturating_sub(end)).to_lowercase();
    let is_of_the_next = next < text.len() && after.len() >= next.saturating_sub(end) && fits(&LEADS_ON, &after);
    let after = if is_of_the_next { String::new() } else { after };
    if is_end(&before) || outreaches_from(&OTHER, &before) && !fits(&AFTER, &after) {
        Cue::None
    } else if fits(&STRONG, &before) || fits(&AFTER, &after) {
        Cue::Strong
    } else if fits(&WEAK, &before) {
        let applies = fits(&APPLIES, &before) || fits(&APPLIES, &after);
        if applies { Cue::Strong } else { Cue::Weak }
    } else {
        Cue::None
    }
}

/// What the words around a day without a year say: less is sure of it, so more must speak for it.
pub(super) fn of_yearless(text: &str, start: usize, end: usize, next: usize) -> Cue {
    let label = sentence::before(text, start).to_lowercase();
    if says_updated(&label) {
        return Cue::None;
    }
    match of_date(text, start, end, next) {
        Cue::Weak => {
            let sentence = sentence::around(text, start, end).to_lowercase();
            let begins = label.split_whitespace().count() <= BEGINS;
            if begins || fits(&NEWCOMERS, &sentence) || has_modal_verb(&sentence) { Cue::Weak } else { Cue::None }
        }
        cue => cue,
    }
}

/// Whether a counted day is one of effect: its sentence speaks of the change at hand, and not of any that may come.
pub(super) fn is_of_this_change(text: &str, start: usize, end: usize) -> bool {
    let sentence = sentence::around(text, start, end).to_lowercase();
    let preceding = sentence::preceding(text, start).to_lowercase();
    let takes_effect = fits(&STRONG, &sentence) || fits(&AFTER, &sentence) || fits(&APPLIES, &sentence);
    takes_effect
        && fits(&THESE, &sentence)
        && !fits(&WHENEVER, &sentence)
        && !fits(&WHENEVER, &preceding)
        && !fits(&TERMINATES, &sentence)
}

/// A sentence of fewer words says nothing but from when something holds.
const RULE: usize = 8;

/// Whether a sentence that names a day says what holds from then on, and speaks neither of the change at hand nor of the
/// document.
pub(super) fn speaks_of_a_part(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let names_document = |word: &str| DOCUMENTS.iter().any(|name| word.starts_with(name));
    count_words(sentence) >= RULE
        && !fits(&THESE, &lower)
        && !lower.split(|letter: char| !letter.is_alphanumeric()).any(names_document)
}

/// Whether words for effect at once begin their sentence, or point at today, and end no contract.
pub(super) fn is_at_once(text: &str, start: usize, end: usize, points_at_today: bool) -> bool {
    let sentence = sentence::around(text, start, end).to_lowercase();
    let begins = sentence::before(text, start).trim().is_empty();
    (begins || points_at_today) && !fits(&TERMINATES, &sentence)
}

/// Whether a day that lies ahead is one of effect: it stands alone on a line that dates the document (no text was last
/// updated in the future), or something is announced for it.
///
/// A bare date counts only where it took the place of another: lists of news are full of them.
pub(super) fn is_coming(text: &str, start: usize, end: usize, replaces: bool) -> bool {
    let announced = || fits(&ANNOUNCED, &sentence::after(text, end).to_lowercase());
    !is_range(text, start)
        && (stands_alone(text, start, end, replaces) || announced())
        && !is_end(&sentence::before(text, start).to_lowercase())
}

/// Whether a date stands alone on its line, or behind a label of few words.
pub(super) fn stands_alone(text: &str, start: usize, end: usize, replaces: bool) -> bool {
    let (label, rest) = of_line(text, start, end);
    let words = |part: &str| part.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    let label = label.to_lowercase();
    let is_end = UNTIL.iter().any(|end| label.contains(end)) || is_end(&label);
    (1 - usize::from(replaces)..=LABEL).contains(&words(&label)) && words(rest) == 0 && !is_end
}

/// Whether another date or number stands before a date in its line: the two bound a time.
fn is_range(text: &str, start: usize) -> bool {
    let (label, _) = of_line(text, start, start);
    label.trim_end().ends_with(['-', '–', '—']) && label.contains(|letter: char| letter.is_ascii_digit())
}

/// Whether a line begins by saying from when something holds, and this date says it.
pub(super) fn is_of_label(text: &str, start: usize) -> bool {
    let (label, _) = of_line(text, start, start);
    label.split_whitespace().count() <= LABEL && is_label_of_effect(&label.to_lowercase())
}

/// Whether a sentence says nothing but from when the document holds that it stands in: "This addendum is effective 27 September."
pub(super) fn is_of_the_document(text: &str, place: &Range<usize>) -> bool {
    let before = sentence::before(text, place.start).to_lowercase();
    let names = |word: &str| DOCUMENTS.iter().any(|name| word.starts_with(name));
    count_words(&before) <= RULE
        && fits(&STRONG, &before)
        && fits(&THESE, &before)
        && before.split(|letter: char| !letter.is_alphanumeric()).any(names)
        && !sentence::after(text, place.end).contains(char::is_alphanumeric)
}

/// Whether a date stands alone on its line, below a line or a heading that says that it is one of effect.
pub(super) fn is_headed(text: &str, place: &Range<usize>, heading: Option<&String>) -> bool {
    let (label, rest) = of_line(text, place.start, place.end);
    if label.contains(char::is_alphanumeric) || rest.contains(char::is_alphanumeric) {
        return false;
    }
    let above = text.get(..place.start - label.len()).unwrap_or_default().trim_end();
    let above = above.rsplit('\n').next().filter(|line| !line.is_empty());
    let above = above.or(heading.map(String::as_str)).unwrap_or_default().to_lowercase();
    // The number of a section is no word of its heading.
    let words = above.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    (1..=LABEL).contains(&words) && is_label_of_effect(&above)
}

/// Whether a word that leads a date stands right before that place.
pub(super) fn is_led(text: &str, start: usize) -> bool {
    let before = sentence::before(text, start).to_lowercase();
    let last = before.split_whitespace().next_back().unwrap_or_default();
    fits(&WEAK, &before) || ARTICLES.contains(&last)
}

/// Whether the label of a line can mean nothing but effect.
pub(super) fn is_label_of_effect(label: &str) -> bool {
    fits(&STRONG, label)
}

/// Whether words name those who only come: new users, new accounts.
pub(super) fn names_newcomers(words: &str) -> bool {
    fits(&NEWCOMERS, &words.to_lowercase())
}

/// What stands before and behind a date in its line.
pub(super) fn of_line(text: &str, start: usize, end: usize) -> (&str, &str) {
    let begins = text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let ends = text.get(end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| end + at);
    (text.get(begins..start).unwrap_or_default(), text.get(end..ends).unwrap_or_default())
}

/// Whether one of the last words before a date says that a document was changed on it.
fn says_updated(label: &str) -> bool {
    // "Updated" and "update" are one.
    let begins = |word: &str, cue: &str| word.starts_with(cue.strip_suffix('d').unwrap_or(cue));
    let says = |word: &str| UPDATED.iter().any(|cue| if cue.len() > 4 { begins(word, cue) } else { word == *cue });
    label.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).rev().take(LABEL).any(says)
}

/// The beginning of a text, up to that many bytes.
fn up_to(text: &str, length: usize) -> &str {
    &text[..text.floor_char_boundary(length.min(text.len()))]
}
