//! The day a change bears: the one on which most of it was first seen.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::model::{Edit, Hunk};
use crate::steps::noise;

/// When most words of these passages were first seen; of two days with as many, the later one.
///
/// Passages bear days of their own. What came and went for weeks and now stays, or the date of an update that waited for
/// others to be told with, lends its day to nothing else; a line that only dates the document counts where nothing else does.
pub(super) fn most_first_seen(hunks: &[Hunk]) -> Option<Timestamp> {
    let mut words: BTreeMap<Timestamp, (usize, usize)> = BTreeMap::new();
    for hunk in hunks {
        let Some(first_seen) = hunk.first_seen else { continue };
        let differing = differing_words(hunk);
        let is_beside = hunk.held_by.is_some() || noise::only_dates(hunk);
        let of_rules = if is_beside { 0 } else { differing };
        let sum = words.entry(first_seen).or_default();
        *sum = (sum.0 + of_rules, sum.1 + differing);
    }
    words.into_iter().max_by_key(|(first_seen, words)| (*words, *first_seen)).map(|(first_seen, _)| first_seen)
}

fn differing_words(hunk: &Hunk) -> usize {
    let differing = hunk.edits.iter().map(|edit| match edit {
        Edit::Kept(_) => 0,
        Edit::Removed(text) | Edit::Added(text) => text.split_whitespace().count().max(1),
    });
    differing.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hunk(day: i8, before: &str, after: &str) -> Hunk {
        let first_seen = jiff::civil::date(2026, 5, day).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
        let edits = vec![Edit::Removed(before.to_owned()), Edit::Added(after.to_owned())];
        let side = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Hunk { before: side(before), after: side(after), edits, first_seen: Some(first_seen), ..Hunk::default() }
    }

    fn day_of(hunks: &[Hunk]) -> Option<i8> {
        most_first_seen(hunks).map(|time| time.to_zoned(jiff::tz::TimeZone::UTC).day())
    }

    #[test]
    fn what_waited_in_one_of_two_texts_lends_its_day_to_no_larger_passage() {
        let small = hunk(3, "Parcels leave within five days.", "Parcels leave within two days.");
        let large = hunk(20, "", "Nobody may hold lotteries among the visitors of a shop, whatever is drawn in them.");
        assert_eq!(day_of(&[small.clone(), large]), Some(20));
        assert_eq!(day_of(&[small]), Some(3));
    }

    #[test]
    fn a_line_that_dates_the_document_lends_its_day_where_nothing_else_differs() {
        let line = hunk(3, "Last updated: 20 December 2025 by us", "Last updated: 4 January 2026 by us");
        let rule = hunk(20, "16", "18");
        assert_eq!(day_of(&[line.clone(), rule]), Some(20));
        assert_eq!(day_of(&[line]), Some(3));
    }
}
