//! `hausrecht prune`: what nobody needs any more goes, by rule.

use std::time::Duration;

use anyhow::anyhow;
use jiff::{SignedDuration, Timestamp};

use super::{Exit, Failure, General, setup};
use crate::io::evidence;
use crate::io::store::RoundLock;

/// Take out of the history what no version, change, decision or letter under way rests on.
///
/// Old pages that are no version of a document, the HTML of letters that all have reached their readers (their text stays),
/// pictures, and counts of what was held back. Versions, changes, decisions, and who was told what stay for good.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What is older than this, in days [default: `settings: {keep: …}` of the watchlist]
    #[arg(long, value_name = "DAYS")]
    older_than: Option<u16>,
    /// Only say what would go
    #[arg(long)]
    dry_run: bool,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    let days = args.older_than.map(|days| Duration::from_hours(24 * u64::from(days)));
    let Some(kept) = days.or(watchlist.settings.keep) else {
        return Err(Failure::usage(anyhow!(phrase!(
            "nothing says what is old\nhint: `--older-than DAYS`, or `settings: {{keep: 730d}}` in the watchlist",
            "nirgends steht, was alt ist\nHinweis: `--older-than TAGE`, oder `settings: {{keep: 730d}}` in der Watchlist"
        ))));
    };
    let mut store = setup::history(general, false)?;
    let _lock = RoundLock::take(store.folder())?;
    let kept = SignedDuration::try_from(kept).map_err(Failure::usage)?;
    let before = setup::now().checked_sub(kept).unwrap_or(Timestamp::UNIX_EPOCH);
    let pruned = store.prune(before, args.dry_run)?;
    let pictures = evidence::prune(store.folder(), before, args.dry_run).map_err(Failure::trouble)?;
    let became = if args.dry_run { phrase!("would go", "fielen weg") } else { phrase!("are gone", "sind weg") };
    say!(
        "{}",
        phrase!(
            "{} pages, the HTML of {} letters, {pictures} pictures and {} counts {became} ({} KiB of pages)",
            "{} Seiten, das HTML von {} Briefen, {pictures} Bilder und {} Zählungen {became} ({} KiB an Seiten)",
            pruned.snapshots,
            pruned.letters,
            pruned.counts,
            pruned.bytes.div_ceil(1024)
        )
    );
    Ok(Exit::Fine)
}
