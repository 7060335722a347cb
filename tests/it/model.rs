//! The model that ships: it says on what it was trained, and it is no older than the features and the words that it weighs.

use std::fs;

use hausrecht::steps::judge::{features, stamp};
use serde_json::Value;

#[path = "../../benches/training/reading.rs"]
mod reading;
#[path = "../../benches/training/train/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the trainer uses all of it")]
mod train;

const MODEL: &str = include_str!("../../src/steps/judge/data/model.txt");
const WRITTEN: &str = "benches/training/written.jsonl";
const STALE: &str =
    "features or words that they count changed since the model was trained: train it again, see CONTRIBUTING.md";

/// What follows a word in the lines by which the model speaks of itself.
fn said(word: &str) -> &'static str {
    let mut words = MODEL.lines().take_while(|line| line.starts_with('#')).flat_map(str::split_whitespace);
    words.find(|known| *known == word).unwrap_or_else(|| panic!("the model does not name its {word}"));
    words.next().unwrap()
}

#[test]
fn the_model_is_no_older_than_the_words_that_its_features_count() {
    assert_eq!(said("lexicons"), stamp::of_lexicons(), "{STALE}");
}

#[test]
fn the_model_is_no_older_than_its_features() {
    let features = reading::some_features(&fs::read_to_string(WRITTEN).unwrap()).unwrap();
    assert!(features.len() > 50, "{}", features.len());
    assert_eq!(said("features"), stamp::of_features(&features), "{STALE}");
}

#[test]
fn the_model_says_on_what_it_was_trained_and_how_it_did() {
    let head: Vec<&str> = MODEL.lines().take_while(|line| line.starts_with('#')).collect();
    for wanted in
        ["# data changes.jsonl: ", "# data written.jsonl: ", "# counts noise ", "# changes.jsonl: tier alert P "]
    {
        assert!(head.iter().any(|line| line.starts_with(wanted)), "{wanted} is not in {head:#?}");
    }
}

/// So few changes train a model that judges nothing, and that is the same each time.
const SOME: usize = 10;

#[test]
fn the_same_changes_train_the_same_model() {
    let written = fs::read_to_string(WRITTEN).unwrap();
    let sample = |line: &str| {
        let item: Value = serde_json::from_str(line).unwrap();
        let texts = reading::texts_of(&item).unwrap();
        let labels = &item["labels"];
        train::Sample {
            document: item["document"].to_string(),
            features: features(&reading::case_of(&item, &texts).unwrap()),
            settled: texts.comparison.is_noise(),
            kinds: serde_json::from_value(labels["kind"].clone()).unwrap(),
            tiers: serde_json::from_value(labels["tier"].clone()).unwrap(),
            topics: serde_json::from_value(labels["topics"].clone()).unwrap(),
            agreed: serde_json::from_value(labels["topics_both"].clone()).unwrap(),
            weight: 1.0,
        }
    };
    let samples: Vec<_> = written.lines().step_by(written.lines().count() / SOME).map(sample).collect();
    let model = || train::train(&samples.iter().collect::<Vec<_>>()).write();
    assert_eq!(model(), model());
}
