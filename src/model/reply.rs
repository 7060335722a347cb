//! What comes back: answers to letters, and why one of them decides nothing.

use super::Decision;

/// The key that codes in letters are signed with; made once, and kept with the history.
#[derive(Clone, PartialEq, Eq)]
pub struct ReplyKey(pub [u8; 32]);

impl std::fmt::Debug for ReplyKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReplyKey(…)")
    }
}

/// A decision that came by mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub change: String,
    pub decision: Decision,
    /// The recipient whose letter held the code.
    pub reader: String,
    /// The recipient, and the sender as the reply names it.
    pub by: String,
    pub note: Option<String>,
    /// The code, which is good once.
    pub code: String,
}

/// A reply, or a code in it, that decides nothing; nothing of its text is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedReply {
    pub why: NoDecision,
    /// The change, where the code itself is right.
    pub change: Option<String>,
}

/// Why a reply decides nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoDecision {
    /// Its code is none of ours: mistyped, forged, of another change, or of somebody who is no recipient any more.
    Unknown,
    /// Its code was good until a day that has passed.
    Expired,
    /// Its code was used before.
    Used,
    /// It gives two answers about one change.
    TwoAnswers,
    /// It quotes a letter's codes and holds none of its own.
    OnlyQuoted,
    /// A program wrote it: a vacation notice, a bounce.
    Automatic,
}

/// How far a mailbox has been read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MailboxMark {
    /// Numbers hold only as long as this is the same (RFC 3501 §2.3.1.1).
    pub validity: u32,
    /// All messages up to this number were read.
    pub uid: u32,
    /// Messages that were dealt with here and are still to be marked there.
    pub unmarked: Vec<u32>,
    /// Messages that the server would not hand out, each with how often it was asked.
    pub unread: Vec<(u32, u32)>,
}
