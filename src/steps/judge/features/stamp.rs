//! Short names of all that the features of a change rest on, by which a model is known to be older than they are.

use std::collections::BTreeMap;

use serde_json::Value;

use super::list::Features;
use crate::steps::text::{hash, languages};

/// The sections of the languages' files whose words features count, be it in part.
///
/// Words by which days of effect are found are none of them: what they find is one of a few flags, and more of them find more.
const COUNTED: [&str; 15] = [
    "contractions",
    "endings",
    "judged_kinds",
    "language_names",
    "month_abbreviations",
    "months",
    "no_topic",
    "numbered_parts",
    "ordinals",
    "signs",
    "spelling",
    "stopwords",
    "subjects",
    "topics",
    "vendors",
];

/// What stands for those sections of all languages; the order of their words and remarks beside them make no other one.
#[must_use]
pub fn of_lexicons() -> String {
    let sections = |file: &'static str| serde_yaml::from_str::<BTreeMap<String, Value>>(file).unwrap_or_default();
    let counted = languages::sources().map(|file| {
        let kept = sections(file).into_iter().filter(|(name, _)| COUNTED.contains(&name.as_str()));
        kept.map(|(name, words)| (name, sorted(words).to_string())).collect::<Vec<_>>()
    });
    format!("{:016x}", hash::of(&counted.collect::<Vec<_>>()))
}

/// What stands for the names of these features and for their values, as far as another machine counts them alike.
#[must_use]
pub fn of_features(all: &[Features]) -> String {
    let lines = all.iter().flat_map(|features| &features.0).map(|(name, value)| format!("{name} {value:.3}"));
    format!("{:016x}", hash::of(&lines.collect::<Vec<_>>()))
}

/// Lists of words in one order.
fn sorted(words: Value) -> Value {
    match words {
        Value::Array(mut list) => {
            list.sort_by_key(ToString::to_string);
            Value::Array(list)
        }
        Value::Object(groups) => Value::Object(groups.into_iter().map(|(key, words)| (key, sorted(words))).collect()),
        other => other,
    }
}
