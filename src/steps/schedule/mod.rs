//! When a watch or a digest is due: cron lines as people write them, in the time zone in which they live.
//!
//! Clocks are put forward and back twice a year. A line that names hours ("half past two every night") is due once on
//! such a night too: at the first moment after a gap that swallowed its time, and at the first of two equal times. A
//! line for every hour follows the real clock instead: it is due again in the repeated hour, and a skipped hour is no loss.

mod clock;
mod due;
mod field;
mod line;

pub use due::{is_due, next, parse};
