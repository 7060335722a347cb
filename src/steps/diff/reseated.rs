//! Blocks with the same words that stand under another heading, label or entry, or in a list that another sentence leads, than before:
//! "allowed" became "forbidden" without a word.

use std::collections::{HashMap, HashSet};

use super::group::Alignment;
use super::side::Side;
use crate::model::{Block, BlockKind, Edit, Hunk, Place, count_words};
use crate::steps::text;
use crate::steps::text::numbers::in_digits;
use crate::steps::text::stopwords::is_small;
use crate::steps::text::turned::has_opposite;

/// A short block says what it says by the heading above it; a longer one speaks for itself.
const SHORT: usize = 12;

/// A block that stands under another heading, and whether its meaning hangs on that.
pub(in crate::steps) struct Reseated {
    pub hunk: Hunk,
    /// The block's entries, old and new.
    pub pair: (usize, usize),
    pub is_short: bool,
}

/// A sentence that leads a list is no longer, in bytes.
const LEAD: usize = 400;

/// The blocks that went from one heading, or from one list, to another, where both headings, or both of the sentences that
/// lead the lists, stand in both documents.
pub(in crate::steps) fn reseated<'a>(old: &Side<'a>, new: &Side<'a>, alignment: &Alignment) -> Vec<Reseated> {
    let headings = |side: &Side<'_>| -> HashSet<String> {
        let blocks = side.document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_)));
        blocks.map(|block| block.text.clone()).collect()
    };
    let (before, after) = (headings(old), headings(new));
    let (leads_before, leads_after) = (leads(old), leads(new));
    let lines = |side: &Side<'a>| -> HashSet<&'a str> {
        side.document.blocks.iter().map(|block| block.text.as_str()).filter(|text| is_label(text)).collect()
    };
    let texts =
        |side: &Side<'a>| side.document.blocks.iter().map(|block| block.text.as_str()).collect::<HashSet<&'a str>>();
    let (texts_before, texts_after) = (texts(old), texts(new));
    let nothing = String::new();
    // Where nothing stands below another line than before, no line need be looked at.
    let is_below_another = |(from, to): &(usize, usize)| {
        let above = |side: &Side<'_>, entry: &usize| entry.checked_sub(1).map(|above| side.entries[above].key);
        above(old, from) != above(new, to)
    };
    let others: HashSet<(usize, usize)> =
        alignment.same.iter().chain(&alignment.moved).copied().filter(|pair| is_below_another(pair)).collect();
    let (lines_before, lines_after) =
        if others.is_empty() { (HashSet::new(), HashSet::new()) } else { (lines(old), lines(new)) };
    let pairs = alignment.same.iter().chain(&alignment.moved);
    let found = pairs.filter_map(|(from, to)| {
        let block = new.block(*to);
        let (path, was) = (new.heading(*to), old.heading(*from));
        let is_in_both = |here: &str, there: &str, before: &HashSet<String>, after: &HashSet<String>| {
            here != there && after.contains(there) && before.contains(here)
        };
        let by_heading = || {
            let (here, there) = (path.last()?, was.last()?);
            is_in_both(here, there, &before, &after).then_some((here, there))
        };
        let (here, there) = (leads_after.of(new.entries[*to].block), leads_before.of(old.entries[*from].block));
        let by_lead = || {
            let (here, there) = (here?, there?);
            is_in_both(here, there, &leads_before.all, &leads_after.all).then_some((here, there))
        };
        // Where an entry has others below it before and after, and this one is below it on one side alone.
        let by_depth = || {
            let is_entry = |lead: &String| leads_before.entries.contains(lead) && leads_after.entries.contains(lead);
            let entered = here.filter(|here| is_entry(here) && there != Some(here));
            let left = there.filter(|there| is_entry(there) && here != Some(there));
            (entered.is_some() || left.is_some()).then(|| (here.unwrap_or(&nothing), there.unwrap_or(&nothing)))
        };
        let by_label = || {
            let (here, there) =
                others.contains(&(*from, *to)).then(|| Some((label_of(new, *to)?, label_of(old, *from)?)))??;
            let is_in_both =
                here != there && lines_after.contains(there.as_str()) && lines_before.contains(here.as_str());
            is_in_both.then_some((here, there))
        };
        // From one entry to another that stands in both documents.
        let by_entry = || {
            let (here, there) = (here?, there?);
            let are_entries = leads_after.entries.contains(here) && leads_before.entries.contains(there);
            let stay = texts_before.contains(here.as_str()) && texts_after.contains(there.as_str());
            (here != there && are_entries && stay).then_some((here, there))
        };
        let nested = by_depth().or_else(by_entry);
        // Where all of a list went out of an entry, or in, it may be marked up otherwise and no more.
        let unsure = || {
            let of_entry = |lead: Option<&String>, leads: &Leads| lead.is_some_and(|lead| leads.entries.contains(lead));
            let is_nested = of_entry(here, &leads_after) || of_entry(there, &leads_before);
            // Where the words of the entry above are others, nothing below it moved.
            let stood = here.is_none_or(|here| texts_before.contains(here.as_str()));
            let stands = there.is_none_or(|there| texts_after.contains(there.as_str()));
            (is_nested && here != there && stood && stands)
                .then(|| (here.unwrap_or(&nothing), there.unwrap_or(&nothing)))
        };
        let sure = by_heading().or_else(by_lead).or(nested).or_else(by_label);
        let (here, there) = sure.or_else(unsure)?;
        let is_heading = |block: &Block| matches!(block.kind, BlockKind::Heading(_));
        let is_text = !is_heading(block) && !is_heading(old.block(*from));
        is_text.then(|| Reseated {
            pair: (*from, *to),
            is_short: sure.is_some() && new.entries[*to].words.len() <= SHORT || nested.is_some(),
            hunk: Hunk {
                before: Some(below(there, &block.text)),
                after: Some(below(here, &block.text)),
                edits: edits(there, here, &block.text),
                place: Place::Item,
                heading: path.clone(),
                ..Hunk::default()
            },
        })
    });
    merged(found.collect())
}

/// Entries that are held back and hang on the same two entries, as one.
fn merged(found: Vec<Reseated>) -> Vec<Reseated> {
    let mut all: Vec<Reseated> = Vec::new();
    for one in found {
        let lead = |text: &Option<String>| {
            text.as_deref().and_then(|text| text.split_once('\n')).map(|(lead, _)| lead.to_owned())
        };
        let of = |one: &Reseated| (lead(&one.hunk.before), lead(&one.hunk.after));
        match all
            .last_mut()
            .filter(|last| !last.is_short && !one.is_short && of(last) == of(&one) && of(last) != (None, None))
        {
            Some(last) => {
                let entry = match one.hunk.edits.last() {
                    Some(Edit::Kept(entry)) => entry.trim_start_matches('\n').to_owned(),
                    _ => String::new(),
                };
                for side in [&mut last.hunk.before, &mut last.hunk.after].into_iter().flatten() {
                    side.push('\n');
                    side.push_str(&entry);
                }
                last.hunk.edits.push(Edit::Kept(format!("\n{entry}")));
            }
            None => all.push(one),
        }
    }
    all
}

/// A text below the one that it hangs on, if it does.
fn below(above: &str, text: &str) -> String {
    if above.is_empty() { text.to_owned() } else { format!("{above}\n{text}") }
}

fn edits(there: &str, here: &str, text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    if !there.is_empty() {
        edits.push(Edit::Removed(there.to_owned()));
    }
    if !here.is_empty() {
        edits.push(Edit::Added(here.to_owned()));
    }
    edits.push(Edit::Kept(if there.is_empty() || here.is_empty() { text.to_owned() } else { format!("\n{text}") }));
    edits
}

/// The sentences of a document that lead lists.
struct Leads {
    /// By the list's entries and rows.
    by_block: HashMap<usize, String>,
    all: HashSet<String>,
    /// Those of them that are entries of a list themselves, and have others below them.
    entries: HashSet<String>,
}

impl Leads {
    fn of(&self, block: usize) -> Option<&String> {
        self.by_block.get(&block)
    }
}

/// A label leads a list as a sentence with a colon does; it has no more words.
const LABEL: usize = 8;

/// The label right above a value, if it is one: a line that names, and below it one with a number, an answer or a word that
/// has an opposite. Where names stand below one another, none is the label of the next.
fn label_of<'a>(side: &Side<'a>, entry: usize) -> Option<&'a String> {
    let value = side.block(entry);
    let label = side.block(entry.checked_sub(1)?);
    let is_line =
        |block: &Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_)) && is_label(&block.text);
    let asks = matches!(label.kind, BlockKind::Paragraph | BlockKind::Heading(_)) && is_question(&label.text);
    let answers = asks && !is_question(&value.text) && count_words(&value.text) <= SHORT;
    let is_pair = matches!(value.kind, BlockKind::Paragraph) && (answers || is_line(value) && is_line(label));
    let ([has_number, has_answer], [is_counted, _]) = (values(&value.text), values(&label.text));
    (is_pair && (has_number || has_answer) && !is_counted).then_some(&label.text)
}

/// Whether a line says how much, and whether it says which of two.
fn values(text: &str) -> [bool; 2] {
    let (mut number, mut answer, mut words) = (false, false, 0);
    text::each_word(text, |word, _| {
        words += 1;
        number |=
            word.starts_with(|letter: char| letter.is_ascii_digit()) || !is_small(word) && in_digits(word).is_some();
        answer |= !is_small(word) && has_opposite(word);
    });
    let text = text.trim().to_lowercase();
    [number, answer || words == 1 && has_opposite(&text)]
}

/// Goes through a document once: what ends in a colon, and a label right above, leads the entries and rows below it, up to the
/// next paragraph or heading.
fn leads(side: &Side<'_>) -> Leads {
    let mut found = Leads { by_block: HashMap::new(), all: HashSet::new(), entries: HashSet::new() };
    let mut lead: Option<&str> = None;
    // The entries around the next one, with their depth, the innermost last.
    let mut around: Vec<(u8, &str)> = Vec::new();
    for (index, block) in side.document.blocks.iter().enumerate() {
        if let BlockKind::Item(depth) = block.kind {
            around.retain(|(outer, _)| *outer < depth);
            let above = around.last().map(|(_, text)| (*text).to_owned());
            around.push((depth, if block.text.len() <= LEAD { &block.text } else { "" }));
            if let Some(above) = above.filter(|above| !above.is_empty()) {
                found.entries.insert(above.clone());
                found.all.insert(above.clone());
                found.by_block.insert(index, above);
                continue;
            }
        } else {
            around.clear();
        }
        match block.kind {
            BlockKind::Item(_) | BlockKind::Row => {
                if let Some(lead) = lead {
                    found.by_block.insert(index, lead.to_owned());
                    found.all.insert(lead.to_owned());
                }
            }
            BlockKind::Paragraph if block.text.len() <= LEAD && block.text.trim_end().ends_with([':', '：']) => {
                lead = Some(&block.text);
            }
            BlockKind::Paragraph if is_label(&block.text) && is_listed(side.document.blocks.get(index + 1)) => {
                lead = Some(&block.text);
            }
            _ => lead = None,
        }
    }
    found
}

fn is_label(text: &str) -> bool {
    count_words(text) <= LABEL && !text.trim_end().ends_with(['.', '!', '。', ';']) || is_question(text)
}

/// A question has no more words.
const QUESTION: usize = 20;

/// Whether a line asks: what stands below it answers, be it a sentence.
fn is_question(text: &str) -> bool {
    text.trim_end().ends_with(['?', '？']) && count_words(text) <= QUESTION
}

fn is_listed(block: Option<&Block>) -> bool {
    block.is_some_and(|block| matches!(block.kind, BlockKind::Item(_) | BlockKind::Row))
}
