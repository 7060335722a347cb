//! Everything that a judgement rests on, put together in one place for rounds, `diff`, backtests, training and tests.

use jiff::civil::Date;

use crate::model::{Asset, Comparison, DocumentKind, TeamRule, Watch, Watchlist};

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
    /// Whether the document was written anew.
    pub(super) is_rewritten: bool,
    pub(super) comparison: &'a Comparison,
    /// The day of the first sight.
    pub(super) seen_on: Date,
    pub(super) assets: &'a [Asset],
    pub(super) rules: &'a [TeamRule],
    /// Whether what touches none of the assets is lowered.
    pub(super) only_my_assets: bool,
    /// The codes of the countries and regions in which the team is; empty: everywhere.
    pub(super) regions: &'a [String],
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
    /// Whether the document was written anew.
    pub is_rewritten: bool,
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
            is_rewritten: false,
        }
    }
}

/// For whom is judged.
#[derive(Debug, Clone, Copy, Default)]
pub struct Team<'a> {
    pub assets: &'a [Asset],
    pub rules: &'a [TeamRule],
    /// Whether what touches none of the assets is lowered.
    pub only_my_assets: bool,
    /// The codes of the countries and regions in which the team is; empty: everywhere.
    pub regions: &'a [String],
}

impl<'a> Team<'a> {
    /// The team of a watchlist.
    #[must_use]
    pub fn of(watchlist: &'a Watchlist) -> Self {
        Self {
            assets: &watchlist.assets,
            rules: &watchlist.rules,
            only_my_assets: watchlist.settings.only_my_assets,
            regions: &watchlist.settings.regions,
        }
    }
}

/// The case of a comparison that was first seen on that day. There is no other way to make one.
#[must_use]
pub const fn case<'a>(subject: Subject<'a>, team: Team<'a>, comparison: &'a Comparison, seen_on: Date) -> Case<'a> {
    let Subject { platform, document, watch, kind, is_rewritten } = subject;
    let Team { assets, rules, only_my_assets, regions } = team;
    Case { platform, document, watch, kind, is_rewritten, comparison, seen_on, assets, rules, only_my_assets, regions }
}
