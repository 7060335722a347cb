//! Rule: a mail address is hidden from robots on one side, and the words around it are the same.
//!
//! Evidence: a side has a mark of such hiding, and without mail addresses both sides have the same words. Where nothing is
//! hidden, another address is another one to write to. Verdict: links.

use std::sync::LazyLock;

use regex::Regex;

use super::DifferingBlocks;
use super::labels::normal;
use super::surroundings::Surroundings;

/// A mail address as it is, and as it looks where a page hides it, with what is left of it around.
static MAIL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\S*\[email\sprotected\]\S*|\S+\s?[\[(]\s?(at|dot)\s?[\])]\s?\S+|[\w.+-]+@[\w-]+(\.[\w-]+)+").ok()
});
/// What stands where an address is hidden.
const HIDDEN: [&str; 4] = ["protected]", "[at]", "(at)", "[dot]"];

/// Whether both sides have the same words once mail addresses are left out, and one of them is hidden.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (before, after) = (difference.before(), difference.after());
    let hidden = |text: &str| HIDDEN.iter().any(|mark| text.contains(mark));
    let Some(mail) = MAIL.as_ref().filter(|_| hidden(before) || hidden(after)) else { return false };
    let left = |text: &str| normal(&mail.replace_all(text, " "));
    left(before) == left(after)
}
