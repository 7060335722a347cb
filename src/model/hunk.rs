//! One contiguous difference between two texts, word by word.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Tier;

/// One contiguous difference.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hunk {
    /// The headings above it, outermost first.
    pub heading: Vec<String>,
    /// None where text was only added.
    pub before: Option<String>,
    /// None where text was only removed.
    pub after: Option<String>,
    /// The words of both sides in order: joined without `Added` they give `before`, without `Removed` `after`.
    pub edits: Vec<Edit>,
    pub place: Place,
    /// The first look that showed these words; none where the texts come from no looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_seen: Option<Timestamp>,
    /// How much this passage matters by itself; none before it was judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// The sentence that leads the list in which it stands ("You must not:").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// Sentences above it that say for whom it holds, where they name a place: that which leads its list, and that with
    /// which its section begins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leads: Vec<String>,
    /// For a row of a table: what stands at the head of its columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// Whether it stands beside the document, in a part of the page that belongs to the site.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub aside: bool,
    /// The key of the rule that holds it back from readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_by: Option<String>,
}

impl Hunk {
    /// The cells of a changed row that differ: the head of the column, and what stands there before and after; nothing where
    /// the columns are not known, or where the cell that names the row and others differ: that is another row in its place.
    #[must_use]
    pub fn cells(&self) -> Vec<(&str, &str, &str)> {
        let (Some(before), Some(after)) = (&self.before, &self.after) else { return Vec::new() };
        let cells = |row: &'_ str| row.split(BETWEEN_CELLS).map(str::trim).count();
        let count = self.columns.len();
        if count == 0
            || before.contains('\n')
            || after.contains('\n')
            || cells(before) != count
            || cells(after) != count
        {
            return Vec::new();
        }
        let sides = before.split(BETWEEN_CELLS).map(str::trim).zip(after.split(BETWEEN_CELLS).map(str::trim));
        let all = self.columns.iter().map(|head| head.trim()).zip(sides);
        let differing: Vec<_> = all.filter(|(_, (old, new))| old != new).collect();
        let name = |row: &'_ str| row.split(BETWEEN_CELLS).next().unwrap_or_default().trim().to_owned();
        if differing.len() > 1 && name(before) != name(after) {
            return Vec::new();
        }
        let named = differing.into_iter().filter(|(head, _)| !head.is_empty());
        named.map(|(head, (old, new))| (head, old, new)).collect()
    }
}

/// What stands between two cells of a row.
pub const BETWEEN_CELLS: &str = " | ";

/// A run of words and what happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Edit {
    Kept(String),
    Removed(String),
    Added(String),
}

/// What sort of block a hunk stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    Heading,
    #[default]
    Paragraph,
    Item,
    Row,
    Code,
}
