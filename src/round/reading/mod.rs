//! From snapshots to documents: read, read again after our own changes, and by the main text where selectors fail.

pub mod again;
pub mod fallback;
pub mod read;
