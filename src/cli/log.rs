//! `hausrecht log`: the recorded changes, oldest first.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Exit, Failure, General, change_json, change_text, setup, times};
use crate::io::store::Filter;
use crate::model::{Tier, platform_key};

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
    let zone = TimeZone::system();
    let mut count = 0_usize;
    store.each_change(&filter, |change| {
        count += 1;
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
