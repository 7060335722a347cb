//! The door to the platforms: a polite, bounded HTTP client.
//!
//! A look ([`Fetcher::fetch`]) is one or more attempts; an attempt is a way of hops over redirects; a hop is one
//! request in its turn. Pages whose text is written by scripts are read through a [`Browser`].

mod address;
mod body;
mod browser;
mod client;
mod coding;
mod cookies;
mod credentials;
mod digest;
mod failure;
mod fetcher;
mod headers;
mod in_hand;
mod limits;
mod look;
mod means;
mod moves;
mod pace;
mod proxies;
mod request;
mod resolver;
mod retry;

pub use address::is_public;
pub use browser::{Browser, MARKED, has_browser};
pub use fetcher::{Fetcher, Manners};
pub use in_hand::InHand;
pub use limits::Limits;
pub use request::{Fetched, Request};
pub use resolver::leads_home;
