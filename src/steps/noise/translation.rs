//! Passes over words that only changed their language: a page that was half translated and then wholly.

use crate::steps::confirm::difference::Differences;
use crate::steps::confirm::seen_twice::Decision;

/// The language of a shorter text cannot be told.
const SHORTEST: usize = 80;

/// Moves what was confirmed to the passed over, where it says in one language what it said in another.
pub(in crate::steps) fn pass_over(decision: &mut Decision, differences: &Differences<'_>) {
    let (mut old, mut new) = (String::new(), String::new());
    for standing in &decision.confirmed {
        let (before, after) = differences.texts(&differences.list[standing.index]);
        if before.is_empty() || after.is_empty() {
            return;
        }
        old.push_str(&before);
        new.push_str(&after);
    }
    let alike = old.len() <= new.len() * 2 && new.len() <= old.len() * 2;
    if let (Some(before), Some(after)) = (language(&old), language(&new))
        && alike
        && before != after
    {
        decision.passed.extend(decision.confirmed.drain(..).map(|standing| standing.index));
        decision.translated = true;
    }
}

fn language(text: &str) -> Option<whatlang::Lang> {
    let found = whatlang::detect(text)?;
    (text.len() >= SHORTEST && found.is_reliable()).then(|| found.lang())
}
