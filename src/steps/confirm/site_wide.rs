//! Tells changes of the site around the documents from changes of a document: what a site adds to the end of twenty
//! pages at once is told for one of them, and the letter names the others.
//!
//! That saves a reader a repetition, never a recipient the news: whoever is not told of the first is told of another.

use jiff::{SignedDuration, Timestamp};

use crate::model::{Block, HostMemory, Shared};
use crate::steps::diff::differences::Differences;
use crate::steps::diff::ranges::Difference;
use crate::steps::noise::{around_other_documents, only_numbers_differ};
use crate::steps::text::hash;

/// A block that so many documents show belongs to the site.
const DOCUMENTS: usize = 3;
/// The same of a block that stands outside of the text.
const AROUND: usize = 2;
/// So many in a hundred of a difference, in words, and of what stands between it and the edge of the page, in blocks.
const SHARE: usize = 60;
/// The same difference in another document is news again after so long.
const FRESH: SignedDuration = SignedDuration::from_hours(30 * 24);
/// A line that names a document has no more words.
const NAME: usize = 12;
/// As many blocks are remembered of a host.
const MOST: usize = 6000;

/// Notes which blocks a document shows.
pub(super) fn learn(host: &mut HostMemory, watch: &str, blocks: &[u64], now: Timestamp) {
    let watch = hash::of(watch);
    for &block in blocks {
        let shared = host.blocks.entry(block).or_insert_with(|| Shared { watches: Vec::new(), last_seen: now });
        shared.last_seen = now;
        if shared.watches.len() < DOCUMENTS && !shared.watches.contains(&watch) {
            shared.watches.push(watch);
        }
    }
    if host.blocks.len() > MOST {
        let mut times: Vec<_> = host.blocks.values().map(|shared| shared.last_seen).collect();
        times.sort_unstable();
        let oldest = times[times.len() - MOST * 3 / 4];
        host.blocks
            .retain(|_, shared| shared.last_seen >= oldest && (shared.last_seen > oldest || shared.watches.len() > 1));
    }
    host.told_by.retain(|_, (at, _)| now.duration_since(*at) < FRESH);
}

/// The watch for which the same words were told, where all of a difference was: a site adds to, or takes from, the edge of
/// many documents at once.
///
/// An entry of a list that a sentence leads is none of it: the same words are another rule below another sentence.
/// What was told for the watch itself is none of it, and what is news is noted as told for it.
pub(super) fn told_for(
    host: &mut HostMemory,
    watch: &str,
    differences: &Differences<'_>,
    difference: &Difference,
    now: Timestamp,
) -> Option<String> {
    if differences.hangs_on_a_lead(difference) {
        return None;
    }
    let is_shared = |block: u64| host.blocks.get(&block).is_some_and(|shared| shared.watches.len() >= DOCUMENTS);
    let [old, new] = differences.stand_ins(difference);
    let all = || old.iter().chain(&new).copied();
    let around = differences.to_the_edges(difference);
    let is_the_sites = |side: &[u64]| side.is_empty() || mostly(side.iter().map(|block| (*block, 1)), is_shared);
    let at_edge = around.iter().any(|side| is_the_sites(side));
    // Where nothing around it is a document's own, many watches look at one document, and there is no site around it.
    let is_the_document = around.iter().all(|side| side.iter().all(|block| is_shared(*block)));
    if !at_edge || is_the_document || !mostly(all(), is_shared) {
        return None;
    }
    // That a block came is another piece of news than that it went.
    let gone = old.iter().map(|(block, words)| (hash::of(&("gone", block)), *words));
    let come = new.iter().map(|(block, words)| (hash::of(&("come", block)), *words));
    let news: Vec<(u64, usize)> = gone.chain(come).collect();
    let by = news.iter().find_map(|(block, _)| host.told_by.get(block)).map(|(_, by)| by.clone());
    let own = news.iter().zip(differences.lines(difference)).filter(|((key, _), _)| !host.told_by.contains_key(key));
    if let Some(by) = by.filter(|by| by != watch)
        && mostly(news.iter().copied(), |block| host.told_by.contains_key(&block))
        && own.map(|(_, line)| line).all(names_the_document)
    {
        return Some(by);
    }
    for ((block, _), (key, _)) in all().zip(&news) {
        if is_shared(block) {
            host.told_by.insert(*key, (now, watch.to_owned()));
        }
    }
    None
}

/// Whether all of a difference stands around the text, and does so in other documents, too.
pub(super) fn stands_around(host: &HostMemory, differences: &Differences<'_>, difference: &Difference) -> bool {
    let is_shared = |block: u64| host.blocks.get(&block).is_some_and(|shared| shared.watches.len() >= AROUND);
    let (before, after) = differences.blocks(difference);
    let [old, new] = differences.stand_ins(difference);
    let is_around = |block: &Block, stand_in: u64, is_gone: bool| {
        is_shared(stand_in) && around_other_documents::holds(block, is_gone)
    };
    // What gave way to something that stands around the text stood there, too.
    let gave_way = !after.is_empty() && after.iter().all(|block| block.outside);
    let (gone, come) = differences.texts(difference);
    !only_numbers_differ(&gone, &come)
        && before
            .iter()
            .zip(old)
            .all(|(block, (stand_in, _))| (gave_way || block.outside) && is_around(block, stand_in, true))
        && after.iter().zip(new).all(|(block, (stand_in, _))| block.outside && is_around(block, stand_in, false))
}

/// Whether a line of its own beside the shared words only names the document: a rule is a sentence.
fn names_the_document(line: &str) -> bool {
    line.split(' ').count() <= NAME && !line.ends_with(['.', ';', ':', '!', '?', '。'])
}

/// Whether most of some blocks, each of a weight, are such.
fn mostly(blocks: impl Iterator<Item = (u64, usize)>, are_such: impl Fn(u64) -> bool) -> bool {
    let (mut such, mut all) = (0_usize, 0_usize);
    for (block, weight) in blocks {
        all += weight;
        such += if are_such(block) { weight } else { 0 };
    }
    all > 0 && such * 100 >= all * SHARE
}
