//! What is written down of a round itself: that it began, and what came of it.

use jiff::Timestamp;

use super::deliver::Delivered;
use super::house::{House, lock};
use super::{Looked, silence};
use crate::io::store::StoreResult;
use crate::model::{Outcome, RoundPage, RoundReport, Rung};

/// Writes down that a round begins; where none was made for long, that is to be told.
pub(super) fn begin(house: &House) -> StoreResult<i64> {
    let now = house.clock.now();
    let mut store = lock(&house.store);
    let last = store.last_ran()?;
    let zone = &house.watchlist.settings.timezone;
    let day = |time: Timestamp| time.to_zoned(zone.clone()).date();
    let silence = last.and_then(|last| silence::since(&house.watchlist, last, now));
    if let Some(silence) = &silence {
        tracing::warn!("nothing has run since {}", silence.since);
    }
    let round = store.begin_round(now, silence.as_ref())?;
    // Once a day: what is damaged is not always met with on the way. A round that dies of it has begun.
    if last.is_some_and(|last| day(last) != day(now)) {
        let looked = store.look_through();
        store.in_spite_of_damage(looked)?;
    }
    Ok(round)
}

/// Looks through the whole file of the history.
///
/// # Errors
/// That a part of it is damaged.
pub fn look_through(house: &House) -> StoreResult<()> {
    lock(&house.store).look_through()
}

/// Writes down what came of it.
pub(super) fn end(house: &House, round: i64, looks: &[Looked], delivered: &Delivered) -> StoreResult<()> {
    let mut store = lock(&house.store);
    store.tell_damages(house.clock.now())?;
    store.end_round(round, &report(looks, delivered), house.clock.now())
}

/// A round in figures, with every page that was not as before.
#[must_use]
pub fn report(looks: &[Looked], delivered: &Delivered) -> RoundReport {
    let mut report = RoundReport {
        looked: looks.len(),
        sent: delivered.sent,
        filed: delivered.filed,
        waiting: delivered.waiting,
        decided: delivered.replied.answers.len(),
        replies_refused: delivered.replied.refused_by_us(),
        troubles: delivered.troubles.clone(),
        ..RoundReport::default()
    };
    for looked in looks {
        match looked.rung {
            Rung::NotModified => report.not_modified += 1,
            Rung::Bytes => report.same_bytes += 1,
            Rung::Words => report.same_words += 1,
            Rung::Compared => {}
        }
        let (outcome, detail) = match &looked.outcome {
            Outcome::Unchanged | Outcome::Variant { .. } => continue,
            Outcome::First => ("first", String::new()),
            Outcome::Candidate => ("candidate", String::new()),
            Outcome::Changed { change } => ("changed", change.clone()),
            Outcome::Unreadable { trouble } => ("unreadable", trouble.key().to_owned()),
        };
        match &looked.outcome {
            Outcome::First => report.first += 1,
            Outcome::Changed { .. } => report.changed += 1,
            Outcome::Unreadable { .. } => report.unreadable += 1,
            _ => {}
        }
        report.pages.push(RoundPage {
            watch: looked.watch.clone(),
            part: looked.part.clone(),
            outcome: outcome.to_owned(),
            detail,
        });
    }
    report
}
