//! One test binary; each file is about one thing and reads like use.

mod assess;
mod cli;
mod compare;
mod dates;
mod extract;
mod fetch;
mod house;
mod layers;
mod letters;
mod post;
mod recognise;
mod round;
mod schedule;
mod settle;
mod store;
mod watchlist;
