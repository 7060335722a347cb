//! An address to which a letter could not be delivered for good.

use jiff::Timestamp;

/// A letter that a server refused for one of its addresses; nobody else learns of it unless the operator is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedAddress {
    /// The letter's row in the store.
    pub letter: i64,
    /// The name of the recipient for whom it was.
    pub reader: String,
    pub address: String,
    /// The subject of the letter that did not arrive.
    pub subject: String,
    /// What the server said.
    pub answer: String,
    pub at: Timestamp,
}
