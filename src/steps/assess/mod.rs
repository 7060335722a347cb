//! What a change means for a team: kind, tier, topics, direction, dates, assets at stake, and why.

use jiff::civil::Date;

use super::compare::Comparison;
use crate::model::{Assessment, Asset, DocumentKind, TeamRule};

/// Everything that a judgement rests on.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The platform's key.
    pub platform: &'a str,
    /// The document's name.
    pub document: &'a str,
    /// The watch's id, for team rules; empty where there is none.
    pub watch: &'a str,
    pub kind: DocumentKind,
    /// The page's language (BCP 47), if known; found from the words otherwise.
    pub language: Option<&'a str>,
    pub comparison: &'a Comparison,
    /// The day of the first sight.
    pub seen_on: Date,
    pub assets: &'a [Asset],
    pub rules: &'a [TeamRule],
}

/// Judges a change.
#[must_use]
pub fn assess(_case: Case<'_>) -> Assessment {
    todo!()
}
