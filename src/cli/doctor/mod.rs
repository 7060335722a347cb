//! `hausrecht doctor`, a file for each thing that is looked at.

mod coverage;
mod finding;
mod folder;
mod mail;
mod rounds;
mod run;
mod service;
mod some;
mod watchlist;

pub use run::{Args, run};
pub use watchlist::{of_the_passwords, of_the_watchlist};
