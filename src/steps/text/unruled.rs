//! Texts in languages for which nothing here has been learned: what differs in them is weighed by how much it is and by a few
//! signs alone.

use std::sync::LazyLock;

use whatlang::Lang;

use super::each_word;
use super::exchanges::fits;
use super::languages::union;
use super::modal_verbs::is_modal_verb;
use super::numbers::in_digits;
use crate::model::{Edit, Hunk};

/// The languages whose words the judgement knows.
const RULED: [Lang; 8] = [Lang::Eng, Lang::Deu, Lang::Fra, Lang::Spa, Lang::Ita, Lang::Nld, Lang::Pol, Lang::Por];

/// The language of a shorter text in Latin letters cannot be told, and a longer part of it says no more, both in bytes.
const SHORTEST: usize = 80;
const LONGEST: usize = 1000;

/// The last letter of the alphabets that those languages are written in.
const LATIN: char = '\u{24f}';

static NEGATIONS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.negations));

/// Whether a text is in another language than those whose words the judgement knows.
pub(in crate::steps) fn is_unruled(text: &str) -> bool {
    let text = text.get(..text.ceil_char_boundary(LONGEST.min(text.len()))).unwrap_or(text);
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let others = text.chars().filter(|letter| letter.is_alphabetic() && *letter > LATIN).count();
    if others * 2 > letters {
        return true;
    }
    text.len() >= SHORTEST
        && whatlang::detect(text).is_some_and(|found| found.is_reliable() && !RULED.contains(&found.lang()))
}

/// Whether a passage in such a language came, went or changed together with a number or a word that allows, forbids,
/// demands or says no.
pub(in crate::steps) fn shifts_a_sign(hunk: &Hunk) -> bool {
    let text = hunk.after.as_deref().or(hunk.before.as_deref()).unwrap_or_default();
    if !is_unruled(text) {
        return false;
    }
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for edit in &hunk.edits {
        let (to, text) = match edit {
            Edit::Kept(_) => continue,
            Edit::Removed(text) => (&mut gone, text),
            Edit::Added(text) => (&mut come, text),
        };
        each_word(text, |word, _| {
            if is_sign(word) {
                to.push(word.to_owned());
            }
        });
    }
    gone.sort_unstable();
    come.sort_unstable();
    gone != come
}

fn is_sign(word: &str) -> bool {
    word.starts_with(char::is_numeric)
        || in_digits(word).is_some()
        || is_modal_verb(word)
        || NEGATIONS.iter().any(|entry| fits(entry, word))
}
