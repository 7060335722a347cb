//! `hausrecht watchlist`: looking after the watchlist.

use jiff::Timestamp;

use super::{Exit, Failure, General, doctor, first_looks, paths, setup, terminal, times};
use crate::model::{Watch, Watchlist};
use crate::steps::schedule;
use crate::steps::watchlist::reference;

/// Look after the watchlist.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Say everything that is wrong with it, or what it means
    Check {
        /// Look at every page as well, and say what of it is read, and how; nothing is recorded
        #[arg(long)]
        look: bool,
    },
    /// Print its JSON Schema, with which editors complete and explain its keys
    Schema,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    match args.action {
        Action::Check { look: false } => check(general),
        Action::Check { look: true } => look(general),
        Action::Schema => {
            put!("{}", reference::schema());
            Ok(Exit::Fine)
        }
    }
}

fn check(general: &General) -> Result<Exit, Failure> {
    let path = paths::watchlist(general)?;
    let watchlist = setup::watchlist_at(&path)?;
    let now = setup::now();
    let line = phrase!("{} is in order: {}", "{} ist in Ordnung: {}", path.display(), contents(&watchlist));
    say!("{}", terminal::hanging(&line, 4));
    if general.quiet {
        return Ok(Exit::Fine);
    }
    let zone = watchlist.settings.timezone.iana_name().unwrap_or("UTC");
    say!("{}\n", phrase!("times are {zone}", "Uhrzeiten gelten für {zone}"));
    for watch in &watchlist.watches {
        let next = next_times(&watchlist, watch, now).join(", ");
        say!("{}  {}", terminal::painted(&watch.id, terminal::STRONG), watch.document);
        let line = phrase!("{}  next: {next}", "{}  demnächst: {next}", watch.schedule.written);
        say!("    {}", terminal::painted(&line, terminal::FAINT));
    }
    let mut found = doctor::of_the_watchlist(&watchlist, now);
    found.extend(doctor::of_the_passwords(&watchlist));
    if found.iter().any(|finding| !finding.is_good()) {
        say!("");
    }
    for finding in found.iter().filter(|finding| !finding.is_good()) {
        finding.print();
    }
    Ok(Exit::Fine)
}

/// The first look at every page, as a table.
fn look(general: &General) -> Result<Exit, Failure> {
    let path = paths::watchlist(general)?;
    let watchlist = setup::watchlist_at(&path)?;
    let line = phrase!("{} is in order: {}", "{} ist in Ordnung: {}", path.display(), contents(&watchlist));
    say!("{}", terminal::hanging(&line, 4));
    first_looks::run(general, watchlist)
}

/// What a watchlist holds, in a phrase.
fn contents(watchlist: &Watchlist) -> String {
    let count = |number: usize, one: String, many: String| format!("{number} {}", if number == 1 { one } else { many });
    let shipped = watchlist.watches.iter().filter(|watch| watch.catalogue).count();
    let watches = count(
        watchlist.watches.len(),
        phrase!("watch", "beobachtetes Dokument"),
        phrase!("watches", "beobachtete Dokumente"),
    );
    [
        match shipped {
            0 => watches,
            _ => phrase!("{watches} ({shipped} from the catalogue)", "{watches} ({shipped} aus dem Katalog)"),
        },
        count(watchlist.recipients.len(), phrase!("recipient", "Empfänger"), phrase!("recipients", "Empfänger")),
        count(watchlist.assets.len(), phrase!("asset", "eigener Auftritt"), phrase!("assets", "eigene Auftritte")),
        count(watchlist.rules.len(), phrase!("rule", "Regel"), phrase!("rules", "Regeln")),
    ]
    .join(", ")
}

/// The next three times at which a watch is due.
fn next_times(watchlist: &Watchlist, watch: &Watch, now: Timestamp) -> Vec<String> {
    let zone = &watchlist.settings.timezone;
    let following = |after: &Timestamp| schedule::next(&watch.schedule, zone, *after);
    std::iter::successors(following(&now), following).take(3).map(|time| times::shown(time, zone)).collect()
}
