//! `hausrecht import`: texts of the past, a page that a person saved, and the lists of other programs.

mod command;
mod history;
mod lists;
mod page;
mod snapshots;
mod take;

pub use command::{Args, run};
