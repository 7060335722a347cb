//! Rule: the date of a label moved by a day at most, with the time zone of the server that wrote it.
//!
//! Evidence: the label says when the document was last updated, nothing else in it differs, and no date moved by more than
//! a day. A day of effect, or by which something is due, is none such.
//! Verdict: held back for as long as it stands so.

use super::dating;
use crate::model::Block;
use crate::steps::text::dates::find_dates;

/// Whether nothing but the dates of labels differs, and each by a day at most.
pub(in crate::steps) fn holds(old: &[Block], new: &[Block]) -> bool {
    !old.is_empty() && old.len() == new.len() && old.iter().zip(new).all(|(old, new)| is_shift(&old.text, &new.text))
}

fn is_shift(old: &str, new: &str) -> bool {
    if old == new {
        return true;
    }
    if dating::updates(old).is_empty() || dating::updates(new).is_empty() {
        return false;
    }
    let (old_dates, new_dates) = (find_dates(old), find_dates(new));
    let near = old_dates.iter().zip(&new_dates).all(|((_, old), (_, new))| {
        old.until(*new).is_ok_and(|span| span.get_days().abs() <= 1 && span.get_months() == 0 && span.get_years() == 0)
    });
    let without = |text: &str, dates: &[(std::ops::Range<usize>, jiff::civil::Date)]| {
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
