//! A text that stands in the document's place: it must be seen again and again before it is believed.

use jiff::{SignedDuration, Timestamp};

use crate::model::Candidate;

/// So many looks over so long a time make a text an edition: half-loaded pages and variants of a day or two are none.
const STANDS: (u32, SignedDuration) = (4, SignedDuration::from_hours(3 * 24 - 6));
/// So many of a hundred of its words in a row make a text the same as at the last look.
const SAME: usize = 70;

/// Counts the looks at which the same text stood there; once they are enough, since when.
///
/// `sample` stands for its words, in order.
pub(super) fn stands(
    known: &mut Option<Candidate>,
    sample: &[u64],
    snapshot: &str,
    now: Timestamp,
) -> Option<Timestamp> {
    let is_same = known.as_ref().is_some_and(|known| {
        let common = sample.iter().filter(|word| known.words.binary_search(word).is_ok()).count();
        common * 100 >= known.words.len().min(sample.len()) * SAME
    });
    match known {
        Some(known) if is_same => known.looks = known.looks.saturating_add(1),
        _ => *known = Some(Candidate { words: sample.to_vec(), since: now, snapshot: snapshot.to_owned(), looks: 1 }),
    }
    let known = known.as_ref()?;
    (known.looks >= STANDS.0 && now.duration_since(known.since) >= STANDS.1).then_some(known.since)
}
