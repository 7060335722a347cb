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
            say!("{}{}  {}", painted("decided    ", GOOD), painted(&answer.change, STRONG), phrase(answer));
        }
    }
    let told: Vec<&RefusedReply> =
        replied.refused.iter().filter(|refused| refused.why != NoDecision::Automatic).collect();
    for refused in told.iter().take(NAMED) {
        let about = refused.change.as_deref().map_or_else(String::new, |change| format!(" (change {change})"));
        tell!("a reply decided nothing: {}{about}", why(refused.why));
    }
    if told.len() > NAMED {
        tell!("{} more replies decided nothing", told.len() - NAMED);
    }
}

/// "; 2 decisions by mail, 1 reply refused".
pub fn summary(replied: &Replied) -> String {
    let refused = replied.refused_by_us();
    let mut parts = counts(replied.answers.len(), refused);
    match replied.refused.len() - refused {
        0 => {}
        1 => parts.push("1 automatic reply passed over".to_owned()),
        many => parts.push(format!("{many} automatic replies passed over")),
    }
    if parts.is_empty() { String::new() } else { format!("; {}", parts.join(", ")) }
}

/// "2 decisions by mail", "1 reply refused"; nothing of what there is none of.
pub fn counts(decided: usize, refused: usize) -> Vec<String> {
    let decided = match decided {
        0 => None,
        1 => Some("1 decision by mail".to_owned()),
        many => Some(format!("{many} decisions by mail")),
    };
    let refused = match refused {
        0 => None,
        1 => Some("1 reply refused".to_owned()),
        many => Some(format!("{many} replies refused")),
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

const fn why(why: NoDecision) -> &'static str {
    match why {
        NoDecision::Unknown => {
            "its code is none that a letter to a recipient of today holds (mistyped, forged, or of somebody who left)"
        }
        NoDecision::Expired => "its code is too old",
        NoDecision::Used => "its code was used before",
        NoDecision::TwoAnswers => "it gives two answers about one change",
        NoDecision::OnlyQuoted => "it quotes a letter and holds no code of its own",
        NoDecision::Automatic => "a program wrote it",
    }
}
