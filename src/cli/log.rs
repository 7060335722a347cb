//! `hausrecht log`: the recorded changes, oldest first.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;

use super::{Exit, Failure, General, change_json, change_text, setup, times};
use crate::io::store::{Filter, Store};
use crate::model::{Change, Tier, Watchlist, platform_key};
use crate::round::with_counterparts;

/// List the recorded changes, oldest first.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// One JSON object a line
    #[arg(long)]
    json: bool,
    /// Only this watch
    #[arg(long, value_name = "WATCH")]
    watch: Option<String>,
    /// Only this platform
    #[arg(long, value_name = "PLATFORM")]
    platform: Option<String>,
    /// Only this tier
    #[arg(long, value_enum, value_name = "TIER")]
    tier: Option<TierArg>,
    /// Only changes detected at this time or later
    #[arg(long, value_name = "TIME", value_parser = times::parse)]
    since: Option<Timestamp>,
    #[command(flatten)]
    listed: Listed,
}

/// What is listed instead of all changes.
#[derive(Debug, clap::Args)]
struct Listed {
    /// Only alerts that nobody has decided about (see `hausrecht ack`)
    #[arg(long, conflicts_with = "noise")]
    open: bool,
    /// What was held back, passage by passage, each under the rule that held it back, instead of changes
    #[arg(long, conflicts_with_all = ["noise", "open", "tier"])]
    held: bool,
    /// What was seen and held back, counted by page and class, instead of changes
    #[arg(long)]
    noise: bool,
}

/// A tier on the command line.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum TierArg {
    Alert,
    Fyi,
    None,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let Some(store) = setup::store_to_read(general)? else {
        if !args.json && !general.quiet {
            tell!("nothing is recorded yet");
        }
        return Ok(Exit::Fine);
    };
    let zone = setup::zone(general);
    if args.listed.noise {
        return noise(&store, args, &zone);
    }
    if args.listed.held {
        return held(&store, args, &zone, general.quiet);
    }
    let open = args.listed.open.then(|| store.open_alerts()).transpose()?;
    let is_open = |id: &str| open.as_ref().is_none_or(|open| open.iter().any(|change| change.id == id));
    let filter = Filter {
        watch: args.watch.clone(),
        platform: args.platform.as_deref().map(platform_key),
        tier: args.tier.map(|tier| match tier {
            TierArg::Alert => Tier::Alert,
            TierArg::Fyi => Tier::Fyi,
            TierArg::None => Tier::None,
        }),
        since: args.since,
        until: None,
    };
    let pairs = setup::watchlist(general).ok().filter(Watchlist::has_pairs);
    let told = |change: Change| match &pairs {
        // The log is worth more than a word on another language.
        Some(watchlist) => with_counterparts(&store, watchlist, change.clone()).unwrap_or(change),
        None => change,
    };
    let mut count = 0_usize;
    store.each_change(&filter, |change| {
        if !is_open(&change.id) {
            return;
        }
        count += 1;
        let change = told(change);
        if args.json {
            say!("{}", change_json::line(&change));
        } else {
            say!("{}", change_text::line(&change, &zone));
        }
    })?;
    if count == 0 && !args.json && !general.quiet {
        tell!("no change is recorded that fits");
    }
    Ok(Exit::Fine)
}

/// What was held back: a passage, its rule, and when it was seen.
fn held(store: &Store, args: &Args, zone: &TimeZone, quiet: bool) -> Result<Exit, Failure> {
    let filter = Filter {
        watch: args.watch.clone(),
        platform: args.platform.as_deref().map(platform_key),
        since: args.since,
        ..Filter::default()
    };
    let mut count = 0_usize;
    store.each_held(&filter, |held| {
        count += 1;
        if args.json {
            say!("{}", change_json::held(&held));
        } else {
            put!("{}", change_text::held(&held, zone));
        }
    })?;
    if count == 0 && !args.json && !quiet {
        tell!("nothing was held back that fits");
    }
    Ok(Exit::Fine)
}

/// What was held back: a line a page and class.
fn noise(store: &Store, args: &Args, zone: &TimeZone) -> Result<Exit, Failure> {
    for held in store.held_back(args.since.unwrap_or(Timestamp::UNIX_EPOCH))? {
        if args.watch.as_ref().is_some_and(|watch| *watch != held.watch) {
            continue;
        }
        if args.json {
            say!(
                "{}",
                json!({"watch": held.watch, "part": held.part, "noise": held.noise.key(), "count": held.count, "last_at": held.last_at.to_string()})
            );
        } else {
            say!(
                "{:>6}×  {:12}  {}  last {}",
                held.count,
                held.noise.key(),
                held.watch,
                times::shown(held.last_at, zone)
            );
        }
    }
    Ok(Exit::Fine)
}
