//! From a [`Snapshot`](crate::model::Snapshot) to the [`Document`](crate::model::Document) that a person would read.

mod charset;
mod consent;
mod decay;
mod double_encoding;
mod draft;
mod ending;
mod entries;
mod feed;
mod feed_source;
mod format;
mod headings;
mod html;
mod judge;
mod json;
mod json_keys;
mod links;
mod literal_marks;
mod markdown;
mod mhtml;
mod named;
mod outline;
mod outside;
mod pdf;
mod plain;
mod read;
mod reading;
mod reason;
mod scales;
mod script_call;

pub use decay::{is_decayed, is_shrunk, share_that_stands};
pub use entries::entries;
pub use html::{Purpose, Signpost};
pub use pdf::printed;
pub use read::{all_kept, explain, extract, is_feed, is_pdf, is_written, mark, of_pdf, signpost, with_frame};
pub use reading::{BesideDialog, Container, Explained, Extract, Reading, Signs, Unread, Unseen};
pub use reason::Reason;
