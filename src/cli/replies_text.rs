//! What came back by mail, as `check` prints it: decisions with who made them, and what decided nothing, without a word of it.

use super::terminal::{GOOD, STRONG, painted};
use super::{General, decisions};
use crate::model::{Answer, Decided, NoDecision, RefusedReply};
use crate::round::Replied;

/// So many refused replies are named; the rest is counted.
const NAMED: usize = 10;

/// Prints each decision, and on stderr each reply that is none.
pub fn print(general: &General, replied: &Replied) {
    if !general.quiet {
        for answer in &replied.answers {
            say!(
                "{}{}  {}",
                painted(&phrase!("decided    ", "entschieden "), GOOD),
                painted(&answer.change, STRONG),
                phrase(answer)
            );
        }
    }
    let told: Vec<&RefusedReply> =
        replied.refused.iter().filter(|refused| refused.why != NoDecision::Automatic).collect();
    for refused in told.iter().take(NAMED) {
        let about = refused
            .change
            .as_deref()
            .map_or_else(String::new, |change| phrase!(" (change {change})", " (Änderung {change})"));
        let why = why(refused.why);
        tell!("{}", phrase!("a reply decided nothing: {why}{about}", "eine Antwort entscheidet nichts: {why}{about}"));
    }
    if told.len() > NAMED {
        let more = told.len() - NAMED;
        tell!("{}", phrase!("{more} more replies decided nothing", "{more} weitere Antworten entscheiden nichts"));
    }
}

/// "; 2 decisions by mail, 1 reply refused".
pub fn summary(replied: &Replied) -> String {
    let refused = replied.refused_by_us();
    let mut parts = counts(replied.answers.len(), refused);
    match replied.refused.len() - refused {
        0 => {}
        1 => parts.push(phrase!("1 automatic reply passed over", "1 automatische Antwort übergangen")),
        many => parts.push(phrase!("{many} automatic replies passed over", "{many} automatische Antworten übergangen")),
    }
    if parts.is_empty() { String::new() } else { format!("; {}", parts.join(", ")) }
}

/// "2 decisions by mail", "1 reply refused"; nothing of what there is none of.
pub fn counts(decided: usize, refused: usize) -> Vec<String> {
    let decided = match decided {
        0 => None,
        1 => Some(phrase!("1 decision by mail", "1 Entscheidung per Mail")),
        many => Some(phrase!("{many} decisions by mail", "{many} Entscheidungen per Mail")),
    };
    let refused = match refused {
        0 => None,
        1 => Some(phrase!("1 reply refused", "1 Antwort abgelehnt")),
        many => Some(phrase!("{many} replies refused", "{many} Antworten abgelehnt")),
    };
    decided.into_iter().chain(refused).collect()
}

fn phrase(answer: &Answer) -> String {
    decisions::phrase(&Decided {
        change: answer.change.clone(),
        decision: answer.decision,
        note: answer.note.clone(),
        by: Some(answer.by.clone()),
        due: None,
        // A phrase names no time.
        at: jiff::Timestamp::UNIX_EPOCH,
    })
}

fn why(why: NoDecision) -> String {
    match why {
        NoDecision::Unknown => phrase!(
            "its code is none that a letter to a recipient of today holds (mistyped, forged, or of somebody who left)",
            "ihr Code steht in keinem Brief an heutige Empfänger (vertippt, gefälscht oder von jemandem, der nicht mehr dabei ist)"
        ),
        NoDecision::Expired => phrase!("its code is too old", "ihr Code ist zu alt"),
        NoDecision::Used => phrase!("its code was used before", "ihr Code ist schon benutzt"),
        NoDecision::TwoAnswers => {
            phrase!("it gives two answers about one change", "sie gibt zwei Antworten zu einer Änderung")
        }
        NoDecision::OnlyQuoted => phrase!(
            "it quotes a letter and holds no code of its own",
            "sie zitiert einen Brief und enthält keinen eigenen Code"
        ),
        NoDecision::Automatic => phrase!("a program wrote it", "ein Programm hat sie geschrieben"),
    }
}
