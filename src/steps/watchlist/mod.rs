//! From the text of `watchlist.yaml` to a [`Watchlist`](crate::model::Watchlist), or every problem in it at once.
//!
//! The text becomes a `tree` that knows its lines; each section reads its own branch of it through `fields`, which
//! notes what is wrong and reads on; `across` looks at what only shows when everything is read.

mod access;
mod across;
mod addresses;
mod assets;
pub mod begin;
mod broken;
mod catalogue;
mod choices;
pub mod edit;
mod fields;
pub mod keys;
mod mail;
mod pairs;
mod problem;
mod read;
mod recipients;
pub mod reference;
mod rules;
mod said;
mod selections;
mod settings;
mod shape;
mod suggestion;
mod tree;
mod values;
mod watches;

pub use self::problem::{Problem, Problems};
pub use self::read::{read, read_to_add};
pub use self::said::Spoken;
pub use self::suggestion::{did_you_mean, nearest};
