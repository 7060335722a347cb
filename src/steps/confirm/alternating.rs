//! Two texts of nearly the same words that a page shows by turns, and a change in one of them only: it comes and goes with
//! its text, and is a change all the same.
//!
//! What comes and goes by itself keeps step with nothing. A passage is known as new in one of the texts when it has been there
//! whenever another, older variant was, or whenever that was not, for long enough that chance does not explain it; or
//! when it has taken the place of an older variant that was not seen since.

use std::collections::HashSet;

use jiff::Timestamp;

use crate::model::{Company, Passages, Step};
use crate::steps::diff::differences::Differences;
use crate::steps::diff::ranges::Difference;
use crate::steps::text::hash;
use crate::steps::text::limits::has_limit;
use crate::steps::text::modal_verbs::has_modal_verb;

/// The latest variants with which a passage may keep step.
const MOST: usize = 8;
/// So many looks that showed it and so many that did not, and in all so many beside one for each variant that was followed:
/// where variants come and go by chance, one of eight keeps step with a passage in one of 500 cases.
const WITH: u32 = 3;
const WITHOUT: u32 = 2;
const IN_ALL: u32 = 5;
/// A variant is looked for among the blocks of no longer a passage.
const BLOCKS: usize = 12;
/// What was not there for so many looks more than it was has gone for good.
const GONE: u32 = 60;

/// With what a passage may keep step that is seen for the first time.
pub(super) fn company(
    memory: &Passages,
    differences: &Differences<'_>,
    difference: &Difference,
    last_look: Option<Timestamp>,
    now: Timestamp,
) -> Company {
    let shown: HashSet<u64> = differences.list.iter().map(|one| one.key).collect();
    let older = memory.variants.iter().take(MOST);
    let (same, opposite): (Vec<u64>, Vec<u64>) = older.map(|variant| variant.key).partition(|key| shown.contains(key));
    let tracked = u32::try_from(same.len() + opposite.len()).unwrap_or(u32::MAX);
    let instead_of = memory.variants.iter().find(|variant| {
        variant.company.before != 0
            && variant.company.before == place(difference)
            && !shown.contains(&variant.key)
            && !differences.is_links(difference)
            && (rules_something(differences, difference) || contains(differences, difference, variant.key))
    });
    let instead_of = instead_of.map(|variant| variant.key);
    let step =
        Step { first_seen: now, stood_until: last_look, instead_of, same, opposite, tracked, with: 1, without: 0 };
    Company { before: place(difference), step: Some(step).filter(keeps_on) }
}

/// Stands for what the passage takes the place of; where it takes that of nothing, for what it stands behind.
const fn place(difference: &Difference) -> u64 {
    if difference.before == 0 { difference.anchor } else { difference.before }
}

/// Notes a look that showed these differences, and this passage or not.
pub(super) fn note(company: &mut Company, is_shown: bool, shown: &HashSet<u64>) {
    let Some(step) = &mut company.step else { return };
    step.same.retain(|key| shown.contains(key) == is_shown);
    step.opposite.retain(|key| shown.contains(key) != is_shown);
    step.instead_of = step.instead_of.filter(|key| !shown.contains(key));
    let looks = if is_shown { &mut step.with } else { &mut step.without };
    *looks = looks.saturating_add(1);
    company.step = company.step.take().filter(keeps_on);
}

/// Whether it may still prove to keep step with something.
fn keeps_on(step: &Step) -> bool {
    let is_alone = step.same.is_empty() && step.opposite.is_empty() && step.instead_of.is_none();
    !is_alone && step.without < step.with.saturating_add(GONE)
}

/// The passage's first look and the last one before it, where it is new in one of two texts.
pub(super) fn new_in_one_text(company: &Company) -> Option<(Timestamp, Option<Timestamp>)> {
    let step = company.step.as_ref()?;
    let looks = step.with.saturating_add(step.without);
    let is_new = step.with >= WITH && step.without >= WITHOUT && looks >= step.tracked.saturating_add(IN_ALL);
    is_new.then_some((step.first_seen, step.stood_until))
}

fn rules_something(differences: &Differences<'_>, difference: &Difference) -> bool {
    differences.lines(difference).any(|line| has_modal_verb(line) || has_limit(line))
}

/// Whether the blocks that came hold all that the variant put there.
fn contains(differences: &Differences<'_>, difference: &Difference, variant: u64) -> bool {
    let [old, new] = differences.stand_ins(difference);
    let (old, new): (Vec<u64>, Vec<u64>) =
        (old.into_iter().map(|(block, _)| block).collect(), new.into_iter().map(|(block, _)| block).collect());
    new.len() <= BLOCKS
        && (0..new.len())
            .any(|from| (from + 1..=new.len()).any(|to| hash::of(&(old.as_slice(), &new[from..to])) == variant))
}
