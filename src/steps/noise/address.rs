//! Rule: web addresses in the text itself have other targets, and the words around them are the same.
//!
//! Evidence: a side has an address with a scheme or a path, both sides name the same sites, and without such addresses they
//! have the same words.
//! A bare host names who is to be written to, so it is no address here. Verdict: links.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::DifferingBlocks;
use super::labels::normal;
use super::surroundings::Surroundings;

static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)https?://[^\s)\]>]*|\bwww\.[^\s)\]>]+|\b[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,10}/[^\s)\]>]*").ok()
});

/// Whether both sides have the same words once addresses are left out.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (before, after) = (difference.before(), difference.after());
    let either = |sign: &str| before.contains(sign) || after.contains(sign);
    let Some(address) = ADDRESS.as_ref().filter(|_| either("/") || either("www.")) else { return false };
    let left = |text: &str| normal(&address.replace_all(text, " "));
    (address.is_match(before) || address.is_match(after))
        && left(before) == left(after)
        && hosts(before) == hosts(after)
}

/// The sites that the addresses of a text are of, by the last two parts of their names.
fn hosts(text: &str) -> BTreeSet<String> {
    let Some(address) = ADDRESS.as_ref() else { return BTreeSet::new() };
    let site = |found: &str| {
        let host = found.split_once("://").map_or(found, |(_, rest)| rest);
        let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default().trim_end_matches('.').to_lowercase();
        let mut parts: Vec<&str> = host.rsplit('.').take(2).collect();
        parts.reverse();
        parts.join(".")
    };
    address.find_iter(text).map(|found| site(found.as_str())).collect()
}
