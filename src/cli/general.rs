//! The options that every command understands.

use std::path::PathBuf;

/// What every command understands.
#[derive(Debug, Clone, clap::Args)]
pub struct General {
    /// The watchlist [default: ./watchlist.yaml, else hausrecht/watchlist.yaml in the user's or the system's config folder]
    #[arg(long, global = true, env = "HAUSRECHT_WATCHLIST", value_name = "FILE")]
    pub watchlist: Option<PathBuf>,
    /// The folder for the history and the outbox [default: `$STATE_DIRECTORY`, else /var/lib/hausrecht where the service is installed, else the user's data folder]
    #[arg(long, global = true, env = "HAUSRECHT_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Print only results and errors
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Say more on stderr; twice: everything
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub verbose: u8,
    /// Print long output as it is, and not through `$HAUSRECHT_PAGER`, `$PAGER` or less
    #[arg(long, global = true)]
    pub no_pager: bool,
}
