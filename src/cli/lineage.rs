//! What is recorded of one page over time: its versions, what led to each, what was held back, and when nothing could be seen.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Failure, times, trouble_text};
use crate::io::store::{Filter, Sight, Store};
use crate::model::{Change, Held, Language, Outcome, Trouble, Version};
use crate::steps::compose;

/// A page's past.
pub struct Lineage {
    pub stages: Vec<Stage>,
    /// Passages that are held back, oldest first.
    pub held: Vec<Held>,
    /// Stretches of looks, oldest first; none from before hausrecht wrote them down.
    pub sights: Vec<Sight>,
    /// Whether the last look showed new words that wait for a second look.
    pub waits: bool,
    editions: Vec<(u32, String)>,
}

/// A version, the last look that showed it, and what led to it.
pub struct Stage {
    pub version: Version,
    pub last_seen: Option<Timestamp>,
    pub came: Option<Change>,
    /// The rules by which what led to it was held back.
    pub held_by: Vec<String>,
}

impl Lineage {
    /// Reads it.
    pub fn of(store: &Store, watch: &str, part: &str, language: Language) -> Result<Self, Failure> {
        let mut held = Vec::new();
        let filter = Filter { watch: Some(watch.to_owned()), ..Filter::default() };
        store.each_held(&filter, |row| {
            if row.change.part == part {
                held.push(row);
            }
        })?;
        let mut stages = Vec::new();
        for version in store.versions(watch, part)? {
            let came = store.change_into(version.id)?;
            let mut held_by: Vec<String> = rows_into(&held, &version).map(|row| row.rule().to_owned()).collect();
            held_by.sort_unstable();
            held_by.dedup();
            stages.push(Stage { last_seen: store.last_sight_of(&version)?, version, came, held_by });
        }
        // Where nothing was told, what was held back says until when the words before stood there.
        for at in 0..stages.len() {
            let edition = stages[at].version.edition;
            let next = stages[at + 1..].iter().find(|stage| stage.version.edition == edition);
            let until =
                next.and_then(|next| rows_into(&held, &next.version).filter_map(|row| row.change.from.last_seen).max());
            if stages[at].last_seen.is_none() {
                stages[at].last_seen = until;
            }
        }
        // What led to a version may have stood there before it did; the version itself was seen when it was taken.
        for stage in &mut stages {
            stage.last_seen = stage.last_seen.map(|last| last.max(stage.version.seen_at));
        }
        let page = store.page(watch, part)?;
        let waits = page.as_ref().is_some_and(|page| page.outcome == Outcome::Candidate);
        let memory = page.map(|page| page.memory).unwrap_or_default();
        for edition in &memory.editions {
            let last = stages.iter_mut().rev().find(|stage| stage.version.edition == edition.number);
            if let Some(last) = last.filter(|last| last.version.edition != 0 && last.last_seen.is_none()) {
                last.last_seen = edition.passages.last_seen;
            }
        }
        let own = stages.iter().rev().find(|stage| stage.version.edition == 0);
        let own = own.and_then(|stage| stage.version.document.language.clone());
        let mut editions: Vec<(u32, String)> = Vec::new();
        for stage in stages.iter().filter(|stage| stage.version.edition != 0) {
            let number = stage.version.edition;
            if editions.iter().any(|(known, _)| *known == number) {
                continue;
            }
            let known = memory.editions.iter().find(|edition| edition.number == number);
            let instead = known.and_then(|edition| edition.instead.clone()).or_else(|| {
                let (expected, found) = (own.clone()?, stage.version.document.language.clone()?);
                (expected != found).then_some(Trouble::WrongLanguage { expected, found })
            });
            let name = instead.map_or_else(
                || match language {
                    Language::English => "another text at the same address".to_owned(),
                    Language::German => "ein anderer Text unter derselben Adresse".to_owned(),
                },
                |instead| compose::edition(&instead, language),
            );
            editions.push((number, name));
        }
        Ok(Self { stages, held, sights: store.sights(watch, part)?, waits, editions })
    }

    /// What an edition is beside the reader's own: "German instead of English"; none for the reader's own.
    pub fn edition(&self, number: u32) -> Option<&str> {
        self.editions.iter().find(|(known, _)| *known == number).map(|(_, name)| name.as_str())
    }

    /// The stretches between two times in which the reader's own edition was not seen.
    pub fn unseen(&self, from: Timestamp, until: Timestamp) -> impl Iterator<Item = &Sight> {
        let overlaps = move |sight: &&Sight| sight.from <= until && sight.until >= from;
        self.sights.iter().filter(overlaps).filter(|sight| sight.instead.is_some())
    }
}

/// Looks that did not show the reader's own edition, in a phrase: "2026-03-12 06:00 – 2026-03-20 06:00: a login wall".
pub fn unseen_phrase(sight: &Sight, zone: &TimeZone, language: Language) -> String {
    let from = times::shown(sight.from, zone);
    let until = times::shown(sight.until, zone);
    let span = match (language, sight.from == sight.until) {
        (Language::English, true) => format!("on {from}"),
        (Language::English, false) => format!("from {from} to {until}"),
        (Language::German, true) => format!("am {from}"),
        (Language::German, false) => format!("von {from} bis {until}"),
    };
    let why = sight.instead.as_ref().map_or_else(String::new, |instead| why_unseen(instead, language));
    format!("{span}: {why}")
}

/// Why the reader's own edition was not seen.
pub fn why_unseen(trouble: &Trouble, language: Language) -> String {
    match trouble {
        Trouble::WrongLanguage { .. } | Trouble::WrongRegion { .. } | Trouble::OtherDocument { .. } => {
            let edition = compose::edition(trouble, language);
            match language {
                Language::English => format!("it showed {edition}"),
                Language::German => format!("die Seite zeigte {edition}"),
            }
        }
        other if language == Language::English => trouble_text::english(other),
        other => compose::trouble(other, language),
    }
}

/// Rules in the words of a reader: "link with a new address, date that moved".
pub fn rules(keys: &[String], language: Language) -> String {
    keys.iter().map(|key| compose::rule(key, language)).collect::<Vec<_>>().join(", ")
}

/// What was held back as a version was taken for the page's text.
fn rows_into<'a>(held: &'a [Held], version: &Version) -> impl Iterator<Item = &'a Held> {
    held.iter().filter(move |row| row.taken && row.change.to.snapshot == version.snapshot)
}
