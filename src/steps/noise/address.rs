//! Web and mail addresses in the text itself: a new target, not a new rule.

use std::sync::LazyLock;

use regex::Regex;

use crate::steps::text;

/// Addresses with a scheme or a path. A mail address or bare host names who is to be written to, so it counts only
/// where it is hidden from robots.
static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)https?://[^\s)\]>]*|\bwww\.[^\s)\]>]+|\b[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,10}/[^\s)\]>]*").ok()
});

/// A mail address as it is, and as it looks where a page hides it, with what is left of it around.
static MAIL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\S*\[email\sprotected\]\S*|\S+\s?[\[(]\s?(at|dot)\s?[\])]\s?\S+|[\w.+-]+@[\w-]+(\.[\w-]+)+").ok()
});

/// Whether two texts have the same words once addresses are left out.
pub(super) fn differ_only_in_addresses(before: &str, after: &str) -> bool {
    let either = |sign: &str| before.contains(sign) || after.contains(sign);
    if !either("/") && !either("www.") && !either("[") && !either("(at)") {
        return false;
    }
    let Some(address) = &*ADDRESS else { return false };
    if address.is_match(before) || address.is_match(after) {
        let left = |text: &str| words(&address.replace_all(text, " "));
        if left(before) == left(after) {
            return true;
        }
    }
    let Some(mail) = &*MAIL else { return false };
    let hidden = |text: &str| {
        text.contains("protected]") || text.contains("[at]") || text.contains("(at)") || text.contains("[dot]")
    };
    (hidden(before) || hidden(after)) && {
        let left = |text: &str| words(&mail.replace_all(text, " "));
        left(before) == left(after)
    }
}

fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    text::each_word(text, |word, _| words.push(word.to_owned()));
    words
}
