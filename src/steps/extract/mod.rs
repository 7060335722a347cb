//! From a [`Snapshot`](crate::model::Snapshot) to the [`Document`](crate::model::Document) that a person would read.

mod charset;
mod consent;
mod decay;
mod draft;
mod entries;
mod feed;
mod format;
mod headings;
mod html;
mod judge;
mod links;
mod markdown;
mod mhtml;
mod pdf;
mod plain;
mod read;
mod reading;
mod reason;

pub use decay::{is_decayed, is_shrunk};
pub use entries::entries;
pub use html::Signpost;
pub use pdf::printed;
pub use read::{all_kept, explain, extract, is_feed, is_pdf, mark, of_pdf, signpost, with_frame};
pub use reading::{BesideDialog, Container, Explained, Extract, Reading, Signs, Unread};
