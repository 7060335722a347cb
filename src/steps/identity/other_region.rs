//! Whether a text for another part of the world stands in the place of that for the reader's.

use super::region::Named;
use super::similarity::Similarity;
use crate::model::{Region, Trouble};

/// So often a text names the places and laws of a region that it is written for it; fewer do where it no longer names ours.
pub(super) const AT_HOME: usize = 4;
const ELSEWHERE: usize = 4;

/// Whether a text for another part of the world takes the place of that for ours, by the places and laws that it names.
///
/// `named` is how often the last version and the text name each region.
pub(super) fn leaves_home(
    home: Option<Region>,
    (before, after): &(Named, Named),
    like: &Similarity,
) -> Option<Trouble> {
    let (home, here) = (home?, after.prevailing(ELSEWHERE)?);
    // Ours must have gone, and not only others come: a document that speaks of more regions than before is still ours.
    let leaves = home != here
        // A text for another region names it far more than ours did; one that was shortened names both less.
        && before.times(here) * 2 <= after.times(here)
        && before.prevailing(AT_HOME) == Some(home)
        && after.times(home) * 2 <= before.times(home)
        && like.differs();
    leaves.then(|| Trouble::WrongRegion { expected: home.key().to_owned(), found: here.key().to_owned() })
}
