//! The command: what is asked for, and in which shape.

use jiff::Timestamp;

use super::json::as_json;
use super::lines::print_rows;
use super::rounds::rounds;
use super::rows::rows;
use super::table::table;
use crate::cli::unwell::Unwell;
use crate::cli::{Exit, Failure, General, health, proposals, setup};
use crate::io::store::Store;
use crate::model::{Decision, Watchlist};
use crate::round::still_open;

/// Show how every watch stands, and the outbox.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// As JSON
    #[arg(long)]
    json: bool,
    /// As a table for spreadsheets
    #[arg(long, conflicts_with_all = ["json", "check", "rounds"])]
    csv: bool,
    /// One line in English and an exit code, for programs that watch programs: 0 all is well, 1 somebody should look, 2 it does not do its work
    #[arg(long, conflicts_with_all = ["json", "rounds"])]
    check: bool,
    /// The last rounds instead, the newest first; so many, or 20
    #[arg(long, value_name = "COUNT", num_args = 0..=1, default_missing_value = "20")]
    rounds: Option<u32>,
}

impl Args {
    /// Whether a program asks, and no person.
    pub const fn is_check(&self) -> bool {
        self.check
    }
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    if args.check {
        return Ok(health::run(general));
    }
    if let Some(most) = args.rounds {
        return rounds(general, most, args.json);
    }
    let watchlist = setup::watchlist(general)?;
    let store = setup::store_to_read(general)?;
    let now = setup::now();
    let rows = rows(&watchlist, store.as_ref(), now)?;
    let outbox = store.as_ref().map(Store::outbox).transpose()?.unwrap_or_default();
    let proposed = proposals::open(store.as_ref(), &watchlist)?.len();
    let unwell = Unwell::of(store.as_ref(), &watchlist, now)?;
    if args.json {
        let mut fields = as_json(&rows, proposed, outbox);
        unwell.add_to(&mut fields);
        say!("{fields}");
    } else if args.csv {
        table(&rows);
    } else {
        setup::name_zone(general, &watchlist.settings.timezone);
        print_rows(&watchlist, &rows, outbox, now);
        unwell.print();
        if let Some(line) = tasks(store.as_ref(), &watchlist, now)? {
            say!("{line}");
        }
        match proposed {
            0 => {}
            1 => say!(
                "{}",
                phrase!(
                    "1 proposal for the watchlist: hausrecht proposals",
                    "1 Vorschlag für die Watchlist: hausrecht proposals"
                )
            ),
            many => say!(
                "{}",
                phrase!(
                    "{many} proposals for the watchlist: hausrecht proposals",
                    "{many} Vorschläge für die Watchlist: hausrecht proposals"
                )
            ),
        }
    }
    Ok(Exit::Fine)
}

/// How decisions stand, in a line; none where nothing was ever open or decided.
fn tasks(store: Option<&Store>, watchlist: &Watchlist, now: Timestamp) -> Result<Option<String>, Failure> {
    let Some(store) = store else { return Ok(None) };
    let today = now.to_zoned(watchlist.settings.timezone.clone()).date();
    let open = still_open(store, today, None)?.len();
    let to_do = store.decided_last(&[Decision::Act])?;
    let overdue = to_do.iter().filter(|task| task.decided.due.is_some_and(|due| due < today)).count();
    if open + to_do.len() == 0 {
        return Ok(None);
    }
    let late = phrase!(" ({overdue} overdue)", " ({overdue} überfällig)");
    let late = if overdue == 0 { String::new() } else { late };
    Ok(Some(phrase!(
        "decisions: {open} open, {} to be done{late}",
        "Entscheidungen: {open} offen, {} zu erledigen{late}",
        to_do.len()
    )))
}
