//! How much two texts have in common: words in a row, language, region, title.

use std::collections::HashSet;

use crate::model::{BlockKind, Document};
use crate::steps::{imprint, wording};

/// A text is known again by so many of its words in a row.
const SAMPLE: usize = 200;

/// What a text has in common with the last version.
#[derive(Debug)]
pub(super) struct Likeness {
    /// How much of the last version is still there.
    pub kept: f64,
    /// How much of the text was there before.
    pub known: f64,
    shingles: HashSet<u64>,
}

impl Likeness {
    pub fn of(base: &Document, document: &Document) -> Self {
        let (old, new) = (shingles(base), shingles(document));
        let common = old.intersection(&new).count();
        Self { kept: share(common, old.len()), known: share(common, new.len()), shingles: new }
    }

    /// A few of the words in a row that stand for the text, in order.
    pub fn sample(&self) -> Vec<u64> {
        let mut sample: Vec<_> = self.shingles.iter().copied().collect();
        sample.sort_unstable();
        sample.truncate(SAMPLE);
        sample
    }
}

/// The languages of two texts, where both can be told and differ.
pub(super) fn other_language(base: &Document, document: &Document) -> Option<(String, String)> {
    let (expected, found) = (language(base)?, language(document)?);
    (expected != found).then_some((expected, found))
}

/// The regions that two texts declare, where both do and differ in nothing else.
pub(super) fn other_region(base: &Document, document: &Document) -> Option<String> {
    let parts = |document: &Document| {
        let declared = document.language.clone()?.to_ascii_lowercase();
        let (language, region) = declared.split_once('-')?;
        Some((language.to_owned(), region.to_owned()))
    };
    let ((old_language, old), (new_language, new)) = (parts(base)?, parts(document)?);
    (old_language == new_language && old != new)
        .then(|| format!("{new_language}-{new} instead of {old_language}-{old}"))
}

/// Whether neither the title nor the first heading has much in common with that of the last version.
pub(super) fn other_title(base: &Document, document: &Document) -> bool {
    let differ = |old: Option<&str>, new: Option<&str>| match (old, new) {
        (Some(old), Some(new)) => !alike(old, new),
        _ => false,
    };
    differ(base.title.as_deref(), document.title.as_deref()) && differ(heading(base), heading(document))
}

/// What the document calls itself.
pub(super) fn title(document: &Document) -> String {
    heading(document).or(document.title.as_deref()).unwrap_or_default().to_owned()
}

fn heading(document: &Document) -> Option<&str> {
    let heading = document.blocks.iter().find(|block| matches!(block.kind, BlockKind::Heading(_)))?;
    Some(heading.text.as_str())
}

/// Whether half of the words of the shorter title stand in the other.
fn alike(old: &str, new: &str) -> bool {
    let words = |text: &str| {
        let mut found = HashSet::new();
        wording::each_word(text, |word, _| {
            found.insert(word.to_owned());
        });
        found
    };
    let (old, new) = (words(old), words(new));
    old.intersection(&new).count() * 2 >= old.len().min(new.len()).max(1)
}

/// Stands for each run of three words.
fn shingles(document: &Document) -> HashSet<u64> {
    let mut found = HashSet::new();
    let mut run = [0_u64; 3];
    for block in &document.blocks {
        wording::each_word(&block.text, |word, _| {
            run = [run[1], run[2], imprint::of(word)];
            found.insert(imprint::of(&run));
        });
    }
    found
}

#[expect(clippy::cast_precision_loss, reason = "a share of words")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The language of a document's text, where it can be told.
fn language(document: &Document) -> Option<String> {
    let mut text = String::new();
    for block in document.blocks.iter().filter(|block| block.text.len() > 40) {
        text.push_str(&block.text);
        text.push(' ');
        if text.len() > 6000 {
            break;
        }
    }
    let found = whatlang::detect(&text)?;
    (found.is_reliable() && text.len() > 200).then(|| found.lang().code().to_owned())
}
