//! What a look leaves behind: fetched, read, identified, confirmed, judged, and recorded in one transaction.

mod announced;
pub mod fetch;
mod held;
mod judge;
mod mend;
mod onward;
mod outcome;
mod record;
mod recorder;
pub mod request;
pub mod seen;
mod validators;
mod work;

pub(super) use judge::JUDGEMENT;
pub(super) use outcome::record;
