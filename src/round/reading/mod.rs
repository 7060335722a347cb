//! From snapshots to documents: read, read again after our own changes, and by the main text where selectors fail.

pub mod again;
mod door;
mod fallback;
mod reader;

pub use reader::Reader;
