//! Rule: a list of the languages that a page can be had in, where hardly anything but languages is named.
//!
//! Evidence: most words are names of languages, each is a link, stands beside the text, or the list names several in
//! themselves, as menus do and no sentence does; it stands at an end of the page or beside the text, no sentence, line or
//! heading above leads to the list or speaks of languages, and nothing is allowed, forbidden or limited: within the text it
//! says in which languages something is to be had. Verdict: language.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::DifferingBlocks;
use super::block_at::BlockAt;
use super::labels::is_known;
use super::surroundings::Surroundings;
use crate::steps::text::{self, languages};

/// Names of languages in themselves and in the commonest other languages, in normal form.
static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let names = languages::all().flat_map(|words| words.language_names.iter().chain(&words.menu_language_names));
    names.map(String::as_str).collect()
});
/// What languages are called.
static CALLED: LazyLock<Vec<&str>> = LazyLock::new(|| languages::union(|words| &words.languages_called));
/// A list of languages has no more entries, so that no more are looked at.
const FAR: usize = 400;
/// Longer text, in bytes, is no list of languages.
const LONGEST: usize = 2000;
/// So many words in a hundred are names of languages. Chosen on the pages of corpus 2022.
const MOST: usize = 60;

/// Whether both sides name languages and little else.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let is_list = |text: &str| {
        let share = Share::of(text);
        text.is_empty() || share.names > 0 && share.names * 100 >= share.words * MOST
    };
    difference.before().len().max(difference.after().len()) <= LONGEST
        && is_list(difference.before())
        && is_list(difference.after())
        && !difference.rules_something()
        && difference.blocks().all(|block| {
            !block.is_data()
                && (block.outside || stands_as_a_menu(block) && (block.is_link() || is_in_themselves(block)))
        })
}

/// Whether a list stands at an end of the page, and what is above it does not say what the languages are for.
fn stands_as_a_menu(block: BlockAt<'_>) -> bool {
    let above = (0..block.entry).rev().map(|entry| BlockAt { entry, ..block });
    let above = above.take(FAR).find(|above| !(above.is_item() && block.is_item()));
    let speaks_of_languages = |text: &str| {
        let mut speaks = false;
        text::each_word(text, |word, _| speaks |= CALLED.iter().any(|name| word.starts_with(name)));
        speaks
    };
    (block.is_at_the_beginning() || block.is_at_the_end())
        && !block.is_introduced()
        && !block.is_named()
        && above.is_none_or(|above| is_known(above.text()) || !speaks_of_languages(above.text()))
}

/// Whether languages are named in themselves, in the block or in the list that it is in: no one language has all of the names.
fn is_in_themselves(block: BlockAt<'_>) -> bool {
    let mut named: Vec<String> = Vec::new();
    let mut read = |text: &str| {
        text::each_word(text, |word, _| {
            if NAMES.contains(word) {
                named.push(word.to_owned());
            }
        });
    };
    read(block.text());
    block.list().for_each(|item| read(item.text()));
    !languages::all().any(|words| {
        let known =
            |name: &String| words.language_names.iter().chain(&words.menu_language_names).any(|own| own == name);
        named.iter().all(known)
    })
}

/// How many words a text has, and how many of them are names of languages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Share {
    pub words: usize,
    pub names: usize,
}

impl Share {
    pub fn of(text: &str) -> Self {
        let mut share = Self { words: 0, names: 0 };
        text::each_word(text, |word, _| {
            share.words += 1;
            share.names += usize::from(NAMES.contains(word));
        });
        share
    }
}
