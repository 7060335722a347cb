//! Rule: a notice on cookies beside the text comes or goes.
//!
//! Evidence: the block stands in a part of the page of its own, outside of the part that holds the document's paragraphs
//! and beside what belongs to the site; it is no table and no longer than such a notice, speaks of cookies, and names a
//! button by which a reader agrees or declines, or begins as such notices do and sets no limit, for buttons may be none that
//! are read; so it may above the title. Where no part of the page is its own, it stands before the document's first
//! heading or behind its last paragraph, with several such buttons right beside it (before the heading it may name one by its
//! label instead), and the document's title says nothing of cookies. Verdict: boilerplate.

use std::sync::LazyLock;

use super::block_at::BlockAt;
use super::labels::normal;
use super::surroundings::Surroundings;
use crate::steps::text::languages::union;
use crate::steps::text::limits::has_limit;

/// A notice has no more words a block. The longest of those in pages-2026 has 96.
const LONGEST: usize = 120;

static COOKIES: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.cookies));
static BUTTONS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let answers = union(|words| &words.cookie_answers);
    union(|words| &words.consent_buttons).into_iter().chain(answers).collect()
});

/// With what such notices begin.
static NOTICES: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.cookie_notices));
/// One whose buttons are not read has no more words.
const TEASER: usize = 40;

/// So many blocks beside such a text may be its buttons, each of so many words.
const NEAR: usize = 4;
const LABEL: usize = 6;
/// So many of them leave a choice.
const CHOICE: usize = 2;

/// Whether a block is of a notice on cookies.
pub(super) fn holds(block: BlockAt<'_>, _: &Surroundings) -> bool {
    if block.is_data() || block.words() > LONGEST {
        return false;
    }
    if block.outside {
        let text = format!(" {} ", normal(block.text()));
        let names = |label: &&str| text.contains(&format!(" {label} "));
        return COOKIES.iter().any(|word| text.contains(word)) && BUTTONS.iter().any(names) || is_notice(block);
    }
    stands_apart(block) || block.side.section(block.entry).is_none() && is_notice(block)
}

/// Whether a block begins as such notices do and sets no limit; its buttons may be none that are read.
fn is_notice(block: BlockAt<'_>) -> bool {
    let text = format!("{} ", normal(block.text()));
    let begins = |words: &&str| text.strip_prefix(*words).is_some_and(|rest| rest.starts_with(' '));
    let has_title =
        (0..block.side.entries.len()).map(|entry| BlockAt { entry, ..block }).find(|other| other.is_heading());
    speaks_of_cookies(block.text())
        && block.words() <= TEASER
        && NOTICES.iter().any(begins)
        && !has_limit(block.text())
        && has_title.is_some_and(|title| !speaks_of_cookies(title.text()))
}

/// Whether a text on cookies with its buttons, or one of these, stands at an edge of a document on something else.
fn stands_apart(block: BlockAt<'_>) -> bool {
    let at = |entry| BlockAt { entry, ..block };
    let all = block.side.entries.len();
    let near = || (block.entry.saturating_sub(NEAR)..all.min(block.entry + NEAR + 1)).map(at);
    let is_text = |other: &BlockAt<'_>| !other.is_heading() && other.words() > LABEL && speaks_of_cookies(other.text());
    let is_part = is_text(&block) || buttons(block.text()) > 0 && near().any(|other| is_text(&other));
    let leaves_a_choice =
        || near().filter(|other| other.words() <= LABEL).map(|other| buttons(other.text())).sum::<usize>();
    let title = (0..all).map(at).find(|other| other.is_heading());
    let is_above = title.is_some_and(|title| block.entry < title.entry);
    is_part
        && (leaves_a_choice() >= CHOICE || is_above && names_a_button(block.text()))
        && title.is_some_and(|title| !speaks_of_cookies(title.text()))
        && is_at_an_edge(block, &is_text)
}

/// Whether no heading stands before a block, or nothing but such a notice and its buttons behind it.
fn is_at_an_edge(block: BlockAt<'_>, is_text: &dyn Fn(&BlockAt<'_>) -> bool) -> bool {
    let at = |entry| BlockAt { entry, ..block };
    block.side.section(block.entry).is_none()
        || (block.entry + 1..block.side.entries.len())
            .map(at)
            .all(|other| other.words() <= LABEL && !other.is_heading() || is_text(&other))
}

/// Whether a text calls such a button by its label within a sentence: with a capital, as it stands on the button.
fn names_a_button(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let [above, word] = pair else { return false };
        let is_within = !above.ends_with(['.', '!', '?', ':']);
        is_within && word.contains(char::is_uppercase) && BUTTONS.contains(&normal(word).as_str())
    })
}

fn speaks_of_cookies(text: &str) -> bool {
    let text = text.to_lowercase();
    COOKIES.iter().any(|word| text.contains(word))
}

/// How many buttons of such a notice a short line names, with or without gaps between them.
fn buttons(text: &str) -> usize {
    let words = normal(text).replace(' ', "");
    let found = BUTTONS.iter().map(|label| label.replace(' ', "")).filter(|label| words.contains(label.as_str()));
    let found: Vec<String> = found.collect();
    // "Accept all" is one button.
    found.iter().filter(|label| !found.iter().any(|other| other != *label && other.contains(label.as_str()))).count()
}
