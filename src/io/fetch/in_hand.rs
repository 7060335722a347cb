//! How much of what was fetched waits to be read: pages take many times their size while they are read.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// So much of fetched pages is in hand before further ones are asked for; one page of the largest size fits.
const MOST: usize = 24 * 1024 * 1024;

/// What one permit stands for.
const PIECE: usize = 1024;

/// The room for pages between the door and the store.
#[derive(Debug, Clone)]
pub struct InHand {
    pieces: Arc<Semaphore>,
}

impl Default for InHand {
    fn default() -> Self {
        Self { pieces: Arc::new(Semaphore::new(MOST / PIECE)) }
    }
}

impl InHand {
    /// Waits until some of what was fetched is read.
    pub(super) async fn to_ask(&self) {
        // It is given back at once: how large the page is will only show.
        drop(self.pieces.acquire().await);
    }

    /// Waits for room for a page of so many bytes, which it takes until it is recorded.
    pub async fn hold(&self, bytes: usize) -> Option<OwnedSemaphorePermit> {
        let pieces = bytes.div_ceil(PIECE).clamp(1, MOST / PIECE);
        Arc::clone(&self.pieces).acquire_many_owned(u32::try_from(pieces).unwrap_or(u32::MAX)).await.ok()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::timeout;

    use super::*;

    /// Far longer than anything here takes that does not wait for something else.
    const SOON: Duration = Duration::from_millis(200);

    #[tokio::test]
    async fn nobody_asks_while_all_of_the_room_is_taken_and_a_page_beyond_it_still_has_its_turn() {
        let in_hand = InHand::default();
        let larger_than_the_room = in_hand.hold(MOST * 3).await;
        assert!(larger_than_the_room.is_some());
        assert!(timeout(SOON, in_hand.to_ask()).await.is_err());
        assert!(timeout(SOON, in_hand.hold(1)).await.is_err());
        drop(larger_than_the_room);
        assert!(timeout(SOON, in_hand.to_ask()).await.is_ok());
        assert!(timeout(SOON, in_hand.hold(1)).await.is_ok());
    }
}
