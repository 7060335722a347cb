//! `same_as`: one document in two languages, each with a watch of its own.

use std::collections::HashMap;

use super::problem::Notes;
use super::said::{Spoken, said};
use super::suggestion::did_you_mean;
use super::watches::Switched;
use crate::model::Watch;

/// Notes pairs that cannot be meant.
pub(super) fn check(watches: &[Switched], notes: &Notes) {
    let known: HashMap<&str, &Watch> =
        watches.iter().map(|Switched { watch, .. }| (watch.id.as_str(), watch)).collect();
    for Switched { watch, .. } in watches {
        let Some(other) = watch.same_as.as_deref() else { continue };
        let who = said!("watch `{}`", "Eintrag `{}`", watch.id);
        let note = |said: Spoken, hint| notes.add(watch.line, said.of(&who), hint);
        match known.get(other) {
            _ if other == watch.id => {
                note(said!("`same_as` names the watch itself", "`same_as` nennt den Eintrag selbst"), None);
            }
            None => {
                let others = known.keys().copied().filter(|id| *id != watch.id);
                note(
                    said!("`same_as` names no watch: `{other}`", "`same_as` nennt keinen Eintrag: `{other}`"),
                    did_you_mean(other, others),
                );
            }
            Some(other) if primary(watch).is_some() && primary(watch) == primary(other) => {
                let hint = said!(
                    "it is for one document in two languages; several pages of one document go into `combine`",
                    "es ist für ein Dokument in zwei Sprachen; mehrere Seiten eines Dokuments gehören in `combine`"
                );
                note(
                    said!(
                        "`same_as` names a watch in the same language: `{}`",
                        "`same_as` nennt einen Eintrag in derselben Sprache: `{}`",
                        other.id
                    ),
                    Some(hint),
                );
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
