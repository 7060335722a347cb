//! Tells a number that counts sections or items from one that a rule is made of: "3. Payments", "(18) years".
//!
//! A number counts where it stands in a sequence: what it is on its side follows from its neighbours. Any other number in
//! front of a block is one of its words.

use std::collections::{HashMap, HashSet};

use super::group::Alignment;
use super::side::{Side, WithNumber, bare};
use crate::model::{Block, BlockKind, Document};
use crate::steps::text::limits::has_limit;
use crate::steps::text::numbering::{Leading, leading};

/// A sequence that begins with the first number has at least so many members.
const FROM_THE_FIRST: usize = 2;
/// One that begins anywhere has so many: a list of limits has hardly four that follow one another.
const FROM_ANYWHERE: usize = 4;

/// The blocks whose numbers differ between the documents and do not count.
pub(in crate::steps) fn that_rule(old: &Side<'_>, new: &Side<'_>, alignment: &Alignment) -> WithNumber {
    let mut found = WithNumber::default();
    let mut counted: Option<[HashSet<usize>; 2]> = None;
    let pairs = alignment.same.iter().chain(&alignment.moved).map(|(from, to)| (vec![*from], vec![*to]));
    let reflowed = alignment.reflowed.iter().map(|group| (group.old.clone(), group.new.clone()));
    for (from, to) in pairs.chain(reflowed) {
        let numbers = |side: &Side<'_>, entries: &[usize]| -> Vec<(usize, String)> {
            let blocks = entries.iter().map(|entry| side.entries[*entry].block);
            blocks.filter_map(|block| Some((block, number(&side.document.blocks[block])?))).collect()
        };
        let sides = [numbers(old, &from), numbers(new, &to)];
        let tokens = |side: &[(usize, String)]| side.iter().map(|(_, token)| token.clone()).collect::<Vec<_>>();
        if tokens(&sides[0]) == tokens(&sides[1]) {
            continue;
        }
        let counted = counted.get_or_insert_with(|| [self::counted(old.document), self::counted(new.document)]);
        let all_count =
            sides.iter().zip(counted).all(|(side, counted)| side.iter().all(|(block, _)| counted.contains(block)));
        if !all_count && !is_outlined([(old, &from), (new, &to)]) {
            for ((entries, side), found) in [(&from, old), (&to, new)].into_iter().zip(&mut found) {
                found.extend(entries.iter().map(|entry| side.entries[*entry].block));
            }
        }
    }
    numbers_alone(old, new, &mut found);
    found
}

/// Whether a heading got the number of its section, or lost it: "Labels", "4.1 Labels".
fn is_outlined(sides: [(&Side<'_>, &[usize]); 2]) -> bool {
    let numbers = sides.map(|(side, entries)| {
        let blocks = entries.iter().map(|entry| side.block(*entry));
        let is_bare_heading = |block: &Block| matches!(block.kind, BlockKind::Heading(_)) && !has_limit(&block.text);
        blocks.map(|block| (is_bare_heading(block), of_block(block))).collect::<Vec<_>>()
    });
    // "1.000" counts, and "18.00" is an hour.
    let is_short = |part: &str| part.len() <= 2 && part != "00";
    let is_of_section = |leading: &Leading<'_>| {
        (leading.token.contains('.') || matches!(leading.style.1, Some('.' | ')')))
            && leading.token.split('.').all(is_short)
    };
    let is_bare = |side: &[(bool, Option<Leading<'_>>)]| side.iter().all(|(_, number)| number.is_none());
    numbers.iter().flatten().all(|(is_heading, number)| *is_heading && number.as_ref().is_none_or(is_of_section))
        && is_bare(&numbers[0]) != is_bare(&numbers[1])
}

/// Adds the blocks that are a number and nothing else, where such numbers differ and count nothing.
fn numbers_alone(old: &Side<'_>, new: &Side<'_>, found: &mut WithNumber) {
    let alone = |side: &Side<'_>| -> Vec<(usize, String)> {
        let blocks = side.document.blocks.iter().enumerate();
        blocks
            .filter(|(_, block)| bare(block).is_empty())
            .filter_map(|(at, block)| Some((at, number(block)?)))
            .collect()
    };
    let mut sides = [alone(old), alone(new)];
    let tokens = |side: &[(usize, String)]| side.iter().map(|(_, token)| token.clone()).collect::<Vec<_>>();
    if tokens(&sides[0]) == tokens(&sides[1]) {
        return;
    }
    for (side, document) in sides.iter_mut().zip([old.document, new.document]) {
        let counted = counted(document);
        side.retain(|(at, _)| !counted.contains(at));
    }
    if tokens(&sides[0]) != tokens(&sides[1]) {
        for (side, found) in sides.into_iter().zip(found) {
            found.extend(side.into_iter().map(|(at, _)| at));
        }
    }
}

/// What stands in front of a block that has a number there, without signs around it.
fn number(block: &Block) -> Option<String> {
    Some(of_block(block)?.token.to_ascii_lowercase())
}

fn of_block(block: &Block) -> Option<Leading<'_>> {
    // In tables and programs every number is data.
    (bare(block).len() < block.text.len()).then(|| leading(&block.text)).flatten()
}

/// What the numbers of one sequence have in common: where they stand, the signs around them, how they are written, and
/// all their parts but the last.
type Sort<'a> = (bool, (Option<char>, Option<char>), Script, &'a str);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Script {
    Digits,
    Letters,
    Roman,
}

/// The blocks, by index, whose numbers count sections or items.
pub(in crate::steps) fn counted(document: &Document) -> HashSet<usize> {
    let mut runs: Vec<Sequence<'_>> = Vec::new();
    // The sequences that wait for this number, the latest last: lists stand within lists.
    let mut waiting: HashMap<(Sort<'_>, u32), Vec<usize>> = HashMap::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let Some(leading) = of_block(block) else { continue };
        let is_heading = matches!(block.kind, BlockKind::Heading(_));
        let (prefix, last) = leading.token.rsplit_once('.').unwrap_or(("", leading.token));
        let readings = readings(last);
        let sort = |script| (is_heading, leading.style, script, prefix);
        let continued = readings.iter().find_map(|&(script, value)| {
            let run = waiting.get_mut(&(sort(script), value)).and_then(Vec::pop)?;
            Some((run, script, value))
        });
        if let Some((run, script, value)) = continued {
            runs[run].blocks.push(index);
            waiting.entry((sort(script), value.saturating_add(1))).or_default().push(run);
            continue;
        }
        for (script, value) in readings {
            waiting.entry((sort(script), value.saturating_add(1))).or_default().push(runs.len());
            runs.push(Sequence { first: value, prefix, blocks: vec![index] });
        }
    }
    let is_sequence =
        |run: &Sequence<'_>| run.blocks.len() >= if run.first == 1 { FROM_THE_FIRST } else { FROM_ANYWHERE };
    let mut counted = HashSet::new();
    let mut tokens = HashSet::new();
    for run in runs.iter().filter(|run| is_sequence(run)) {
        counted.extend(run.blocks.iter().copied());
        let of_run = run.blocks.iter().filter_map(|block| document.blocks.get(*block));
        tokens.extend(of_run.filter_map(of_block).map(|leading| leading.token));
    }
    // A section with a single part: "2.1" below "2".
    let only_parts = runs.iter().filter(|run| run.first == 1 && tokens.contains(run.prefix));
    counted.extend(only_parts.flat_map(|run| run.blocks.iter().copied()));
    counted
}

/// Numbers that follow one another.
struct Sequence<'a> {
    first: u32,
    prefix: &'a str,
    blocks: Vec<usize>,
}

/// What the last part of a number may be; a letter may be a Roman one.
fn readings(part: &str) -> Vec<(Script, u32)> {
    if let Ok(number) = part.parse() {
        return vec![(Script::Digits, number)];
    }
    let mut found = Vec::new();
    if let [letter] = part.as_bytes()
        && letter.is_ascii_alphabetic()
    {
        found.push((Script::Letters, u32::from(letter.to_ascii_lowercase() - b'a') + 1));
    }
    found.extend(roman(part).map(|number| (Script::Roman, number)));
    found
}

fn roman(part: &str) -> Option<u32> {
    let (mut total, mut before) = (0_u32, 0);
    for letter in part.bytes().rev() {
        let value = match letter.to_ascii_lowercase() {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            _ => return None,
        };
        if value < before {
            total = u32::saturating_sub(total, value);
        } else {
            total += value;
            before = value;
        }
    }
    (total > 0).then_some(total)
}
