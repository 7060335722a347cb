//! How far a look had to go until it was known what stands there.

/// The rungs of a look, the cheapest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rung {
    /// The server said that nothing is new (RFC 9110, 304).
    NotModified,
    /// The very bytes of the last look.
    Bytes,
    /// Other bytes, of which all that is read is as at the last look.
    Words,
    /// It was compared, or could not be read.
    #[default]
    Compared,
}
