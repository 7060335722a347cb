//! `hausrecht log`: the recorded changes, oldest first.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;

use super::passage_text::Length;
use super::{Exit, Failure, General, change_json, change_text, csv, decisions, noise_counts, setup, terminal, times};
use crate::io::store::{Filter, HeldBack, Store};
use crate::model::{Change, Decided, Language, Tier, Watchlist, platform_key};
use crate::round::{still_open, with_counterparts};
use crate::steps::compose;

/// List the recorded changes, oldest first.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// One JSON object a line
    #[arg(long)]
    json: bool,
    /// As a table for spreadsheets (changes only)
    #[arg(long, conflicts_with_all = ["json", "held", "noise"])]
    csv: bool,
    /// Only this watch
    #[arg(long, value_name = "WATCH")]
    watch: Option<String>,
    /// Only this platform
    #[arg(long, value_name = "PLATFORM")]
    platform: Option<String>,
    /// Only this tier
    #[arg(long, value_enum, value_name = "TIER")]
    tier: Option<TierArg>,
    /// Only changes detected at this time or later: a day, a month, an hour, "3 months ago"
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// Only changes detected at this time or earlier; of a day without an hour its end
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
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
    /// What was seen and held back, counted by page and rule or class, instead of changes: at how many looks
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
        if args.csv {
            say!("{}", csv::line(COLUMNS));
        }
        if !args.json && !general.quiet {
            tell!("{}", phrase!("nothing is recorded yet", "noch ist nichts festgehalten"));
        }
        return Ok(Exit::Fine);
    };
    if let Some(id) = &args.watch {
        setup::known_watch(general, &store, id)?;
    }
    let zone = setup::zone(general);
    let span = |written: &Option<String>| written.as_deref().map(|text| setup::span(general, text)).transpose();
    let (since, until) = (span(&args.since)?, span(&args.until)?);
    let filter = Filter {
        watch: args.watch.clone(),
        platform: args.platform.as_deref().map(platform_key),
        since: since.map(|since| since.from),
        until: until.map(times::Span::behind),
        ..Filter::default()
    };
    let list = List { general, store: &store, args, zone: &zone };
    if args.listed.noise {
        return list.noise(&filter);
    }
    if args.listed.held {
        return list.held(&filter);
    }
    let open =
        args.listed.open.then(|| still_open(&store, setup::now().to_zoned(zone.clone()).date(), None)).transpose()?;
    let is_open = |id: &str| open.as_ref().is_none_or(|open| open.iter().any(|change| change.id == id));
    let filter = Filter {
        tier: args.tier.map(|tier| match tier {
            TierArg::Alert => Tier::Alert,
            TierArg::Fyi => Tier::Fyi,
            TierArg::None => Tier::None,
        }),
        ..filter
    };
    let pairs = setup::watchlist(general).ok().filter(Watchlist::has_pairs);
    let told = |change: Change| match &pairs {
        // The log is worth more than a word on another language.
        Some(watchlist) => with_counterparts(&store, watchlist, change.clone()).unwrap_or(change),
        None => change,
    };
    // A table without rows is a table.
    if args.csv {
        say!("{}", csv::line(COLUMNS));
    }
    let mut count = 0_usize;
    store.each_change(&filter, |change| {
        if !is_open(&change.id) {
            return;
        }
        count += 1;
        if !args.csv {
            list.name_zone(count);
        }
        let change = told(change);
        // The log is worth more than a word on what was decided.
        let decided = store.decisions(&change.id).unwrap_or_default();
        if args.json {
            say!("{}", change_json::with_decisions(&change, &decided));
        } else if args.csv {
            say!("{}", row(&change, decided.last()));
        } else {
            say!("{}", change_text::line(&change, &zone));
            if let Some(last) = decided.last() {
                say!("{}", terminal::hanging(&format!("    {}", decisions::line(last, &zone)), 6));
            }
        }
    })?;
    if count == 0 && !args.json && !general.quiet {
        tell!("{}", phrase!("no change is recorded that fits", "es ist keine passende Änderung festgehalten"));
    }
    Ok(Exit::Fine)
}

/// The columns of the table.
const COLUMNS: [&str; 19] = [
    "id",
    "detected_at",
    "watch",
    "platform",
    "document",
    "tier",
    "kind",
    "direction",
    "topics",
    "effective_date",
    "assets",
    "words_added",
    "words_removed",
    "reason",
    "url",
    "decision",
    "decided_by",
    "due",
    "note",
];

/// A change as a line of the table; times are in UTC, as in JSON.
fn row(change: &Change, decided: Option<&Decided>) -> String {
    let assessment = &change.assessment;
    let topics: Vec<&str> = assessment.topics.iter().map(|topic| topic.key()).collect();
    let reason = assessment.reasons.first().map(|reason| compose::reason(reason, Language::English));
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    let cells = [
        change.id.clone(),
        change.detected_at.to_string(),
        change.watch.clone(),
        change.platform.clone(),
        change.document.clone(),
        assessment.tier.key().to_owned(),
        assessment.kind.key().to_owned(),
        assessment.direction.key().to_owned(),
        topics.join(" "),
        assessment.effective_date.map_or_else(String::new, |date| date.to_string()),
        assessment.assets.join(" "),
        change.words_added.to_string(),
        change.words_removed.to_string(),
        reason.unwrap_or_default(),
        change.url.clone(),
        decided.map_or_else(String::new, |decided| decided.decision.key().to_owned()),
        text(decided.and_then(|decided| decided.by.as_ref())),
        decided.and_then(|decided| decided.due).map_or_else(String::new, |due| due.to_string()),
        text(decided.and_then(|decided| decided.note.as_ref())),
    ];
    csv::line(cells.iter().map(String::as_str))
}

/// What is listed, and how.
struct List<'a> {
    general: &'a General,
    store: &'a Store,
    args: &'a Args,
    zone: &'a TimeZone,
}

impl List<'_> {
    /// Before the first line: in which zone the times are.
    fn name_zone(&self, count: usize) {
        if count == 1 && !self.args.json {
            setup::name_zone(self.general, self.zone);
        }
    }

    /// What was held back: a passage, its rule, and when it was seen.
    fn held(&self, filter: &Filter) -> Result<Exit, Failure> {
        let mut count = 0_usize;
        self.store.each_held(filter, |held| {
            count += 1;
            self.name_zone(count);
            if self.args.json {
                say!("{}", change_json::held(&held));
            } else {
                put!("{}", change_text::held(&held, self.zone, Length::Short));
            }
        })?;
        Ok(self.or_nothing(count))
    }

    /// What was held back: a line a page and rule, and a line a page and class of which no passage is kept.
    fn noise(&self, filter: &Filter) -> Result<Exit, Failure> {
        let classes = self.store.held_back(filter.since.unwrap_or(Timestamp::UNIX_EPOCH))?;
        let watchlist = setup::watchlist(self.general).ok();
        let platform_of = |id: &str| Some(watchlist.as_ref()?.watch(id)?.platform.clone());
        let is_wanted = |class: &&HeldBack| {
            filter.watch.as_ref().is_none_or(|watch| *watch == class.watch)
                && filter.platform.as_ref().is_none_or(|platform| platform_of(&class.watch).as_ref() == Some(platform))
                && filter.until.is_none_or(|until| class.last_at < until)
        };
        let mut held = Vec::new();
        self.store.each_held(filter, |row| held.push(row))?;
        let mut pages: BTreeMap<(&str, &str), noise_counts::Page<'_>> = BTreeMap::new();
        for class in classes.iter().filter(is_wanted) {
            pages.entry((&class.watch, &class.part)).or_default().classes.push(class);
        }
        for row in &held {
            pages.entry((&row.change.watch, &row.change.part)).or_default().held.push(row);
        }
        let mut listed = 0_usize;
        for ((watch, part), page) in pages {
            for count in page.counts() {
                listed += 1;
                self.name_zone(listed);
                self.count(watch, part, &count);
            }
        }
        Ok(self.or_nothing(listed))
    }

    /// One line of what was held back.
    fn count(&self, watch: &str, part: &str, count: &noise_counts::Count) {
        let noise_counts::Count { key, looks, passages, last_at } = count;
        if self.args.json {
            let last = last_at.to_string();
            say!(
                "{}",
                json!({"watch": watch, "part": part, "noise": key, "count": looks, "passages": passages, "last_at": last})
            );
            return;
        }
        let last = times::shown(*last_at, self.zone);
        let place = if part.is_empty() { watch.to_owned() } else { format!("{watch} ({part})") };
        let many = match passages {
            0 | 1 => String::new(),
            many => phrase!("  {many} passages", "  {many} Stellen"),
        };
        let line = phrase!(
            "{looks:>6}×  {key:12}  {place}{many}  last {last}",
            "{looks:>6}×  {key:12}  {place}{many}  zuletzt {last}"
        );
        say!("{}", terminal::hanging(&line, 9));
    }

    fn or_nothing(&self, count: usize) -> Exit {
        if count == 0 && !self.args.json && !self.general.quiet {
            tell!("{}", phrase!("nothing was held back that fits", "nichts Passendes wurde zurückgehalten"));
        }
        Exit::Fine
    }
}
