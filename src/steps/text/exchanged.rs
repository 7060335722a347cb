//! A word of content that gave way to another within a sentence that stays: "minutes" to "hours", "photos" to "recordings".

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::exchanges::{Exchange, exchanges, fits};
use super::languages::{self, all, union};
use super::numbers::is_part_of_a_law;
use super::stopwords::{is_language, is_of_date, is_small};
use super::words::words;
use super::{modal_verbs, spelling};
use crate::model::{Edit, Hunk, Place, count_words, is_ideograph};

// An exchange of more words, or more exchanges, is a rewording: what it does is for the judgement to find. On 1,708 labelled
// changes as many as two of each find a sixth of all that is to be told and touch one in forty of what nobody needs.
const WORDS: usize = 4;
const CONTENT: usize = 2;
const EXCHANGES: usize = 2;
/// So many ideographs make a word of content.
const IDEOGRAPHS: usize = 3;
/// So many words make what stays a sentence; an entry of a list and a row of a table are no sentences.
const SENTENCE: usize = 3;
/// A heading of more words, or one that keeps more, is worded anew and says what it said.
const HEADING: usize = 2;
/// So many letters at its beginning are the stem of a word, if they are also this share of it.
const STEM: usize = 4;
const SHARE: f32 = 0.6;
/// So many bytes before such an ending name what the two parties have to do with each other.
const PARTY: usize = 3;
/// What a word has beyond a shorter one that is its beginning is inflection.
const ENDING: usize = 3;
/// Shorter words are too near each other for a slip of the pen to be told from another word.
const TYPO: usize = 5;

static FILLERS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| union(|words| &words.stopwords.fillers).into_iter().collect());
static PARTICLES: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.particles).into_iter().collect());
static PARTS: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.numbered_parts).into_iter().collect());
static LETTERS: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| all().flat_map(|words| &words.letters).map(|(from, to)| (from.as_str(), to.as_str())).collect());
/// The words of all files, as they are held against each other.
static KNOWN: LazyLock<HashSet<String>> = LazyLock::new(|| {
    languages::sources().flat_map(words).filter(|word| word.len() >= TYPO).map(|word| folded(&word)).collect()
});
static SYNONYMS: LazyLock<Vec<&[String]>> = LazyLock::new(|| {
    all().flat_map(|words: &'static languages::Sections| &words.synonyms).map(Vec::as_slice).collect()
});

/// How often the same words gave way to the same others, over all passages: what does so again and again is called
/// otherwise now, and no rule.
#[derive(Debug, Default)]
pub(in crate::steps) struct Renamed(HashMap<[String; 2], usize>);

impl Renamed {
    /// Counts the exchanges of all passages.
    pub(in crate::steps) fn among(hunks: &[Hunk]) -> Self {
        let mut times = HashMap::new();
        for exchange in hunks.iter().flat_map(exchanges) {
            *times.entry(names(&exchange.sides())).or_default() += 1;
        }
        Self(times)
    }

    fn holds(&self, sides: &[Vec<String>; 2]) -> bool {
        self.0.get(&names(sides)).is_some_and(|times| *times > 1)
    }
}

/// Both sides as names: in one spelling, in the singular, without articles.
fn names(sides: &[Vec<String>; 2]) -> [String; 2] {
    sides.each_ref().map(|side| spelling::plain(side.iter().map(String::as_str).filter(|word| !is_small(word))))
}

/// Whether a sentence stays but for a word of content that gave way to another, which is no other spelling, form or name of
/// the same, no address and no date.
pub(in crate::steps) fn says_another_word(hunk: &Hunk, renamed: &Renamed) -> bool {
    if hunk.place == Place::Code {
        return false;
    }
    let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return false };
    let found = exchanges(hunk);
    if found.len() <= EXCHANGES && found.iter().any(|exchange| is_other_mail([before, after], exchange)) {
        return true;
    }
    is_whole(hunk, before, after)
        && found.len() <= EXCHANGES
        && !found.iter().any(|exchange| addresses_otherwise(&exchange.sides()))
        && found.iter().any(|exchange| {
            let sides = exchange.sides();
            !exchange.dates
                && !is_address(before, exchange, 0)
                && !is_address(after, exchange, 1)
                && !renamed.holds(&sides)
                && !are_one_word([before, after], exchange)
                && (is_another_word(&sides) || is_another_letter(before, exchange, &sides))
        })
}

/// Whether enough stays to say what the word does there: a sentence, the cells of a row, or the place of an entry. A short
/// heading speaks for all that stands below it: "Dos", "Don'ts".
fn is_whole(hunk: &Hunk, before: &str, after: &str) -> bool {
    let kept: usize =
        hunk.edits.iter().map(|edit| if let Edit::Kept(text) = edit { count_words(text) } else { 0 }).sum();
    match hunk.place {
        Place::Heading => [before, after].iter().all(|text| (1..=HEADING).contains(&count_words(text))),
        Place::Item | Place::Row => true,
        _ => kept >= SENTENCE,
    }
}

/// Whether a mail address gave way to another: what is sent to the old one is read by nobody.
fn is_other_mail(texts: [&str; 2], exchange: &Exchange) -> bool {
    let is_edge =
        |letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | ':');
    let address = |side: usize| {
        let (text, at) = (texts[side], &exchange.at[side]);
        let head = text.get(..at.start)?;
        let start = head.rfind(is_edge).map_or(0, |edge| edge + head[edge..].chars().next().map_or(1, char::len_utf8));
        let tail = text.get(start..)?;
        let word = tail.split(is_edge).next()?.trim_matches(|letter: char| !letter.is_alphanumeric());
        let (name, host) = word.split_once('@')?;
        (!name.is_empty() && host.contains('.') && start + word.len() + 1 >= at.end).then(|| word.to_lowercase())
    };
    address(0).zip(address(1)).is_some_and(|(gone, come)| gone != come)
}

/// Whether the two sides are one or two words of content each, of which one says something else.
fn is_another_word(sides: &[Vec<String>; 2]) -> bool {
    let content = sides
        .each_ref()
        .map(|side| side.iter().filter(|word| is_content(word)).map(|word| folded(word)).collect::<Vec<_>>());
    let [gone, come] = &content;
    let are_few = sides.iter().all(|side| length(side) <= WORDS)
        && content.iter().all(|side| (1..=CONTENT).contains(&length(side)));
    let is_number = |word: &String| word.bytes().any(|byte| byte.is_ascii_digit());
    if !are_few || sides[0].concat() == sides[1].concat() || sides.iter().flatten().any(is_number) {
        return false;
    }
    let plain = |side: &[String]| spelling::plain(side.iter().map(String::as_str));
    if plain(&sides[0]) == plain(&sides[1]) || sides.iter().flatten().all(|word| is_language(word) || is_of_date(word))
    {
        return false;
    }
    let alone = |side: &[String], other: &[String]| {
        side.iter().filter(|word| !other.iter().any(|known| is_form(known, word))).cloned().collect::<Vec<_>>()
    };
    let less: Vec<&String> = gone.iter().filter(|word| !come.iter().any(|known| is_form(word, known))).collect();
    let are_parted = length(gone) != length(come) && is_form(&gone.concat(), &come.concat());
    let are_parties = || gone.iter().any(|word| come.iter().any(|other| are_opposite_parties(word, other)));
    !less.is_empty()
        && !alone(come, gone).is_empty()
        && !are_parted
        && (are_parties() || !are_synonyms(&sides[0], &sides[1]))
}

fn is_content(word: &str) -> bool {
    !is_small(word) && !FILLERS.contains(word) && !PARTICLES.contains(word)
}

/// How many words there are, where each ideograph stands for itself.
fn length(words: &[impl AsRef<str>]) -> usize {
    let ideographs = words.iter().filter(|word| word.as_ref().chars().all(is_ideograph)).count();
    words.len() - ideographs + ideographs.div_ceil(IDEOGRAPHS)
}

/// Whether a letter that names one of several gave way to another: a tier, a group, the ground of a law. The part of a
/// document is none, to which a text only points.
fn is_another_letter(before: &str, exchange: &Exchange, sides: &[Vec<String>; 2]) -> bool {
    let is_letter = |side: &Vec<String>| matches!(side.as_slice(), [word] if word.chars().count() == 1);
    let is_named = || {
        let is_large = |side: &str| side.contains(char::is_uppercase);
        let head = before.get(..exchange.at[0].start).unwrap_or_default();
        let above = words(head.rsplit('\n').next().unwrap_or_default()).pop();
        let is_noun = |word: &String| word.chars().all(char::is_alphabetic) && !PARTS.contains(word.as_str());
        is_large(&exchange.gone) && is_large(&exchange.come) && above.as_ref().is_some_and(is_noun)
    };
    sides[0] != sides[1]
        && sides.iter().all(is_letter)
        && !sides.iter().flatten().any(|word| word.chars().all(|sign| is_ideograph(sign) || !sign.is_alphabetic()))
        && (is_part_of_a_law(before, &exchange.at[0]) || is_named())
}

/// A word without marks on its letters, which inflection puts there and takes away, in one of its spellings.
fn folded(word: &str) -> String {
    let mut word: String = word.nfd().filter(|letter| !is_combining_mark(*letter)).collect();
    for (from, to) in LETTERS.iter() {
        word = word.replace(from, to);
    }
    word
}

/// Whether two words are forms of one, or the one that went was misspelt. What is spelt rightly needs no mending: where it
/// is a word that we know, one other letter makes another word of it.
fn is_form(gone: &str, come: &str) -> bool {
    if is_roman(gone) && is_roman(come) || are_opposite_parties(gone, come) {
        return false;
    }
    let is_known = is_known(gone);
    let (one, other): (Vec<char>, Vec<char>) = (gone.chars().collect(), come.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let front = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let is_stem = front >= STEM && spelling::share(front, long.len()) >= SHARE;
    let ending = long.len() - short.len();
    let is_ending = front == short.len()
        && (short.len() >= STEM && ending <= ENDING || short.len() > STEM || short.len() > 1 && ending <= 1);
    is_stem || is_ending || !is_known && is_misspelt(short, long)
}

/// Whether a word stands in one of the languages' files.
fn is_known(word: &str) -> bool {
    let singular = word.char_indices().next_back().map_or("", |(last, _)| &word[..last]);
    KNOWN.contains(word) || singular.len() >= TYPO && KNOWN.contains(singular)
}

/// Whether one word names who does something and the other to whom it is done: "licensor", "licensee".
fn are_opposite_parties(one: &str, other: &str) -> bool {
    let ends = |word: &str, endings: &[String], stem: &str| {
        endings.iter().any(|ending| word.strip_suffix(ending.as_str()) == Some(stem))
    };
    let stems = |word: &'_ str, endings: &[String]| -> Vec<String> {
        endings
            .iter()
            .filter_map(|ending| word.strip_suffix(ending.as_str()))
            .filter(|stem| stem.len() >= PARTY)
            .map(str::to_owned)
            .collect()
    };
    all().any(|words: &'static languages::Sections| {
        let [doers, done] = words.parties.as_slice() else { return false };
        let are = |doer: &str, other: &str| stems(doer, doers).iter().any(|stem| ends(other, done, stem));
        are(one, other) || are(other, one)
    })
}

/// Whether words that begin alike differ by one letter, or by two neighbours that changed places.
fn is_misspelt(short: &[char], long: &[char]) -> bool {
    if short.len() < TYPO || long.len() - short.len() > 1 || short.first() != long.first() {
        return false;
    }
    let front = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let back = short[front..].iter().rev().zip(long[front..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[front..short.len() - back], &long[front..long.len() - back]);
    match (short, long) {
        ([_] | [], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// Whether the words say the same by a list, or allow, forbid or demand alike.
fn are_synonyms(gone: &[String], come: &[String]) -> bool {
    let has = |group: &[String], side: &[String]| side.iter().any(|word| group.iter().any(|entry| fits(entry, word)));
    SYNONYMS.iter().any(|group| has(group, gone) && has(group, come)) || modal_verbs::say_the_same(gone, come)
}

/// Whether two words of a script without spaces say the same by a list; an exchange cuts them where they share a sign.
fn are_one_word(texts: [&str; 2], exchange: &Exchange) -> bool {
    let reaches = |side: usize, entry: &String| {
        let (text, at, beyond) = (texts[side], &exchange.at[side], entry.len().saturating_sub(1));
        let start = text.ceil_char_boundary(at.start.saturating_sub(beyond));
        let end = text.floor_char_boundary((at.end + beyond).min(text.len()));
        text.get(start..end).is_some_and(|around| around.contains(entry.as_str()))
    };
    let is_unspaced = |entry: &&String| entry.chars().all(is_ideograph);
    SYNONYMS.iter().any(|group| {
        let names = |side: usize| group.iter().filter(is_unspaced).find(|entry| reaches(side, entry));
        names(0).zip(names(1)).is_some_and(|(gone, come)| gone != come)
    })
}

/// Whether an exchange stands within an address of the web or of mail.
fn is_address(text: &str, exchange: &Exchange, side: usize) -> bool {
    let at = exchange.at[side].clone();
    let (head, tail) = (text.get(..at.start).unwrap_or_default(), text.get(at.end..).unwrap_or_default());
    let own = text.get(at).unwrap_or_default();
    let is_joint = |letter: char| matches!(letter, '@' | '.' | '/' | '_');
    let joins_before = head.ends_with(is_joint) && own.starts_with(char::is_alphanumeric);
    let mut behind = tail.chars();
    let joins_behind = behind.next().is_some_and(is_joint) && behind.next().is_some_and(char::is_alphanumeric);
    joins_before || joins_behind || own.contains(['@']) || own.contains("://")
}

/// Whether the reader is addressed in another form, which takes other verbs with it.
fn addresses_otherwise(sides: &[Vec<String>; 2]) -> bool {
    let [gone, come] =
        sides.each_ref().map(|side| side.iter().filter(|word| FILLERS.contains(word.as_str())).collect::<Vec<_>>());
    !(gone.is_empty() && come.is_empty()) && gone != come
}

fn is_roman(word: &str) -> bool {
    word.bytes().all(|letter| b"ivx".contains(&letter))
}
