//! Reasons in German.

use super::super::{Days, German, Words};
use super::quotes::whole;
use crate::model::{Because, Noise, StakedBy};
use crate::steps::judge::duty;

/// The sentence for a reason.
pub(super) fn sentence(because: &Because) -> String {
    match because {
        Because::HoldsFrom { date, days } => holds_from(&German.date(*date), *days),
        Because::AlsoFrom { date, quote, .. } => {
            quoted(&format!("Eine Regel nennt einen eigenen Tag, den {}", German.date(*date)), quote)
        }
        Because::OnlyElsewhere { places } => {
            format!("Gilt nur anderswo ({}), darum nur zur Kenntnis.", places.join(", "))
        }
        Because::PartElsewhere { places } => {
            format!("Was davon nur anderswo gilt ({}), dient nur zur Kenntnis.", places.join(", "))
        }
        Because::NothingOfOurs => "Betrifft nichts Eigenes, darum nur zur Kenntnis.".to_owned(),
        Because::Stake { asset, by } => stake(asset, by),
        Because::TeamRule { because } => format!("Eine eigene Regel greift: {because}"),
        Because::Duty { id } => duty(id).map_or_else(|| German.duty_unknown(id), |duty| duty.text_de.clone()),
        Because::NewBan { quote } => quoted("Etwas ist nicht mehr oder nur noch eingeschränkt erlaubt", quote),
        Because::NewDuty { quote } => quoted("Es gibt eine neue Pflicht", quote),
        Because::NewLeave { quote } => quoted("Etwas ist neu erlaubt oder möglich", quote),
        Because::NewSection { heading } => ended(&format!("Es gibt einen neuen Abschnitt: „{}“", inner(heading))),
        Because::SectionGone { heading } => format!("Der Abschnitt „{}“ ist entfallen.", inner(heading)),
        Because::NewText { quote } => quoted("Neu im Text", quote),
        Because::TextGone { quote } => quoted("Text ist entfallen", quote),
        Because::Reworded { before, after } => {
            ended(&format!("Jetzt heißt es „{}“ statt „{}“", inner(after), inner(before)))
        }
        Because::WordedAnew { quote } => quoted("Ein Satz ist anders formuliert", quote),
        Because::OtherOrder => "Die Punkte der Liste stehen in anderer Reihenfolge.".to_owned(),
        Because::OnlyWords => "Andere Worte, aber kein Anzeichen für geänderte Rechte oder Pflichten.".to_owned(),
        Because::NoiseOf { classes } => noise_of(classes),
        Because::MuchChanged { added, removed } => much_changed(*added, *removed),
        Because::Counterpart { counterpart, zone } => German.beside(counterpart, zone),
        Because::Told { de, .. } => de.clone(),
    }
}

fn holds_from(date: &str, days: i64) -> String {
    match days {
        ..=-1 => format!("Gilt seit {date}; das war beim ersten Sehen schon vorbei."),
        0 => format!("Gilt ab {date}, dem Tag, an dem es zum ersten Mal zu sehen war."),
        1 => format!("Gilt ab {date}: ein Tag Vorlauf."),
        _ => format!("Gilt ab {date}: {days} Tage Vorlauf."),
    }
}

fn stake(asset: &str, by: &StakedBy) -> String {
    match by {
        StakedBy::Keyword(keyword) => format!("Betrifft „{asset}“: Der geänderte Text nennt „{keyword}“."),
        StakedBy::Topic { topic, .. } => format!("Betrifft „{asset}“ (Thema: {}).", German.topic(*topic)),
        StakedBy::Platform => format!("Betrifft „{asset}“."),
    }
}

fn noise_of(classes: &[Noise]) -> String {
    let what = match classes.first() {
        Some(Noise::OtherDocument) => "; es wurde nur ein anderes Dokument ausgeliefert",
        Some(Noise::OtherCopy) => "; es wurde nur eine andere Ausgabe des Dokuments ausgeliefert",
        Some(Noise::Broken) => "; die Seite war nur gestört oder abgeschnitten",
        _ => return format!("Keine Regel hat sich geändert, nur {}.", only(classes)),
    };
    format!("Keine Regel hat sich geändert{what}.")
}

fn only(classes: &[Noise]) -> &'static str {
    classes.first().map_or("Teile, die keine Regeln sind", |class| German.noise(*class))
}

fn much_changed(added: usize, removed: usize) -> String {
    let came = if added == 1 { "1 Wort kam".to_owned() } else { format!("{} Wörter kamen", German.number(added)) };
    let went = if removed == 1 { "1 ging".to_owned() } else { format!("{} gingen", German.number(removed)) };
    format!("Viel Text ist anders ({came}, {went}), aber keine Regel, die zu finden war.")
}

/// A statement with the sentence of the page that shows it; a quote that begins in the middle of one says less than none.
fn quoted(statement: &str, quote: &str) -> String {
    match whole(quote) {
        Some(quote) => format!("{statement}: „{}“", inner(quote)),
        None => format!("{statement}."),
    }
}

/// With a full stop, unless the quote at its end brings one.
fn ended(sentence: &str) -> String {
    let is_ended = sentence.strip_suffix('“').is_some_and(|text| text.ends_with(['.', '!', '?']));
    if is_ended { sentence.to_owned() } else { format!("{sentence}.") }
}

/// A text of a page within our own quotation marks.
fn inner(quote: &str) -> String {
    quote.replace('„', "‚").replace(['“', '”'], "‘")
}
