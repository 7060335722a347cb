//! Every key of the watchlist, once: the reader takes its lists of known keys from here, the manual and the schema are made of it.

mod assets;
mod catalogue;
mod key;
mod mail;
mod recipients;
mod rules;
mod secrets;
mod settings;
mod top;
mod watches;
mod written;

pub use self::key::{Form, Key, KeySet};
pub use self::top::TOP;
