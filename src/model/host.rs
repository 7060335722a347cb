//! What is learned of a host over all its documents: the words that stand in several of them.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Kept per host by the store, as it is. It stays small however long the host is watched.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct HostMemory {
    /// Blocks, and the watches that have shown them.
    pub blocks: BTreeMap<u64, Shared>,
    /// Blocks of the site whose coming or going was told for one of its documents: when, and for which watch.
    pub told_by: BTreeMap<u64, (Timestamp, String)>,
}

/// Where a block was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// A few of the watches; each is stood for by a number.
    pub watches: Vec<u64>,
    pub last_seen: Timestamp,
}
