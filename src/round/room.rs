//! How much is read at once: pages take many times their size while they are read.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// So much of fetched pages is in hand before further ones are fetched; one page of the largest size fits.
const IN_HAND: usize = 24 * 1024 * 1024;

/// What one permit stands for.
const PIECE: usize = 1024;

/// The room for pages between the door and the store.
#[derive(Debug, Clone)]
pub struct Room {
    pieces: Arc<Semaphore>,
    hands: Arc<Semaphore>,
    bench: Arc<Semaphore>,
}

/// Room for one page, until it is recorded.
#[derive(Debug)]
pub(super) struct Held {
    _pieces: Option<OwnedSemaphorePermit>,
    _hand: Option<OwnedSemaphorePermit>,
}

impl Default for Room {
    fn default() -> Self {
        let hands = std::thread::available_parallelism().map_or(2, usize::from);
        Self {
            pieces: Arc::new(Semaphore::new(IN_HAND / PIECE)),
            hands: Arc::new(Semaphore::new(hands)),
            bench: Arc::new(Semaphore::new(1)),
        }
    }
}

impl Room {
    /// Waits until some of what was fetched is read.
    pub(super) async fn to_fetch(&self) {
        // It is given back at once: how large the page is will only show.
        drop(self.pieces.acquire().await);
    }

    /// Waits for its turn to be judged: what one page teaches of its host the next one is to know.
    pub(super) async fn to_judge(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.bench).acquire_owned().await.ok()
    }

    /// Waits for room for a page of so many bytes, and for a hand to read it.
    pub(super) async fn hold(&self, bytes: usize) -> Held {
        let pieces = bytes.div_ceil(PIECE).clamp(1, IN_HAND / PIECE);
        let pieces = Arc::clone(&self.pieces).acquire_many_owned(u32::try_from(pieces).unwrap_or(u32::MAX)).await;
        let hand = Arc::clone(&self.hands).acquire_owned().await;
        Held { _pieces: pieces.ok(), _hand: hand.ok() }
    }
}
