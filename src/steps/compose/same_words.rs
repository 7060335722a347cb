//! Where one text changed in several documents: it is shown once, and the other documents are named.

use super::plain::{name, platform};
use super::scene::Scene;
use crate::model::{Change, platform_key};

/// The changes that are shown, and those that are only named beside another one of the letter.
///
/// One that touches more of ours, or weighs more, than the change that tells its words is shown all the same.
pub(super) fn folded(changes: Vec<&Change>) -> (Vec<&Change>, Vec<&Change>) {
    let all = changes.clone();
    let first = |change: &Change| {
        let wanted = change.same_as.as_ref()?;
        all.iter().find(|first| first.id == *wanted && first.id != change.id)
    };
    let is_shown = |change: &Change| first(change).is_none();
    changes.into_iter().partition(|change| {
        first(change).is_none_or(|first| {
            let (told, judged) = (&first.assessment, &change.assessment);
            let says_more = judged.tier > told.tier || judged.assets.iter().any(|asset| !told.assets.contains(asset));
            !is_shown(first) || says_more
        })
    })
}

/// The other documents in which the same words came or went.
pub(super) fn documents(scene: Scene<'_>, change: &Change) -> Option<String> {
    let others = scene.news.same_words.iter().filter(|same| same.change == change.id);
    let others: Vec<String> = others
        .map(|same| {
            let is_of_the_house = platform_key(&same.platform) == platform_key(&change.platform);
            let document = name(&same.document);
            if is_of_the_house { document } else { format!("{}: {document}", platform(&same.platform)) }
        })
        .collect();
    (!others.is_empty()).then(|| scene.words.some(&others, ", "))
}
