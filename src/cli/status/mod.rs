//! `hausrecht status`: how every watch stands, and the outbox.

mod json;
mod lines;
mod rounds;
mod rows;
mod run;
mod table;

pub use run::{Args, run};
