//! Legal notice periods, read from a data file: a fact for counsel to look at, never a verdict.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::model::{DocumentKind, Duty};

/// The duties that hausrecht knows of.
///
/// COM(2025) 837 would repeal Regulation (EU) 2019/1150. Until it is voted (it was not by September 2026) `until` stays empty.
static DUTIES: LazyLock<Vec<Duty>> =
    LazyLock::new(|| serde_json::from_str(include_str!("data/duties.json")).unwrap_or_default());

/// The duty of that id, for letters and reports.
#[must_use]
pub fn duty(id: &str) -> Option<&'static Duty> {
    DUTIES.iter().find(|duty| duty.id == id)
}

/// The duties in force on the day of first sight that bear on such a document and ask for more notice than was given.
pub(super) fn fallen_short(kind: DocumentKind, seen_on: Date, notice: Option<i64>) -> Vec<&'static Duty> {
    let Some(notice) = notice else { return Vec::new() };
    let holds = |duty: &&Duty| {
        duty.from <= seen_on
            && duty.until.is_none_or(|until| seen_on <= until)
            && (duty.kinds.is_empty() || duty.kinds.contains(&kind))
            // Where the law sets no number of days, only terms that hold before anyone could read of them stand out.
            && notice < duty.days.unwrap_or(0)
    };
    DUTIES.iter().filter(holds).collect()
}
