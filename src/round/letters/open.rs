//! What is still open: important changes that nobody has decided about and of which anything stands.

use jiff::Timestamp;
use jiff::civil::Date;

use super::about::{announced, as_moved, overtaken};
use crate::io::store::{Store, StoreResult};
use crate::model::Change;
use crate::steps::compose;

/// Important changes that nobody has decided about, with the days that are named now.
///
/// Left out is what gave way to an important change, or was taken back before `gone_since`; and a day that only moved, where
/// the change that announced it is listed or was decided about since.
///
/// # Errors
/// Of the store.
pub fn still_open(store: &Store, today: Date, gone_since: Option<Timestamp>) -> StoreResult<Vec<Change>> {
    let all = store.open_alerts(today)?;
    let all: Vec<&Change> = all.iter().collect();
    let gone = overtaken(store, &all)?;
    let is_left = |change: &&&Change| {
        gone.iter().find(|one| one.change == change.id).is_none_or(|one| {
            if one.is_gone { gone_since.is_some_and(|since| one.at >= since) } else { !one.is_important }
        })
    };
    let left: Vec<&Change> = all.iter().filter(is_left).copied().collect();
    let announced = announced(store, &left)?;
    let open = as_moved(store, &left)?;
    let is_beside = compose::is_told_beside(&open.iter().collect::<Vec<_>>(), &announced);
    let mut found = Vec::new();
    for (change, _) in open.into_iter().zip(is_beside).filter(|(_, is_beside)| !is_beside) {
        let mut is_decided = false;
        for earlier in compose::announced_by(&change, &announced) {
            let last = store.decisions(&earlier.id)?.pop();
            is_decided |= last.is_some_and(|decided| decided.at > change.confirmed_at.unwrap_or(change.detected_at));
        }
        if !is_decided {
            found.push(change);
        }
    }
    Ok(found)
}
