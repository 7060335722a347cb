//! Changes so plain that no likelihood need be weighed.

use crate::model::{Kind, Tier};
use crate::steps::judge::case::Case;
use crate::steps::judge::effective_date::effective;
use crate::steps::judge::features::list::Features;
use crate::steps::noise::is_another_day_of_effect;
use crate::steps::text::dates::find_dates;

/// Kind and tier of a change that is plainly one thing.
///
/// - Another day of effect is told where it or the day before it is yet to come; else it dates the text, as each revision does.
/// - A notice of new terms and their day that came is an alert.
/// - A notice that went is nobody's business once the days that it named are over.
/// - The number of a section to which the text points is nobody's business.
pub(in crate::steps::judge) fn verdict(case: &Case<'_>, features: &Features) -> Option<(Kind, Tier)> {
    let hunks = &case.comparison.hunks;
    let is_ahead = |text: &str| find_dates(text).iter().any(|(_, date)| *date > case.seen_on);
    if !hunks.is_empty() && hunks.iter().all(is_another_day_of_effect) {
        let mut sides = hunks.iter().flat_map(|hunk| [&hunk.before, &hunk.after]).flatten();
        let is_to_come = sides.any(|text| is_ahead(text));
        return Some(if is_to_come { (Kind::Substantive, Tier::Fyi) } else { (Kind::Editorial, Tier::None) });
    }
    if features.get("notice_came") > 0.0 && effective(case.comparison, case.seen_on).is_some() {
        Some((Kind::Substantive, Tier::Alert))
    } else if features.get("notice_gone") > 0.0
        && !hunks.iter().any(|hunk| is_ahead(hunk.before.as_deref().unwrap_or_default()))
        || features.get("share_reference") >= 1.0
    {
        Some((Kind::Editorial, Tier::None))
    } else {
        None
    }
}
