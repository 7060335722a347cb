//! Whether codes are right: of this house, about a change that is known, for a recipient who is on the list, in time.

use jiff::civil::Date;

use super::codes::AnswerCode;
use crate::model::{Answer, NoDecision, RefusedReply, ReplyKey};

/// What codes are weighed against.
#[derive(Debug, Clone, Copy)]
pub struct Readers<'a> {
    pub key: &'a ReplyKey,
    /// The ids of all changes that are known.
    pub changes: &'a [String],
    /// Everybody who may decide.
    pub names: &'a [String],
    pub today: Date,
}

/// The answers that a reply gives, and what in it decides nothing.
///
/// Two answers about one change are none; a code of each of three changes is three.
#[must_use]
pub fn judge(
    codes: &[AnswerCode],
    note: Option<&str>,
    from: Option<&str>,
    readers: Readers<'_>,
) -> (Vec<Answer>, Vec<RefusedReply>) {
    let mut answers: Vec<Answer> = Vec::new();
    let mut refused = Vec::new();
    for code in codes {
        let Some((change, reader)) = owner(*code, readers) else {
            refused.push(RefusedReply { why: NoDecision::Unknown, change: None });
            continue;
        };
        let refuse = |why| RefusedReply { why, change: Some(change.to_owned()) };
        let Some(decision) = code.decision() else {
            refused.push(refuse(NoDecision::Unknown));
            continue;
        };
        if code.until().is_none_or(|until| until < readers.today) {
            refused.push(refuse(NoDecision::Expired));
            continue;
        }
        answers.push(Answer {
            change: change.to_owned(),
            decision,
            reader: reader.to_owned(),
            by: signed(reader, from),
            note: note.map(str::to_owned),
            code: code.kept(),
        });
    }
    let contradicted: Vec<String> = answers
        .iter()
        .filter(|answer| answers.iter().any(|other| other.change == answer.change && other.decision != answer.decision))
        .map(|answer| answer.change.clone())
        .collect();
    answers.retain(|answer| !contradicted.contains(&answer.change));
    // Codes of two letters that say the same are one answer.
    let mut told: Vec<String> = Vec::new();
    answers.retain(|answer| {
        let is_new = !told.contains(&answer.change);
        told.push(answer.change.clone());
        is_new
    });
    let mut named: Vec<&String> = contradicted.iter().collect();
    named.sort_unstable();
    named.dedup();
    refused.extend(
        named.into_iter().map(|change| RefusedReply { why: NoDecision::TwoAnswers, change: Some(change.clone()) }),
    );
    (answers, refused)
}

/// The change and the recipient that a code was written for.
fn owner(code: AnswerCode, readers: Readers<'_>) -> Option<(&str, &str)> {
    let about = readers.changes.iter().filter(|change| code.is_about(change));
    let pairs = about.flat_map(|change| readers.names.iter().map(move |name| (change.as_str(), name.as_str())));
    pairs.into_iter().find(|(change, name)| code.is_sealed(readers.key, change, name))
}

/// "Team (lena@example.com)": whose code it was, and the address from which it came, as the mail says.
fn signed(reader: &str, from: Option<&str>) -> String {
    match from {
        Some(from) if !from.eq_ignore_ascii_case(reader) => format!("{reader} ({from})"),
        _ => reader.to_owned(),
    }
}
