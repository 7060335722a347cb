//! One test binary; each file is about one thing and reads like use.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod access;
mod backtest;
mod catalogue;
mod changelog;
mod cli;
mod compare;
mod confirm;
mod conservation;
mod dates;
mod evidence;
mod extract;
mod fetch;
mod first_looks;
mod hand;
mod house;
mod identity;
mod import;
mod judge;
mod killed;
mod languages;
mod layers;
mod letters;
mod main_text;
mod mixtures;
mod noise;
mod pages;
mod pairs;
mod pdf;
mod post;
mod proposals;
mod reasons;
mod regions;
mod rewritings;
mod round;
mod schedule;
mod store;
mod walls;
mod watchlist;
mod webhooks;
