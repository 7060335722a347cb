//! A team's own rules on what is worth an alert.

use regex::Regex;

use super::{Tier, Topic};

/// Raises or lowers the tier of changes that fit; all stated conditions must hold.
#[derive(Debug, Clone)]
pub struct TeamRule {
    pub platforms: Vec<String>,
    /// Parts of document names or watch ids, compared without case.
    pub documents: Vec<String>,
    pub topics: Vec<Topic>,
    pub matches: Option<Matcher>,
    pub verdict: Verdict,
    /// The reason that shows in the letter.
    pub because: String,
}

/// What the changed words must hold.
#[derive(Debug, Clone)]
pub enum Matcher {
    /// A phrase, compared without case.
    Phrase(String),
    /// A regular expression (linear time).
    Pattern(Regex),
}

/// What a team rule does to the tier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// At least this tier.
    Raise(Tier),
    /// At most this tier.
    Lower(Tier),
}

impl PartialEq for TeamRule {
    fn eq(&self, other: &Self) -> bool {
        self.because == other.because && self.verdict == other.verdict
    }
}
