//! hausrecht watches the house rules of the platforms a team builds on, and tells the right people what changed.
//!
//! # The way of the data
//!
//! ```text
//! url → Snapshot → Document → (against the last Version) → Change → Assessment → recorded → Letter → outbox → SMTP
//! ```
//!
//! [`round`] reads like that line.
//!
//! # Layers
//!
//! - [`model`]: nouns. Plain data, no I/O, no clock.
//! - [`steps`]: verbs. Pure functions from model to model.
//! - [`io`]: doors to one outside thing each. They move, they do not decide.
//! - [`round`]: one round: every due watch through the steps, then letters.
//! - [`cli`]: one command, one file; the only place that prints and that asks the clock.
//!
//! # The law
//!
//! `model` ← `steps`; `model` ← `io`; `model`, `steps`, `io` ← `round` ← `cli` ← `main`. Nothing else; a test keeps it.
//! Time is an argument everywhere below `cli`. Trouble in fetching and extracting is data (an
//! [`Outcome`](model::Outcome)); trouble with the store ends the round.

pub mod model;
pub mod steps;
pub mod io;
pub mod round;
pub mod cli;
