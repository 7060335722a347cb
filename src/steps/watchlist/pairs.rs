//! `same_as`: one document in two languages, each with a watch of its own.

use std::collections::HashMap;

use super::problem::Notes;
use super::suggestion::did_you_mean;
use super::watches::Switched;
use crate::model::Watch;

/// Notes pairs that cannot be meant.
pub(super) fn check(watches: &[Switched], notes: &Notes) {
    let known: HashMap<&str, &Watch> =
        watches.iter().map(|Switched { watch, .. }| (watch.id.as_str(), watch)).collect();
    for Switched { watch, .. } in watches {
        let Some(other) = watch.same_as.as_deref() else { continue };
        let note = |said: String, hint| notes.add(watch.line, format!("watch `{}`: {said}", watch.id), hint);
        match known.get(other) {
            _ if other == watch.id => note("`same_as` names the watch itself".to_owned(), None),
            None => {
                let others = known.keys().copied().filter(|id| *id != watch.id);
                note(format!("`same_as` names no watch: `{other}`"), did_you_mean(other, others));
            }
            Some(other) if primary(watch).is_some() && primary(watch) == primary(other) => {
                let hint = "it is for one document in two languages; several pages of one document go into `combine`";
                note(format!("`same_as` names a watch in the same language: `{}`", other.id), Some(hint.to_owned()));
            }
            Some(_) => {}
        }
    }
}

/// The language without region and script.
pub(super) fn primary(watch: &Watch) -> Option<String> {
    let tag = watch.language.as_deref()?;
    tag.split('-').next().map(str::to_ascii_lowercase)
}
