//! Trains the model on labelled changes, and measures it on documents that it has not seen.

mod boost;
mod logistic;
mod measure;
mod settings;
mod split;

pub use measure::measure;

use boost::boost;
use hausrecht::model::{Kind, Tier, Topic};
use hausrecht::steps::judge::Features;
use hausrecht::steps::judge::model::Model;
use hausrecht::steps::judge::model::ensemble::Ensemble;
use hausrecht::steps::judge::model::forest::Forest;
use hausrecht::steps::text::spelling::share;
use logistic::descend;
use settings::Settings;

/// A labelled change.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Platform and document: samples of one document are never on both sides of a measurement.
    pub document: String,
    pub features: Features,
    /// Whether the comparison alone says that it is noise; nothing is left to judge then.
    pub settled: bool,
    /// The readers' answers; any of them counts as right.
    pub kinds: Vec<Kind>,
    pub tiers: Vec<Tier>,
    /// Topics that a reader named, and those that all readers named.
    pub topics: Vec<Topic>,
    pub agreed: Vec<Topic>,
    /// How much it counts beside the others; what was written for training counts less than what happened.
    pub weight: f32,
}

/// Rows of features, what each is, and how much each counts.
#[derive(Debug, Default)]
struct Lesson {
    rows: Vec<Vec<f32>>,
    labels: Vec<usize>,
    weights: Vec<f32>,
}

impl Sample {
    /// The kind to learn: what matters most where readers disagree.
    fn kind(&self) -> usize {
        match self.kinds.iter().max() {
            Some(Kind::Substantive) => 2,
            Some(Kind::Editorial) => 1,
            _ => 0,
        }
    }

    fn values(&self) -> Vec<f32> {
        self.features.0.iter().map(|(_, value)| *value).collect()
    }

    fn is(&self, tier: Tier) -> usize {
        usize::from(self.tiers.iter().max() == Some(&tier))
    }
}

/// A model trained on these samples; the same samples in the same order give the same model.
#[must_use]
pub fn train(samples: &[&Sample]) -> Model {
    let names = samples.first().map(|sample| sample.features.0.iter().map(|(name, _)| name.clone()).collect());
    let rows = |chosen: &dyn Fn(&Sample) -> bool, label: &dyn Fn(&Sample) -> usize| {
        let chosen: Vec<&&Sample> = samples.iter().filter(|sample| !sample.settled && chosen(sample)).collect();
        Lesson {
            rows: chosen.iter().map(|sample| sample.values()).collect(),
            labels: chosen.iter().map(|sample| label(sample)).collect(),
            weights: chosen.iter().map(|sample| sample.weight).collect(),
        }
    };
    let (kinds, alerts, skims) = (
        rows(&|_| true, &Sample::kind),
        rows(&|sample| sample.kind() == 2, &|sample| sample.is(Tier::Alert)),
        rows(&|sample| sample.kind() == 1, &|sample| sample.is(Tier::Fyi)),
    );
    let topics = Topic::ALL.into_iter().filter_map(|topic| of_topic(topic, samples));
    let tree = Settings { rounds: 90, depth: 4, rate: 0.08, rows: 0.6, features: 0.1, leaf: 4, calm: 1.0, seed: 1 };
    Model {
        names: names.unwrap_or_default(),
        kind: together(
            &kinds,
            3,
            &[tree, Settings { seed: 2, ..tree }, Settings { seed: 3, rounds: 110, depth: 3, ..tree }],
        ),
        alert: together(
            &alerts,
            2,
            &[
                Settings { rounds: 100, depth: 1, rate: 0.1, features: 0.2, ..tree },
                Settings { rounds: 100, depth: 1, rate: 0.1, features: 0.2, seed: 2, ..tree },
                Settings { rounds: 80, depth: 2, seed: 3, ..tree },
            ],
        ),
        topics: topics.collect(),
        skim: together(
            &skims,
            2,
            &[Settings { rounds: 30, depth: 2, ..tree }, Settings { rounds: 30, depth: 2, seed: 2, ..tree }],
        ),
    }
}

/// A topic needs this many examples to be learned; the lexicon alone tells the others.
const ENOUGH: usize = 12;

/// What tells a topic from the others, in changes that somebody was told of.
fn of_topic(topic: Topic, samples: &[&Sample]) -> Option<(Topic, Ensemble)> {
    let told = samples.iter().filter(|sample| sample.tiers.iter().max() > Some(&Tier::None));
    // What one reader names and the other does not teaches nothing.
    let clear = told.filter(|sample| sample.topics.contains(&topic) == sample.agreed.contains(&topic));
    let mut lesson = Lesson::default();
    for sample in clear {
        lesson.rows.push(sample.values());
        lesson.labels.push(usize::from(sample.agreed.contains(&topic)));
        lesson.weights.push(sample.weight);
    }
    let settings = Settings { rounds: 40, depth: 3, rate: 0.1, rows: 0.6, features: 0.15, leaf: 4, calm: 1.0, seed: 7 };
    (lesson.labels.iter().sum::<usize>() >= ENOUGH).then(|| (topic, together(&lesson, 2, &[settings])))
}

/// Forests grown by other chances speak together, and a weighed sum with them: their mean errs less than each.
fn together(lesson: &Lesson, classes: usize, settings: &[Settings]) -> Ensemble {
    let voice = 1.0 / share(settings.len(), 1);
    let mut all = Forest::default();
    for one in settings {
        let forest = boost(lesson, classes, *one);
        all.base = forest.base;
        all.trees.extend(forest.trees.into_iter().map(|(class, tree)| (class, tree.quieter(voice))));
    }
    Ensemble { trees: all, sum: descend(lesson, classes) }
}
