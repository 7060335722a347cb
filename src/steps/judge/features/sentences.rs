//! What sentences that came or went are about: the brand's own business or matters far from it, rules or mere telling.

use std::collections::HashSet;

use super::list::Features;
use crate::model::Hunk;
use crate::steps::text::lexicon::SUBJECTS;
use crate::steps::text::spelling::share;
use crate::steps::text::tokens::{joined, words};

/// What is no business of a brand, even where it binds.
const FAR: [&str; 5] = ["harm", "politics", "consumer", "america", "abroad"];

/// Shorter ones are labels.
const SENTENCE: usize = 3;

/// What a sentence is to a brand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// A rule on what brands do.
    Own,
    /// A rule on what is far from brands.
    Far,
    /// A rule on anything else.
    Other,
    /// No rule at all.
    Telling,
}

const SORTS: [(&str, Sort); 4] =
    [("own", Sort::Own), ("far", Sort::Far), ("other", Sort::Other), ("telling", Sort::Telling)];

/// Counts the sentences that came and went by what they are to a brand.
pub(super) fn put(features: &mut Features, hunks: &[Hunk]) {
    let (mut came, mut went) = (Vec::new(), Vec::new());
    for hunk in hunks {
        let [before, after] = [&hunk.before, &hunk.after].map(|side| sentences(side.as_deref().unwrap_or_default()));
        came.extend(after.difference(&before).map(|sentence| sort(sentence)));
        went.extend(before.difference(&after).map(|sentence| sort(sentence)));
    }
    for (side, sorts) in [("came", came), ("went", went)] {
        for (name, sort) in SORTS {
            let count = sorts.iter().filter(|one| **one == sort).count();
            features.count(format!("sentences_{name}_{side}"), count);
            features.put(format!("sentences_{name}_{side}_share"), share(2 * count, 2 * sorts.len() + 1));
        }
    }
}

/// The sentences of a text in joined words.
fn sentences(text: &str) -> HashSet<String> {
    let parts = text.split(['.', '!', '?', ';', ':', '\n']).map(joined);
    parts.filter(|sentence| words(sentence).nth(SENTENCE - 1).is_some()).collect()
}

fn sort(sentence: &str) -> Sort {
    let counts = SUBJECTS.count(sentence);
    let is = |group: &str| SUBJECTS.group(group).and_then(|at| counts.get(at)).is_some_and(|times| *times > 0);
    match (is("binding"), FAR.iter().any(|group| is(group)), is("brand") || is("claims")) {
        (false, ..) => Sort::Telling,
        (true, true, _) => Sort::Far,
        (true, false, true) => Sort::Own,
        (true, false, false) => Sort::Other,
    }
}
