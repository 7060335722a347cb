//! How a command ends: an exit code, and for a failure a message with the mend.

use std::fmt;
use std::process::ExitCode;

use super::{store_words, tongue};
use crate::io::store::StoreError;
use crate::steps::watchlist::Problems;

/// The exit codes, as `--help` tells them.
pub const HELP: &str = "Exit codes:\n\
     \x20 0  fine (diff: no difference)\n\
     \x20 1  diff only: there is a difference\n\
     \x20 2  usage or configuration\n\
     \x20 3  some watches could not be read\n\
     \x20 4  store or mail trouble\n\
     status --check:\n\
     \x20 0  all is well\n\
     \x20 1  somebody should look\n\
     \x20 2  it does not do its work";

/// An exit code with its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Fine; for `diff`: no difference.
    Fine,
    /// `diff` only: there is a difference.
    Difference,
    /// `status --check` only: somebody should look.
    Warning,
    /// `status --check` only: it does not do its work.
    Critical,
    /// Usage or configuration.
    Usage,
    /// Some watches could not be read.
    Unreadable,
    /// Trouble with the store or the mail.
    Trouble,
}

impl Exit {
    /// The number that the shell sees.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Difference | Self::Warning => 1,
            Self::Critical | Self::Usage => 2,
            Self::Unreadable => 3,
            Self::Trouble => 4,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// Why a command could not do what it was asked.
#[derive(Debug)]
pub struct Failure {
    exit: Exit,
    error: anyhow::Error,
}

impl Failure {
    /// Wrong usage or configuration.
    pub fn usage(error: impl Into<anyhow::Error>) -> Self {
        Self { exit: Exit::Usage, error: error.into() }
    }

    /// A page that was asked for cannot be read.
    pub fn unreadable(error: impl Into<anyhow::Error>) -> Self {
        Self { exit: Exit::Unreadable, error: error.into() }
    }

    /// Trouble with the store, the mail or a file.
    pub fn trouble(error: impl Into<anyhow::Error>) -> Self {
        Self { exit: Exit::Trouble, error: error.into() }
    }

    /// The trouble with the store that it is, if it is that.
    pub fn of_the_store(&self) -> Option<&StoreError> {
        self.error.downcast_ref()
    }

    /// The code with which the program ends.
    #[must_use]
    pub const fn exit(&self) -> Exit {
        self.exit
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::trouble(error)
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self::usage(anyhow::anyhow!(problems.in_language(tongue::spoken())))
    }
}

impl Failure {
    /// What went wrong, and the hint behind it.
    #[must_use]
    pub fn in_words(&self) -> String {
        // What files and arguments say is quoted: a terminal must not obey it.
        let mut words = String::new();
        let said = match self.error.chain().count() {
            // Behind a context stands what the context is of.
            1 => self.of_the_store().map(store_words::said),
            _ => None,
        };
        for letter in said.unwrap_or_else(|| format!("{:#}", self.error)).chars() {
            if letter.is_control() && letter != '\n' {
                words.extend(letter.escape_default());
            } else {
                words.push(letter);
            }
        }
        words
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&phrase!("error: {}", "Fehler: {}", self.in_words()))
    }
}
