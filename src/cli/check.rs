//! `hausrecht check`: one round.

use std::collections::BTreeMap;

use super::progress::Progress;
use super::terminal::{FAINT, GOOD, LOUD, STRONG, WARM, painted};
use super::{Exit, Failure, General, change_text, replies_text, secrets, setup, signs, terminal, trouble_text};
use crate::io::scratch::Scratch;
use crate::io::store::{RoundLock, Store, StoreError};
use crate::model::{Outcome, Tier, Trouble, Watchlist};
use crate::round::{self, Delivered, House, Looked, Which};

/// Look at the pages that are due, record what changed and send what is due.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only these watches, due or not
    #[arg(value_name = "WATCH")]
    watches: Vec<String>,
    /// All watches, due or not
    #[arg(long, conflicts_with = "watches")]
    all: bool,
    /// Look and tell, but record nothing and send nothing
    #[arg(long)]
    dry_run: bool,
    /// Begin a new history where one is missing that was there
    #[arg(long, conflicts_with = "dry_run")]
    new: bool,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    let which = which(args, &watchlist)?;
    secrets::warn(&watchlist);
    if args.dry_run {
        let data = setup::data_folder(general)?;
        setup::not_lost(&data)?;
        let scratch = Scratch::new("dry-run").map_err(Failure::trouble)?;
        if let Some(store) = Store::open_to_read(&data)? {
            store.copy_to(scratch.path())?;
        }
        let house = setup::house(watchlist, Store::open(scratch.path())?)?;
        let looks = setup::block_on(look(general, &house, &which))??;
        say!("{}  (dry run: nothing was recorded or sent)", summary(&looks, &Delivered::default()));
        return Ok(exit(&looks, &Delivered::default()));
    }
    setup::block_on(round(general, watchlist, &which, args.new))?
}

/// One round and its signs, as soon as no other is at work.
pub async fn round(general: &General, watchlist: Watchlist, which: &Which, anew: bool) -> Result<Exit, Failure> {
    let data = setup::data_folder(general)?;
    // Before the folder is made that the lock lies in.
    if !anew {
        setup::not_lost(&data)?;
    }
    let lock = match RoundLock::take(&data) {
        // A timer that finds the last round still at work has nothing to mend: the other round does the work.
        Err(locked @ StoreError::Locked { .. }) => {
            tell!("{locked}; this one ends here");
            return Ok(Exit::Fine);
        }
        other => other?,
    };
    let house = setup::house(watchlist, setup::history(general, anew)?)?;
    let (looks, delivered) = whole_round(general, &house, which).await?;
    signs::leave(&house, &looks, &delivered).await?;
    drop(lock);
    say!("{}", summary(&looks, &delivered));
    Ok(exit(&looks, &delivered))
}

/// One whole round, page by page before the user's eyes.
async fn whole_round(general: &General, house: &House, which: &Which) -> Result<(Vec<Looked>, Delivered), Failure> {
    let progress = progress(general, house);
    let ended = round::whole(house, which, |looked| show(general, &progress, looked)).await;
    progress.finish();
    let (looks, delivered) = ended?;
    replies_text::print(general, &delivered.replied);
    for trouble in &delivered.troubles {
        tell!("mail: {trouble}");
    }
    Ok((looks, delivered))
}

/// The looks of a round alone.
async fn look(general: &General, house: &House, which: &Which) -> Result<Vec<Looked>, Failure> {
    let progress = progress(general, house);
    let looks = round::check(house, which, |looked| show(general, &progress, looked)).await;
    progress.finish();
    Ok(looks?)
}

fn progress(general: &General, house: &House) -> Progress {
    let total = house.watchlist.watches.iter().map(|watch| watch.pages.len()).sum();
    Progress::new(general, total, "pages")
}

fn show(general: &General, progress: &Progress, looked: &Looked) {
    progress.step(&looked.watch);
    if !general.quiet {
        progress.line(&line(looked));
    }
}

fn which(args: &Args, watchlist: &Watchlist) -> Result<Which, Failure> {
    if args.all {
        return Ok(Which::All);
    }
    if args.watches.is_empty() {
        return Ok(Which::Due);
    }
    for id in &args.watches {
        setup::watch(watchlist, id)?;
    }
    Ok(Which::Named(args.watches.clone()))
}

/// What came of one page.
pub fn line(looked: &Looked) -> String {
    let part = if looked.part.is_empty() { String::new() } else { format!(" ({})", looked.part) };
    let (word, rest) = match &looked.outcome {
        Outcome::First => (painted("first      ", GOOD), String::new()),
        Outcome::Unchanged => (painted("unchanged  ", FAINT), String::new()),
        Outcome::Variant { noise } => (painted("unchanged  ", FAINT), format!("  held back: {}", noise.key())),
        Outcome::Candidate => {
            (painted("candidate  ", WARM), "  new words, gone at the second look or not seen twice yet".to_owned())
        }
        Outcome::Changed { .. } => {
            let tier = looked.change.as_ref().map_or(Tier::None, |change| change.assessment.tier);
            (painted("changed    ", if tier == Tier::Alert { LOUD } else { WARM }), brief(looked))
        }
        Outcome::Unreadable { trouble: trouble @ Trouble::InPart { .. } } => {
            let changed = if looked.change.is_some() { "; what was read has changed:" } else { "" };
            let rest = format!("  {}{changed}{}", trouble_text::of(trouble), brief(looked));
            (painted("in part?   ", if looked.blind_since.is_some() { LOUD } else { WARM }), rest)
        }
        Outcome::Unreadable { trouble } => {
            let word = if looked.blind_since.is_some() { "blind spot " } else { "unreadable " };
            (
                painted(word, if looked.blind_since.is_some() { LOUD } else { WARM }),
                format!("  {}", trouble_text::of(trouble)),
            )
        }
    };
    terminal::fitted(&format!("{word}{}{part}{rest}", painted(&looked.watch, STRONG)))
}

fn brief(looked: &Looked) -> String {
    looked.change.as_ref().map_or_else(String::new, |change| format!("  {}", change_text::brief(change)))
}

/// The round in a sentence.
pub fn summary(looks: &[Looked], delivered: &Delivered) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for looked in looks {
        let word = match &looked.outcome {
            Outcome::First => "first seen",
            Outcome::Unchanged | Outcome::Variant { .. } => "unchanged",
            Outcome::Candidate => "unconfirmed",
            Outcome::Changed { .. } => "changed",
            Outcome::Unreadable { trouble: Trouble::InPart { .. } } => "read in part",
            Outcome::Unreadable { .. } => "unreadable",
        };
        *counts.entry(word).or_default() += 1;
    }
    let counts: Vec<_> = counts.iter().map(|(word, count)| format!("{count} {word}")).collect();
    let pages = match looks.len() {
        0 => "nothing is due".to_owned(),
        1 => format!("1 page: {}", counts.join(", ")),
        many => format!("{many} pages: {}", counts.join(", ")),
    };
    let letters = match (delivered.sent, delivered.waiting) {
        (0, 0) => String::new(),
        (sent, 0) => format!("; {} sent", letters(sent)),
        (sent, waiting) => format!("; {} sent, {waiting} waiting", letters(sent)),
    };
    format!("{pages}{letters}{}", replies_text::summary(&delivered.replied))
}

fn letters(count: usize) -> String {
    if count == 1 { "1 letter".to_owned() } else { format!("{count} letters") }
}

fn exit(looks: &[Looked], delivered: &Delivered) -> Exit {
    if !delivered.troubles.is_empty() {
        Exit::Trouble
    } else if looks.iter().any(|looked| matches!(looked.outcome, Outcome::Unreadable { .. })) {
        Exit::Unreadable
    } else {
        Exit::Fine
    }
}
