//! Texts that no fetch of ours brought: those of the past, and pages that a person saved.

mod history;
mod saved_page;

pub use history::{Capture, import};
pub use saved_page::hand_in;
