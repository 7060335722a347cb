//! The summary with which a change opens where the document was written anew.

use super::page::Anew;
use super::plain::{name, numbered, short};
use super::scene::Scene;
use crate::model::{Change, Rewriting};

/// What stayed and what is new, by heading.
pub(super) fn anew(scene: Scene<'_>, change: &Change) -> Option<Anew> {
    let Rewriting { kept, stayed, new, gone, instead } = change.rewriting.as_ref()?;
    let lists = scene.words.headings().into_iter().zip([stayed, new, gone]);
    let lists = lists.filter(|(_, headings)| !headings.is_empty()).map(|(label, headings)| {
        let headings: Vec<String> = headings.iter().map(|heading| numbered(&short(heading, 80))).collect();
        (label, scene.words.some(&headings, " · "))
    });
    let line = instead.as_ref().map_or_else(
        || scene.words.written_anew(*kept, !change.part.is_empty()),
        |what| scene.words.in_its_place(what),
    );
    Some(Anew { line, lists: lists.collect() })
}

/// Headings of each sort that programs are told.
const FOR_PROGRAMS: usize = 50;

/// The same for programs.
pub(super) fn as_json(change: &Change) -> Option<serde_json::Value> {
    let Rewriting { kept, stayed, new, gone, .. } = change.rewriting.as_ref()?;
    let names = |headings: &[String]| -> Vec<String> {
        headings.iter().take(FOR_PROGRAMS).map(|heading| name(heading)).collect()
    };
    Some(serde_json::json!({"kept_percent": kept, "stayed": names(stayed), "new": names(new), "gone": names(gone)}))
}
