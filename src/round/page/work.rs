//! Work on one page that may take long: off the threads on which others wait, and not for ever.

use tokio::time::timeout;

use crate::model::Trouble;
use crate::round::house::House;

/// Work off the threads on which others wait, for so long as a page may take; `give_up` where it takes longer.
///
/// # Errors
/// A named trouble where it is not done by then.
pub(super) async fn worked<T: Send + 'static>(
    house: &House,
    work: impl FnOnce() -> T + Send + 'static,
    give_up: impl FnOnce(),
) -> Result<T, Trouble> {
    match timeout(house.patience.work, tokio::task::spawn_blocking(work)).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => std::panic::resume_unwind(error.into_panic()),
        Err(_) => {
            give_up();
            Err(Trouble::Failed { detail: format!("not done after {:?}", house.patience.work) })
        }
    }
}
