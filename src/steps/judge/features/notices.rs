//! Notices of changes to come, and dates that took the place of others.

use std::collections::HashMap;

use super::list::Features;
use super::units::ChangedRun;
use crate::steps::judge::case::Case;
use crate::steps::judge::why::signs::any;
use crate::steps::text::dates::find_dates;
use crate::steps::text::spelling::share;
use crate::steps::text::stopwords;
use crate::steps::text::tokens::{joined, words};

/// A notice is no longer than this, in words.
const NOTICE: usize = 90;

/// In bytes, what is surely more than two dates.
const LONGEST: usize = 120;

/// Counts both.
pub(super) fn put(features: &mut Features, units: &[ChangedRun], case: &Case<'_>) {
    notices(features, units);
    days(features, units, case);
}

/// Whether all that differs is a notice of changes that went, or one that came.
fn notices(features: &mut Features, units: &[ChangedRun]) {
    let is_notice =
        |text: &str| text.split_whitespace().nth(NOTICE).is_none() && any(&["announce", "updated"], &joined(text));
    let [mut gone, mut came, mut others] = [0; 3];
    for unit in units {
        match (unit.removed.is_empty(), unit.added.is_empty()) {
            (false, true) if is_notice(&unit.removed) => gone += 1,
            (true, false) if is_notice(&unit.added) => came += 1,
            _ => others += 1,
        }
    }
    features.flag("notice_gone", gone > 0 && came == 0 && others == 0);
    features.flag("notice_came", came > 0 && gone == 0 && others == 0);
    features.put("notice_gone_share", share(gone, units.len()));
}

/// How many dates were exchanged for others that are over, and how many for others to come.
fn days(features: &mut Features, units: &[ChangedRun], case: &Case<'_>) {
    let (mut over, mut ahead) = (0, 0);
    // By hunk, so that a page full of dates is not searched again for each.
    let mut known: HashMap<usize, Option<bool>> = HashMap::new();
    for unit in units {
        if unit.removed.len() + unit.added.len() > LONGEST {
            continue;
        }
        let text = joined(&format!("{} {}", unit.removed, unit.added));
        if words(&text).next().is_none() || !words(&text).all(stopwords::is_of_date) {
            continue;
        }
        let coming = *known.entry(unit.hunk).or_insert_with(|| {
            let dates = find_dates(case.comparison.hunks.get(unit.hunk)?.after.as_deref()?);
            (!dates.is_empty()).then(|| dates.iter().any(|(_, date)| *date > case.seen_on))
        });
        ahead += usize::from(coming == Some(true));
        over += usize::from(coming == Some(false));
    }
    features.count("days_over", over);
    features.put("days_over_share", share(over, units.len()));
    features.count("days_ahead", ahead);
}
