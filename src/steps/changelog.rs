//! Logs of changes: pages of dated entries, where order and what drops off the end say nothing, and new entries are told.

use jiff::civil::Date;

use crate::model::{Block, BlockKind, Document, Edit, Hunk};
use crate::steps::text::dates::find_dates;

/// A line with more words is text that names a date, and no date of an entry.
const LABEL: usize = 14;

/// A date this far into a line is no longer what the line begins with.
const NEAR: usize = 80;

/// One entry: its blocks, the first of which names it.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    date: Option<Date>,
    blocks: Vec<Block>,
}

/// A page in its parts.
struct Log {
    before: Vec<Block>,
    entries: Vec<Entry>,
    after: Vec<Block>,
}

/// Both documents in one order: entries that dropped off the end, or came in there, are left out of the comparison.
///
/// None where the pages are no logs, or have no entry in common: then they are compared as they are.
#[must_use]
pub fn in_one_order(base: &Document, now: &Document) -> Option<(Document, Document)> {
    let (old, new) = (parts(&base.blocks)?, parts(&now.blocks)?);
    let mut free: Vec<Option<Entry>> = new.entries.into_iter().map(Some).collect();
    let mut partners: Vec<Option<Entry>> = vec![None; old.entries.len()];
    let alike: [fn(&Entry, &Entry) -> bool; 3] = [
        |one, other| one.blocks_say(other),
        |one, other| one.date == other.date && one.name() == other.name(),
        |one, other| one.name() == other.name() || (one.date.is_some() && one.date == other.date),
    ];
    for is_alike in alike {
        for (entry, partner) in old.entries.iter().zip(&mut partners).filter(|(_, partner)| partner.is_none()) {
            let found = free.iter_mut().find(|new| new.as_ref().is_some_and(|new| is_alike(entry, new)));
            *partner = found.and_then(Option::take);
        }
    }
    let kept: Vec<&Entry> =
        old.entries.iter().zip(&partners).filter(|(_, partner)| partner.is_some()).map(|(entry, _)| entry).collect();
    let oldest = kept.iter().filter_map(|entry| entry.date).min();
    kept.first()?;
    let last_kept = partners.iter().rposition(Option::is_some)?;
    let is_off_the_end = |entry: &Entry, at: usize| match (entry.date, oldest) {
        (Some(date), Some(oldest)) => date <= oldest,
        _ => at > last_kept,
    };
    let (mut then, mut shown) = (old.before, new.before);
    // What comes in below the oldest known entry was there before us.
    for entry in
        free.into_iter().flatten().filter(|entry| entry.date.is_none() || oldest.is_none() || entry.date >= oldest)
    {
        shown.extend(entry.blocks);
    }
    for (at, (entry, partner)) in old.entries.into_iter().zip(partners).enumerate() {
        match partner {
            None if is_off_the_end(&entry, at) => {}
            None => then.extend(entry.blocks),
            Some(partner) => {
                then.extend(entry.blocks);
                shown.extend(partner.blocks);
            }
        }
    }
    then.extend(old.after);
    shown.extend(new.after);
    Some((Document { blocks: then, ..base.clone() }, Document { blocks: shown, ..now.clone() }))
}

/// Text that only came, told entry by entry, each under its own date and title.
#[must_use]
pub fn by_entry(hunks: Vec<Hunk>, now: &Document) -> Vec<Hunk> {
    let Some(log) = parts(&now.blocks) else { return hunks };
    let names: Vec<&str> = log.entries.iter().map(Entry::name).collect();
    hunks.into_iter().flat_map(|hunk| split(hunk, &names)).collect()
}

fn split(hunk: Hunk, names: &[&str]) -> Vec<Hunk> {
    let (None, Some(after)) = (&hunk.before, &hunk.after) else { return vec![hunk] };
    let mut found: Vec<(Option<&str>, Vec<&str>)> = vec![(None, Vec::new())];
    for line in after.lines() {
        if names.contains(&line) {
            found.push((Some(line), Vec::new()));
        } else if let Some((_, lines)) = found.last_mut() {
            lines.push(line);
        }
    }
    let told = found.into_iter().filter(|(name, lines)| name.is_some() || !lines.is_empty());
    told.map(|(name, lines)| {
        let text = if lines.is_empty() { name.unwrap_or_default().to_owned() } else { lines.join("\n") };
        let mut heading = hunk.heading.clone();
        heading.extend(name.filter(|_| !lines.is_empty()).map(str::to_owned));
        Hunk { heading, after: Some(text.clone()), edits: vec![Edit::Added(text)], ..hunk.clone() }
    })
    .collect()
}

impl Entry {
    fn name(&self) -> &str {
        self.blocks.first().map_or("", |block| &block.text)
    }

    fn blocks_say(&self, other: &Self) -> bool {
        let texts = |entry: &Self| entry.blocks.iter().map(|block| block.text.clone()).collect::<Vec<_>>();
        texts(self) == texts(other)
    }
}

/// A page cut into its entries; none where fewer than two of its places are dated.
fn parts(blocks: &[Block]) -> Option<Log> {
    let level = heading_level(blocks);
    let starts: Vec<usize> = match level {
        Some(level) => dated(blocks).filter(|&at| blocks[at].kind == BlockKind::Heading(level)).collect(),
        // A title may stand above its date.
        None => dated(blocks)
            .map(|at| match at.checked_sub(1).map(|above| blocks[above].kind) {
                Some(BlockKind::Heading(_)) if !is_heading(&blocks[at]) => at - 1,
                _ => at,
            })
            .collect(),
    };
    let (&first, _) = starts.split_first().filter(|(_, rest)| !rest.is_empty())?;
    // A heading without a date that is no lower than those of the entries ends them.
    let is_end = |block: &Block| matches!((block.kind, level), (BlockKind::Heading(own), Some(level)) if own <= level);
    let mut log = Log { before: blocks[..first].to_vec(), entries: Vec::new(), after: Vec::new() };
    for (index, &start) in starts.iter().enumerate() {
        let next = starts.get(index + 1).copied().unwrap_or(blocks.len());
        let end = (start + 1..next).find(|&at| is_end(&blocks[at])).unwrap_or(next);
        let date = blocks[start..end].iter().take(2).find_map(date_of);
        log.entries.push(Entry { date, blocks: blocks[start..end].to_vec() });
        log.after.extend_from_slice(&blocks[end..next]);
    }
    Some(log)
}

/// The level of heading that entries are dated by, if at least two are.
fn heading_level(blocks: &[Block]) -> Option<u8> {
    let mut counts = [0_usize; 8];
    for at in dated(blocks) {
        if let BlockKind::Heading(level) = blocks[at].kind {
            counts[usize::from(level.min(7))] += 1;
        }
    }
    let (level, count) = counts.iter().enumerate().max_by_key(|(level, count)| (**count, std::cmp::Reverse(*level)))?;
    u8::try_from(level).ok().filter(|_| *count >= 2)
}

fn dated(blocks: &[Block]) -> impl Iterator<Item = usize> + '_ {
    blocks.iter().enumerate().filter(|(_, block)| date_of(block).is_some()).map(|(at, _)| at)
}

/// The date that a block begins with or is made of.
fn date_of(block: &Block) -> Option<Date> {
    let (range, date) = find_dates(&block.text).into_iter().next()?;
    let is_label = block.text.split_whitespace().take(LABEL + 1).count() <= LABEL;
    let is_row = matches!(block.kind, BlockKind::Row | BlockKind::Item(_));
    let fits = match (is_heading(block), is_row) {
        (true, _) => range.start <= NEAR,
        (false, true) => range.start <= 3,
        (false, false) => is_label && range.start <= 20,
    };
    fits.then_some(date)
}

const fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading(_))
}
