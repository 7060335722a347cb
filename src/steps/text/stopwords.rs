//! Words too common to carry a rule, and words of dates and language menus.

use std::collections::HashSet;
use std::sync::LazyLock;

/// The commonest words, by which a text's language is told.
const ENGLISH: &str = "the of to and you your we our is for with this that are be by it as on";
const GERMAN: &str = "der die das und zu wir sie ihr ihre mit für ist nicht von den dem ein eine auf";
const FRENCH: &str = "le la les des et vous nous votre vos est pour dans avec une sur pas que qui";

const SMALL: &str = "a an or in at from have has was were been will which these those them they their its if any all also such \
    than when where who whom whose may can not no do does about into but so more other oder im am zum zur bei als auch an aus \
    des einer eines einem sich sind wird werden kann ou du au aux en un ce cette ces se sont qu par plus ne d l";

const MONTHS: &str = "january february march april may june july august september october november december januar februar \
    märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre jan \
    feb mar apr jun jul aug sep sept oct nov dec";

const LANGUAGES: &str = "english deutsch german français french español spanish italiano italian português portuguese \
    nederlands dutch polski polish türkçe turkish svenska dansk norsk suomi čeština magyar русский українська thai ไทย 日本語 \
    한국어 中文 bahasa indonesia melayu filipino việt tiếng العربية hindi हिन्दी română ελληνικά български hrvatski slovenčina \
    lao ລາວ ium";

type WordSet = LazyLock<HashSet<&'static str>>;
static COMMON: [WordSet; 3] = [
    LazyLock::new(|| ENGLISH.split_whitespace().collect()),
    LazyLock::new(|| GERMAN.split_whitespace().collect()),
    LazyLock::new(|| FRENCH.split_whitespace().collect()),
];
static SMALL_WORDS: WordSet =
    LazyLock::new(|| [SMALL, ENGLISH, GERMAN, FRENCH].iter().flat_map(|list| list.split_whitespace()).collect());
static MONTH_NAMES: WordSet = LazyLock::new(|| MONTHS.split_whitespace().collect());
static LANGUAGE_NAMES: WordSet = LazyLock::new(|| LANGUAGES.split_whitespace().collect());

/// Whether a word only holds a sentence together.
pub(in crate::steps) fn is_small(word: &str) -> bool {
    SMALL_WORDS.contains(word)
}

/// Whether a word names a month.
pub(in crate::steps) fn is_month(word: &str) -> bool {
    MONTH_NAMES.contains(word)
}

/// Whether a word names a language.
pub(in crate::steps) fn is_language(word: &str) -> bool {
    LANGUAGE_NAMES.contains(word)
}

/// Whether a word can be part of a date.
pub(in crate::steps) fn is_of_date(word: &str) -> bool {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let ordinal = matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th");
    (!digits.is_empty() && ordinal && digits.chars().all(|letter| letter.is_ascii_digit())) || is_month(word)
}

/// The language that the words look like (0 English, 1 German, 2 French), and how many of its commonest words they hold.
pub(in crate::steps) fn language<'a>(words: impl Iterator<Item = &'a str>) -> (usize, usize) {
    let mut counts = [0_usize; 3];
    for word in words {
        for (count, list) in counts.iter_mut().zip(&COMMON) {
            *count += usize::from(list.contains(word));
        }
    }
    let best = (0..3).rev().max_by_key(|index| counts[*index]).unwrap_or_default();
    (best, counts[best])
}
