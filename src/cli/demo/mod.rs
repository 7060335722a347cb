//! `hausrecht demo`: two invented platforms on loopback, two real rounds, and what a team would get.

mod editions;
mod run;

pub use run::{Args, run};
