//! Rule: headings, and nothing below them, came or went in several places: a reader lost or found them.
//!
//! Evidence: nothing differs but headings, each of one line, in at least three places.

use crate::model::{Edit, Hunk, Place};

/// So many headings are no new section.
const SEVERAL: usize = 3;

/// Whether nothing differs but headings that stand alone.
pub(super) fn holds(hunks: &[Hunk]) -> bool {
    let lone = |hunk: &Hunk| hunk.before.is_none() || hunk.after.is_none();
    let short = |hunk: &Hunk| {
        hunk.edits.iter().all(|edit| !matches!(edit, Edit::Added(text) | Edit::Removed(text) if text.contains('\n')))
    };
    hunks.len() >= SEVERAL && hunks.iter().all(|hunk| hunk.place == Place::Heading && lone(hunk) && short(hunk))
}
