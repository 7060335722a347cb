//! Why no round can be made, or none that is whole: what an operator is told past the history.

/// What keeps rounds from their work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halt {
    pub cause: Cause,
    /// The file or folder that it is about.
    pub place: String,
    /// In the words of whoever noticed it.
    pub detail: String,
}

/// What has to be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The file of the history is damaged.
    Damaged,
    /// The disk is full.
    Full,
    /// The folder cannot be written or read.
    Unwritable,
    /// The history is gone.
    Lost,
    /// Anything else.
    Other,
}
