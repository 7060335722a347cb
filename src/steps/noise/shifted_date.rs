//! Rule: the date of a label moved by a day at most, with the time zone of the server that wrote it.
//!
//! Evidence: the label says when the document was last updated, or is a day in the past and nothing else; nothing else in
//! it differs, and no date moved by more than a day. A day of effect, or by which something is due, is none such.
//! Verdict: held back for as long as it stands so.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::dating::{self, DateLine};
use super::day_labels::updates;
use crate::model::{Block, BlockKind};
use crate::steps::text::dates::find_dates;

/// Whether nothing but the dates of labels differs, and each by a day at most.
pub(in crate::steps) fn holds(old: &[Block], new: &[Block], now: Timestamp) -> bool {
    let today = now.to_zoned(TimeZone::UTC).date();
    let both = || old.iter().zip(new);
    !old.is_empty()
        && old.len() == new.len()
        && both().any(|(old, new)| old.text != new.text)
        && both().all(|(old, new)| {
            let is_bare = [old, new].into_iter().all(|block| is_past_day(block, today));
            is_shift(&old.text, &new.text, is_bare)
        })
}

/// Whether a block is a day in the past and nothing else: in the list of a document's versions, say.
fn is_past_day(block: &Block, today: Date) -> bool {
    !matches!(block.kind, BlockKind::Row | BlockKind::Code)
        && block.text.len() <= dating::LONGEST
        && DateLine::read(&block.text).is_bare()
        && find_dates(&block.text).iter().all(|(_, day)| *day < today)
}

fn is_shift(old: &str, new: &str, is_bare: bool) -> bool {
    if old == new {
        return true;
    }
    if !is_bare && (updates(old).is_empty() || updates(new).is_empty()) {
        return false;
    }
    let (old_dates, new_dates) = (find_dates(old), find_dates(new));
    let near = old_dates.iter().zip(&new_dates).all(|((_, old), (_, new))| {
        old.until(*new).is_ok_and(|span| span.get_days().abs() <= 1 && span.get_months() == 0 && span.get_years() == 0)
    });
    let without = |text: &str, dates: &[(std::ops::Range<usize>, Date)]| {
        let mut rest = String::new();
        let mut from = 0;
        for (range, _) in dates {
            rest.push_str(text.get(from..range.start).unwrap_or_default());
            rest.push('#');
            from = range.end;
        }
        rest + text.get(from..).unwrap_or_default()
    };
    !old_dates.is_empty()
        && old_dates.len() == new_dates.len()
        && near
        && without(old, &old_dates) == without(new, &new_dates)
}
