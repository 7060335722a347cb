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
