//! A legal duty to announce changes some days ahead.

use jiff::civil::Date;
use serde::Deserialize;

use super::DocumentKind;

/// A notice period that law sets, kept as data so that a repeal needs no new program.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Duty {
    pub id: String,
    /// The regulation and article, as cited.
    pub source: String,
    /// Calendar days between notice and effect; none where the law sets no number.
    pub days: Option<i64>,
    pub from: Date,
    pub until: Option<Date>,
    /// Kinds of documents it bears on; empty: all.
    pub kinds: Vec<DocumentKind>,
    pub text_en: String,
    pub text_de: String,
}
