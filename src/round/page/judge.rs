//! The change from one version to the next, judged.

use jiff::Timestamp;

use super::Recorder;
use crate::model::{Change, Seen, Version, sha256_hex};
use crate::round::reading;
use crate::steps::compare;
use crate::steps::confirm::Confirmed;
use crate::steps::extract::{self, Extract};
use crate::steps::judge::{self, Case};

impl Recorder<'_> {
    pub(super) fn version(&self, extract: &Extract, sha256: &str, seen_at: Timestamp) -> Version {
        Version {
            id: 0,
            watch: self.watch.id.clone(),
            part: self.page.part.clone(),
            snapshot: sha256.to_owned(),
            seen_at,
            extractor: extract::mark(reading(self.watch, self.page)),
            fingerprint: compare::fingerprint(&extract.document),
            document: extract.document.clone(),
        }
    }

    /// The change from one version to the next, judged.
    pub(super) fn change(&self, base: &Version, version: &Version, confirmed: Confirmed, by_hand: bool) -> Change {
        let seen_on = confirmed.first_seen.to_zoned(self.house.watchlist.settings.timezone.clone()).date();
        let language = self.watch.language.as_deref().or(version.document.language.as_deref());
        let assessment = judge::judge_confirmed(Case {
            platform: &self.watch.platform,
            document: &self.watch.document,
            watch: &self.watch.id,
            kind: self.watch.kind,
            language,
            comparison: &confirmed.comparison,
            seen_on,
            assets: &self.house.watchlist.assets,
            rules: &self.house.watchlist.rules,
        });
        let key = [
            self.watch.id.as_str(),
            &self.page.part,
            &base.fingerprint,
            &version.fingerprint,
            &confirmed.first_seen.to_string(),
        ];
        Change {
            id: sha256_hex(key.join("\n").as_bytes())[..10].to_owned(),
            watch: self.watch.id.clone(),
            part: self.page.part.clone(),
            platform: self.watch.platform.clone(),
            document: self.watch.document.clone(),
            language: language.map(str::to_owned),
            url: self.page.url.to_string(),
            detected_at: confirmed.first_seen,
            confirmed_at: Some(version.seen_at),
            from: Seen { snapshot: base.snapshot.clone(), seen_at: base.seen_at, by_hand: false },
            to: Seen { snapshot: version.snapshot.clone(), seen_at: version.seen_at, by_hand },
            moved: confirmed.comparison.moved,
            words_added: confirmed.comparison.words_added,
            words_removed: confirmed.comparison.words_removed,
            hunks: confirmed.comparison.hunks,
            date_lines: confirmed.comparison.date_lines,
            overall: confirmed.comparison.overall,
            back_to: confirmed.back_to,
            assessment,
        }
    }
}
