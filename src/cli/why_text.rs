//! What the tier of a change rests on, as a person reads it at the terminal.

use std::fmt::Write as _;

use super::terminal::{FAINT, STRONG, painted};
use crate::model::{Change, Tier};
use crate::steps::judge::{Fired, Grounds, Likelihoods, TierStep};

/// So many signs of the model are shown.
const SIGNS: usize = 6;

/// The passage, the rules, the likelihoods and the signs on which a tier rests, and what would have made it another.
pub fn whole(change: &Change, grounds: &Grounds) -> String {
    let (told, now) = (change.assessment.tier, grounds.judged.assessment.tier);
    let mut out = format!("\n{}\n", painted(&format!("why {}", tier(told)), STRONG));
    let mut row = |label: &str, text: &str| {
        let _ = writeln!(out, "  {} {text}", painted(&format!("{label:9}"), FAINT));
    };
    if now != told {
        row("today", &format!("by today's rules and watchlist it would be {}; what follows is about that", tier(now)));
    }
    if let Some((at, hunk)) = grounds.passage.and_then(|at| Some((at, change.hunks.get(at)?))) {
        let count = change.hunks.len();
        let under = hunk.heading.last().map_or_else(String::new, |heading| format!(", under “{heading}”"));
        let alone = if grounds.is_passage_alone { "; it weighs more than all of them together" } else { "" };
        row("passage", &format!("{} of {count}{under}{alone}", at + 1));
    }
    if let Some(likelihoods) = &grounds.likelihoods {
        row("model", &weighed(likelihoods));
    }
    for step in &grounds.rules {
        row("rule", &fired(step));
    }
    for (name, weight) in grounds.signs.iter().take(SIGNS).filter(|(_, weight)| *weight != 0.0) {
        let (sign, way) = if *weight > 0.0 { ("+", "for an alert") } else { ("−", "against one") };
        row("sign", &format!("{sign}{:.2} {way}: {}", weight.abs(), name.replace('_', " ")));
    }
    for other in otherwise(grounds) {
        row("otherwise", &other);
    }
    out
}

fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Alert => "an alert",
        Tier::Fyi => "for information",
        Tier::None => "for nobody",
    }
}

fn percent(likelihood: f32) -> String {
    format!("{:.0} %", likelihood * 100.0)
}

fn weighed(likelihoods: &Likelihoods) -> String {
    let Likelihoods { substantive, editorial, noise, alert, nobody, .. } = *likelihoods;
    format!(
        "an alert at {}, for nobody at {}; substantive {}, editorial {}, noise {}",
        percent(alert),
        percent(nobody),
        percent(substantive),
        percent(editorial),
        percent(noise)
    )
}

/// A rule in words, and what it did to the tier.
fn fired(step: &TierStep) -> String {
    let rule = named(&step.rule);
    if step.before == step.after {
        format!("{rule} (it stays {})", tier(step.after))
    } else {
        format!("{rule}: from {} to {}", tier(step.before), tier(step.after))
    }
}

fn named(rule: &Fired) -> String {
    match rule {
        Fired::Plain => {
            "it is plainly one thing: a notice with its day, another day, or the number of a section".to_owned()
        }
        Fired::ChangedLimit => "a limit became another one".to_owned(),
        Fired::Turned => "a passage stays but for what turns its rule round".to_owned(),
        Fired::SignOrNumber => "a number or a sign became another, in a language without rules".to_owned(),
        Fired::OtherOrder => "a list whose order counts has another order".to_owned(),
        Fired::Replaced => "a passage with a rule in it gave way to quite another".to_owned(),
        Fired::Withdrawn => "what was announced for a day to come is no more".to_owned(),
        Fired::RuleAlone => "a sentence that forbids, demands or allows came or went by itself".to_owned(),
        Fired::Exchanged => "a word of content gave way to another".to_owned(),
        Fired::ContractingParty => "another company is named with which one has a contract".to_owned(),
        Fired::BindsWhatBrandsDo => "more is forbidden or demanded of what brands do".to_owned(),
        Fired::OwnWord => "the changed text holds an asset's own word".to_owned(),
        Fired::NothingOfOurs => "it touches none of the assets (`only_my_assets`)".to_owned(),
        Fired::OnlyElsewhere => "it holds only where the team is not (`regions`)".to_owned(),
        Fired::TeamRule(because) => format!("your rule “{because}”"),
        Fired::MuchChanged => "much text came or went".to_owned(),
    }
}

/// What would have made it another tier.
fn otherwise(grounds: &Grounds) -> Vec<String> {
    let mut out = Vec::new();
    let moved = |step: &&TierStep| step.before != step.after;
    if let Some(step) = grounds.rules.iter().rev().find(moved) {
        out.push(format!("{} without the rule that moved it last", tier(step.before)));
    } else if let Some(likelihoods) = &grounds.likelihoods {
        let Likelihoods { alert, alert_from, nobody_above, .. } = *likelihoods;
        if alert >= alert_from {
            out.push(format!("for information with an alert at less than {}", percent(alert_from)));
        } else {
            out.push(format!("an alert with one at {} or more", percent(alert_from)));
            out.push(match grounds.judged.assessment.tier {
                Tier::None => format!("for information with nobody at {} or less", percent(nobody_above)),
                _ => format!("for nobody with that at more than {}, and no alert likely", percent(nobody_above)),
            });
        }
    }
    if grounds.judged.assessment.tier < Tier::Alert && grounds.rules.iter().all(|step| step.rule != Fired::OwnWord) {
        out.push("an alert where a rule of yours raises it or an asset's keyword stands in it".to_owned());
    }
    out
}
