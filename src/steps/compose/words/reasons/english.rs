//! Reasons in English.

use super::super::{Days, English, Words};
use super::quotes::whole;
use crate::model::{Because, Noise, StakedBy};
use crate::steps::judge::duty;

/// The sentence for a reason.
pub(super) fn sentence(because: &Because) -> String {
    match because {
        Because::HoldsFrom { date, days } => holds_from(&English.date(*date), *days),
        Because::AlsoFrom { date, quote, .. } => {
            quoted(&format!("One rule names a day of its own, {}", English.date(*date)), quote)
        }
        Because::OnlyElsewhere { places } => {
            format!("Holds only where you are not ({}), so it is for information only.", places.join(", "))
        }
        Because::PartElsewhere { places } => {
            format!("What it says only for {} is for information only, for you are not there.", places.join(", "))
        }
        Because::NothingOfOurs => "Touches nothing that you own, so it is for information only.".to_owned(),
        Because::Stake { asset, by } => stake(asset, by),
        Because::TeamRule { because } => format!("A rule of yours applies: {because}"),
        Because::Duty { id } => duty(id).map_or_else(|| English.duty_unknown(id), |duty| duty.text_en.clone()),
        Because::NewBan { quote } => quoted("Something is no longer allowed, or only within limits", quote),
        Because::NewDuty { quote } => quoted("There is a new duty", quote),
        Because::NewLeave { quote } => quoted("Something is newly allowed or possible", quote),
        Because::NewSection { heading } => format!("There is a new section, “{}”.", inner(heading)),
        Because::SectionGone { heading } => format!("The section “{}” is gone.", inner(heading)),
        Because::NewText { quote } => quoted("There is new text", quote),
        Because::TextGone { quote } => quoted("Some text is gone", quote),
        Because::Reworded { before, after } => {
            format!("It now says “{}” instead of “{}”.", inner(after), inner(before))
        }
        Because::WordedAnew { quote } => quoted("A sentence is worded otherwise", quote),
        Because::OtherOrder => "The entries of the list stand in another order.".to_owned(),
        Because::OnlyWords => "Other words, but no sign of a changed right or duty.".to_owned(),
        Because::NoiseOf { classes } => format!("No rule changed, only {}.", only(classes)),
        Because::MuchChanged { added, removed } => much_changed(*added, *removed),
        Because::Counterpart { counterpart, zone } => English.beside(counterpart, zone),
        Because::Told { en, .. } => en.clone(),
    }
}

fn holds_from(date: &str, days: i64) -> String {
    match days {
        ..=-1 => format!("Holds since {date}, which had passed when it was first seen."),
        0 => format!("Holds from {date}, the day on which it was first seen."),
        1 => format!("Holds from {date}: one day’s notice."),
        _ => format!("Holds from {date}: {days} days’ notice."),
    }
}

fn stake(asset: &str, by: &StakedBy) -> String {
    match by {
        StakedBy::Keyword(keyword) => format!("Touches “{asset}”: the changed text names “{keyword}”."),
        StakedBy::Topic { topic, word } => {
            format!("Touches “{asset}”, which hangs on {} (“{word}”).", English.topic(*topic))
        }
        StakedBy::Platform => format!("Touches “{asset}”."),
    }
}

fn only(classes: &[Noise]) -> &'static str {
    classes.first().map_or("parts that are not rules", |class| English.noise(*class))
}

fn much_changed(added: usize, removed: usize) -> String {
    let came = if added == 1 { "1 word".to_owned() } else { format!("{} words", English.number(added)) };
    let went = English.number(removed);
    format!("Much text changed ({came} came, {went} went), but no rule that we could find.")
}

/// A statement with the sentence of the page that shows it; a quote that begins in the middle of one says less than none.
fn quoted(statement: &str, quote: &str) -> String {
    match whole(quote) {
        Some(quote) => format!("{statement}: “{}”", inner(quote)),
        None => format!("{statement}."),
    }
}

/// A text of a page within our own quotation marks.
fn inner(quote: &str) -> String {
    quote.replace(['“', '„'], "‘").replace('”', "’")
}
