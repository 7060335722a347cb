//! What a look at a page comes to, given everything known of it: confirmed, a candidate, held back, or nothing new.
//!
//! Differences are confirmed one by one, not the page as a whole: each must be seen at two looks in a row. So a real change
//! is told although something else on the page flickers, and although the page changed again before the second look.

mod alternating;
mod dated;
mod editions;
mod look;
mod made_again;
mod restless;
mod seen_twice;
mod site_wide;
mod verdict;
mod words;

pub use look::{Look, confirm};
pub use made_again::made_again;
pub use seen_twice::rule::ELSEWHERE;
pub use verdict::{Confirmed, Elsewhere, Settled, Verdict};
