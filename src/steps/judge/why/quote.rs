//! Short quotes of page text, cut at sentences or words, with "…" where the page goes on.

use std::ops::Range;

use crate::model::{Edit, Hunk, Place};

/// The most characters of a quote.
const MOST: usize = 150;

/// Where a sentence is quoted from its middle on, so much of its beginning stands before that.
const BEGINNING: usize = 50;

/// A cut at the end of a sentence leaves at least so many; less says too little, and a cut between words is better.
const LEAST: usize = 75;

/// What ends shorter than this is no sentence but a number or an abbreviation ("1.5. ", "e.g. ").
const SHORT: usize = 20;

/// How far before its new words a clause may begin for a quote to begin with it, in bytes.
const REACH: usize = 60;

/// What parts the clauses of a sentence. A quote does not begin with it.
const JOINTS: [char; 7] = [',', ';', ':', '–', '—', '…', '·'];

/// What a quote does not end with either: a bracket that it would not close.
const OPENING: [char; 2] = ['(', '['];

/// A sentence of the text after in which something is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    text: String,
    /// Where it is new.
    new: Vec<Range<usize>>,
    /// The sentence that leads the list of which it is an item.
    lead: Option<String>,
}

impl Sentence {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The sentence if new words in it tell what is asked for; of a long one the clause in which they stand.
    pub(super) fn quote(&self, tells: impl Fn(&str) -> bool) -> Option<String> {
        let added = |range: &Range<usize>| self.text.get(range.clone()).unwrap_or_default();
        let all: Vec<&str> = self.new.iter().map(added).collect();
        if !tells(&all.join(" ")) {
            return None;
        }
        let longest = || self.new.iter().max_by_key(|range| range.len());
        let telling = self.new.iter().find(|range| tells(added(range))).or_else(longest)?;
        let is_within = self.text.get(..telling.end).is_some_and(|head| head.trim().chars().count() <= MOST);
        let start = if is_within { 0 } else { self.clause(telling.start) };
        if start == 0 {
            return Some(cut(&self.text, self.lead.as_deref()));
        }
        // What is quoted from within begins with the first words of its sentence all the same.
        let (head, rest) = (one_line(self.text.get(..start)?), one_line(self.text.get(start..)?));
        let head = beginning(head.trim_start_matches(is_joint));
        let rest = shown(rest.trim_start_matches(is_joint), |whole, goes_on| with_end(whole, goes_on, &rest));
        let before = if begins_small(head) { "… " } else { "" };
        Some(format!("{before}{head} … {rest}"))
    }

    /// Where the clause begins that holds these words; where they begin if that is too far back.
    fn clause(&self, at: usize) -> usize {
        let head = self.text.get(..at).unwrap_or_default();
        let begins = head.char_indices().rev().find(|(_, letter)| JOINTS.contains(letter) || OPENING.contains(letter));
        let begins = begins.map_or(0, |(index, letter)| index + letter.len_utf8());
        if at - begins <= REACH { begins } else { at }
    }
}

/// A passage, or its beginning; an item of a list that goes on with what leads it is quoted with that.
pub(super) fn passage(text: &str, lead: Option<&str>) -> String {
    // What stands in blocks of its own is no one sentence.
    let first = text.lines().find(|line| line.chars().any(char::is_alphanumeric)).unwrap_or(text);
    let is_enough = first.chars().count() >= LEAST || first.trim_end().ends_with(['.', '!', '?']);
    if !is_enough || first.len() == text.trim().len() {
        return cut(text, lead);
    }
    let quoted = cut(first, lead);
    if quoted.ends_with('…') { quoted } else { format!("{quoted} …") }
}

/// Words of a line below which entries stand.
const LINE: usize = 12;

/// An entry that stays below another line than before, with that line: by itself neither says anything new.
pub(super) fn below_another(hunk: &Hunk) -> Option<String> {
    let (was, before) = hunk.before.as_deref()?.split_once('\n')?;
    let (line, after) = hunk.after.as_deref()?.split_once('\n')?;
    let is_entry = hunk.place == Place::Item && before == after && was != line;
    let fits = is_entry && line.split_whitespace().nth(LINE).is_none();
    fits.then(|| heading(&format!("{}: {}", line.trim().trim_end_matches(':'), side_by_side(after))))
}

/// A heading, which may begin with a small letter.
pub(super) fn heading(text: &str) -> String {
    shown(text.trim(), |whole, goes_on| if goes_on { format!("{whole} …") } else { whole.to_owned() })
}

/// Words out of the middle of a sentence, without the marks that tied them to it.
pub(super) fn words(text: &str) -> String {
    let text = one_line(text);
    let bare = text.trim_matches(is_joint);
    // A mark that became another one is all there is to show.
    heading(if bare.is_empty() { &text } else { bare })
}

/// A text from a sentence's beginning or from within it, as far as there is room.
fn cut(text: &str, lead: Option<&str>) -> String {
    let text = side_by_side(text);
    let bare = text.trim_start_matches(is_joint);
    // In German an entry may begin with a noun; what ends as a sentence does stands for itself.
    let goes_on_with = |lead: &str| {
        begins_small(bare) || lead.trim_end().ends_with(':') && !bare.trim_end().ends_with(['.', '!', '?'])
    };
    let lead = lead.filter(|lead| goes_on_with(lead) && lead.chars().count() <= MOST && !begins_small(lead));
    shown(bare, |whole, goes_on| {
        let before = match lead {
            Some(lead) => format!("{} ", one_line(lead)),
            None if begins_small(whole) => "… ".to_owned(),
            None => String::new(),
        };
        format!("{before}{}", with_end(whole, goes_on, &text))
    })
}

/// A list's "you must:" and an item's "no alcohol;" go on where the page does.
fn with_end(whole: &str, goes_on: bool, text: &str) -> String {
    if goes_on || !text.ends_with(whole) { format!("{whole} …") } else { whole.to_owned() }
}

/// The first words of a sentence.
fn beginning(text: &str) -> &str {
    let most = text.char_indices().nth(BEGINNING).map_or(text.len(), |(at, _)| at);
    let end = if most < text.len() { text[..most].rfind(' ').unwrap_or(most) } else { most };
    text[..end].trim_end_matches(|letter| is_joint(letter) || OPENING.contains(&letter))
}

/// What there is room for, without a mark that leads on, and whether there is more.
fn shown(text: &str, write: impl Fn(&str, bool) -> String) -> String {
    let (clipped, goes_on) = clipped(text);
    let whole = clipped.trim_end_matches(|letter| is_joint(letter) || OPENING.contains(&letter));
    if whole.is_empty() { clipped.to_owned() } else { write(whole, goes_on) }
}

/// Whether a text goes on with what was said before it; the sign of a list's item, "(a)" or "iv.", says nothing of that.
fn begins_small(text: &str) -> bool {
    let is_sign =
        |word: &&str| word.ends_with([')', '.']) && word.chars().filter(|letter| letter.is_alphanumeric()).count() <= 3;
    let word = text.split_whitespace().find(|word| !is_sign(word)).unwrap_or_default();
    word.chars().find(|letter| letter.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// As much of a text as a quote holds, and whether there is more.
fn clipped(text: &str) -> (&str, bool) {
    let Some((most, _)) = text.char_indices().nth(MOST) else { return (text, false) };
    let head = &text[..most];
    let sentence = bounds(head).into_iter().map(|(_, end)| end).rfind(|end| *end < head.len());
    if let Some(end) = sentence.filter(|end| head[..*end].chars().count() >= LEAST) {
        return (head[..end].trim_end(), true);
    }
    // A text without spaces is cut where the room ends.
    let end = head.rfind(' ').filter(|end| *end >= LEAST).unwrap_or(head.len());
    (&head[..end], true)
}

/// Blocks in one line, each apart from the next: the entries of a list are no sentence.
fn side_by_side(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn one_line(text: &str) -> String {
    text.trim().replace('\n', " ")
}

fn is_joint(letter: char) -> bool {
    letter.is_whitespace() || JOINTS.contains(&letter)
}

/// The sentences of the text after in which something is new.
pub(super) fn sentences(hunk: &Hunk, after: &str) -> Vec<Sentence> {
    let (mut new, mut at) = (Vec::new(), 0);
    for edit in &hunk.edits {
        match edit {
            Edit::Removed(_) => {}
            Edit::Kept(words) => at += words.len(),
            Edit::Added(words) => {
                new.push((at, at + words.len()));
                at += words.len();
            }
        }
    }
    let mut found = Vec::new();
    for (start, end) in bounds(after) {
        let Some(text) = after.get(start..end) else { continue };
        let within = new.iter().map(|(from, to)| (*from).max(start)..(*to).min(end));
        let within = within.filter(|range| {
            range.start < range.end && after.get(range.clone()).is_some_and(|new| new.contains(char::is_alphanumeric))
        });
        let new: Vec<_> = within.map(|range| range.start - start..range.end - start).collect();
        if !new.is_empty() {
            found.push(Sentence { text: text.to_owned(), new, lead: hunk.lead.clone() });
        }
    }
    found
}

/// Where the sentences of a text begin and end.
fn bounds(text: &str) -> Vec<(usize, usize)> {
    let (mut found, mut start) = (Vec::new(), 0);
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let space_follows = letters.peek().is_none_or(|(_, next)| next.is_whitespace());
        let ends = letter == '\n' || (matches!(letter, '.' | '!' | '?') && space_follows && at - start >= SHORT);
        if ends {
            found.push((start, at + letter.len_utf8()));
            start = at + letter.len_utf8();
        }
    }
    found.push((start, text.len()));
    found
}
