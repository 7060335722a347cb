//! Rule: notices of the page within a text ("opens in new window") came or went.
//!
//! Evidence: nothing else differs once they are left out. A notice of fewer than three words is left out only where it is a
//! whole line, or one of two ends it ("Learn more"): within a sentence "ad" may be what a rule is about. Verdict: boilerplate.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::block_at::BlockAt;
use super::labels::normal;
use super::surroundings::Surroundings;
use crate::steps::text::languages::union;

/// Invitations and notices of the page that stand within or beside the text, in normal form.
static NOTICES: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.notices));
/// In bytes, what is surely more than a paragraph.
const PASSAGE: usize = 2000;
/// A phrase of so many words means nothing else.
const PHRASE: usize = 3;

/// Whether nothing differs once notices of the page are left out.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (before, after) = (difference.before(), difference.after());
    if before.len().max(after.len()) > PASSAGE || difference.blocks().any(BlockAt::is_data) {
        return false;
    }
    let ((some, old), (more, new)) = (without_notices(before), without_notices(after));
    (some || more) && old == new
}

/// The words of a text without notices, and whether there were any.
fn without_notices(text: &str) -> (bool, String) {
    let mut left = Vec::new();
    let mut some = false;
    for line in text.lines() {
        let words = normal(line);
        if NOTICES.contains(&words.as_str()) {
            some = true;
            continue;
        }
        let mut line = format!(" {words} ");
        let known = line.len();
        for notice in NOTICES.iter().filter(|notice| notice.split(' ').count() >= PHRASE) {
            line = line.replace(&format!(" {notice} "), "  ");
        }
        // At the end of a sentence stands where to read on.
        for notice in NOTICES.iter().filter(|notice| notice.contains(' ')) {
            if let Some(rest) = line.trim_end().strip_suffix(notice).filter(|rest| rest.ends_with(' ')) {
                line.truncate(rest.len());
            }
        }
        some |= line.len() != known;
        left.extend(line.split_whitespace().map(str::to_owned));
    }
    (some, left.join(" "))
}
