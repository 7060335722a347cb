//! How two texts stand to each other where nothing else is known: what a round would come to if the second stood.

use jiff::Timestamp;

use super::doubt;
use super::identify::{Identified, identify, is_wall};
use super::title::title;
use crate::model::{Memory, Trouble};
use crate::steps::extract::Extract;

/// How one text stands to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kinship {
    /// One document, changed or not.
    Same,
    /// One document, written anew.
    Rewriting,
    /// Not the document: a wall, an error, a piece of it, another language, region or subject.
    Other(Trouble),
}

/// How the second text stands to the first.
#[must_use]
pub fn kinship(before: &Extract, after: &Extract) -> Kinship {
    let Some(trouble) = speaks_against(before, after) else { return Kinship::Same };
    let may_be_on_its_subject = || doubt::may_be_on_its_subject(&before.document, &after.document);
    match trouble {
        Trouble::OtherDocument { .. } if may_be_on_its_subject() => match speaks_against(after, before) {
            // What gave way was no document.
            Some(trouble) if is_wall(&trouble) => Kinship::Other(trouble),
            _ => Kinship::Rewriting,
        },
        trouble => Kinship::Other(trouble),
    }
}

/// Whether the second text is the document of the first beyond doubt: by its words, changed or not, and by its name.
#[must_use]
pub fn is_the_very_document(before: &Extract, after: &Extract) -> bool {
    title(&before.document) == title(&after.document) && kinship(before, after) == Kinship::Same
}

fn speaks_against(known: &Extract, text: &Extract) -> Option<Trouble> {
    match identify(Some(&known.document), text, &mut Memory::default(), "", Timestamp::UNIX_EPOCH) {
        Identified::Not(trouble) => Some(trouble),
        _ => None,
    }
}
