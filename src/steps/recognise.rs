//! Whether a page is the document that we know, or a wall, an error or something else in its place.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};

use super::extract::{Extract, Signs};
use super::{imprint, wording};
use crate::model::{Document, Stranger, Trouble};

/// What a page was taken for.
#[derive(Debug)]
pub enum Recognised {
    /// The document, perhaps changed.
    Document,
    /// Another text that has stood in the document's place for so long that it must be the document now.
    Rewritten { first_snapshot: String, first_seen: Timestamp },
    /// Something else.
    Not(Trouble),
}

/// So many looks over so long a time make a stranger the document.
const SETTLED_IN: (u32, SignedDuration) = (4, SignedDuration::from_hours(3 * 24 - 6));
/// A text that shares so much with the last version is the document.
const KEPT: f64 = 0.45;
/// A page that keeps less of the last version is not whole where it also shows nothing new.
const WHOLE: f64 = 0.65;
const NOTHING_NEW: f64 = 0.95;
/// Fewer words are no policy.
const STUB: usize = 60;

/// Tells what a page is by what its text has in common with the last version, and by the signs of a wall.
#[must_use]
pub fn recognise(
    base: Option<&Document>,
    extract: &Extract,
    stranger: &mut Option<Stranger>,
    snapshot: &str,
    now: Timestamp,
) -> Recognised {
    let Extract { document, signs } = extract;
    let words = document.word_count();
    let Some(base) = base else {
        return wall(signs, document, words).map_or(Recognised::Document, Recognised::Not);
    };
    let (old, new) = (shingles(base), shingles(document));
    let shared = share(old.intersection(&new).count(), old.len().min(new.len()));
    let kept = share(old.intersection(&new).count(), old.len());
    let base_words = base.word_count();
    let fragment = words * 2 < base_words && kept < KEPT;
    // Much is missing and nothing is new: sections that were not loaded, until they stay away.
    let cut_off = kept < WHOLE && share(old.intersection(&new).count(), new.len()) >= NOTHING_NEW;
    if !cut_off && (kept >= KEPT || (shared >= KEPT && !fragment)) {
        *stranger = None;
        return Recognised::Document;
    }
    if let Some(trouble) = wall(signs, document, words) {
        *stranger = None;
        return Recognised::Not(trouble);
    }
    if let (Some(expected), Some(found)) = (language(base), language(document))
        && expected != found
    {
        return Recognised::Not(Trouble::WrongLanguage { expected, found });
    }
    if let Some(first) = settled_in(stranger, &new, words.max(1), snapshot, now) {
        return first;
    }
    Recognised::Not(if cut_off || (shared >= 0.8 && fragment) {
        Trouble::Partial
    } else if words < STUB {
        Trouble::SoftError
    } else if fragment {
        Trouble::OtherDocument { title: title(document) }
    } else {
        // As long as the document, in its language, without the signs of a wall: a rewriting, once it is seen again.
        return Recognised::Document;
    })
}

/// The wall that a short page is by its signs.
fn wall(signs: &Signs, document: &Document, words: usize) -> Option<Trouble> {
    if words < 500 && signs.bot_proof && signs.password_fields == 0 {
        return Some(Trouble::BotWall);
    }
    if words < 400 && signs.password_fields > 0 {
        return Some(Trouble::LoginWall);
    }
    let text: Vec<_> = document.blocks.iter().map(|block| block.text.to_lowercase()).collect();
    let cookies: usize = text.iter().map(|line| line.matches("cookie").count()).sum();
    let asks_consent = words < 1500 && cookies >= 4 && cookies * 60 > words && signs.buttons > 0;
    asks_consent.then_some(Trouble::ConsentWall)
}

/// Counts the looks at which the same stranger stood in the document's place.
fn settled_in(
    stranger: &mut Option<Stranger>,
    words: &HashSet<u64>,
    count: usize,
    snapshot: &str,
    now: Timestamp,
) -> Option<Recognised> {
    if count < STUB {
        *stranger = None;
        return None;
    }
    // A sample is enough to know a text again: the shingles that are smallest.
    let mut sample: Vec<_> = words.iter().copied().collect();
    sample.sort_unstable();
    sample.truncate(200);
    let same = stranger.as_ref().is_some_and(|known| {
        let common = sample.iter().filter(|word| known.words.binary_search(word).is_ok()).count();
        common * 10 >= known.words.len().min(sample.len()) * 7
    });
    match stranger {
        Some(known) if same => known.looks = known.looks.saturating_add(1),
        _ => *stranger = Some(Stranger { words: sample, since: now, snapshot: snapshot.to_owned(), looks: 1 }),
    }
    let known = stranger.as_ref()?;
    let settled = known.looks >= SETTLED_IN.0 && now.duration_since(known.since) >= SETTLED_IN.1;
    settled.then(|| Recognised::Rewritten { first_snapshot: known.snapshot.clone(), first_seen: known.since })
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

fn title(document: &Document) -> String {
    let heading = document.blocks.iter().find(|block| matches!(block.kind, crate::model::BlockKind::Heading(_)));
    heading.map(|block| block.text.clone()).or_else(|| document.title.clone()).unwrap_or_default()
}
