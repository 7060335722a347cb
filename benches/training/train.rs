//! Trains the model that judges changes, and measures it on documents that it has not seen.
//!
//! `cargo run --release --example train -- check FILE…`: cross-validation by document.
//! `cargo run --release --example train -- strangers FILE…`: the same by platform: how it judges one that it never met.
//! `cargo run --release --example train -- write FILE…`: trains on everything and writes `src/steps/judge/data/model.txt`.
//! `cargo run --release --example train -- rules FILE…`: which rules moved a tier, and how often rightly, with the model that ships.
//! `cargo run --release --example train -- features FILE…`: the features and hunks as JSON lines, to look at.
//!
//! A FILE holds one JSON object a line: `id`, `platform`, `document`, `language`, `date` (YYYY-MM-DD), `before` and `after`
//! (Markdown), and `labels` with `kind` and `tier`, each a list of one or two readers' answers; `written` is true for a change
//! that nobody made but that was written to train on: it counts less, and nothing is measured on it. Beside this file lies
//! `written.jsonl`, such changes from our own hands; name it last.
#![expect(clippy::print_stdout, reason = "a tool for the terminal")]

#[path = "reading.rs"]
mod reading;
#[path = "train/mod.rs"]
mod train;

use std::collections::{BTreeMap, HashMap};
use std::fs;

use anyhow::{Context as _, bail};
use hausrecht::model::{Kind, Tier, Topic};
use hausrecht::steps::judge::{features, grounds, stamp};
use hausrecht::steps::text::hash;
use hausrecht::steps::two_texts::TwoTexts;
use reading::{case_of, some_features, texts_of};
use serde_json::{Value, json};
use train::{Sample, measure, train};

/// On how many parts of the documents the model is measured in turn.
const PARTS: usize = 8;
/// How much a change counts that was written for training, beside one that happened.
const WRITTEN: f32 = 0.25;
const MODEL: &str = "src/steps/judge/data/model.txt";
/// The changes from our own hands; some of them stand for all, where a test asks whether the model is stale.
const OURS: &str = "benches/training/written.jsonl";

/// The number of its file, the line as it stands there, what is learned from it, and the two texts.
type Labelled = (usize, Value, Sample, TwoTexts);

/// The number of its file, the labels, and what was said of it.
type Said<'a> = (usize, &'a Sample, (Kind, Tier), Vec<Topic>);

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_default();
    let (mut samples, mut files) = (Vec::new(), Vec::new());
    for (number, file) in arguments.enumerate() {
        let lines = fs::read_to_string(&file).with_context(|| file.clone())?;
        files.push(Data::of(&file, &lines));
        for line in lines.lines() {
            let item: Value = serde_json::from_str(line)?;
            let (sample, texts) = sample(&item)?;
            samples.push((number, item, sample, texts));
        }
    }
    match task.as_str() {
        "check" => drop(check(&samples, &files, |sample| &sample.document)?),
        "strangers" => {
            drop(check(&samples, &files, |sample| sample.document.split('/').next().unwrap_or_default())?);
        }
        "write" => {
            let scores = check(&samples, &files, |sample| &sample.document)?;
            let all: Vec<&Sample> = samples.iter().map(|(_, _, sample, _)| sample).collect();
            fs::write(MODEL, format!("{}{}", head(&files, &all, &scores)?, train(&all).write()))?;
        }
        "features" => {
            for (_, item, sample, texts) in &samples {
                let values: BTreeMap<&str, f32> =
                    sample.features.0.iter().map(|(name, value)| (name.as_str(), *value)).collect();
                let (settled, hunks, date_lines) =
                    (sample.settled, &texts.comparison.hunks, &texts.comparison.date_lines);
                println!(
                    "{}",
                    json!({"id": item["id"], "settled": settled, "features": values, "hunks": hunks, "stamps": date_lines})
                );
            }
        }
        "rules" => rules(&samples)?,
        _ => bail!("say check, strangers, write, rules or features, and name the files"),
    }
    Ok(())
}

/// A file of labelled changes.
struct Data {
    name: String,
    changes: usize,
    hash: u64,
}

impl Data {
    fn of(path: &str, lines: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or(path).to_owned();
        Self { name, changes: lines.lines().count(), hash: hash::of(lines) }
    }
}

/// What the model says of itself: what its features were, on what it was trained, and how it did on what it had not seen.
fn head(files: &[Data], samples: &[&Sample], scores: &[String]) -> anyhow::Result<String> {
    let features = stamp::of_features(&some_features(&fs::read_to_string(OURS)?)?);
    let mut head = vec![
        "# Trained by `cargo run --release --example train -- write FILE…`; see CONTRIBUTING.md.".to_owned(),
        format!("# features {features} lexicons {}", stamp::of_lexicons()),
    ];
    let data = files.iter().map(|data| format!("# data {}: {} changes, {:016x}", data.name, data.changes, data.hash));
    head.extend(data);
    let of_kind = |kind: Kind| samples.iter().filter(|sample| sample.kinds.iter().max() == Some(&kind)).count();
    let of_tier = |tier: Tier| samples.iter().filter(|sample| sample.tiers.iter().max() == Some(&tier)).count();
    let kinds =
        [Kind::Noise, Kind::Editorial, Kind::Substantive].map(|kind| format!("{} {}", kind.key(), of_kind(kind)));
    let tiers = [Tier::None, Tier::Fyi, Tier::Alert].map(|tier| format!("{} {}", tier.key(), of_tier(tier)));
    head.push(format!("# counts {}; {}", kinds.join(", "), tiers.join(", ")));
    head.push("# scores on documents that it had not seen, by `train -- check` with the same files:".to_owned());
    head.extend(scores.iter().cloned());
    Ok(head.join("\n") + "\n")
}

/// Prints which rules fired for each change, and for each rule how often it moved a tier and how often to where the readers had it.
fn rules(samples: &[Labelled]) -> anyhow::Result<()> {
    let mut counts: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for (_, item, sample, texts) in samples.iter().filter(|(_, item, ..)| item["written"] != true) {
        let grounds = grounds(case_of(item, texts)?);
        let fired: Vec<String> = grounds
            .rules
            .iter()
            .map(|step| format!("{:?} {}→{}", step.rule, step.before.key(), step.after.key()))
            .collect();
        for step in &grounds.rules {
            let count = counts.entry(format!("{:?}", step.rule)).or_default();
            count[0] += 1;
            if step.before != step.after {
                count[1] += 1;
                count[2] += usize::from(sample.tiers.contains(&step.after));
            }
        }
        let tiers: Vec<&str> = sample.tiers.iter().map(|tier| tier.key()).collect();
        let passage = grounds.passage.and_then(|at| grounds.judged.hunks.get(at));
        let is_alone = grounds.is_passage_alone;
        println!(
            "{}",
            json!({"id": item["id"], "label": tiers, "said": grounds.judged.assessment.tier, "fired": fired, "alone": is_alone, "hunk": passage})
        );
    }
    for (rule, [fired, moved, right]) in counts {
        println!("# {rule}: fired {fired}, moved the tier {moved}, rightly {right}");
    }
    Ok(())
}

/// Measures on each part of the groups a model that was trained on the others; what it prints of each file.
fn check(samples: &[Labelled], files: &[Data], group: fn(&Sample) -> &str) -> anyhow::Result<Vec<String>> {
    let parts = parts(samples, group);
    let unseen = |part: usize| -> anyhow::Result<Vec<(String, Said<'_>)>> {
        let (others, own): (Vec<_>, Vec<_>) =
            samples.iter().partition(|(_, item, sample, _)| item["written"] == true || parts[group(sample)] != part);
        let model = train(&others.iter().map(|(_, _, sample, _)| sample).collect::<Vec<_>>());
        let judged = own.into_iter().map(|(file, item, sample, texts)| {
            let opinion = model.opinion(&sample.features);
            let judged = texts.judged_with(case_of(item, texts)?, Some(&model)).assessment;
            let answer = (judged.kind, judged.tier);
            let line = json!({"id": item["id"], "kind": answer.0, "tier": answer.1,
                "right": sample.kinds.contains(&answer.0) && sample.tiers.contains(&answer.1),
                "date": judged.effective_date.map(|date| date.to_string()),
                "opinion": [opinion.noise, opinion.editorial, opinion.substantive, opinion.alert, opinion.skim]});
            Ok((line.to_string(), (*file, sample, answer, judged.topics)))
        });
        judged.collect()
    };
    let mut said: Vec<Said<'_>> = Vec::new();
    let judged = std::thread::scope(|scope| {
        let unseen = &unseen;
        let threads: Vec<_> = (0..2)
            .map(|half| scope.spawn(move || (0..PARTS).filter(|part| part % 2 == half).map(unseen).collect::<Vec<_>>()))
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect::<Vec<_>>()
    });
    for part in judged {
        for (line, one) in part? {
            println!("{line}");
            said.push(one);
        }
    }
    let mut scores = Vec::new();
    for (file, data) in files.iter().enumerate().filter(|(file, _)| said.iter().any(|(of, ..)| of == file)) {
        let of_file = || said.iter().filter(move |(of, ..)| *of == file);
        let kinds = measure(
            of_file().map(|(_, sample, said, _)| (sample.kinds.iter().map(|kind| kind.key()).collect(), said.0.key())),
        );
        let tiers = measure(
            of_file().map(|(_, sample, said, _)| (sample.tiers.iter().map(|tier| tier.key()).collect(), said.1.key())),
        );
        let (mut hits, mut wrong, mut missed) = (0, 0, 0);
        for (_, sample, _, topics) in of_file().filter(|(_, sample, ..)| sample.tiers != [Tier::None]) {
            hits += topics.iter().filter(|topic| sample.topics.contains(topic)).count();
            wrong += topics.iter().filter(|topic| !sample.topics.contains(topic)).count();
            missed += sample.agreed.iter().filter(|topic| !topics.contains(topic)).count();
        }
        let name = &data.name;
        scores.push(format!("# {name}: topics right {hits}, wrong {wrong}, missed {missed}"));
        scores.push(format!("# {name}: kind {kinds}"));
        scores.push(format!(
            "# {name}: tier {tiers}; alerts hidden {}, alerts for nothing {}",
            tiers.count("alert", "none"),
            tiers.count("none", "alert")
        ));
    }
    for line in &scores {
        println!("{line}");
    }
    Ok(scores)
}

/// Spreads groups of samples over the parts, the largest first, each into the part with the fewest samples.
fn parts(samples: &[Labelled], group: fn(&Sample) -> &str) -> HashMap<String, usize> {
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, _, sample, _) in samples.iter().filter(|(_, item, ..)| item["written"] != true) {
        *sizes.entry(group(sample)).or_default() += 1;
    }
    let mut groups: Vec<_> = sizes.into_iter().collect();
    groups.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let mut filled = [0; PARTS];
    let mut parts = HashMap::new();
    for (name, size) in groups {
        let part = (0..PARTS).min_by_key(|part| filled[*part]).unwrap_or_default();
        filled[part] += size;
        parts.insert(name.to_owned(), part);
    }
    parts
}

fn sample(item: &Value) -> anyhow::Result<(Sample, TwoTexts)> {
    let text = |name: &str| item[name].as_str().unwrap_or_default();
    let texts = texts_of(item)?;
    let sample = Sample {
        document: format!("{}/{}", text("platform"), text("document")),
        features: features(&case_of(item, &texts)?),
        settled: texts.comparison.is_noise(),
        kinds: serde_json::from_value(item["labels"]["kind"].clone())?,
        tiers: serde_json::from_value(item["labels"]["tier"].clone())?,
        topics: serde_json::from_value(item["labels"]["topics"].clone())?,
        agreed: serde_json::from_value(item["labels"]["topics_both"].clone())?,
        weight: if item["written"] == true { WRITTEN } else { 1.0 },
    };
    Ok((sample, texts))
}
