//! The model that ships: its questions, how they are stored as text, and what they make of a change.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use super::ensemble::Ensemble;
use super::forest::Forest;
use super::linear::Linear;
use crate::model::Topic;
use crate::steps::judge::features::list::Features;

/// The three questions, and one for each topic.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Model {
    /// The names of the features by which the trees ask.
    pub names: Vec<String>,
    /// Noise, editorial or substantive?
    pub kind: Ensemble,
    /// Of substantive changes: an edge matter or an alert?
    pub alert: Ensemble,
    /// Is it about this topic?
    pub topics: Vec<(Topic, Ensemble)>,
    /// Of editorial changes: not worth or worth skimming?
    pub skim: Ensemble,
}

/// What the model makes of a change, as probabilities.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Opinion {
    pub noise: f32,
    pub editorial: f32,
    pub substantive: f32,
    /// That it is an alert, if it is substantive.
    pub alert: f32,
    /// That it is worth skimming, if it is editorial.
    pub skim: f32,
}

/// The model that was trained on labelled changes by `cargo run --release --example train`.
pub(in crate::steps::judge) static MODEL: LazyLock<Option<Model>> =
    LazyLock::new(|| Model::read(include_str!("../data/model.txt")));

impl Model {
    /// What the model makes of a change.
    #[must_use]
    pub fn opinion(&self, features: &Features) -> Opinion {
        let values = self.values(features);
        let of =
            |question: &Ensemble, class: usize| question.probabilities(&values).get(class).copied().unwrap_or_default();
        Opinion {
            noise: of(&self.kind, 0),
            editorial: of(&self.kind, 1),
            substantive: of(&self.kind, 2),
            alert: of(&self.alert, 1),
            skim: of(&self.skim, 1),
        }
    }

    /// The features that speak most for (or, below zero, against) a change of the rules and an alert, by name.
    #[must_use]
    pub fn why(&self, features: &Features) -> Vec<(String, f32)> {
        let values = self.values(features);
        let mut parts = self.kind.parts(&values, 2);
        for (feature, part) in self.alert.parts(&values, 1) {
            *parts.entry(feature).or_default() += part;
        }
        let name = |feature: usize| self.names.get(feature).cloned().unwrap_or_default();
        let mut why: Vec<(String, f32)> = parts.into_iter().map(|(feature, part)| (name(feature), part)).collect();
        why.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        why
    }

    /// How likely the change is about each topic that the model has learned.
    #[must_use]
    pub fn topics(&self, features: &Features) -> Vec<(Topic, f32)> {
        let values = self.values(features);
        let likely = |question: &Ensemble| question.probabilities(&values).get(1).copied().unwrap_or_default();
        self.topics.iter().map(|(topic, question)| (*topic, likely(question))).collect()
    }

    /// The features in the order in which the trees number them.
    fn values(&self, features: &Features) -> Vec<f32> {
        if features.0.iter().map(|(name, _)| name).eq(&self.names) {
            return features.0.iter().map(|(_, value)| *value).collect();
        }
        let known: HashMap<&str, f32> = features.0.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        self.names.iter().map(|name| known.get(name.as_str()).copied().unwrap_or_default()).collect()
    }

    /// The question of a topic, the last of those that were read or a new one.
    fn of_topic(&mut self, topic: Topic) -> Option<&mut Ensemble> {
        if self.topics.last().is_none_or(|(last, _)| *last != topic) {
            self.topics.push((topic, Ensemble::default()));
        }
        self.topics.last_mut().map(|(_, question)| question)
    }

    /// The model as text.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = format!("features {}\n", self.names.join(" "));
        let questions = [("kind", &self.kind), ("alert", &self.alert), ("skim", &self.skim)].into_iter();
        for (name, question) in questions.chain(self.topics.iter().map(|(topic, question)| (topic.key(), question))) {
            let _ = writeln!(out, "forest {name} {}", question.trees.trees.len());
            out.push_str(&question.trees.write());
            let _ = writeln!(out, "sum {name} {}", question.sum.classes.len());
            out.push_str(&question.sum.write());
        }
        out
    }

    /// Reads what [`Model::write`] wrote; none where it is damaged.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        let names = lines.next()?.strip_prefix("features ")?.split_whitespace().map(str::to_owned).collect();
        let mut model = Self { names, ..Self::default() };
        while let Some(line) = lines.next() {
            let mut parts = line.split_whitespace();
            let (sort, name, size) = (parts.next()?, parts.next()?, parts.next()?.parse().ok()?);
            let question = match name {
                "kind" => &mut model.kind,
                "alert" => &mut model.alert,
                "skim" => &mut model.skim,
                _ => model.of_topic(Topic::from_key(name)?)?,
            };
            match sort {
                "forest" => question.trees = Forest::read(&mut lines, size)?,
                "sum" => question.sum = Linear::read(&mut lines, size)?,
                _ => return None,
            }
        }
        Some(model)
    }
}
