//! What the keys of JSON say of their values: whether they are of the answer, of machines, or may be of a rule.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::steps::text::languages::group;
use crate::steps::text::modal_verbs::{has_modal_verb, is_modal_verb};

/// A number of more digits names something, or is a moment; where its key sets a bound, one of more digits.
const DIGITS: (usize, usize) = (7, 15);
/// Words of keys whose values are of the answer and of no rule.
const OF_THE_ANSWER: [&str; 19] = [
    "id",
    "ids",
    "uid",
    "uuid",
    "key",
    "hash",
    "etag",
    "revision",
    "build",
    "timestamp",
    "ts",
    "created",
    "updated",
    "modified",
    "published",
    "index",
    "sort",
    "ttl",
    "port",
];
/// Words of keys whose values are so unless the key sets a bound to them: "minimum views".
const UNLESS_BOUND: [&str; 9] = ["version", "order", "position", "rank", "page", "pages", "offset", "views", "likes"];
/// Words of keys whose values are of either: of a rule where they say so, or where what they are of has a name.
const OF_EITHER: [&str; 10] =
    ["time", "width", "height", "size", "length", "level", "total", "count", "status", "code"];
/// Keys by which an object is a picture or a file, whose sizes are its own.
pub(super) const OF_A_FILE: [&str; 4] = ["url", "src", "href", "path"];
/// Keys of words that are for machines.
const FOR_MACHINES: [&str; 22] = [
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

/// Of those the ones that things of a rule have as well: "draw method".
const OF_RULES_TOO: [&str; 3] = ["type", "method", "format"];
/// What else than a thing of a rule may have a type, a method or a format.
const OF_DATA: [&str; 28] = [
    "content", "media", "mime", "node", "field", "http", "request", "response", "data", "file", "input", "output",
    "image", "img", "button", "css", "html", "text", "object", "post", "item", "block", "section", "document",
    "resource", "event", "view", "render",
];
/// Shorter words that rule something are parts of other names: "no of views".
const RULING: usize = 4;

/// Words that bound a number by themselves.
static BOUNDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let keys = ["at_most", "no_more_than", "at_least"];
    keys.into_iter().flat_map(|key| group(|words| &words.amounts, key)).filter(|words| !words.contains(' ')).collect()
});

/// Whether a value says something of the answer and not of the rules: by its size, or by the name of its key.
pub(super) fn is_of_the_answer(key: &str, value: &str, is_of_a_thing: bool) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let bounds = sets_a_bound(key);
    let key = words_of(key).to_lowercase();
    let mut words = key.split(' ').rev();
    let last = words.next().unwrap_or_default();
    let is_number = value.bytes().all(|letter| letter.is_ascii_digit() || letter == b'.');
    // "minor status: excluded" says whose status it is.
    let mut says = || bounds || has_modal_verb(value) || !is_number && words.any(|word| !is_of_machines(word));
    digits > if bounds { DIGITS.1 } else { DIGITS.0 }
        || OF_THE_ANSWER.contains(&last)
        || UNLESS_BOUND.contains(&last) && !bounds
        || OF_EITHER.contains(&last) && !is_of_a_thing && !says()
}

/// Whether a key says that its value is the most, the least, or what is allowed or forbidden: `minimum_views`. By all of its
/// words but the last, which says of what.
pub(super) fn sets_a_bound(key: &str) -> bool {
    let key = words_of(key).to_lowercase();
    let (first, _) = key.trim().rsplit_once(' ').unwrap_or_default();
    let rules = |word: &str| BOUNDS.contains(word) || word.chars().count() >= RULING && is_modal_verb(word);
    first.split(' ').any(rules)
}

/// Whether the words of a key are for machines: its last one is, and nothing before says that it is of a rule.
pub(super) fn is_for_machines(key: &str) -> bool {
    let key = words_of(key).to_lowercase();
    let mut words = key.split(' ').rev();
    let last = words.next().unwrap_or_default();
    let mut others = words.filter(|word| !word.is_empty()).peekable();
    let is_of_a_rule = others.peek().is_some() && others.all(|word| !is_of_machines(word) && !OF_DATA.contains(&word));
    FOR_MACHINES.contains(&last) && !(OF_RULES_TOO.contains(&last) && (is_of_a_rule || sets_a_bound(&key)))
}

pub(super) fn is_of_machines(word: &str) -> bool {
    [OF_THE_ANSWER.as_slice(), &UNLESS_BOUND, &OF_EITHER, &FOR_MACHINES].iter().any(|words| words.contains(&word))
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
