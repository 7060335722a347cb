//! Whether a letter shows all of its changes, so that nothing need be attached.

use super::page::{Card, Clause, Page, Piece};

impl Clause {
    /// Whether nothing of its sides is left out.
    pub fn is_whole(&self) -> bool {
        let sides = [&self.before, &self.after].into_iter().flatten();
        sides.flat_map(|side| &side.pieces).all(|piece| !matches!(piece, Piece::Gap(_)))
    }
}

impl Card {
    /// Whether all of the change is shown.
    pub fn is_whole(&self) -> bool {
        self.more.is_none() && self.clauses.iter().all(Clause::is_whole)
    }
}

impl Page {
    /// Whether all changes are shown whole.
    pub fn is_whole(&self) -> bool {
        let briefs = self.brief.iter().all(|brief| brief.is_whole);
        briefs && self.unnamed.is_none() && self.cards.iter().all(Card::is_whole)
    }
}
