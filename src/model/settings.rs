//! What holds for the whole watchlist.

use std::path::PathBuf;
use std::time::Duration;

use jiff::tz::TimeZone;
use url::Url;

use super::{Evidence, Language, Schedule};

/// The `settings` section of the watchlist, defaults filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    pub language: Language,
    pub timezone: TimeZone,
    /// When watches without a schedule of their own are due.
    pub schedule: Schedule,
    /// Stands in the User-Agent, so that a platform can reach the operator.
    pub contact: Option<String>,
    /// Between two requests to one host.
    pub pause: Duration,
    /// Requests at once over all hosts.
    pub concurrency: usize,
    /// Before the second look at new words.
    pub confirm_after: Duration,
    /// How long a watch may be unreadable before it is a blind spot, unless it says otherwise.
    pub patience: Duration,
    /// Certificates (PEM) trusted beside the system's, for company proxies.
    pub ca_file: Option<PathBuf>,
    /// Whether a digest with nothing to tell is sent as "all quiet".
    pub all_quiet: bool,
    /// Whether new readers get a letter on what is watched.
    pub welcome: bool,
    /// How many days before a day of effect, or a day by which something is to be done, readers are reminded.
    pub reminders: Vec<i64>,
    /// Pictures that are taken of pages with new words, if any.
    pub evidence: Option<Evidence>,
    /// Whether what touches none of the assets is lowered; else they only raise and name.
    pub only_my_assets: bool,
    /// The codes of the countries and regions in which the team is; empty: everywhere.
    pub regions: Vec<String>,
    /// Asked after each round that came to a good end, so that somebody outside notices where none does.
    pub heartbeat: Option<Url>,
    /// A file for the textfile collector of Prometheus' node exporter, written after each round.
    pub metrics: Option<PathBuf>,
    /// How long what nobody needs any more is kept when `prune` is asked.
    pub keep: Option<Duration>,
    /// The browser to render pages with; without one it is looked for on the PATH.
    pub chromium: Option<PathBuf>,
}
