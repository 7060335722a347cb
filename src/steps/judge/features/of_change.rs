//! All features of a change: those of its shape, its words, its dates and what it is of.

use std::collections::HashMap;

use jiff::ToSpan as _;

use super::list::{Features, log};
use super::units::{Aside, ChangedRun, units};
use super::{document_kind, notices, residue, sentences, shape};
use crate::model::Noise;
use crate::steps::judge::case::Case;
use crate::steps::judge::effective_date::effective;
use crate::steps::judge::why::signs::{SIGNS, any};
use crate::steps::text::lexicon::{Lexicon, SUBJECTS, TOPIC_WORDS};
use crate::steps::text::spelling::share;
use crate::steps::text::tokens::words;
use crate::steps::text::{stopwords, tokens};

/// The words of all units.
pub(in crate::steps::judge) struct Wording {
    pub(super) added: String,
    pub(super) removed: String,
    /// Changed words with those around them in the line.
    around: String,
    headings: String,
}

impl Wording {
    fn of(case: &Case<'_>, units: &[ChangedRun]) -> Self {
        let (mut added, mut removed, mut around, mut headings) = Default::default();
        let push = |to: &mut String, text: &str| to.push_str(&tokens::joined(text));
        for unit in units {
            push(&mut added, &unit.added);
            push(&mut removed, &unit.removed);
            push(&mut around, &unit.left);
            push(&mut around, if unit.added.is_empty() { &unit.removed } else { &unit.added });
            push(&mut around, &unit.right);
        }
        for heading in case.comparison.hunks.iter().filter_map(|hunk| hunk.heading.last()) {
            push(&mut headings, heading);
        }
        Self { added, removed, around, headings }
    }
}

/// The features of a change.
#[must_use]
pub fn features(case: &Case<'_>) -> Features {
    let mut features = Features::default();
    let (units, asides) = units(&case.comparison.hunks);
    for (name, aside) in [
        ("aside_marks", Aside::Marks),
        ("aside_address", Aside::Address),
        ("aside_hidden", Aside::Hidden),
        ("aside_spelling", Aside::Spelling),
        ("aside_moved", Aside::Moved),
    ] {
        features.count(name, asides.get(&aside).copied().unwrap_or_default());
    }
    features.count("moved", case.comparison.moved);
    for noise in Noise::ALL {
        features.flag(format!("noise_{}", noise.key()), case.comparison.noise.contains(&noise));
    }
    shape::put(&mut features, &units);
    let wording = Wording::of(case, &units);
    of_balance(&mut features, &wording);
    of_language(&mut features, &wording);
    of_lexicon(&mut features, "sign", &SIGNS, &wording);
    of_lexicon(&mut features, "topic", &TOPIC_WORDS, &wording);
    of_lexicon(&mut features, "subject", &SUBJECTS, &wording);
    sentences::put(&mut features, &case.comparison.hunks);
    residue::put(&mut features, &case.comparison.hunks);
    of_dates(&mut features, &wording, case);
    broken(&mut features, &units, &wording);
    notices::put(&mut features, &units, case);
    document_kind::put(&mut features, case);
    features
}

fn times(text: &str) -> HashMap<&str, usize> {
    let mut times = HashMap::new();
    for word in words(text) {
        *times.entry(word).or_default() += 1;
    }
    times
}

/// How much was added and removed, and how much of it is the same words at another place.
fn of_balance(features: &mut Features, wording: &Wording) {
    let (added, removed) = (times(&wording.added), times(&wording.removed));
    let (more, less) = (added.values().sum::<usize>(), removed.values().sum::<usize>());
    let both: usize =
        added.iter().map(|(word, times)| (*times).min(removed.get(word).copied().unwrap_or_default())).sum();
    let only = |here: &HashMap<&str, usize>, there: &HashMap<&str, usize>| {
        here.iter().filter(|(word, times)| **times > there.get(*word).copied().unwrap_or_default()).count()
    };
    let distinct = only(&added, &removed) + only(&removed, &added);
    features.count("added", more);
    features.count("removed", less);
    features.put("balance", share(more, more + less + 1) - share(less, more + less + 1));
    features.put("overlap", share(2 * both, more + less + 1));
    features.count("net_added", more - both);
    features.count("net_removed", less - both);
    features.count("distinct", distinct);
    features.put("distinct_rate", share(distinct, more + less + 1));
    features.flag("only_removed", more == 0 && less > 0);
    features.flag("only_added", less == 0 && more > 0);
    features.count("mass_removed", if more * 20 < less { less } else { 0 });
    features.count("mass_added", if less * 20 < more { more } else { 0 });
}

fn of_language(features: &mut Features, wording: &Wording) {
    let (now, sure) = stopwords::language(words(&wording.added));
    let (then, certain) = stopwords::language(words(&wording.removed));
    features.flag("other_language", sure > 3 && certain > 3 && now != then);
    let all = || words(&wording.added).chain(words(&wording.removed));
    let foreign = all().filter(|word| word.chars().any(|letter| u32::from(letter) > 0x24f)).count();
    let digits = all().filter(|word| word.chars().any(char::is_numeric)).count();
    features.put("foreign_script", share(foreign, all().count() + 1));
    features.put("digits", share(digits, all().count() + 1));
}

/// How often the phrases of each group came, went, and stand near.
fn of_lexicon(features: &mut Features, kind: &str, lexicon: &Lexicon, wording: &Wording) {
    let total = words(&wording.added).count() + words(&wording.removed).count() + 5;
    let [added, removed, around, headings] =
        [&wording.added, &wording.removed, &wording.around, &wording.headings].map(|text| lexicon.count(text));
    for (index, group) in lexicon.groups.iter().enumerate() {
        let [added, removed, around, headings] = [&added, &removed, &around, &headings]
            .map(|counts| usize::from(counts.get(index).copied().unwrap_or_default()));
        features.count(format!("{kind}_{group}_added"), added);
        features.count(format!("{kind}_{group}_removed"), removed);
        let sign = if added >= removed { 1.0 } else { -1.0 };
        features.put(format!("{kind}_{group}_net"), sign * log(added.abs_diff(removed)));
        features.put(format!("{kind}_{group}_rate"), share(added + removed, total));
        features.count(format!("{kind}_{group}_near"), around);
        features.count(format!("{kind}_{group}_heading"), headings);
    }
}

fn of_dates(features: &mut Features, wording: &Wording, case: &Case<'_>) {
    let years = |text: &str| -> Vec<i16> {
        words(text)
            .filter(|word| word.len() == 4)
            .filter_map(|word| word.parse().ok())
            .filter(|year| (1900..2100).contains(year))
            .collect()
    };
    let (now, then, seen) = (years(&wording.added), years(&wording.removed), case.seen_on.year());
    features.flag("year_ahead", now.iter().any(|year| *year > seen));
    features.flag("year_of_sight", now.contains(&seen));
    features.flag("year_old", now.iter().max().is_some_and(|year| *year < seen - 1));
    features.flag("year_back", now.iter().max().zip(then.iter().max()).is_some_and(|(now, then)| now < then));
    let ahead = effective(case.comparison, case.seen_on).map(|found| found.date);
    features.flag("effective", ahead.is_some());
    features.flag("effective_ahead", ahead.is_some_and(|date| date > case.seen_on));
    let fortnight = case.seen_on.checked_sub(14.days()).unwrap_or(case.seen_on);
    features.flag("effective_lately", ahead.is_some_and(|date| date <= case.seen_on && date > fortnight));
    features.flag("effective_long_ago", ahead.is_some_and(|date| date <= fortnight));
    features.flag("month_added", words(&wording.added).any(stopwords::is_month));
    features.flag("month_removed", words(&wording.removed).any(stopwords::is_month));
}

/// Whether a short error page or login wall took the place of the text, or gave it back.
fn broken(features: &mut Features, units: &[ChangedRun], wording: &Wording) {
    let (more, less) = (words(&wording.added).count(), words(&wording.removed).count());
    let is_broken = |text: &str| any(&["broken"], &tokens::joined(text));
    let gone = units.iter().any(|unit| unit.added.is_empty() && is_broken(&unit.removed));
    let came = units.iter().any(|unit| unit.removed.is_empty() && is_broken(&unit.added));
    features.flag("broken_swap", (gone && less < 150 && more > 3 * less) || (came && more < 150));
}
