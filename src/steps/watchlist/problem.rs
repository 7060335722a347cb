//! What is wrong with a watchlist, and how it is said.

use std::cell::RefCell;
use std::error::Error;
use std::fmt;

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
    pub message: String,
    pub hint: Option<String>,
}

/// Where the sections note what they find wrong while they read on.
#[derive(Debug, Default)]
pub(super) struct Notes {
    list: RefCell<Vec<Problem>>,
}

impl Notes {
    pub(super) fn add(&self, line: usize, message: String, hint: Option<String>) {
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

impl fmt::Display for Problems {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.list.len();
        write!(out, "{} has {count} problem{}", self.file, if count == 1 { "" } else { "s" })?;
        for problem in self.list.iter().take(SHOWN) {
            write!(out, "\n{problem}")?;
        }
        if count > SHOWN {
            write!(out, "\n  and {} more", count - SHOWN)?;
        }
        Ok(())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.line.map_or_else(|| "  ".to_owned(), |line| format!("  line {line}: "));
        write!(out, "{place}{}", self.message)?;
        if let Some(hint) = &self.hint {
            write!(out, "\n{:width$}hint: {hint}", "", width = place.len())?;
        }
        Ok(())
    }
}

impl Error for Problems {}
