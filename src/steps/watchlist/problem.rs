//! What is wrong with a watchlist, and how it is said.

use std::cell::RefCell;
use std::error::Error;
use std::fmt;
use std::fmt::Write as _;

use super::said::{Spoken, said};
use crate::model::Language;

/// More than this many are counted, not shown: nobody reads on.
const SHOWN: usize = 100;

/// Everything that is wrong with a watchlist, in the order of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems {
    /// The file as the user named it.
    pub file: String,
    pub list: Vec<Problem>,
}

/// One thing that is wrong, where, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// From 1; none where the whole file is meant.
    pub line: Option<usize>,
    pub message: Spoken,
    pub hint: Option<Spoken>,
}

/// Where the sections note what they find wrong while they read on.
#[derive(Debug, Default)]
pub(super) struct Notes {
    list: RefCell<Vec<Problem>>,
}

impl Notes {
    pub(super) fn add(&self, line: usize, message: Spoken, hint: Option<Spoken>) {
        self.list.borrow_mut().push(Problem { line: Some(line), message, hint });
    }

    /// What was noted, in the order of the lines, each thing once.
    pub(super) fn into_list(self) -> Vec<Problem> {
        let mut list = self.list.into_inner();
        list.sort_by_key(|problem| problem.line);
        list.dedup();
        list
    }
}

impl Problems {
    /// All of them, as people read them.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let (file, count) = (&self.file, self.list.len());
        let head = match count {
            1 => said!("{file} has 1 problem", "{file} hat 1 Mangel"),
            _ => said!("{file} has {count} problems", "{file} hat {count} Mängel"),
        };
        let mut out = head.in_language(language).to_owned();
        for problem in self.list.iter().take(SHOWN) {
            out.push('\n');
            out.push_str(&problem.in_language(language));
        }
        if count > SHOWN {
            let more = count - SHOWN;
            let more = said!("\n  and {more} more", "\n  und {more} weitere");
            out.push_str(more.in_language(language));
        }
        out
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.in_language(Language::English))
    }
}

impl Problem {
    fn in_language(&self, language: Language) -> String {
        let place = self.line.map_or_else(|| Spoken::from("  "), |line| said!("  line {line}: ", "  Zeile {line}: "));
        let place = place.in_language(language);
        let mut out = format!("{place}{}", self.message.in_language(language));
        if let Some(hint) = &self.hint {
            let (label, hint) = (said!("hint", "Hinweis"), hint.in_language(language));
            let _ = write!(out, "\n{:width$}{}: {hint}", "", label.in_language(language), width = place.len());
        }
        out
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.in_language(Language::English))
    }
}

impl Error for Problems {}
