//! Answers to letters: the codes that letters offer, and what a mail that came back says.
//!
//! A code is good for one decision about one change by one recipient, until a day; it is signed, so that nobody can make one.
//! Of a reply nothing is believed but its code: the note is words, and the sender's name is shown as it stands there.

mod base32;
mod codes;
mod judge;
mod own_words;
mod read;

pub use codes::{AnswerCode, GOOD_FOR, codes_in, write};
pub use judge::{Readers, judge};
pub use read::{Reply, read};
