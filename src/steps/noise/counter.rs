//! Rule: nothing differs but how often the page counts that it was read ("Visited 899 times, 1 visits today").
//!
//! Evidence: a piece of text of its own, such as one in brackets, is made of numbers, of what pages count and of small words
//! beside them, and one of its words says that something was counted; it is no item of a list, in no table, and nothing
//! leads to it or names it, unless it is much and grew by little. Both sides have as many of them, and without them they are
//! the same; what was counted did not become less, unless it is who is there now, and is no round number, as limits are.
//! Verdict: boilerplate.

use std::sync::LazyLock;

use super::DifferingBlocks;
use super::block_at::BlockAt;
use super::dating::DateLine;
use super::labels::normal;
use super::segments::without;
use super::surroundings::Surroundings;
use crate::steps::text;
use crate::steps::text::languages::union;

/// A counter has no more words.
const LONGEST: usize = 14;
/// Below words that say what for, what counts so much and grows by less than such a part is a counter. Judgement: limits are
/// raised by more.
const MUCH: u64 = 1000;
const LITTLE: u64 = 10;

static WHAT: LazyLock<Vec<&str>> = LazyLock::new(|| {
    union(|words| &words.counted.what).into_iter().chain(union(|words| &words.counted.people)).collect()
});
static SIGNS: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.counted.signs));
/// What counts those who are there now: they become fewer, too.
static PRESENT: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.counted.present));
static SMALL: LazyLock<Vec<&str>> = LazyLock::new(|| union(|words| &words.counted.small));

/// Whether both sides are the same without their counters.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let (before, after) = (difference.before(), difference.after());
    if difference.is_lone() || !goes_on(difference) {
        return false;
    }
    let (Some((old, counted)), Some((new, others))) = (without(before, is_counter), without(after, is_counter)) else {
        return false;
    };
    counted > 0 && counted == others && normal(&old) == normal(&new)
}

/// Whether the numbers went on as those of counters do, where nothing says that they are limits.
pub(super) fn goes_on(difference: &DifferingBlocks<'_>) -> bool {
    let (before, after) = (difference.before(), difference.after());
    let is_named = |block: BlockAt<'_>| is_named(block) && !grows_slowly(before, after);
    let is_limit = |block: BlockAt<'_>| block.is_data() || block.is_item() || block.is_introduced() || is_named(block);
    !difference.blocks().any(is_limit) && counts_on(before, after)
}

/// Whether a line that does nothing but count stands below words that say what for, and not below another counter.
fn is_named(block: BlockAt<'_>) -> bool {
    let above = block.entry.checked_sub(1).map(|entry| BlockAt { entry, ..block });
    (is_counter(block.text()) || DateLine::read(block.text()).only_counts())
        && block.is_named()
        && !above.is_some_and(|above| is_counter(above.text()))
}

/// Whether what was counted is much already and grew by little, as limits do not.
fn grows_slowly(before: &str, after: &str) -> bool {
    let most = |text: &str| numbers(text).into_iter().max().unwrap_or_default();
    let (old, new) = (most(before), most(after));
    old >= MUCH && new > old && new - old < old / LITTLE
}

/// The numbers of a text; "1,204" and "1.204" are one.
fn numbers(text: &str) -> Vec<u64> {
    let joined: String = text.chars().filter(|letter| !matches!(letter, ',' | '.')).collect();
    joined.split(|letter: char| !letter.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
}

/// Whether the largest number that differs grew, and no round number gave way to another.
fn counts_on(before: &str, after: &str) -> bool {
    let (old, new) = (numbers(before), numbers(after));
    let differing = || old.iter().zip(&new).filter(|(old, new)| old != new);
    let is_round = |number: u64| number >= 10 && number.is_multiple_of(10_u64.pow(number.ilog10()));
    let most = |side: Option<&u64>| side.copied().unwrap_or_default();
    old.len() == new.len()
        && (most(differing().map(|(_, new)| new).max()) > most(differing().map(|(old, _)| old).max())
            || normal(before).split(' ').any(|word| PRESENT.contains(&word)))
        && !differing().any(|(old, new)| is_round(*old) && is_round(*new))
}

/// Whether a piece of text only counts.
fn is_counter(segment: &str) -> bool {
    let (mut words, mut numbers, mut what, mut signs, mut others) = (0, 0, 0, 0, 0);
    text::each_word(segment, |word, _| {
        words += 1;
        if word.starts_with(|letter: char| letter.is_ascii_digit()) {
            numbers += 1;
        } else if SIGNS.contains(&word) {
            signs += 1;
        } else if WHAT.contains(&word) {
            what += 1;
        } else if !SMALL.contains(&word) {
            others += 1;
        }
    });
    // "3 times a day" alone is a limit: either two things are counted, or the line names what.
    numbers > 0 && signs > 0 && (what > 0 || signs > 1 || numbers > 1) && others == 0 && words <= LONGEST
}
