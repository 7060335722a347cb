//! An entry that came to a list within a sentence or left it: a named partner, one of the wares that are forbidden.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::exchanges::{Exchange, exchanges};
use super::languages::union;
use super::modal_verbs::has_modal_verb;
use super::stopwords::{is_language, is_of_date, is_small};
use super::words::words;
use crate::model::{Hunk, Place, is_ideograph};

/// An entry has no more words: what is longer says something by itself, and is weighed.
const ENTRY: usize = 3;
/// So many ideographs make a word.
const IDEOGRAPHS: usize = 3;
/// What stands between the entries of a list, in any script.
const COMMAS: [char; 3] = [',', '、', '،'];
/// Where more places of a passage differ, it is worded anew.
const PLACES: usize = 2;

/// What joins the last entry of a list to those before it.
static JOINTS: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.conjunctions).into_iter().collect());
/// What the names of companies end with is no entry of its own.
static COMPANIES: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.companies).into_iter().collect());

/// Whether a passage stays but for an entry of a list within it.
pub(in crate::steps) fn lists_otherwise(hunk: &Hunk) -> bool {
    let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return false };
    let found = exchanges(hunk);
    matches!(hunk.place, Place::Paragraph | Place::Item | Place::Row)
        && found.len() <= PLACES
        && found
            .iter()
            .any(|exchange| [before, after].iter().enumerate().any(|(side, text)| is_entry(text, exchange, side)))
}

/// Whether the words of one side are an entry with what parts it from its neighbours, and the other side has nothing but
/// what joins those.
fn is_entry(text: &str, exchange: &Exchange, side: usize) -> bool {
    let sides = exchange.sides();
    let joins = |word: &&String| JOINTS.contains(word.as_str());
    // In some languages a noun is told from a small word by its capital alone, and in some each entry has its article.
    let own = text.get(exchange.at[side].clone()).unwrap_or_default();
    let counts = |word: &&String| !is_small(word) || names(own);
    let entry: Vec<&String> = sides[side].iter().filter(|word| !joins(word)).filter(counts).collect();
    let is_word = |word: &&&String| word.chars().all(char::is_alphabetic);
    let is_no_entry = |word: &&String| is_language(word) || is_of_date(word) || COMPANIES.contains(word.as_str());
    if exchange.dates
        || !sides[1 - side].iter().all(|word| joins(&word))
        || !(1..=ENTRY).contains(&length(&entry))
        || entry.iter().any(is_no_entry)
        || !entry.iter().all(|word| is_word(&word))
    {
        return false;
    }
    let at = exchange.at[side].clone();
    let (Some(own), Some(head), Some(tail)) = (text.get(at.clone()), text.get(..at.start), text.get(at.end..)) else {
        return false;
    };
    is_parted(own, head, tail) && (names(own) || has_modal_verb(sentence(head, tail)))
}

/// How many words there are, where an ideograph is a part of one.
fn length(entry: &[&String]) -> usize {
    let ideographs = entry.iter().filter(|word| word.chars().all(is_ideograph)).count();
    entry.len() - ideographs + ideographs.div_ceil(IDEOGRAPHS)
}

/// Whether a comma, or what joins entries, stands on both sides of it; the first of a list has one behind it alone.
fn is_parted(own: &str, head: &str, tail: &str) -> bool {
    let joins = |word: Option<String>| word.is_some_and(|word| JOINTS.contains(word.as_str()));
    let own = own.trim();
    let opens = own.starts_with(COMMAS) || head.trim_end().ends_with([',', '、', '،', ':', '：', '(', '（']);
    let opens_jointly = || joins(words(own).into_iter().next()) || joins(words(near_end(head)).pop());
    let ends = [',', '、', '،', '.', '。', ';', '；', ')', '）'];
    let closes = own.ends_with(COMMAS) || tail.trim_start().starts_with(ends) || tail.trim().is_empty();
    let closes_jointly = || joins(words(own).pop()) || joins(words(near_start(tail)).into_iter().next());
    // "goods or services" that became "goods": what joined them came or went with the entry.
    if joins(words(own).into_iter().next()) || joins(words(own).pop()) {
        return true;
    }
    // The comma of scripts without spaces parts nothing but entries.
    let is_listed = own.ends_with('、') || own.starts_with('、');
    let is_one_of_many =
        own.contains(COMMAS) || opens_jointly() || joins(words(own).pop()) || opens && closes_jointly();
    is_listed || is_one_of_many && (opens || opens_jointly() || own.ends_with(COMMAS)) && (closes || closes_jointly())
}

/// So many bytes hold a word.
const NEAR: usize = 40;

fn near_end(text: &str) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(NEAR))..]
}

fn near_start(text: &str) -> &str {
    &text[..text.floor_char_boundary(NEAR.min(text.len()))]
}

/// Whether the words are written as names are.
fn names(own: &str) -> bool {
    let mut words = own.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.any(|word| word.starts_with(char::is_uppercase))
}

/// What stands before the words in their sentence, or else behind them: where it says what may and must be.
fn sentence<'a>(head: &'a str, tail: &'a str) -> &'a str {
    let ends = ['.', '!', '?', '\n', ';', '。', '！', '？', '；'];
    let before = head.rsplit(ends).next().unwrap_or_default();
    if has_modal_verb(before) { before } else { tail.split(ends).next().unwrap_or_default() }
}
