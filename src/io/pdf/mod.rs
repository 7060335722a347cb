//! The door to PDF files: their text, read by a process of its own that cannot harm ours.

mod child;
mod glyphs;
mod reader;
mod whole;
mod widths;

pub use child::serve;
pub use reader::{COMMAND, PdfReader};
