//! What keeps a round from waiting: for one page, and with the letters.

use std::pin::pin;
use std::time::Duration;

use tokio::task::JoinError;
use tokio::time::{Instant, MissedTickBehavior, interval_at, timeout};

use super::deliver::deliver;
use super::house::{House, spared};
use super::letters::{Due, compose_due};
use super::looked::Looked;
use crate::io::store::StoreResult;
use crate::model::Trouble;

/// A look, if it ends in time.
///
/// # Errors
/// A named trouble where it does not.
pub(super) async fn in_time(
    patience: Duration,
    look: impl Future<Output = StoreResult<Looked>>,
) -> Result<StoreResult<Looked>, Trouble> {
    timeout(patience, look).await.map_err(|_| Trouble::Failed { detail: format!("not done after {patience:?}") })
}

/// The trouble of a look that panicked.
pub(super) fn failed(error: JoinError) -> Trouble {
    let payload = match error.try_into_panic() {
        Ok(payload) => payload,
        Err(error) => return Trouble::Failed { detail: error.to_string() },
    };
    let said = payload.downcast_ref::<String>().map(String::as_str);
    let said = said.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("a panic");
    Trouble::Failed { detail: said.chars().take(200).collect() }
}

/// Waits for the looks; meanwhile what is to be told at once goes out, so that no letter waits for the slowest host.
///
/// # Errors
/// Of the store.
pub(super) async fn with_letters_meanwhile<T>(
    house: &House,
    looks: impl Future<Output = StoreResult<T>>,
) -> StoreResult<T> {
    let mut looks = pin!(looks);
    let wait = house.patience.letters;
    let mut ticks = interval_at(Instant::now() + wait, wait);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            biased;
            found = &mut looks => return found,
            _ = ticks.tick() => {
                spared(house, compose_due(house, Due::AtOnce))?;
                let mut delivery = Box::pin(deliver(house));
                // The looks go on while a slow mail server is waited for.
                tokio::select! {
                    found = &mut looks => {
                        let found = found?;
                        spared(house, delivery.await)?;
                        return Ok(found);
                    }
                    delivered = &mut delivery => { spared(house, delivered)?; }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Trouble;
    use crate::round::deadline::failed;

    #[tokio::test]
    async fn a_look_that_panics_is_a_trouble_that_says_what_it_said() {
        let error = tokio::spawn(async { assert!(std::env::args().count() > 99, "no such block: {}", 7) }).await;
        let trouble = error.err().map(failed);
        assert_eq!(trouble, Some(Trouble::Failed { detail: "no such block: 7".to_owned() }));
    }
}
