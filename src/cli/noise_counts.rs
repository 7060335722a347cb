//! How often a page showed what was held back: by rule where passages were kept, else by class; each look counts once.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::io::store::HeldBack;
use crate::model::Held;
use crate::steps::noise::class_of;

/// What was held back of one page under one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The key of a rule or of a class.
    pub key: String,
    /// At so many looks.
    pub looks: u64,
    /// So many passages; none where only the class is known.
    pub passages: usize,
    pub last_at: Timestamp,
}

/// What is known of one page.
#[derive(Debug, Default)]
pub struct Page<'a> {
    /// What its classes were counted for.
    pub classes: Vec<&'a HeldBack>,
    /// The passages that are kept.
    pub held: Vec<&'a Held>,
}

impl Page<'_> {
    /// Its counts, by their keys.
    pub fn counts(&self) -> Vec<Count> {
        let mut by_rule: BTreeMap<&str, Vec<&Held>> = BTreeMap::new();
        for row in &self.held {
            by_rule.entry(row.rule()).or_default().push(row);
        }
        let classes = self.classes.iter();
        let mut counts: Vec<Count> = classes.filter_map(|class| without_passages(class, &self.held)).collect();
        counts.extend(by_rule.into_iter().filter_map(|(rule, rows)| {
            let last_at = rows.iter().map(|row| row.last_seen).max()?;
            Some(Count { key: rule.to_owned(), looks: looks(&rows), passages: rows.len(), last_at })
        }));
        counts.sort_by(|one, other| one.key.cmp(&other.key));
        counts
    }
}

/// What is left of a class once the looks are taken away of which passages are kept.
fn without_passages(class: &HeldBack, held: &[&Held]) -> Option<Count> {
    let of_class = |row: &&&Held| class_of(row.rule()) == Some(class.noise);
    let mine: Vec<&Held> = held.iter().filter(of_class).copied().collect();
    // A look counts one class, be it that its passages are held back under rules of several.
    if mine.is_empty() && held.iter().any(|row| row.last_seen == class.last_at) {
        return None;
    }
    let looks = class.count.saturating_sub(looks(&mine));
    let key = class.noise.key().to_owned();
    (looks > 0).then_some(Count { key, looks, passages: 0, last_at: class.last_at })
}

/// At how many looks passages were seen. Of those whose times overlap it is told only how often each was seen, and they are
/// taken to have been seen together.
fn looks(rows: &[&Held]) -> u64 {
    let mut rows = rows.to_vec();
    rows.sort_by_key(|row| row.first_seen);
    let (mut all, mut most, mut until) = (0, 0, None);
    for row in rows {
        if until.is_some_and(|until| row.first_seen > until) {
            all += most;
            most = 0;
        }
        most = most.max(row.looks);
        until = until.max(Some(row.last_seen));
    }
    all + most
}
