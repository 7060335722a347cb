//! From the lists of other programs to lines of our watchlist, and a word on everything that does not come along.
//!
//! Each program has a reader of its own ([`open_terms_archive()`], [`urlwatch()`], [`changedetection()`]); what they find
//! is written by [`fragment()`], which lets nothing through that a watchlist would refuse.

mod changedetection;
mod entry;
mod fragment;
mod kinds;
mod names;
mod open_terms_archive;
mod selectors;
mod taken;
mod urlwatch;

pub use changedetection::changedetection;
pub use entry::{TakenPage, TakenWatch};
pub use fragment::{Fragment, fragment};
pub use kinds::of as kind_of_name;
pub use names::slug;
pub use open_terms_archive::{is_upgrade, open_terms_archive};
pub use taken::{Left, Taken};
pub use urlwatch::urlwatch;
