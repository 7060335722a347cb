//! One test binary; each file is about one thing and reads like use.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod access;
mod assess;
mod backtest;
mod catalogue;
mod changelog;
mod cli;
mod compare;
mod conservation;
mod dates;
mod evidence;
mod extract;
mod fetch;
mod hand;
mod house;
mod killed;
mod layers;
mod letters;
mod main_text;
mod noise;
mod pages;
mod pairs;
mod pdf;
mod post;
mod proposals;
mod recognise;
mod regions;
mod rewritings;
mod round;
mod schedule;
mod settle;
mod store;
mod takeover;
mod walls;
mod watchlist;
mod webhooks;
