//! How far apart the parts of a clause stand: clauses stand apart, their sides together.

use super::page::Clause;

impl Clause {
    /// Pixels above the first side: clauses stand apart, their sides together.
    pub fn above_before(&self) -> u8 {
        if self.stands_alone() && self.lead.is_none() && self.cells.is_empty() { 16 } else { 6 }
    }

    /// Pixels above the second side.
    pub fn above_after(&self) -> u8 {
        if self.before.is_some() { 2 } else { self.above_before() }
    }

    /// Pixels above the first cell, which keeps its distance to the clause before.
    pub fn above_cells(&self) -> u8 {
        if self.stands_alone() && self.lead.is_none() { 16 } else { 6 }
    }

    /// Pixels above the sentence that leads the list.
    pub fn above_lead(&self) -> u8 {
        if self.stands_alone() { 16 } else { 4 }
    }

    /// Whether nothing stands between it and the clause before.
    fn stands_alone(&self) -> bool {
        self.path.is_empty() && self.seen.is_none()
    }
}
