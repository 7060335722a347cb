//! Everything that a judgement rests on, put together in one place for rounds, `diff`, backtests, training and tests.

use jiff::civil::Date;

use crate::model::{Asset, Comparison, DocumentKind, TeamRule, Watch};

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

/// What is judged about.
#[derive(Debug, Clone, Copy, Default)]
pub struct Subject<'a> {
    /// The platform's key.
    pub platform: &'a str,
    /// The document's name.
    pub document: &'a str,
    /// The watch's id; empty where there is none.
    pub watch: &'a str,
    pub kind: DocumentKind,
    /// BCP 47, if known.
    pub language: Option<&'a str>,
}

impl<'a> Subject<'a> {
    /// The document of a watch.
    #[must_use]
    pub fn of(watch: &'a Watch) -> Self {
        Self {
            platform: &watch.platform,
            document: &watch.document,
            watch: &watch.id,
            kind: watch.kind,
            language: watch.language.as_deref(),
        }
    }
}

/// For whom is judged.
#[derive(Debug, Clone, Copy, Default)]
pub struct Team<'a> {
    pub assets: &'a [Asset],
    pub rules: &'a [TeamRule],
}

/// The case of a comparison that was first seen on that day. There is no other way to make one.
#[must_use]
pub const fn case<'a>(subject: Subject<'a>, team: Team<'a>, comparison: &'a Comparison, seen_on: Date) -> Case<'a> {
    let Subject { platform, document, watch, kind, language } = subject;
    Case { platform, document, watch, kind, language, comparison, seen_on, assets: team.assets, rules: team.rules }
}
