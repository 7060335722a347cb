//! The change from one version to the next, judged.

use std::collections::HashSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::recorder::Recorder;
use crate::io::store::{Filter, Store, StoreResult};
use crate::model::{
    About, Between, BlockKind, Change, Comparison, Document, DocumentKind, Held, Hunk, Kind, Origin, Rewriting, Seen,
    Snapshot, Version, sha256_hex,
};
use crate::steps::confirm::{Confirmed, ELSEWHERE};
use crate::steps::extract::Extract;
use crate::steps::judge::{self, Judged, Subject, Team};
use crate::steps::{compare, compose, hub, identity};

/// The key of the rule by which what the judgement alone takes for noise is held back.
pub(in crate::round) const JUDGEMENT: &str = "judgement";
/// A summary of a rewriting names no more headings of either text.
const MOST_HEADINGS: usize = 200;
/// So many of a hundred words must be those that were told for another document.
const SAME_WORDS: usize = 60;
/// A document of whose words in a row fewer than so many in a hundred stayed was written anew: a text that keeps more is
/// known by it as the one that it was.
const KEPT: u8 = 45;

/// What becomes of confirmed words.
pub(super) struct Told {
    /// None where all of them are held back.
    pub change: Option<Change>,
    pub held: Vec<Held>,
}

impl Recorder<'_> {
    pub(super) fn version(&self, extract: &Extract, sha256: &str, seen_at: Timestamp) -> Version {
        self.version_of(&extract.document, sha256, seen_at)
    }

    pub(super) fn version_of(&self, document: &Document, sha256: &str, seen_at: Timestamp) -> Version {
        Version {
            id: 0,
            watch: self.watch.id.clone(),
            part: self.page.part.clone(),
            snapshot: sha256.to_owned(),
            seen_at,
            extractor: self.reader().mark(),
            fingerprint: compare::fingerprint(document),
            document: document.clone(),
            edition: 0,
        }
    }

    /// What of the confirmed words is told, and what is held back.
    ///
    /// # Errors
    /// Of the store.
    pub(super) fn told(
        &self,
        store: &Store,
        base: &Version,
        version: &Version,
        confirmed: Confirmed,
        snapshot: &Snapshot,
    ) -> StoreResult<Told> {
        let mut confirmed = confirmed;
        let mut held = Vec::new();
        let mut same_as = None;
        if let Some(elsewhere) = &mut confirmed.elsewhere {
            // What a rule holds back was told for no document, and is not told here either.
            let (ruled, told): (Vec<_>, Vec<_>) =
                std::mem::take(&mut elsewhere.hunks).into_iter().partition(|hunk| hunk.held_by.is_some());
            held.extend(self.held(Some(base), snapshot, &ruled, true));
            elsewhere.hunks = told;
        }
        if let Some(elsewhere) = confirmed.elsewhere.take().filter(|elsewhere| !elsewhere.hunks.is_empty()) {
            let first = Self::told_for(store, &elsewhere.watch, &elsewhere.hunks)?;
            // With a change of its own the document tells beside it what is another wording of its own; what only came or
            // went at the edge of many documents stays with the first.
            let is_reworded = |hunk: &Hunk| hunk.before.is_some() && hunk.after.is_some();
            if (confirmed.comparison.hunks.is_empty() || !elsewhere.hunks.iter().any(is_reworded))
                // A letter that is out already names no further document.
                && !first.as_ref().map_or(Ok(false), |first| store.is_told(&first.id))?
                && self.everybody_hears_of(first.as_ref(), base, version, &elsewhere.hunks, snapshot)
            {
                let hunks =
                    elsewhere.hunks.into_iter().map(|hunk| Hunk { held_by: Some(ELSEWHERE.to_owned()), ..hunk });
                let rows = self.held(Some(base), snapshot, &hunks.collect::<Vec<_>>(), true);
                held.extend(rows.into_iter().map(|mut row| {
                    row.change.same_as = first.as_ref().map(|change| change.id.clone());
                    row
                }));
            } else {
                same_as = first.filter(|_| confirmed.comparison.hunks.is_empty()).map(|change| change.id);
                confirmed.comparison.add(elsewhere.hunks);
            }
        }
        if confirmed.comparison.hunks.is_empty() {
            return Ok(Told { change: None, held });
        }
        let change = self.change(base, version, confirmed, snapshot.origin == Origin::Hand);
        let mut change = self.as_announced(store, change, &version.document)?;
        change.same_as = same_as;
        if change.assessment.kind == Kind::Noise {
            let hunks = change.hunks.into_iter().map(|hunk| {
                let rule = hunk.held_by.clone().unwrap_or_else(|| JUDGEMENT.to_owned());
                Hunk { held_by: Some(rule), ..hunk }
            });
            held.extend(self.held(Some(base), snapshot, &hunks.collect::<Vec<_>>(), true));
            return Ok(Told { change: None, held });
        }
        for hunk in &mut change.hunks {
            // A rule of the team brought it back.
            hunk.held_by = None;
        }
        Ok(Told { change: Some(change), held })
    }

    /// The change that told the same words for another document of the host.
    fn told_for(store: &Store, watch: &str, hunks: &[Hunk]) -> StoreResult<Option<Change>> {
        let filter = Filter { watch: Some(watch.to_owned()), ..Filter::default() };
        let lines = |hunk: &Hunk| -> Vec<String> {
            let sides = hunk.before.iter().chain(&hunk.after);
            sides.flat_map(|side| side.lines()).map(str::to_owned).collect()
        };
        let here: Vec<String> = hunks.iter().flat_map(lines).collect();
        let words = |lines: &mut dyn Iterator<Item = &String>| lines.map(|line| line.split(' ').count()).sum::<usize>();
        let all = words(&mut here.iter());
        // Beside the same words may stand a line that names the document.
        let holds = |change: &Change| {
            let there: HashSet<String> = change.hunks.iter().flat_map(lines).collect();
            words(&mut here.iter().filter(|line| there.contains(*line))) * 100 >= all * SAME_WORDS
        };
        Ok(store.changes(&filter)?.into_iter().rev().find(holds))
    }

    /// Whether everybody whom these words concern hears of them by the change that told them elsewhere.
    fn everybody_hears_of(
        &self,
        first: Option<&Change>,
        base: &Version,
        version: &Version,
        hunks: &[Hunk],
        snapshot: &Snapshot,
    ) -> bool {
        let Some(first) = first else { return false };
        let extract = Extract { document: version.document.clone(), ..Extract::default() };
        let mut comparison = Comparison::default();
        comparison.add(hunks.to_vec());
        let here = Confirmed::of_hunks(extract, comparison, snapshot.fetched_at);
        let here = self.change(base, version, here, false);
        let recipients = &self.house.watchlist.recipients;
        recipients.iter().all(|one| !compose::concerns(one, &here) || compose::concerns(one, first))
    }

    /// The change from one version to the next, judged.
    pub(super) fn change(&self, base: &Version, version: &Version, confirmed: Confirmed, by_hand: bool) -> Change {
        let watchlist = &self.house.watchlist;
        let seen_on = self.notice_from(&confirmed);
        let (wanted, found) = (self.watch.language.as_deref(), version.document.language.as_deref());
        // An edition in another language is not in that of the watch.
        let language = if version.edition == 0 { wanted.or(found) } else { found.or(wanted) };
        let team = Team::of(watchlist);
        let subject = Subject { is_rewritten: confirmed.is_rewriting, ..Subject::of(self.watch) };
        let judged = judge::judge_change(judge::case(subject, team, &confirmed.comparison, seen_on));
        // To which documents a list of them leads is all that it says.
        let is_list = || [base, version].iter().all(|version| hub::is_hub(&version.document));
        let is_told = confirmed.is_rewriting || is_list();
        let Judged { assessment, hunks } = if is_told { judged.at_least_told() } else { judged };
        let key = [
            self.watch.id.as_str(),
            &self.page.part,
            &base.fingerprint,
            &version.fingerprint,
            &confirmed.first_seen.to_string(),
        ];
        let between = Between {
            from: Seen {
                last_seen: confirmed.stood_until.filter(|until| *until >= base.seen_at),
                ..Seen::at(base.snapshot.clone(), base.seen_at)
            },
            to: Seen { by_hand, ..Seen::at(version.snapshot.clone(), version.seen_at) },
            detected_at: confirmed.first_seen,
            confirmed_at: Some(self.now),
            back_to: confirmed.back_to,
        };
        let id = sha256_hex(key.join("\n").as_bytes())[..10].to_owned();
        let comparison = Comparison { hunks, ..confirmed.comparison };
        let about = About { language: language.map(str::to_owned), ..self.about() };
        let rewriting = Rewriting { instead: confirmed.instead, ..rewriting(&base.document, &version.document) };
        // A log of changes has other entries after a while, and is none the newer for it.
        let is_anew = confirmed.is_rewriting || rewriting.kept < KEPT && self.watch.kind != DocumentKind::Changelog;
        Change { rewriting: is_anew.then_some(rewriting), ..Change::new(id, about, between, comparison, assessment) }
    }

    /// The day from which notice is counted: that on which the passage was first seen that names the day of effect.
    fn notice_from(&self, confirmed: &Confirmed) -> Date {
        let zone = &self.house.watchlist.settings.timezone;
        judge::noticed_on(&confirmed.comparison, confirmed.first_seen, zone)
    }

    /// Of which page it is.
    pub(super) fn about(&self) -> About {
        About {
            watch: self.watch.id.clone(),
            part: self.page.part.clone(),
            platform: self.watch.platform.clone(),
            document: self.watch.document.clone(),
            language: self.watch.language.clone(),
            url: self.page.url.to_string(),
        }
    }
}

/// What stayed and what is new where a document was written anew.
fn rewriting(before: &Document, after: &Document) -> Rewriting {
    let headings = |document: &Document| -> Vec<String> {
        let headings = document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_)));
        // The title is no section.
        let is_titled = document.blocks.first().is_some_and(|block| block.kind == BlockKind::Heading(1));
        let headings = headings.skip(usize::from(is_titled));
        headings.map(|block| block.text.clone()).take(MOST_HEADINGS).collect()
    };
    let (old, new) = (headings(before), headings(after));
    let (stayed, come): (Vec<_>, Vec<_>) = new.into_iter().partition(|heading| old.contains(heading));
    let gone = old.into_iter().filter(|heading| !stayed.contains(heading)).collect();
    Rewriting { kept: identity::alike(before, after), stayed, new: come, gone, instead: None }
}
