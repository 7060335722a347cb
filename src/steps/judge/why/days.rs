//! Other days that a change names beside the one from which it holds for the reader.

use super::quote;
use crate::model::{Because, Reason};
use crate::steps::judge::effective_date::AlsoFrom;

/// That another day is named, in the words of the page.
pub(in crate::steps::judge) fn also_from(other: &AlsoFrom, days: i64) -> Reason {
    let quote = quote::passage(&other.sentence, None);
    Reason { because: Because::AlsoFrom { date: other.date, days, quote }, hunk: Some(other.hunk) }
}
