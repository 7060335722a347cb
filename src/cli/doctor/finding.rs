//! Something that was looked at, and how much it matters.

use super::super::terminal::{FAINT, GOOD, LOUD, WARM, painted};
use super::super::{Exit, terminal};

/// Something that was looked at.
pub struct Finding {
    weight: Weight,
    what: String,
    /// What helps.
    hint: Option<String>,
}

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    Good,
    /// Worth a look.
    Doubt,
    /// It keeps hausrecht from doing its work; with the exit code that says of what kind it is.
    Bad(Exit),
}

impl Finding {
    pub(super) fn good(what: impl Into<String>) -> Self {
        Self { weight: Weight::Good, what: what.into(), hint: None }
    }

    pub(super) fn doubt(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { weight: Weight::Doubt, what: what.into(), hint: Some(hint.into()) }
    }

    pub(super) fn bad(exit: Exit, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { weight: Weight::Bad(exit), what: what.into(), hint: Some(hint.into()) }
    }

    /// Whether it keeps hausrecht from doing its work in the way that this exit code says.
    pub(super) fn is_bad(&self, exit: Exit) -> bool {
        self.weight == Weight::Bad(exit)
    }

    /// Whether there is nothing to mend.
    pub fn is_good(&self) -> bool {
        self.weight == Weight::Good
    }

    /// Prints it, with what helps below it.
    pub fn print(&self) {
        let word = match self.weight {
            Weight::Good => painted(&phrase!("ok    ", "gut      "), GOOD),
            Weight::Doubt => painted(&phrase!("doubt ", "Zweifel  "), WARM),
            Weight::Bad(_) => painted(&phrase!("wrong ", "falsch   "), LOUD),
        };
        let indent = console::measure_text_width(&word);
        say!("{}", terminal::hanging(&format!("{word}{}", self.what), indent));
        if let Some(hint) = &self.hint {
            say!("{}", terminal::hanging(&format!("{:indent$}{}", "", painted(hint, FAINT)), indent));
        }
    }
}
