//! Reads labelled changes as a round reads its texts; shared by the trainer and the test that knows a stale model.

use hausrecht::model::{Origin, Snapshot};
use hausrecht::steps::extract::{Extract, Reading, extract};
use hausrecht::steps::judge::{Case, Features, Subject, Team, case, features};
use hausrecht::steps::two_texts::TwoTexts;
use serde_json::Value;

/// One written change in so many stands for all, where it is asked whether features are still what the model learned.
const EACH: usize = 40;

/// What lies between the two texts of a line.
pub fn texts_of(item: &Value) -> anyhow::Result<TwoTexts> {
    let text = |name: &str| item[name].as_str().unwrap_or_default();
    Ok(TwoTexts::between(&read(text("before"))?, &read(text("after"))?, false))
}

fn read(text: &str) -> anyhow::Result<Extract> {
    let snapshot = Snapshot {
        fetched_at: "2026-01-01T00:00:00Z".parse()?,
        url: "file:///page.md".parse()?,
        redirects: Vec::new(),
        status: 0,
        headers: Vec::new(),
        body: text.as_bytes().to_vec(),
        origin: Origin::Hand,
    };
    Ok(extract(&snapshot, Reading::default()).unwrap_or_default())
}

/// The case as `diff` makes it where it is told of platform and document only.
pub fn case_of<'a>(item: &'a Value, texts: &'a TwoTexts) -> anyhow::Result<Case<'a>> {
    let text = |name: &str| item[name].as_str().unwrap_or_default();
    let subject = Subject { platform: text("platform"), document: text("document"), ..Subject::default() };
    Ok(case(subject, Team::default(), &texts.comparison, text("date").parse()?))
}

/// The features of some of the written changes.
pub fn some_features(written: &str) -> anyhow::Result<Vec<Features>> {
    let features_of = |line: &str| {
        let item: Value = serde_json::from_str(line)?;
        Ok(features(&case_of(&item, &texts_of(&item)?)?))
    };
    written.lines().step_by(EACH).map(features_of).collect()
}
