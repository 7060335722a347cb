//! The days that a change names: that from which it holds for the reader, and others.

use super::quote;
use crate::model::{Because, Reason};
use crate::steps::judge::effective_date::{AlsoFrom, Effective};

/// From when the change holds; where it has several passages and one rule among them names its own day, that rule.
pub(in crate::steps::judge) fn holds_from(found: &Effective, days: i64, passages: usize) -> Reason {
    let date = found.date;
    let because = match &found.part {
        Some(sentence) if passages > 1 => Because::AlsoFrom { date, days, quote: quote::passage(sentence, None) },
        _ => Because::HoldsFrom { date, days },
    };
    Reason { because, hunk: found.hunk }
}

/// That another day is named, in the words of the page.
pub(in crate::steps::judge) fn also_from(other: &AlsoFrom, days: i64) -> Reason {
    let quote = quote::passage(&other.sentence, None);
    Reason { because: Because::AlsoFrom { date: other.date, days, quote }, hunk: Some(other.hunk) }
}
