//! What the tier of a change rests on, as a person reads it at the terminal.

use std::fmt::Write as _;

use super::terminal::{self, FAINT, STRONG, painted};
use super::{sign_words, tongue};
use crate::model::{Change, Language, Tier};
use crate::steps::judge::{Fired, Grounds, Likelihoods, TierStep};

/// So many signs of the model are shown.
const SIGNS: usize = 6;

/// The passage, the rules, the likelihoods and the signs on which a tier rests, and what would have made it another.
pub fn whole(change: &Change, grounds: &Grounds) -> String {
    let (told, now) = (change.assessment.tier, grounds.judged.assessment.tier);
    let title = phrase!("why {}", "warum {}", tier(told));
    let mut out = format!("\n{}\n", painted(&title, STRONG));
    let width = match tongue::spoken() {
        Language::English => 9,
        Language::German => 11,
    };
    let mut row = |label: &str, text: &str| {
        let line = format!("  {} {text}", painted(&format!("{label:width$}"), FAINT));
        let _ = writeln!(out, "{}", terminal::hanging(&line, width + 3));
    };
    if now != told {
        let now = tier(now);
        row(
            &phrase!("today", "heute"),
            &phrase!(
                "by today's rules and watchlist it would be {now}; what follows is about that",
                "nach den heutigen Regeln und der heutigen Watchlist wäre es {now}; das Folgende gilt dafür"
            ),
        );
    }
    if let Some((at, hunk)) = grounds.passage.and_then(|at| Some((at, change.hunks.get(at)?))) {
        let (number, count) = (at + 1, change.hunks.len());
        let under = hunk.heading.last();
        let under = under.map_or_else(String::new, |heading| phrase!(", under “{heading}”", ", unter „{heading}“"));
        let alone = if grounds.is_passage_alone {
            phrase!("; it weighs more than all of them together", "; sie wiegt mehr als alle zusammen")
        } else {
            String::new()
        };
        row(
            &phrase!("passage", "Stelle"),
            &phrase!("{number} of {count}{under}{alone}", "{number} von {count}{under}{alone}"),
        );
    }
    if let Some(likelihoods) = &grounds.likelihoods {
        row(&phrase!("model", "Modell"), &weighed(likelihoods));
    }
    for step in &grounds.rules {
        row(&phrase!("rule", "Regel"), &fired(step));
    }
    for (name, weight) in grounds.signs.iter().take(SIGNS).filter(|(_, weight)| *weight != 0.0) {
        let (sign, way) = if *weight > 0.0 {
            ("+", phrase!("for an alert", "dafür, dass es wichtig ist"))
        } else {
            ("−", phrase!("against one", "dagegen"))
        };
        let name = match tongue::spoken() {
            Language::English => name.replace('_', " "),
            Language::German => sign_words::german(name),
        };
        row(&phrase!("sign", "Merkmal"), &format!("{sign}{:.2} {way}: {name}", weight.abs()));
    }
    for other in otherwise(grounds) {
        row(&phrase!("otherwise", "sonst"), &other);
    }
    out
}

fn tier(tier: Tier) -> String {
    match tier {
        Tier::Alert => phrase!("an alert", "wichtig"),
        Tier::Fyi => phrase!("for information", "zur Kenntnis"),
        Tier::None => phrase!("for nobody", "Nebensache"),
    }
}

fn percent(likelihood: f32) -> String {
    format!("{:.0} %", likelihood * 100.0)
}

fn weighed(likelihoods: &Likelihoods) -> String {
    let Likelihoods { substantive, editorial, noise, alert, nobody, .. } = *likelihoods;
    let [alert, nobody, substantive, editorial, noise] = [alert, nobody, substantive, editorial, noise].map(percent);
    phrase!(
        "an alert at {alert}, for nobody at {nobody}; substantive {substantive}, editorial {editorial}, noise {noise}",
        "wichtig zu {alert}, Nebensache zu {nobody}; inhaltlich {substantive}, redaktionell {editorial}, unwichtig {noise}"
    )
}

/// A rule in words, and what it did to the tier.
fn fired(step: &TierStep) -> String {
    let rule = named(&step.rule);
    let (before, after) = (tier(step.before), tier(step.after));
    if step.before == step.after {
        phrase!("{rule} (it stays {after})", "{rule} (es bleibt bei „{after}“)")
    } else {
        phrase!("{rule}: from {before} to {after}", "{rule}: aus „{before}“ wird „{after}“")
    }
}

fn named(rule: &Fired) -> String {
    match rule {
        Fired::Plain => phrase!(
            "it is plainly one thing: a notice with its day, another day, or the number of a section",
            "es ist eindeutig eines: eine Ankündigung mit ihrem Tag, ein anderer Tag oder die Nummer eines Abschnitts"
        ),
        Fired::ChangedLimit => phrase!("a limit became another one", "eine Grenze hat sich geändert"),
        Fired::Turned => phrase!(
            "a passage stays but for what turns its rule round",
            "eine Stelle bleibt bis auf das, was ihre Regel umkehrt"
        ),
        Fired::Capped => {
            phrase!("something is allowed only up to a number", "etwas ist nur noch bis zu einer Zahl erlaubt")
        }
        Fired::SignOrNumber => phrase!(
            "a number or a sign became another, in a language without rules",
            "eine Zahl oder ein Zeichen ist anders, in einer Sprache ohne Regeln"
        ),
        Fired::OtherOrder => phrase!(
            "a list whose order counts has another order",
            "eine Liste, deren Reihenfolge zählt, hat eine andere Reihenfolge"
        ),
        Fired::Replaced => phrase!(
            "a passage with a rule in it gave way to quite another",
            "eine Stelle mit einer Regel wich einer ganz anderen"
        ),
        Fired::Withdrawn => phrase!(
            "what was announced for a day to come is no more",
            "was für einen künftigen Tag angekündigt war, gilt nicht mehr"
        ),
        Fired::RuleAlone => phrase!(
            "a sentence that forbids, demands or allows came or went by itself",
            "ein Satz, der verbietet, verlangt oder erlaubt, kam oder ging für sich"
        ),
        Fired::Exchanged => {
            phrase!("a word of content gave way to another", "ein Wort von Gewicht wich einem anderen")
        }
        Fired::ContractingParty => phrase!(
            "another company is named with which one has a contract",
            "als Vertragspartner ist ein anderes Unternehmen genannt"
        ),
        Fired::BindsWhatBrandsDo => phrase!(
            "more is forbidden or demanded of what brands do",
            "von dem, was Marken tun, ist mehr verboten oder verlangt"
        ),
        Fired::OwnWord => phrase!(
            "the changed text holds an asset's own word",
            "im geänderten Text steht ein Stichwort eines eigenen Auftritts"
        ),
        Fired::NothingOfOurs => phrase!(
            "it touches none of the assets (`only_my_assets`)",
            "es betrifft keinen der eigenen Auftritte (`only_my_assets`)"
        ),
        Fired::OnlyElsewhere => phrase!(
            "it holds only where the team is not (`regions`)",
            "es gilt nur dort, wo das Team nicht ist (`regions`)"
        ),
        Fired::TeamRule(because) => phrase!("your rule “{because}”", "die eigene Regel „{because}“"),
        Fired::MuchChanged => phrase!("much text came or went", "viel Text kam oder ging"),
    }
}

/// What would have made it another tier.
fn otherwise(grounds: &Grounds) -> Vec<String> {
    let mut out = Vec::new();
    let moved = |step: &&TierStep| step.before != step.after;
    if let Some(step) = grounds.rules.iter().rev().find(moved) {
        let before = tier(step.before);
        out.push(phrase!(
            "{before} without the rule that moved it last",
            "{before} ohne die Regel, die zuletzt etwas daran änderte"
        ));
    } else if let Some(likelihoods) = &grounds.likelihoods {
        let Likelihoods { alert, alert_from, nobody_above, .. } = *likelihoods;
        let (from, above) = (percent(alert_from), percent(nobody_above));
        if alert >= alert_from {
            out.push(phrase!(
                "for information with an alert at less than {from}",
                "zur Kenntnis, wenn „wichtig“ unter {from} läge"
            ));
        } else {
            out.push(phrase!("an alert with one at {from} or more", "wichtig, wenn das mindestens {from} erreichte"));
            out.push(match grounds.judged.assessment.tier {
                Tier::None => phrase!(
                    "for information with nobody at {above} or less",
                    "zur Kenntnis, wenn „Nebensache“ höchstens {above} erreichte"
                ),
                _ => phrase!(
                    "for nobody with that at more than {above}, and no alert likely",
                    "Nebensache, wenn das über {above} läge und „wichtig“ unwahrscheinlich wäre"
                ),
            });
        }
    }
    if grounds.judged.assessment.tier < Tier::Alert && grounds.rules.iter().all(|step| step.rule != Fired::OwnWord) {
        out.push(phrase!(
            "an alert where a rule of yours raises it or an asset's keyword stands in it",
            "wichtig, wenn eine eigene Regel es anhebt oder ein Stichwort eines eigenen Auftritts darin steht"
        ));
    }
    out
}
