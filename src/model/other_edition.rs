//! Another edition that stands under a page's address and is followed there.

use jiff::Timestamp;

use super::Trouble;

/// Which text stands there instead of the reader's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherEdition {
    pub watch: String,
    /// The platform's key (see [`super::platform_key`]).
    pub platform: String,
    pub document: String,
    pub url: String,
    /// How it differs from the reader's own.
    pub instead: Trouble,
    /// The first look that showed it.
    pub since: Timestamp,
}
