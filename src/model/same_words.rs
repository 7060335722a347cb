//! One text in several documents: told for the first of them, and named for the others.

/// A document in which the same words came or went as a change tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameWords {
    /// The change that tells them.
    pub change: String,
    pub watch: String,
    /// The platform's key (see [`super::platform_key`]).
    pub platform: String,
    pub document: String,
}
