//! A watch that we could not read for longer than its patience.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Trouble;

/// What we did not see, and why; a page that could not be read is never silence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlindSpot {
    pub watch: String,
    /// The platform's key (see [`super::platform_key`]).
    pub platform: String,
    pub document: String,
    pub url: String,
    /// Of the latest look that failed.
    pub trouble: Trouble,
    /// The first look that failed.
    pub since: Timestamp,
    /// The last look that could read the page, if there was one.
    pub last_read: Option<Timestamp>,
    /// When it could be read again.
    pub until: Option<Timestamp>,
}
