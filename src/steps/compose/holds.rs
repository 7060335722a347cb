//! From when a change holds, and whether the day that it names is the document's or that of one rule among others.

use super::calendar_days::days_between;
use super::put_off;
use super::scene::Scene;
use crate::model::{Because, Change};

/// Whether the day of effect is that of one rule, while the others of the change name none.
pub(super) fn is_of_one_rule(change: &Change) -> bool {
    let Some(day) = change.assessment.effective_date else { return false };
    let mut of_document = false;
    let mut of_one = false;
    for reason in &change.assessment.reasons {
        match &reason.because {
            Because::HoldsFrom { date, .. } => of_document |= *date == day,
            Because::AlsoFrom { date, .. } => of_one |= *date == day,
            _ => {}
        }
    }
    of_one && !of_document && change.hunks.len() > 1
}

/// "from 15 Dec (24 days)", or "one rule from 15 Dec (24 days)"; none where the headline says it already.
pub(super) fn when(scene: Scene<'_>, change: &Change) -> Option<String> {
    if put_off::headline(scene, change).is_some() {
        return None;
    }
    let date = change.assessment.effective_date?;
    let when = scene.words.since_when(date, days_between(scene.today, date), scene.today);
    Some(if is_of_one_rule(change) { format!("{} {when}", scene.words.one_rule()) } else { when })
}
