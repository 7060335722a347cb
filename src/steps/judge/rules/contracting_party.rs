//! With whom one has the contract: another company there concerns everybody, however few the words.

use std::sync::LazyLock;

use crate::model::{Edit, Hunk};
use crate::steps::text::languages::union;
use crate::steps::text::tokens::joined;

/// Phrases by which a sentence says with whom its reader has a contract, in joined words.
static CONTRACT: LazyLock<Vec<String>> =
    LazyLock::new(|| union(|words| &words.contract_with).into_iter().map(joined).collect());

/// What companies are, by the ends of their names, in joined words.
static COMPANIES: LazyLock<Vec<String>> =
    LazyLock::new(|| union(|words| &words.companies).into_iter().map(joined).collect());

/// A passage of more bytes is no clause on the party but a text that names it somewhere.
const LONGEST: usize = 2000;

/// Whether a passage came to name another company with which its reader has a contract.
pub(in crate::steps::judge) fn is_named(hunks: &[Hunk]) -> bool {
    let holds = |phrases: &[String], text: &str| phrases.iter().any(|phrase| text.contains(phrase));
    hunks.iter().any(|hunk| {
        let Some(after) = hunk.after.as_deref().filter(|after| after.len() <= LONGEST) else { return false };
        let added = |edit: &Edit| match edit {
            Edit::Added(words) => Some(joined(words)),
            Edit::Kept(_) | Edit::Removed(_) => None,
        };
        let names_company = hunk.edits.iter().filter_map(added).any(|words| holds(&COMPANIES, &words));
        names_company && after.lines().map(joined).any(|line| holds(&CONTRACT, &line) && holds(&COMPANIES, &line))
    })
}
