//! The whole round on one screen: what is due is looked at, the letters are written, the letters are delivered.
//!
//! What a look comes to is recorded before any letter is written, and a letter lies in the outbox before anybody tries to
//! send it: a round that is killed anywhere is made up for by the next one.

mod backtest;
mod deliver;
mod due;
mod first_looks;
mod house;
mod import;
mod letters;
mod looked;
mod page;
mod proposals;
mod reading;

use tokio::task::JoinSet;

use crate::io::store::StoreResult;

pub use backtest::{Backtest, Backtested, backtest, grounds};
pub use deliver::{Delivered, deliver, mailer};
pub use due::Which;
pub use first_looks::{FirstLook, Means, first_looks};
pub use house::{Clock, House, lock};
pub use import::{Capture, hand_in, import};
pub use letters::{NOBODY, compose_due, digest_of, with_counterparts};
pub use looked::Looked;
pub use page::request::fetch;
pub use reading::Reader;
pub use reading::again::{Reread, reread};

/// One whole round: due → look → letters → deliver; each look is handed to `seen` as it ends.
///
/// # Errors
/// Trouble with the store; all else is an outcome, or waits in the outbox.
pub async fn whole(house: &House, which: &Which, seen: impl Fn(&Looked)) -> StoreResult<(Vec<Looked>, Delivered)> {
    let looks = check(house, which, seen).await?;
    compose_due(house)?;
    let delivered = deliver(house).await?;
    Ok((looks, delivered))
}

/// Looks at every page that is wanted, records what it finds, and hands each result to `seen`.
///
/// # Errors
/// Trouble with the store; all else is an outcome.
pub async fn check(house: &House, which: &Which, seen: impl Fn(&Looked)) -> StoreResult<Vec<Looked>> {
    letters::know_readers(house)?;
    let mut looks = JoinSet::new();
    for (watch, page) in due::wanted(house, which)? {
        let house = house.clone();
        looks.spawn(async move { page::fetch::look(&house, &watch, &page).await });
    }
    let mut found = Vec::with_capacity(looks.len());
    while let Some(result) = looks.join_next().await {
        // A look that panicked or was cancelled would be silence: let it end the round loudly instead.
        let looked = match result {
            Ok(looked) => looked?,
            Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
            Err(_) => continue,
        };
        seen(&looked);
        found.push(looked);
    }
    proposals::search(house, &found).await?;
    house.browser.close().await;
    let place = |looked: &Looked| house.watchlist.watches.iter().position(|watch| watch.id == looked.watch);
    found.sort_by(|a, b| (place(a), &a.part).cmp(&(place(b), &b.part)));
    Ok(found)
}
