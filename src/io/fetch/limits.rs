//! How far a look may go, so that it ends.

use std::time::Duration;

/// Bounds of one look in time, size and number; the defaults are right for policy pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Until a connection stands.
    pub connect: Duration,
    /// Between two pieces of an answer.
    pub read: Duration,
    /// For one attempt over all its redirects, waiting for a turn not counted.
    pub total: Duration,
    /// Bytes of the decoded body.
    pub body: usize,
    pub redirects: usize,
    pub attempts: u32,
    /// The longest wait before the second attempt; doubles with each further one.
    pub backoff: Duration,
    /// The longest `Retry-After` that is waited for.
    pub retry_after: Duration,
    /// How long a browser waits for a page that shows little text to show more.
    pub settle: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(15),
            read: Duration::from_secs(30),
            total: Duration::from_secs(90),
            body: 20 * 1024 * 1024,
            redirects: 10,
            attempts: 4,
            backoff: Duration::from_secs(2),
            retry_after: Duration::from_mins(1),
            settle: Duration::from_secs(6),
        }
    }
}
