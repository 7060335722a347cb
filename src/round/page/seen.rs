//! What a look at a page saw, before anything is made of it.

use std::sync::Arc;

use crate::io::store::PageState;
use crate::model::{Rung, Snapshot, Trouble};
use crate::steps::extract::Extract;

/// What a look saw.
#[derive(Debug)]
pub enum Observed {
    /// The very bytes (or, by the server's word, the very page) of the last version.
    Same { state: Box<PageState>, by: Rung },
    /// A page, and what could be read of it.
    Page { snapshot: Arc<Snapshot>, extract: Result<Box<Extract>, Trouble> },
    /// A page whose text was made in another way than the last version: there is nothing to compare it with.
    Anew { snapshot: Arc<Snapshot>, extract: Box<Extract> },
    /// No page at all.
    Failed(Trouble),
}
