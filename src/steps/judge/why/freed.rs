//! Sentences that take a duty or a ban away, in words that elsewhere forbid or demand: "no longer required".

use super::signs::any;
use crate::steps::text::freeing::without_what_frees;

/// Whether a sentence only frees: beside such words nothing in it forbids or demands.
pub(super) fn only_frees(sentence: &str) -> bool {
    without_what_frees(sentence).is_some_and(|rest| !any(&["ban", "duty"], &rest))
}
