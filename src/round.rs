//! The whole round on one screen: what is due is looked at, answers are read, letters are written, letters are delivered.
//!
//! What a look comes to is recorded before any letter is written, and a letter lies in the outbox before anybody tries to
//! send it: a round that is killed anywhere is made up for by the next one.

mod addressees;
mod backtest;
mod coverage;
mod deadline;
mod deliver;
mod due;
mod edits;
mod first_looks;
mod house;
mod import;
mod letters;
mod looked;
mod page;
mod proposals;
mod reading;
mod renamed;
mod replies;
mod report;
mod room;
mod silence;

use std::collections::HashMap;

use tokio::task::JoinSet;

use crate::io::store::{StoreError, StoreResult};
use crate::model::Trouble;

pub use backtest::{Backtest, Backtested, backtest, grounds};
pub use coverage::{Coverage, LATELY, Unread, coverage};
pub use deliver::{Delivered, deliver, mailer};
pub use due::{Which, next_look};
pub use edits::{edits_behind, newest_notice};
pub use first_looks::{FirstLook, Means, first_looks};
use house::spared;
pub use house::{Clock, House, Patience, lock};
pub use import::{Capture, hand_in, import};
pub use letters::{Due, NOBODY, compose_due, digest_of, remind_due, still_open, with_counterparts};
pub use looked::Looked;
pub use page::request::fetch;
pub use reading::Reader;
pub use reading::again::{Reread, reread};
pub use replies::Replied;
pub use report::{look_through, report};
pub use room::Room;
pub use silence::is_overdue;

/// One whole round: due → look → answers → letters → deliver; each look is handed to `seen` as it ends.
///
/// # Errors
/// Trouble with the store; all else is an outcome, or waits in the outbox.
pub async fn whole(house: &House, which: &Which, seen: impl Fn(&Looked)) -> StoreResult<(Vec<Looked>, Delivered)> {
    let ended = once(house, which, &seen).await;
    // Where an index alone was damaged it is made again by now, and so is the round.
    let is_mended = matches!(&ended, Err(StoreError::Damaged { .. })) && lock(&house.store).mended();
    if is_mended { once(house, which, &seen).await } else { ended }
}

async fn once(house: &House, which: &Which, seen: impl Fn(&Looked)) -> StoreResult<(Vec<Looked>, Delivered)> {
    let round = spared(house, report::begin(house))?;
    let looks = deadline::with_letters_meanwhile(house, Box::pin(check(house, which, seen))).await?;
    // Letters say what was decided by then.
    let replied = spared(house, replies::read(house).await)?.unwrap_or_default();
    spared(house, compose_due(house, Due::All))?;
    spared(house, remind_due(house))?;
    let delivered = spared(house, deliver(house).await)?.unwrap_or_default().with(replied);
    if let Some(round) = round {
        spared(house, report::end(house, round, &looks, &delivered))?;
    }
    // What could be told has been; that the file is damaged is what the round ends with.
    lock(&house.store).unbroken()?;
    Ok((looks, delivered))
}

/// Looks at every page that is wanted, records what it finds, and hands each result to `seen`.
///
/// # Errors
/// Trouble with the store; all else is an outcome.
pub async fn check(house: &House, which: &Which, seen: impl Fn(&Looked)) -> StoreResult<Vec<Looked>> {
    spared(house, letters::know_readers(house))?;
    spared(house, renamed::take_over(house))?;
    let mut looks = JoinSet::new();
    let mut pages = HashMap::new();
    for (watch, page) in due::wanted(house, which)? {
        let (house, of) = (house.clone(), (watch.clone(), page.clone()));
        let task = looks.spawn(async move {
            deadline::in_time(house.patience.look, page::fetch::look(&house, &watch, &page)).await
        });
        pages.insert(task.id(), of);
    }
    let mut found = Vec::with_capacity(looks.len());
    while let Some(result) = looks.join_next_with_id().await {
        // A page on which the program fails, or for which it takes for ever, is no reason to lose the others.
        let (id, looked) = match result {
            Ok((id, looked)) => (id, looked),
            Err(error) => (error.id(), Err(deadline::failed(error))),
        };
        let looked = match looked {
            Ok(Ok(looked)) => looked,
            // What is damaged of its history is the page's own trouble.
            Ok(Err(error)) if error.is_damage() => {
                let Some((watch, page)) = pages.get(&id) else { continue };
                let trouble = Trouble::Failed { detail: error.to_string() };
                spared(house, Err::<(), _>(error))?;
                page::fetch::failed(house, watch, page, trouble)?
            }
            Ok(Err(error)) => return Err(error),
            Err(trouble) => {
                let Some((watch, page)) = pages.get(&id) else { continue };
                page::fetch::failed(house, watch, page, trouble)?
            }
        };
        seen(&looked);
        found.push(looked);
    }
    spared(house, proposals::search(house, &found).await)?;
    house.browser.close().await;
    let places = house.watchlist.watches.iter().enumerate().map(|(place, watch)| (watch.id.as_str(), place));
    let places: HashMap<_, _> = places.collect();
    found.sort_by_cached_key(|looked| (places.get(looked.watch.as_str()).copied(), looked.part.clone()));
    Ok(found)
}
