//! Which way a rule moved whose number became another one: a higher fee binds, a higher limit frees.

use std::sync::LazyLock;

use super::exchanges::{Exchange, exchanges};
use super::languages::{group, union};
use super::numbers::{in_digits, sets_another_number};
use super::tokens::joined;
use super::way::Way;
use crate::model::Hunk;

/// What a number counts, for the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    /// What is paid, or the least that is asked for.
    Against,
    /// What is got, or the most that is allowed.
    For,
}

/// The groups of words by what a number beside them counts; the first one that stands in the line decides.
static GROUPS: LazyLock<[(Sense, Vec<String>); 6]> = LazyLock::new(|| {
    let of = |key| group(|words| &words.amounts, key).into_iter().map(joined).collect::<Vec<_>>();
    // "You receive" says for whom a number counts; a payout may have its fee.
    let (phrases, names) = of("earned").into_iter().partition(|entry| entry.trim().contains(' '));
    [
        (Sense::For, phrases),
        (Sense::Against, of("paid")),
        (Sense::For, names),
        (Sense::For, of("at_most")),
        (Sense::For, of("no_more_than")),
        (Sense::Against, of("at_least")),
    ]
});
static TELLERS: LazyLock<Vec<String>> =
    LazyLock::new(|| union(|words| &words.teller).into_iter().map(joined).collect());

/// The way of a passage that stays but for its numbers; none where nothing says for whom they count, or where they went both
/// ways.
pub(in crate::steps) fn amounts(hunk: &Hunk) -> Option<Way> {
    if !sets_another_number(hunk) {
        return None;
    }
    let mut ways = exchanges(hunk).into_iter().filter_map(|exchange| way(hunk, &exchange));
    let first = ways.next()?;
    ways.all(|other| other == first).then_some(first)
}

fn way(hunk: &Hunk, exchange: &Exchange) -> Option<Way> {
    let (old, new) = (number(&exchange.gone)?, number(&exchange.come)?);
    let heads = hunk.cells().into_iter().map(|(head, ..)| head).collect::<Vec<_>>().join(" ");
    let line = joined(&format!("{heads} {}", line(hunk.after.as_deref()?, exchange.at[1].start)));
    let stands = |words: &[String]| words.iter().any(|word| line.contains(word.as_str()));
    let (counts, _) = GROUPS.iter().find(|(_, words)| stands(words))?;
    let is_money = GROUPS[..3].iter().any(|(_, words)| stands(words));
    if !is_money && stands(&TELLERS) {
        // The house speaks of its own limits.
        return None;
    }
    Some(match (counts, new > old) {
        (Sense::Against, true) | (Sense::For, false) => Way::Binds,
        _ => Way::Frees,
    })
    .filter(|_| (new - old).abs() > f64::EPSILON)
}

/// The line in which a place stands.
fn line(text: &str, at: usize) -> &str {
    let start = text.get(..at).and_then(|head| head.rfind('\n')).map_or(0, |end| end + 1);
    let end = text.get(at..).and_then(|tail| tail.find('\n')).map_or(text.len(), |end| at + end);
    text.get(start..end).unwrap_or(text)
}

/// The only number of some words.
fn number(words: &str) -> Option<f64> {
    let mut found =
        words.split(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | ','))).filter_map(digits);
    match (found.next(), found.next()) {
        (Some(number), None) => Some(number),
        (None, _) => {
            let mut named = super::words::words(words).into_iter().filter_map(|word| in_digits(&word)?.parse().ok());
            named.next().filter(|_| named.next().is_none())
        }
        _ => None,
    }
}

/// "1,000", "1.000", "2.5" and "2,5": three digits behind the last sign are thousands.
fn digits(text: &str) -> Option<f64> {
    let text = text.trim_matches(['.', ',']);
    if text.is_empty() || text.len() > 15 {
        return None;
    }
    let plain: String = match text.rfind(['.', ',']) {
        Some(at) if text.len() - at - 1 != 3 => {
            format!("{}.{}", text[..at].replace(['.', ','], ""), &text[at + 1..])
        }
        _ => text.replace(['.', ','], ""),
    };
    plain.parse().ok()
}
