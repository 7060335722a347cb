//! What is never passed over: a list whose order counts, with the same entries in another order.

use crate::model::Hunk;

/// Whether a passage has the same lines in another order.
pub(in crate::steps::judge) fn is_reordered(hunk: &Hunk) -> bool {
    let (Some(before), Some(after)) = (&hunk.before, &hunk.after) else { return false };
    if before == after || before.len() != after.len() {
        return false;
    }
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort_unstable();
        lines
    };
    let lines = sorted(before);
    lines.len() > 1 && lines == sorted(after)
}
