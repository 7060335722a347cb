//! What the keys of JSON say of their values: whether they are of the answer, of machines, or may be of a rule.

use crate::steps::text::modal_verbs::has_modal_verb;

/// A number of more digits names something, or is a moment.
const DIGITS: usize = 7;
/// Words of keys whose values are of the answer and of no rule.
const OF_THE_ANSWER: [&str; 28] = [
    "id",
    "ids",
    "uid",
    "uuid",
    "key",
    "hash",
    "etag",
    "version",
    "revision",
    "build",
    "timestamp",
    "ts",
    "created",
    "updated",
    "modified",
    "published",
    "order",
    "position",
    "index",
    "sort",
    "rank",
    "page",
    "pages",
    "offset",
    "views",
    "likes",
    "ttl",
    "port",
];
/// Words of keys whose values are of either: of a rule where they say so, or where what they are of has a name.
const OF_EITHER: [&str; 10] =
    ["time", "width", "height", "size", "length", "level", "total", "count", "status", "code"];
/// Keys by which an object is a picture or a file, whose sizes are its own.
pub(super) const OF_A_FILE: [&str; 4] = ["url", "src", "href", "path"];
/// Keys of words that are for machines.
pub(super) const FOR_MACHINES: [&str; 22] = [
    "id",
    "type",
    "lang",
    "language",
    "locale",
    "slug",
    "format",
    "template",
    "layout",
    "component",
    "icon",
    "color",
    "variant",
    "href",
    "url",
    "path",
    "class",
    "style",
    "schema",
    "method",
    "encoding",
    "charset",
];

/// Whether a value says something of the answer and not of the rules: by its size, or by the name of its key.
pub(super) fn is_of_the_answer(key: &str, value: &str, is_of_a_thing: bool) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let key = words_of(key).to_lowercase();
    let mut words = key.split(' ').rev();
    let last = words.next().unwrap_or_default();
    let is_number = value.bytes().all(|letter| letter.is_ascii_digit() || letter == b'.');
    // "minor status: excluded" says whose status it is.
    let mut says = || has_modal_verb(value) || !is_number && words.any(|word| !is_of_machines(word));
    digits > DIGITS || OF_THE_ANSWER.contains(&last) || OF_EITHER.contains(&last) && !is_of_a_thing && !says()
}

pub(super) fn is_of_machines(word: &str) -> bool {
    OF_THE_ANSWER.contains(&word) || OF_EITHER.contains(&word) || FOR_MACHINES.contains(&word)
}

/// The words of a key: `minimum_age`, `minimumAge`.
pub(super) fn words_of(key: &str) -> String {
    let mut words = String::new();
    let mut was_small = false;
    for letter in key.chars() {
        if letter.is_uppercase() && was_small {
            words.push(' ');
        }
        was_small = letter.is_lowercase();
        words.push(if matches!(letter, '_' | '-' | '.') { ' ' } else { letter });
    }
    words
}
