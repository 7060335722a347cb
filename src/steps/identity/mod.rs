//! Whose text a page shows: the reader's own edition of the document, another edition, or a wall, an error or a stub.
//!
//! This is the one judge of identity. Its doubt is a blind spot and then, when the text stands, a change or an edition of
//! its own: never a replacement in silence. A declaration (a locale, a date, a title) is no evidence against the words.

mod candidate;
mod doubt;
mod editions;
mod garbled;
mod identify;
mod in_part;
mod kinship;
mod language;
mod other_region;
mod region;
mod similarity;
mod title;
mod vocabulary;
mod walls;

pub(super) use editions::APART;
pub use identify::{Identified, at_first_sight, identify, may_be_wanted};
pub use in_part::in_part;
pub use kinship::{Kinship, is_the_very_document, kinship};
pub use language::written_in;
pub use similarity::alike;
pub(super) use walls::only_leads_on;
