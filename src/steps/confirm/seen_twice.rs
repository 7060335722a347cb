//! Holds differences against what an edition has shown before, and keeps the memory small.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};

use super::{alternating, restless, site_wide};
use crate::model::{Company, HostMemory, Passages, Pending, Undoing, Variant};
use crate::steps::diff::differences::Differences;
use crate::steps::diff::ranges::Difference;
use crate::steps::noise::{shifted_date, translation};

/// As much of each kind is remembered.
const MOST: usize = 300;
/// A variant that stays so long is no longer one.
const STAYS: (u32, SignedDuration) = (4, SignedDuration::from_hours(3 * 24 - 6));
/// The same where both sides were told before.
const STAYS_TOLD: (u32, SignedDuration) = (6, SignedDuration::from_hours(14 * 24));
/// Words that are gone at so many looks in a row have changed, whatever now stands in their place.
const GONE: u32 = 3;

/// The rules by which a difference that stands is held back, by their keys.
pub mod rule {
    /// Words that were there before and come and go.
    pub const VARIANT: &str = "comes_and_goes";
    /// A place that shows other words at every look.
    pub const RESTLESS: &str = "other_words_at_every_look";
    /// Told for another document of the host, to everybody whom it concerns.
    pub const ELSEWHERE: &str = "told_for_another_document";
    /// Around the text of several documents of the host.
    pub const AROUND: &str = "around_other_documents";
    /// Told in another edition of the same language.
    pub const EDITION: &str = "told_in_another_edition";
    /// One text in two languages.
    pub const TRANSLATION: &str = "translation";
    /// A date that moved by a day at most.
    pub const SHIFTED_DATE: &str = "shifted_date";
}

/// What becomes of each difference.
#[derive(Debug, Default)]
pub(super) struct Decision {
    /// The differences that stood the test.
    pub confirmed: Vec<Standing>,
    /// Those that are taken into the text without being told here, each with the rule that says so.
    pub passed: Vec<(usize, &'static str)>,
    /// Those that are held back for as long as they stand so, each with the rule.
    pub held: Vec<(usize, &'static str)>,
    /// Since when those of the passed are known that waited for a second look.
    pub passed_since: Vec<Standing>,
    /// Those of the passed that were told for another document of the host, and for which watch.
    pub elsewhere: Vec<(usize, String)>,
    /// Whether some must be seen once more.
    pub waiting: bool,
    /// The time of the look.
    pub at: Timestamp,
}

/// A difference that was seen before.
#[derive(Debug)]
pub(super) struct Standing {
    pub index: usize,
    pub first_seen: Timestamp,
    /// The last look that showed the words before.
    pub stood_until: Option<Timestamp>,
}

/// Decides on each difference of a look.
///
/// `told_elsewhere` are differences that were told in other editions of the same language.
pub(super) fn decide(
    memory: &mut Passages,
    differences: &Differences<'_>,
    told_elsewhere: &[u64],
    snapshot: &str,
    now: Timestamp,
) -> Decision {
    let mut decision = Decision { at: now, ..Decision::default() };
    let pending = std::mem::take(&mut memory.pending);
    let list = &differences.list;
    let last_look = memory.last_seen;
    let shown: HashSet<u64> = list.iter().map(|difference| difference.key).collect();
    for variant in &mut memory.variants {
        alternating::note(&mut variant.company, shown.contains(&variant.key), &shown);
    }
    for (index, difference) in list.iter().enumerate() {
        let key = difference.key;
        let (before, after) = differences.blocks(difference);
        if shifted_date::holds(before, after, now) {
            decision.held.push((index, rule::SHIFTED_DATE));
        } else if memory.passed.contains(&key) {
            decision.passed.push((index, rule::ELSEWHERE));
        } else if let Some(variant) = memory.variants.iter_mut().find(|variant| variant.key == key) {
            if variant.looks == 0 {
                variant.since = now;
                variant.stood_until = last_look;
                snapshot.clone_into(&mut variant.snapshot);
            }
            variant.looks = variant.looks.saturating_add(1);
            variant.last_seen = now;
            if stays(variant, now) {
                decision.confirm(index, variant.since, variant.stood_until);
            } else if let Some((first_seen, stood_until)) = alternating::new_in_one_text(&variant.company) {
                decision.confirm(index, first_seen, stood_until);
            } else {
                decision.held.push((index, rule::VARIANT));
            }
        } else if let Some(known) = pending.iter().find(|known| known.key == key) {
            if told_elsewhere.contains(&key) {
                decision.passed.push((index, rule::EDITION));
                let (first_seen, stood_until) = (known.first_seen, known.stood_until);
                decision.passed_since.push(Standing { index, first_seen, stood_until });
            } else if moves_on(memory, differences, difference, known, now) {
                memory.pending.push(Pending { looks: known.looks.saturating_add(1), ..known.clone() });
                decision.held.push((index, rule::RESTLESS));
            } else {
                decision.confirm(index, known.first_seen, known.stood_until);
            }
        } else if let Some(known) = still_gone(&pending, difference).filter(|_| !differences.is_links(difference)) {
            // Other words than those that waited: they date from today, whatever stood here yesterday.
            let company = alternating::company(memory, differences, difference, known.stood_until, now);
            let (gone, shown) = differences.texts(difference);
            let fresh = pending_at(difference, snapshot, now, known.stood_until, company);
            let fresh = Pending { looks: known.looks + 1, shown: few(&shown), ..fresh };
            let is_restless = memory.restless.contains(&difference.anchor)
                || is_chatter(differences, difference) && restless::retells(memory, difference.anchor, now);
            if fresh.looks < GONE {
                memory.pending.push(fresh);
            } else if is_restless && restless::stays(&gone, &known.shown, &shown) {
                decision.confirm(index, known.first_seen, known.stood_until);
            } else if is_restless {
                memory.pending.push(fresh);
                decision.held.push((index, rule::RESTLESS));
            } else {
                decision.confirm(index, now, known.stood_until);
                memory.restless.push(difference.anchor);
            }
        } else {
            let company = alternating::company(memory, differences, difference, last_look, now);
            let fresh = pending_at(difference, snapshot, now, last_look, company);
            memory.pending.push(Pending { shown: few(&differences.texts(difference).1), ..fresh });
        }
    }
    came_and_went(memory, pending, &shown, now);
    // What is held back at a restless place waits as well, but nobody need look again for it.
    decision.waiting = memory.pending.len() > decision.held.iter().filter(|(_, by)| *by == rule::RESTLESS).count();
    memory.last_seen = Some(now);
    decision
}

/// The words of a place, where they are few enough to be kept.
fn few(shown: &str) -> String {
    if shown.len() <= restless::LONGEST { shown.to_owned() } else { String::new() }
}

/// Whether a place moves and has not stopped: figures that count something changed there again and again, or one sentence that
/// rules nothing followed the other.
fn moves_on(
    memory: &mut Passages,
    differences: &Differences<'_>,
    difference: &Difference,
    known: &Pending,
    now: Timestamp,
) -> bool {
    if now.duration_since(known.first_seen) >= restless::STAYS {
        return false;
    }
    if is_chatter(differences, difference) && restless::retells(memory, difference.anchor, now) {
        return true;
    }
    let (before, after) = differences.texts(difference);
    if !restless::moves_figures_only(&before, &after) {
        return false;
    }
    let is_restless = memory.restless.contains(&difference.anchor);
    if !is_restless && restless::counts(memory, difference.anchor, now) {
        memory.restless.push(difference.anchor);
        return true;
    }
    is_restless
}

/// Whether one sentence that rules nothing gave way to another one: what comes or goes beside it is no part of the difference, and
/// a rule in its place is never waited with.
fn is_chatter(differences: &Differences<'_>, difference: &Difference) -> bool {
    let (before, after) = differences.blocks(difference);
    matches!((before, after), ([old], [new]) if restless::is_chatter(old) && restless::is_chatter(new))
}

fn pending_at(
    difference: &Difference,
    snapshot: &str,
    now: Timestamp,
    last_look: Option<Timestamp>,
    company: Company,
) -> Pending {
    Pending {
        key: difference.key,
        before: difference.before,
        snapshot: snapshot.to_owned(),
        first_seen: now,
        stood_until: last_look,
        looks: 1,
        shown: String::new(),
        company,
    }
}

/// Notes what was told: its way back, and where it was one itself, that both sides are known from now on.
pub(super) fn told(
    memory: &mut Passages,
    differences: &Differences<'_>,
    decision: &Decision,
    base_seen: Timestamp,
    back: bool,
) {
    for standing in &decision.confirmed {
        let difference = &differences.list[standing.index];
        let was_variant = memory.variants.iter().any(|variant| variant.key == difference.key);
        if back || was_variant {
            for key in [difference.key, difference.undoing] {
                memory.variants.retain(|variant| variant.key != key);
                let variant = Variant {
                    key,
                    last_seen: base_seen,
                    looks: 0,
                    since: base_seen,
                    snapshot: String::new(),
                    stood_until: None,
                    told: true,
                    company: Company::default(),
                };
                memory.variants.insert(0, variant);
            }
        }
        if is_chatter(differences, difference) {
            restless::retell(memory, difference.anchor, decision.at);
        }
        memory.undoings.retain(|undoing| undoing.key != difference.undoing);
        memory.undoings.insert(0, Undoing { key: difference.undoing, first_seen: base_seen, above: difference.anchor });
        // Its undoing is news again in every edition, and so is its return.
        memory.told.retain(|key| ![difference.key, difference.undoing].contains(key));
        memory.told.insert(0, difference.key);
    }
    bound(memory);
}

impl Decision {
    fn confirm(&mut self, index: usize, first_seen: Timestamp, stood_until: Option<Timestamp>) {
        self.confirmed.push(Standing { index, first_seen, stood_until });
    }

    /// All that the text is to show from now on.
    pub fn all_made(&self) -> HashSet<usize> {
        let confirmed = self.confirmed.iter().map(|standing| standing.index);
        confirmed.chain(self.passed.iter().map(|(index, _)| *index)).collect()
    }

    /// Moves what stands around several documents of the host from the confirmed to the passed over.
    pub fn pass_over_what_stands_around(&mut self, host: &HostMemory, differences: &Differences<'_>) {
        for standing in std::mem::take(&mut self.confirmed) {
            if site_wide::stands_around(host, differences, &differences.list[standing.index]) {
                self.passed.push((standing.index, rule::AROUND));
                self.passed_since.push(standing);
            } else {
                self.confirmed.push(standing);
            }
        }
    }

    /// Moves what was told for another document of the host from the confirmed to the passed over.
    pub fn pass_over_what_was_told_elsewhere(
        &mut self,
        host: &mut HostMemory,
        watch: &str,
        differences: &Differences<'_>,
        now: Timestamp,
    ) {
        let mut told_for = |difference: &Difference| site_wide::told_for(host, watch, differences, difference, now);
        let mut left = std::mem::take(&mut self.confirmed);
        while !left.is_empty() {
            let follows = |pair: &[Standing]| {
                let [one, next] = [&pair[0], &pair[1]].map(|standing| &differences.list[standing.index]);
                one.old.end == next.old.start && one.new.end == next.new.start
            };
            // What came or went in one place is one passage, though each of its blocks was confirmed by itself: the
            // line that names the document goes with the rest.
            let length = left.windows(2).take_while(|pair| follows(pair)).count() + 1;
            let rest = left.split_off(length);
            let [first, last] = [0, length - 1].map(|at| &differences.list[left[at].index]);
            let whole =
                Difference { old: first.old.start..last.old.end, new: first.new.start..last.new.end, ..first.clone() };
            let together = if length > 1 { told_for(&whole) } else { None };
            for standing in std::mem::replace(&mut left, rest) {
                match together.clone().or_else(|| told_for(&differences.list[standing.index])) {
                    Some(by) => {
                        self.passed.push((standing.index, rule::ELSEWHERE));
                        self.elsewhere.push((standing.index, by));
                        self.passed_since.push(standing);
                    }
                    None => self.confirmed.push(standing),
                }
            }
        }
    }

    /// Moves what was confirmed to the passed over, where all of it says in one language what it said in another.
    pub fn pass_over_translations(&mut self, differences: &Differences<'_>) {
        let (mut old, mut new) = (String::new(), String::new());
        for standing in &self.confirmed {
            let (before, after) = differences.texts(&differences.list[standing.index]);
            if before.is_empty() || after.is_empty() {
                return;
            }
            old.push_str(&before);
            new.push_str(&after);
        }
        if translation::holds(&old, &new) {
            self.passed.extend(self.confirmed.iter().map(|standing| (standing.index, rule::TRANSLATION)));
            self.passed_since.append(&mut self.confirmed);
        }
    }

    /// The first sight of one of the differences; none where it was not confirmed.
    pub fn standing(&self, index: usize) -> Option<&Standing> {
        self.confirmed.iter().chain(&self.passed_since).find(|standing| standing.index == index)
    }

    /// When all that was confirmed leads back to words of before: when those were first seen.
    pub fn back_to(&self, memory: &Passages, differences: &Differences<'_>) -> Option<Timestamp> {
        let ways = self.confirmed.iter().map(|standing| undoing(memory, &differences.list[standing.index]));
        ways.collect::<Option<Vec<_>>>()?.into_iter().map(|undoing| undoing.first_seen).min()
    }

    /// The same where the words stand below those below which they stood: an entry that comes back below "You must not:" is
    /// not as it was below "You may:".
    pub fn back_in_place(&self, memory: &Passages, differences: &Differences<'_>) -> Option<Timestamp> {
        let stands = |standing: &Standing| {
            let difference = &differences.list[standing.index];
            undoing(memory, difference).is_some_and(|way| way.above == 0 || way.above == difference.anchor)
        };
        self.back_to(memory, differences).filter(|_| self.confirmed.iter().all(stands))
    }
}

/// Whether a variant has become the page's text.
fn stays(variant: &Variant, now: Timestamp) -> bool {
    let (looks, time) = if variant.told { STAYS_TOLD } else { STAYS };
    variant.looks >= looks && now.duration_since(variant.since) >= time
}

/// The words before were missing at the last look too, with others in their place.
fn still_gone<'a>(pending: &'a [Pending], difference: &Difference) -> Option<&'a Pending> {
    pending.iter().find(|known| known.before != 0 && known.before == difference.before)
}

/// What was pending and is not there any more is a variant; variants that are absent begin anew.
fn came_and_went(memory: &mut Passages, pending: Vec<Pending>, shown: &HashSet<u64>, now: Timestamp) {
    for variant in memory.variants.iter_mut().filter(|variant| !shown.contains(&variant.key)) {
        variant.looks = 0;
    }
    for gone in pending.into_iter().filter(|gone| !shown.contains(&gone.key)) {
        let Pending { key, snapshot, first_seen, stood_until, mut company, .. } = gone;
        alternating::note(&mut company, false, shown);
        let told = false;
        let variant =
            Variant { key, last_seen: now, looks: 0, since: first_seen, snapshot, stood_until, told, company };
        memory.variants.insert(0, variant);
    }
    bound(memory);
}

fn undoing<'a>(memory: &'a Passages, difference: &Difference) -> Option<&'a Undoing> {
    memory.undoings.iter().find(|undoing| undoing.key == difference.key)
}

/// The oldest is forgotten first.
fn bound(memory: &mut Passages) {
    memory.variants.sort_by_key(|variant| std::cmp::Reverse(variant.last_seen));
    memory.variants.truncate(MOST);
    memory.undoings.truncate(MOST);
    memory.told.truncate(MOST);
    let surplus = memory.restless.len().saturating_sub(MOST);
    memory.restless.drain(..surplus);
    memory.pending.truncate(MOST * 10);
    let surplus = memory.passed.len().saturating_sub(MOST);
    memory.passed.drain(..surplus);
}
