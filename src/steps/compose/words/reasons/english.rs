//! Reasons in English.

use super::super::{Days, English, Words};
use crate::model::{Because, Noise, StakedBy};
use crate::steps::judge::duty;

/// The sentence for a reason.
pub(super) fn sentence(because: &Because) -> String {
    match because {
        Because::HoldsFrom { date, days } => holds_from(&English.date(*date), *days),
        Because::AlsoFrom { date, quote, .. } => {
            format!("Another day is named, {}: “{}”", English.date(*date), inner(quote))
        }
        Because::OnlyElsewhere { places } => {
            format!("Holds only where you are not ({}), so it is for information only.", places.join(", "))
        }
        Because::PartElsewhere { places } => {
            format!("What it says only for {} is for information only, for you are not there.", places.join(", "))
        }
        Because::NothingOfOurs => "Touches nothing that you own, so it is for information only.".to_owned(),
        Because::Stake { asset, by } => stake(asset, by),
        Because::TeamRule { because } => format!("Your rule: {because}"),
        Because::Duty { id } => duty(id).map_or_else(|| English.duty_unknown(id), |duty| duty.text_en.clone()),
        Because::NewBan { quote } => format!("No longer allowed, or only within limits: “{}”", inner(quote)),
        Because::NewDuty { quote } => format!("New duty: “{}”", inner(quote)),
        Because::NewLeave { quote } => format!("New leave or option: “{}”", inner(quote)),
        Because::NewSection { heading } => format!("New section “{heading}”"),
        Because::SectionGone { heading } => format!("Removed: section “{heading}”"),
        Because::NewText { quote } => format!("New: “{}”", inner(quote)),
        Because::TextGone { quote } => format!("Removed: “{}”", inner(quote)),
        Because::Reworded { before, after } => format!("Reworded: “{after}” instead of “{before}”."),
        Because::WordedAnew { quote } => format!("Reads now: “{}”", inner(quote)),
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

/// A text of a page within our own quotation marks.
fn inner(quote: &str) -> String {
    quote.replace(['“', '„'], "‘").replace('”', "’")
}
