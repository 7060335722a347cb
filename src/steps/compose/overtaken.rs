//! Whether what a change told still stands, or a later change of the document took it back or put other words in its place.

use std::collections::{HashMap, HashSet};

use super::put_off::says_only_days;
use crate::model::{Change, Edit, Hunk, Overtaken, Tier};
use crate::steps::text::{hash, words};

/// A passage is hardly written anew more often; a chain that is longer is none.
const MOST: usize = 50;

/// What later changes of the same document made of a change, where nothing that it told stands any more.
///
/// What is left of its words is enough for it to stand: one place of many that is taken back takes back no change.
#[must_use]
pub fn overtaken(change: &Change, later: &[Change]) -> Option<Overtaken> {
    let is_later = |other: &&Change| {
        other.watch == change.watch && other.part == change.part && other.detected_at > change.detected_at
    };
    let mut later: Vec<&Change> = later.iter().filter(is_later).collect();
    if later.is_empty() {
        return None;
    }
    later.sort_by_key(|other| other.detected_at);
    let moves = Moves::of(&later);
    let told = change.hunks.iter().filter(|hunk| hunk.tier != Some(Tier::None));
    let mut last: Option<usize> = None;
    let mut are_all_gone = true;
    for hunk in told {
        let (now, by) = moves.follow(hunk)?;
        let is_gone = same(&now, hunk);
        if !is_gone && still_says(&now, hunk) {
            return None;
        }
        are_all_gone &= is_gone;
        last = last.max(Some(by));
    }
    let by = later.get(last?)?;
    Some(Overtaken {
        change: change.id.clone(),
        by: by.id.clone(),
        at: by.detected_at,
        is_gone: are_all_gone,
        is_important: by.assessment.tier == Tier::Alert,
    })
}

/// What later changes did to which lines.
struct Moves {
    /// One for each of their passages, the oldest first.
    steps: Vec<Turn>,
    /// Those by which a line went, and those by which it came.
    going: HashMap<String, Vec<usize>>,
    coming: HashMap<String, Vec<usize>>,
}

/// What a passage of a later change did.
struct Turn {
    /// The place of the change among the later ones.
    at: usize,
    /// That a day moved leaves a rule as it is.
    says_only_days: bool,
    gone: Vec<String>,
    come: Vec<String>,
}

impl Moves {
    fn of(later: &[&Change]) -> Self {
        let mut moves = Self { steps: Vec::new(), going: HashMap::new(), coming: HashMap::new() };
        for (at, change) in later.iter().enumerate() {
            let says_only_days = says_only_days(change);
            for hunk in &change.hunks {
                let (before, after) = (placed(hunk, hunk.before.as_deref()), placed(hunk, hunk.after.as_deref()));
                let without = |these: &[String], others: &[String]| -> Vec<String> {
                    let others: HashSet<&String> = others.iter().collect();
                    these.iter().filter(|line| !others.contains(line)).cloned().collect()
                };
                let (gone, come) = (without(&before, &after), without(&after, &before));
                for (lines, index) in [(&gone, &mut moves.going), (&come, &mut moves.coming)] {
                    for line in lines {
                        index.entry(line.clone()).or_default().push(moves.steps.len());
                    }
                }
                moves.steps.push(Turn { at, says_only_days, gone, come });
            }
        }
        moves
    }

    /// The lines that stand in the place of a passage now, and which of the later changes put them there; none where none did.
    fn follow(&self, hunk: &Hunk) -> Option<(Vec<String>, usize)> {
        let before = placed(hunk, hunk.before.as_deref());
        let mut now = placed(hunk, hunk.after.as_deref());
        let (mut from, mut by) = (0, None);
        for _ in 0..MOST {
            let next = |index: &HashMap<String, Vec<usize>>, lines: &[String]| {
                let of_line = |line: &String| {
                    let steps = index.get(line)?;
                    steps.get(steps.partition_point(|step| *step < from)).copied()
                };
                lines.iter().filter_map(of_line).min()
            };
            let found = next(&self.going, &now).into_iter().chain(next(&self.coming, &before)).min();
            let Some((index, step)) = found.and_then(|index| Some((index, self.steps.get(index)?))) else { break };
            let gone: HashSet<&String> = step.gone.iter().collect();
            let left: Vec<String> = now.iter().filter(|line| !gone.contains(line)).cloned().collect();
            let is_touched = left.len() < now.len();
            // Where none of its lines went, only what stood there before can come back.
            let come = step.come.iter().filter(|line| is_touched || before.contains(line));
            now = left.into_iter().chain(come.cloned()).collect();
            from = index + 1;
            if !step.says_only_days {
                by = Some(step.at);
            }
        }
        by.map(|by| (now, by))
    }
}

/// The lines of a passage, each with where it stands: the same words below another heading, lead or column are another rule.
fn placed(hunk: &Hunk, text: Option<&str>) -> Vec<String> {
    let place = hash::of(&(&hunk.heading, &hunk.lead, &hunk.columns));
    lines(text).into_iter().map(|line| format!("{place:x}{APART}{line}")).collect()
}

/// Stands between the place of a line and its words.
const APART: char = '\u{1d}';

fn lines(text: Option<&str>) -> Vec<String> {
    text.unwrap_or_default().lines().map(in_one_line).filter(|line| !line.is_empty()).collect()
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the lines are those that stood there before, in whatever order.
fn same(lines: &[String], hunk: &Hunk) -> bool {
    let (mut now, mut then) = (lines.to_vec(), placed(hunk, hunk.before.as_deref()));
    now.sort_unstable();
    then.sort_unstable();
    now == then
}

/// So many of them are looked for as they were; of a passage with more, the words decide.
const ASKED: usize = 200;

/// Whether a text still has words that a passage brought: some of them as they were, or half of them in whatever wording; what only
/// took words away has nothing to lose.
fn still_says(lines: &[String], hunk: &Hunk) -> bool {
    let said: Vec<&str> = lines.iter().filter_map(|line| line.rsplit(APART).next()).collect();
    let text = format!(" {} ", said.join(" \n "));
    let added = || {
        let added = hunk.edits.iter().filter_map(|edit| match edit {
            Edit::Added(words) => Some(words),
            Edit::Kept(_) | Edit::Removed(_) => None,
        });
        added.flat_map(|words| words.lines().map(in_one_line)).filter(|words| !words.is_empty())
    };
    if added().next().is_none() || added().take(ASKED).any(|words| text.contains(&format!(" {words} "))) {
        return true;
    }
    let left: HashSet<String> = words(&text).into_iter().collect();
    let brought: Vec<String> = added().flat_map(|line| words(&line)).collect();
    brought.iter().filter(|word| left.contains(*word)).count() * 2 >= brought.len().max(1)
}
