//! What was held back, in one line.

use super::rules;
use crate::model::{HeldSummary, Language};

/// As many rules are named; the others are counted together.
const MOST: usize = 5;

/// "Held back: 3 passages in 2 documents (2 buttons or menus, 1 date that moved)."
pub(super) fn line(held: &HeldSummary, language: Language, number: &dyn Fn(usize) -> String) -> String {
    let HeldSummary { passages, documents, rules, standing } = held;
    let standing = still(*standing, number, language);
    if *passages == 0 {
        return match (language, standing) {
            (Language::English, None) => "Held back as unimportant: nothing.".to_owned(),
            (Language::German, None) => "Als unerheblich zurückgehalten: nichts.".to_owned(),
            (Language::English, Some(standing)) => format!("Nothing new was held back; {standing}."),
            (Language::German, Some(standing)) => format!("Neu zurückgehalten wurde nichts; {standing}."),
        };
    }
    let standing = standing.map(|standing| format!("; {standing}")).unwrap_or_default();
    let mut listed: Vec<_> = rules
        .iter()
        .take(MOST)
        .map(|rule| rules::counted(&rule.rule, rule.passages, &number(rule.passages), language))
        .collect();
    let others: usize = rules.iter().skip(MOST).map(|rule| rule.passages).sum();
    if others > 0 {
        listed.push(rules::counted("", others, &number(others), language));
    }
    let listed = listed.join(", ");
    let (passages, documents) = (counted(*passages, number, language), in_documents(*documents, number, language));
    match language {
        Language::English => format!("Held back: {passages} in {documents} ({listed}){standing}."),
        Language::German => format!("Zurückgehalten: {passages} in {documents} ({listed}){standing}."),
    }
}

/// "3 from before still stand".
fn still(standing: usize, number: &dyn Fn(usize) -> String, language: Language) -> Option<String> {
    match (standing, language) {
        (0, _) => None,
        (1, Language::English) => Some("1 from before still stands".to_owned()),
        (_, Language::English) => Some(format!("{} from before still stand", number(standing))),
        (1, Language::German) => Some("1 frühere steht noch so da".to_owned()),
        (_, Language::German) => Some(format!("{} frühere stehen noch so da", number(standing))),
    }
}

fn counted(passages: usize, number: &dyn Fn(usize) -> String, language: Language) -> String {
    match (passages, language) {
        (1, Language::English) => "1 passage".to_owned(),
        (_, Language::English) => format!("{} passages", number(passages)),
        (1, Language::German) => "1 Stelle".to_owned(),
        (_, Language::German) => format!("{} Stellen", number(passages)),
    }
}

fn in_documents(documents: usize, number: &dyn Fn(usize) -> String, language: Language) -> String {
    match (documents, language) {
        (1, Language::English) => "1 document".to_owned(),
        (_, Language::English) => format!("{} documents", number(documents)),
        (1, Language::German) => "1 Dokument".to_owned(),
        (_, Language::German) => format!("{} Dokumenten", number(documents)),
    }
}
