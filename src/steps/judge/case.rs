//! Everything that a judgement rests on, put together in one place for rounds, `diff`, backtests, training and tests.

use jiff::civil::Date;

use crate::model::{Asset, Comparison, DocumentKind, TeamRule, Watch};

/// Everything that a judgement rests on.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The platform's key.
    pub(super) platform: &'a str,
    /// The document's name.
    pub(super) document: &'a str,
    /// The watch's id, for team rules; empty where there is none.
    pub(super) watch: &'a str,
    pub(super) kind: DocumentKind,
    pub(super) comparison: &'a Comparison,
    /// The day of the first sight.
    pub(super) seen_on: Date,
    pub(super) assets: &'a [Asset],
    pub(super) rules: &'a [TeamRule],
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
}

impl<'a> Subject<'a> {
    /// The document of a watch.
    #[must_use]
    pub fn of(watch: &'a Watch) -> Self {
        Self { platform: &watch.platform, document: &watch.document, watch: &watch.id, kind: watch.kind }
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
    let Subject { platform, document, watch, kind } = subject;
    Case { platform, document, watch, kind, comparison, seen_on, assets: team.assets, rules: team.rules }
}
