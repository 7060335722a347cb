//! What is held back, as rows: a change of one passage each, under the key of its rule.

use super::recorder::{Look, Recorder};
use crate::model::{
    Assessment, Between, Change, Comparison, Edition, Held, Hunk, Place, Seen, Snapshot, Tier, Trouble, Version,
    sha256_hex,
};

/// As many letters of another edition's text stand in its row; the version holds all of it.
const SHOWN: usize = 20_000;

impl Recorder<'_> {
    /// The rows for passages that are held back; `taken` where the text is taken as it is now.
    pub(super) fn held(&self, base: Option<&Version>, snapshot: &Snapshot, hunks: &[Hunk], taken: bool) -> Vec<Held> {
        hunks.iter().map(|hunk| self.row(base, snapshot, hunk.clone(), taken)).collect()
    }

    /// The row that says which other edition stands there.
    pub(super) fn held_edition(&self, own: Option<&Version>, look: &Look<'_>, edition: &Edition) -> Vec<Held> {
        let rule = match &look.instead {
            Some(Trouble::WrongLanguage { .. }) => "edition_in_another_language",
            Some(Trouble::WrongRegion { .. }) => "edition_for_another_region",
            _ => "another_document",
        };
        let mut text = String::new();
        for block in &edition.document.blocks {
            text.push_str(&block.text);
            text.push('\n');
            if text.len() > SHOWN {
                break;
            }
        }
        let hunk = Hunk {
            after: Some(text.trim_end().to_owned()),
            place: Place::Paragraph,
            first_seen: Some(edition.first_seen),
            held_by: Some(rule.to_owned()),
            ..Hunk::default()
        };
        vec![self.row(own, look.snapshot, hunk, false)]
    }

    fn row(&self, base: Option<&Version>, snapshot: &Snapshot, hunk: Hunk, taken: bool) -> Held {
        let first_seen = hunk.first_seen.unwrap_or(snapshot.fetched_at);
        let rule = hunk.held_by.clone().unwrap_or_default();
        let side = |text: &Option<String>| text.clone().unwrap_or_default();
        let (before, after) = (side(&hunk.before), side(&hunk.after));
        let key = ["held", &self.watch.id, &self.page.part, &rule, &before, &after].join("\n");
        let from = base
            .map_or_else(|| Seen::at(String::new(), first_seen), |base| Seen::at(base.snapshot.clone(), base.seen_at));
        let between = Between {
            from,
            to: Seen::at(snapshot.sha256(), first_seen),
            detected_at: first_seen,
            confirmed_at: None,
            back_to: None,
        };
        let mut comparison = Comparison::default();
        comparison.add(vec![Hunk { tier: Some(Tier::None), ..hunk }]);
        let id = sha256_hex(key.as_bytes())[..10].to_owned();
        // The rule says it all.
        let judgement = Assessment::of_noise(Vec::new(), Vec::new());
        Held {
            change: Change::new(id, self.about(), between, comparison, judgement),
            first_seen,
            last_seen: snapshot.fetched_at,
            looks: 1,
            taken,
        }
    }
}
