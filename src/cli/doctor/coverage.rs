//! When the last round was, whether rounds come to their end, and how much of the list was read lately.

use jiff::{SignedDuration, Timestamp};

use super::super::{Failure, health, times};
use super::finding::Finding;
use super::some::some;
use crate::io::store::Store;
use crate::model::Watchlist;
use crate::round;

/// The last round, and those that were killed.
pub(super) fn of_the_last_round(store: &Store, now: Timestamp) -> Result<Vec<Finding>, Failure> {
    let mut found = Vec::new();
    if let Some(last) = store.last_ran()?.filter(|last| *last <= now) {
        let passed = times::passed(last, now);
        found.push(Finding::good(phrase!("the last round was {passed}", "die letzte Runde war {passed}")));
    }
    let killed = store.killed_rounds(now - SignedDuration::from_hours(24), now - health::KILLED)?;
    if killed > 0 {
        let what = match killed {
            1 => phrase!(
                "1 round of the last 24 h did not come to its end",
                "1 Runde der letzten 24 Stunden kam nicht ans Ende"
            ),
            _ => phrase!(
                "{killed} rounds of the last 24 h did not come to their end",
                "{killed} Runden der letzten 24 Stunden kamen nicht ans Ende"
            ),
        };
        found.push(Finding::doubt(what, "hausrecht status --rounds; journalctl -u hausrecht"));
    }
    Ok(found)
}

/// "41 of 44 documents read in the last 24 h".
pub(super) fn of_the_coverage(watchlist: &Watchlist, store: &Store, now: Timestamp) -> Result<Finding, Failure> {
    let coverage = round::coverage(watchlist, Some(store), now)?;
    let (read, due) = (coverage.read, coverage.due());
    let rarer = match coverage.rarer {
        0 => String::new(),
        1 => phrase!("; 1 more is looked at less often", "; 1 weiteres ist seltener dran"),
        rarer => phrase!("; {rarer} more are looked at less often", "; {rarer} weitere sind seltener dran"),
    };
    let what = phrase!(
        "{read} of {due} documents read in the last 24 h{rarer}",
        "{read} von {due} Dokumenten in den letzten 24 Stunden gelesen{rarer}"
    );
    if coverage.unread.is_empty() {
        return Ok(Finding::good(what));
    }
    let mut unread: Vec<&str> = coverage.unread.iter().map(|unread| unread.watch.as_str()).collect();
    unread.dedup();
    let unread = some(&unread);
    Ok(Finding::doubt(what, phrase!("not read: {unread}", "nicht gelesen: {unread}")))
}
