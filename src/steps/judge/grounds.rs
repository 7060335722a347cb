//! What the tier of a change rests on: the passage, the rules that fired, what the model makes of it, and its weightiest signs.

use super::by_passage::{Judged, changed_letters, judge_change, only};
use super::case::Case;
use super::decide::{self, ALONE, BESIDE_OTHERS};
use super::features::features;
use super::model::{MODEL, Opinion};
use super::rules::{large_change, plain, unruled};
use super::trace::{Fired, TierStep, Trace};
use super::whole::{Beside, judge_together};
use crate::model::Comparison;
use crate::steps::text::exchanged::Renamed;

/// What the model's opinion comes to, each with the bound that it is held against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likelihoods {
    pub substantive: f32,
    pub editorial: f32,
    pub noise: f32,
    /// That it is an alert, and from where on it is told as one.
    pub alert: f32,
    pub alert_from: f32,
    /// That nobody needs it, and above which it is told to nobody.
    pub nobody: f32,
    pub nobody_above: f32,
}

impl Likelihoods {
    fn of(opinion: &Opinion, alert_from: f32) -> Self {
        let Opinion { noise, editorial, substantive, alert, .. } = *opinion;
        let (alert, nobody) = (substantive * alert, decide::nobodys(opinion));
        Self { substantive, editorial, noise, alert, alert_from, nobody, nobody_above: decide::NONE }
    }
}

/// What the tier of a change rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Grounds {
    /// As it is judged with today's rules.
    pub judged: Judged,
    /// The passage that weighs most, by its place among the hunks.
    pub passage: Option<usize>,
    /// Whether that passage alone weighs more than all of them together.
    pub is_passage_alone: bool,
    /// What the model makes of that passage, or of all of them; none where a rule speaks of the whole.
    pub likelihoods: Option<Likelihoods>,
    /// The rules that fired, in order.
    pub rules: Vec<TierStep>,
    /// The features that speak most for (or, below zero, against) a change of the rules and an alert, the weightiest first.
    pub signs: Vec<(String, f32)>,
}

/// What the tier of a change rests on.
#[must_use]
pub fn grounds(case: Case<'_>) -> Grounds {
    let judged = judge_change(case);
    let tier = judged.assessment.tier;
    let letters = |at: &usize| judged.hunks.get(*at).map_or(0, changed_letters);
    let weightiest = (0..judged.hunks.len()).filter(|at| judged.hunks[*at].tier == Some(tier));
    let passage = weightiest.max_by_key(letters);
    let renamed = Renamed::among(&case.comparison.hunks);
    let beside = Beside::of(case.comparison, &renamed);
    let trace = |comparison: &Comparison, alert: f32| {
        let mut trace = Trace::default();
        let own = judge_together(Case { comparison, ..case }, MODEL.as_ref(), alert, beside, &mut trace);
        let after = large_change::not_passed_over(comparison, own.clone());
        let after = unruled::not_passed_over(comparison, after);
        if after.tier != own.tier {
            trace.note(Fired::MuchChanged, own.tier, after.tier);
        }
        (after.tier, trace.0)
    };
    let (of_the_whole, rules) = trace(case.comparison, ALONE);
    let alone = passage.filter(|_| judged.hunks.len() > 1 && of_the_whole < tier && !case.comparison.is_noise());
    let own = alone.and_then(|at| case.comparison.hunks.get(at..=at)).map(|hunks| only(case.comparison, hunks));
    let (mut rules, alert_from) = match &own {
        Some(own) => (trace(own, BESIDE_OTHERS).1, BESIDE_OTHERS),
        None => (rules, ALONE),
    };
    let decided = Case { comparison: own.as_ref().unwrap_or(case.comparison), ..case };
    let features = features(&decided);
    if !case.comparison.is_noise()
        && let Some((_, tier)) = plain::verdict(&decided, &features)
    {
        rules.insert(0, TierStep { rule: Fired::Plain, before: tier, after: tier });
    }
    let likelihoods = MODEL.as_ref().filter(|_| !case.comparison.is_noise() && !is_plain(&rules));
    let likelihoods = likelihoods.map(|model| Likelihoods::of(&model.opinion(&features), alert_from));
    let signs = if likelihoods.is_some() { decide::why(&decided) } else { Vec::new() };
    Grounds { is_passage_alone: own.is_some(), judged, passage, likelihoods, rules, signs }
}

fn is_plain(rules: &[TierStep]) -> bool {
    rules.iter().any(|step| step.rule == Fired::Plain)
}
