//! The reference of the watchlist, made of its table of keys: a manual page for people, a JSON Schema for editors.

mod manual;
mod schema;

pub use self::manual::manual;
pub use self::schema::schema;
