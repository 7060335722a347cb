//! The walls and errors that stand in a document's place, by their signs; phrases only ever add to other evidence.

use std::sync::LazyLock;

use crate::model::{Trouble, count_words};
use crate::steps::extract::{Extract, Signs};
use crate::steps::text::languages::union;

/// Fewer words are no policy.
pub(super) const STUB: usize = 60;

/// A phrase that ends in a space is a whole word; any other is the beginning of one.
type Phrases = LazyLock<Vec<&'static str>>;
static LOGIN: Phrases = LazyLock::new(|| union(|words| &words.login));
static HUMAN: Phrases = LazyLock::new(|| union(|words| &words.captcha));
static ERROR: Phrases = LazyLock::new(|| union(|words| &words.error));
static CONSENT: Phrases = LazyLock::new(|| union(|words| &words.consent));
static SCRIPTS: Phrases = LazyLock::new(|| union(|words| &words.scripts));

/// What a page is that was never read before, where it is clearly no document.
pub(super) fn at_first_sight(extract: &Extract, words: usize) -> Option<Trouble> {
    let Facts { signs, head, text, .. } = Facts::of(extract);
    let human = has(&text, &HUMAN);
    if words < 200 && (signs.bot_proof && human > 0 || words < 100 && human >= 2) {
        return Some(Trouble::BotWall);
    }
    if words < 150 && signs.password_fields > 0 || words < 100 && has(&head, &LOGIN) > 0 && has(&head, &ERROR) == 0 {
        return Some(Trouble::LoginWall);
    }
    if asks_consent(signs, &text, words) {
        return Some(Trouble::ConsentWall);
    }
    if words < 100 && has(&head, &ERROR) > 0 {
        return Some(Trouble::SoftError);
    }
    (words < STUB && says_nothing(extract)).then_some(Trouble::Empty)
}

/// What a page is that has little in common with the document, where its signs name it.
pub(super) fn in_place_of_the_document(extract: &Extract, words: usize) -> Option<Trouble> {
    let Facts { signs, head, text } = Facts::of(extract);
    if words < 500 && (signs.bot_proof && signs.password_fields == 0 || words < 200 && has(&text, &HUMAN) >= 2) {
        return Some(Trouble::BotWall);
    }
    if words < 400 && signs.password_fields > 0 || words < 150 && has(&text, &LOGIN) > 0 && has(&head, &ERROR) == 0 {
        return Some(Trouble::LoginWall);
    }
    if asks_consent(signs, &text, words) {
        return Some(Trouble::ConsentWall);
    }
    (words < 200 && has(&head, &ERROR) > 0).then_some(Trouble::SoftError)
}

/// What a page of few words is that none of the signs names.
pub(super) fn stub(extract: &Extract) -> Trouble {
    if says_nothing(extract) {
        return Trouble::Empty;
    }
    let said = extract.document.blocks.iter().map(|block| block.text.as_str()).find(|text| is_sentence(text));
    let said = said.or(extract.document.blocks.first().map(|block| block.text.as_str())).unwrap_or_default();
    Trouble::ShortNote { text: said.chars().take(NOTE).collect() }
}

/// As many letters of a note are quoted.
const NOTE: usize = 160;

/// Whether a few words are no sentence, or only ask for scripts: that word is the same in all languages.
fn says_nothing(extract: &Extract) -> bool {
    let texts = || extract.document.blocks.iter().map(|block| block.text.as_str());
    let asks = |text: &str| SCRIPTS.iter().any(|word| text.contains(word));
    !texts().any(is_sentence) || texts().any(|text| asks(&text.to_lowercase()))
}

/// Whether a block says something rather than naming it.
fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?', ':', '。', '！', '？', '।']) && text.chars().count() >= 30 || count_words(text) >= 12
}

/// What there is to judge by.
struct Facts<'a> {
    signs: &'a Signs,
    /// The title and the first lines.
    head: String,
    text: String,
}

impl<'a> Facts<'a> {
    fn of(extract: &'a Extract) -> Self {
        let document = &extract.document;
        let first = document.blocks.iter().take(4).map(|block| block.text.as_str());
        let head: Vec<_> = document.title.as_deref().into_iter().chain(first).collect();
        // A wall is short; what is longer is not told by its phrases.
        let text: Vec<_> = document.blocks.iter().take(120).map(|block| block.text.as_str()).collect();
        Self { signs: &extract.signs, head: head.join("\n").to_lowercase(), text: text.join("\n").to_lowercase() }
    }
}

/// A page that talks of little but cookies, and has something to click.
fn asks_consent(signs: &Signs, text: &str, words: usize) -> bool {
    let cookies: usize = CONSENT.iter().map(|word| text.matches(word).count()).sum();
    words < 1500 && cookies >= 4 && cookies * 60 > words && signs.buttons > 0
}

/// How many of the phrases stand in a text as words, or as the beginnings of words.
fn has(text: &str, phrases: &[&str]) -> usize {
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
