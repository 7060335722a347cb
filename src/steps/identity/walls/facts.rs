//! What there is to tell a wall by.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::model::count_words;
use crate::model::{BlockKind, Document};
use crate::steps::extract::{Extract, Signs};
use crate::steps::text::dates::find_dates;
use crate::steps::text::each_word;
use crate::steps::text::languages::{Sections, all, union};
use crate::steps::text::limits::has_limit;
use crate::steps::text::modal_verbs::has_modal_verb;
use crate::steps::text::part_dates::without_year;

/// A phrase that ends in a space is a whole word; any other is the beginning of one.
pub(super) type Phrases = LazyLock<Vec<&'static str>>;

/// What a page calls itself.
static THE_PAGE: Phrases = LazyLock::new(|| union(|words| &words.the_page));

/// By what a page asks for patience, and the spans of time that a visit lasts: seconds and minutes.
static WAITING: Phrases = LazyLock::new(|| union(|words| &words.waiting));
static OF_A_VISIT: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    all().flat_map(|words: &'static Sections| words.spans.iter().take(2)).flatten().map(String::as_str).collect()
});
/// What a contest awards, and until when one takes part.
static AWARDS: Phrases = LazyLock::new(|| union(|words| &words.contests.awards));
static DEADLINES: Phrases = LazyLock::new(|| union(|words| &words.contests.deadlines));
/// A contest has so many lines that award something.
const AWARDED: usize = 2;

/// So many of the first blocks are read for phrases. A wall is short; what is longer is not told by its phrases.
const FIRST: usize = 120;
/// So many are its head.
const HEAD: usize = 4;
/// What has fewer words says nothing.
const SENTENCE: usize = 4;
/// A first line of more words is no name.
const NAME: usize = 12;

/// What there is to judge by.
#[expect(clippy::struct_excessive_bools, reason = "each holds or does not, whatever the others do")]
pub(super) struct Facts<'a> {
    pub document: &'a Document,
    pub signs: &'a Signs,
    /// Whether a document is known in whose place this stands.
    pub instead: bool,
    pub words: usize,
    /// Headings below the first level.
    pub sections: usize,
    /// The title and the first heading, or a short first line, in lower case.
    pub name: String,
    /// The title and the first lines, in lower case.
    pub head: String,
    pub text: String,
    /// The same two without what stands in a dialog, where a dialog holds most of the page.
    pub words_beside: usize,
    pub head_beside: String,
    /// Sentences, those of them that allow, forbid, demand or set a limit, and whether one of those sets a limit.
    sentences: usize,
    rules: usize,
    has_limit: bool,
    /// Those that rule something else than what to do on this page.
    rules_of_its_own: usize,
    /// Blocks of any length that rule something.
    ruling_blocks: usize,
    /// Whether one of the sentences asks for some seconds or minutes of patience.
    asks_to_wait: bool,
    /// Whether its lines say until which day one takes part in something, and what there is to win.
    pub is_contest: bool,
}

/// Rules have so many sentences that rule something, or, with a limit among them, nothing but such sentences.
const RULES: usize = 3;
const RULES_ALONE: usize = 2;

impl<'a> Facts<'a> {
    pub fn of(extract: &'a Extract, instead: bool) -> Self {
        let (document, signs) = (&extract.document, &extract.signs);
        let texts = || document.blocks.iter().map(|block| block.text.as_str());
        let title = || document.title.as_deref().into_iter();
        let lower = |lines: Vec<&str>| lines.join("\n").to_lowercase();
        let heading = document.blocks.iter().find(|block| matches!(block.kind, BlockKind::Heading(_)));
        let first = heading.or(document.blocks.first()).map(|block| block.text.as_str());
        let name = title().chain(first.filter(|text| count_words(text) <= NAME)).collect();
        let words = document.word_count();
        let head = lower(title().chain(texts().take(HEAD)).collect());
        let beside = signs.beside_dialog.as_ref();
        // A paragraph has several; a short item is one where it says something.
        let sentences = || {
            let lines = document.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Heading(_))).take(FIRST);
            lines
                .flat_map(|block| block.text.split_inclusive(['.', '!', '?', '。', '！', '？', '।']))
                .map(str::trim)
                .filter(|text| count_words(text) >= SENTENCE)
        };
        Self {
            document,
            signs,
            instead,
            words,
            sections: document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(2..))).count(),
            name: lower(name),
            text: lower(texts().take(FIRST).collect()),
            words_beside: beside.map_or(words, |beside| beside.words),
            head_beside: beside.map_or_else(
                || head.clone(),
                |beside| lower(title().chain(beside.first.iter().map(String::as_str)).collect()),
            ),
            head,
            sentences: sentences().count(),
            rules: sentences().filter(|text| has_modal_verb(text) || has_limit(text)).count(),
            has_limit: sentences().any(has_limit),
            rules_of_its_own: sentences()
                .filter(|text| has_modal_verb(text) || has_limit(text))
                .filter(|text| has(&text.to_lowercase(), &THE_PAGE) == 0 && !asks_to_wait(text))
                .count(),
            asks_to_wait: sentences().any(asks_to_wait),
            is_contest: is_contest(document),
            ruling_blocks: texts().take(FIRST).filter(|text| has_modal_verb(text) || has_limit(text)).count(),
        }
    }

    /// Whether most of what stands there are rules: a wall is about this one visit, and has a sentence or two.
    pub const fn are_rules(&self) -> bool {
        self.rules >= RULES && self.rules * 3 >= self.sentences * 2
            || self.rules >= RULES_ALONE && self.rules == self.sentences && self.has_limit
    }

    /// Whether a text of a few words is one of rules: most of it rules something, or all of its sentences do, or several of its
    /// lines. What to do on this page, and what not, is no such rule.
    ///
    /// Nor is what to do while one waits for this page: beside that, rules are as many as elsewhere and speak of something else.
    pub const fn says_rules(&self) -> bool {
        if self.asks_to_wait {
            return self.rules_of_its_own >= RULES;
        }
        let all_rule = self.rules_of_its_own > 0 && self.rules_of_its_own == self.sentences;
        self.are_rules() || all_rule || self.ruling_blocks >= RULES || self.is_contest
    }

    /// Whether words alone speak for a wall, and some for a document: nothing to fill in, to prove or to click, and more
    /// than one sentence that rules something.
    pub fn may_be_a_document(&self) -> bool {
        let Signs { password_fields, bot_proof, buttons_in_text, beside_dialog, .. } = self.signs;
        *password_fields == 0
            && !bot_proof
            && buttons_in_text.is_empty()
            && beside_dialog.is_none()
            && self.rules >= RULES_ALONE
    }

    /// The bound for a page of which nothing is known, or for one in the document's place: that the document is gone from
    /// there says something by itself.
    pub const fn bound(&self, at_first: usize, instead: usize) -> usize {
        if self.instead { instead } else { at_first }
    }
}

/// Whether a sentence asks for patience of some seconds or minutes.
fn asks_to_wait(sentence: &str) -> bool {
    let mut of_a_visit = false;
    each_word(sentence, |word, _| of_a_visit |= OF_A_VISIT.contains(word));
    of_a_visit && has(&sentence.to_lowercase(), &WAITING) > 0
}

/// Whether a line says until which day one takes part, and several what is awarded: the rules of a contest in a few lines, none of
/// which has a word that forbids or demands.
fn is_contest(document: &Document) -> bool {
    let lines = || {
        let blocks = document.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Heading(_)));
        blocks.take(FIRST).map(|block| block.text.to_lowercase())
    };
    lines().filter(|line| has(line, &AWARDS) > 0).take(AWARDED).count() == AWARDED
        && lines().any(|line| {
            has(&line, &DEADLINES) > 0 && (!find_dates(&line).is_empty() || !without_year(&line).is_empty())
        })
}

/// How many of the phrases stand in a text as words, or as the beginnings of words.
pub(super) fn has(text: &str, phrases: &[&str]) -> usize {
    let begins = |at: usize| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let stands = |phrase: &str| {
        let whole = phrase.trim_end();
        text.match_indices(whole).any(|(at, _)| {
            let after = text[at + whole.len()..].chars().next();
            begins(at) && (whole == phrase || !after.is_some_and(char::is_alphanumeric))
        })
    };
    phrases.iter().filter(|phrase| stands(phrase)).count()
}
