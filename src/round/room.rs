//! How many pages are read and judged at once.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The hands that read pages, and the bench before which they are judged.
#[derive(Debug, Clone)]
pub struct Room {
    hands: Arc<Semaphore>,
    bench: Arc<Semaphore>,
}

impl Default for Room {
    fn default() -> Self {
        let hands = std::thread::available_parallelism().map_or(2, usize::from);
        Self { hands: Arc::new(Semaphore::new(hands)), bench: Arc::new(Semaphore::new(1)) }
    }
}

impl Room {
    /// Waits for a hand to read a page.
    pub(super) async fn to_read(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.hands).acquire_owned().await.ok()
    }

    /// Waits for its turn to be judged: what one page teaches of its host the next one is to know.
    pub(super) async fn to_judge(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.bench).acquire_owned().await.ok()
    }
}
