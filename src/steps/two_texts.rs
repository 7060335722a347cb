//! What lies between two texts that nobody followed from look to look, judged by the way of a round: for `diff` and training.

use super::compare::compare;
use super::identity::{self, Kinship};
use super::judge::{Case, Judged, Model, judge_change, judge_change_with};
use crate::model::{Comparison, Noise, Trouble};
use crate::steps::extract::Extract;
use crate::steps::{changelog, hub};

/// What lies between the two; logs of changes are compared entry by entry.
#[derive(Debug, Clone)]
pub struct TwoTexts {
    pub comparison: Comparison,
    is_rewriting: bool,
    /// Whether both are little but links to documents.
    is_list: bool,
}

impl TwoTexts {
    /// Compares two versions of one page: rounds have found that both are its text, whatever they have in common.
    #[must_use]
    pub fn of_one_page(old: &Extract, new: &Extract, is_log: bool) -> Self {
        let is_rewriting = identity::kinship(old, new) == Kinship::Rewriting;
        Self { comparison: compared(old, new, is_log), is_rewriting, is_list: are_lists(old, new) }
    }

    /// Compares the two.
    ///
    /// Where the second is not the document, nothing of it is told. A text for another region is: a round says that such an
    /// edition stands there, and here nobody else would say that the party to the contract, the courts and the law changed. Of
    /// 14 labelled changes of that sort ten were alerts.
    #[must_use]
    pub fn between(old: &Extract, new: &Extract, is_log: bool) -> Self {
        let mut comparison = compared(old, new, is_log);
        let kinship = identity::kinship(old, new);
        if let Kinship::Other(trouble) = &kinship
            && !matches!(trouble, Trouble::WrongRegion { .. })
            && !comparison.hunks.is_empty()
        {
            comparison.overall = Some(Noise::OtherDocument);
            comparison.count([Noise::OtherDocument]);
            for hunk in &mut comparison.hunks {
                hunk.held_by = Some(trouble.key().to_owned());
            }
        }
        Self { comparison, is_rewriting: kinship == Kinship::Rewriting, is_list: are_lists(old, new) }
    }

    /// Whether the new text was written anew.
    #[must_use]
    pub const fn is_rewriting(&self) -> bool {
        self.is_rewriting
    }

    /// The judgement on a case of this comparison.
    #[must_use]
    pub fn judged(&self, case: Case<'_>) -> Judged {
        self.told(judge_change(case))
    }

    /// The same by another model, to measure it.
    #[must_use]
    pub fn judged_with(&self, case: Case<'_>, model: Option<&Model>) -> Judged {
        self.told(judge_change_with(case, model))
    }

    /// A document that was written anew is always told, and so are the entries of a list of documents.
    fn told(&self, judged: Judged) -> Judged {
        if self.is_rewriting || self.is_list { judged.at_least_told() } else { judged }
    }
}

fn are_lists(old: &Extract, new: &Extract) -> bool {
    [old, new].iter().all(|text| hub::is_hub(&text.document))
}

fn compared(old: &Extract, new: &Extract, is_log: bool) -> Comparison {
    let (old, new) = (&old.document, &new.document);
    match is_log.then(|| changelog::in_one_order(old, new)).flatten() {
        None => compare(old, new),
        Some((old, new)) => {
            let comparison = compare(&old, &new);
            Comparison { hunks: changelog::by_entry(comparison.hunks, &new), ..comparison }
        }
    }
}
