//! Why hausrecht thinks so: plain sentences in English and German that quote the page's own words.

use super::passages_of::ChangedWords;
use crate::model::{Kind, Noise, Reason, Topic};
use crate::steps::judge::stakes::Stake;
use crate::steps::judge::topics;

/// A sentence about the whole change.
pub(in crate::steps::judge) fn reason(en: impl Into<String>, de: impl Into<String>) -> Reason {
    Reason { en: en.into(), de: de.into(), hunk: None }
}

/// That an asset is at stake, and by what.
pub(in crate::steps::judge) fn of_stake(stake: &Stake<'_>, reading: &ChangedWords) -> Reason {
    let name = &stake.asset.name;
    if let Some(keyword) = stake.keyword {
        return reason(
            format!("Touches “{name}”: the changed text names “{keyword}”."),
            format!("Betrifft „{name}“: Der geänderte Text nennt „{keyword}“."),
        );
    }
    match stake.topic.and_then(|topic| Some((topic, topics::telling_word(reading, topic)?))) {
        Some((topic, word)) => reason(
            format!("Touches “{name}”, which hangs on {} (“{word}”).", topic_name(topic).0),
            format!("Betrifft „{name}“, das an diesem Thema hängt: {} („{word}“).", topic_name(topic).1),
        ),
        None => reason(format!("Touches “{name}”."), format!("Betrifft „{name}“.")),
    }
}

/// Why a change is no change of the rules.
pub(in crate::steps::judge) fn of_noise(noise: &[Noise]) -> Reason {
    let named =
        noise.first().map_or(("parts that are not rules", "Teile, die keine Regeln sind"), |class| noise_name(*class));
    reason(format!("No rule changed, only {}.", named.0), format!("Keine Regel hat sich geändert, nur {}.", named.1))
}

/// That words changed, but no rule.
pub(in crate::steps::judge) fn of_kind(kind: Kind) -> Option<Reason> {
    (kind == Kind::Editorial).then(|| {
        reason(
            "Other words, but no sign of a changed right or duty.",
            "Andere Worte, aber kein Anzeichen für geänderte Rechte oder Pflichten.",
        )
    })
}

/// A topic in a sentence, in English and German.
pub(super) const fn topic_name(topic: Topic) -> (&'static str, &'static str) {
    match topic {
        Topic::PagesProfiles => ("pages and profiles", "Seiten und Profile"),
        Topic::Promotions => ("contests and promotions", "Gewinnspiele und Aktionen"),
        Topic::Advertising => ("advertising", "Werbung"),
        Topic::BrandedContent => ("branded content", "Werbekooperationen"),
        Topic::AppsApi => ("apps and API", "Apps und API"),
        Topic::ContentRules => ("content rules", "Inhaltsregeln"),
        Topic::SpamMessaging => ("messages and spam", "Nachrichten und Spam"),
        Topic::IntellectualProperty => ("intellectual property", "geistiges Eigentum"),
        Topic::Monetization => ("monetisation", "Monetarisierung"),
        Topic::Enforcement => ("enforcement and appeals", "Durchsetzung und Beschwerden"),
        Topic::DataPrivacy => ("data and privacy", "Daten und Datenschutz"),
        Topic::Ai => ("AI", "KI"),
        Topic::Minors => ("minors", "Minderjährige"),
        Topic::Fees => ("fees and payments", "Gebühren und Zahlungen"),
        Topic::Features => ("features", "Funktionen"),
        Topic::LiabilityLegal => ("liability and law", "Haftung und Recht"),
        Topic::NoticeOfChange => ("notice of change", "Ankündigung von Änderungen"),
    }
}

const fn noise_name(noise: Noise) -> (&'static str, &'static str) {
    match noise {
        Noise::Bytes => ("bytes that nobody sees", "unsichtbare Bytes"),
        Noise::Links => ("link targets", "Linkziele"),
        Noise::Markup => ("layout", "das Layout"),
        Noise::Typography => ("quotes, dashes or capitals", "Anführungszeichen, Striche oder Großschreibung"),
        Noise::Order => ("the order", "die Reihenfolge"),
        Noise::Moved => ("the place of some text", "der Ort mancher Textstellen"),
        Noise::Numbering => ("numbering", "die Nummerierung"),
        Noise::Date => ("a “last updated” date", "ein Datum der letzten Aktualisierung"),
        Noise::Boilerplate => ("menus, buttons or related links", "Menüs, Schaltflächen oder verwandte Links"),
        Noise::Variant => ("a known text that came back", "ein bekannter Text, der zurückkam"),
        Noise::Language => ("the language of the page", "die Sprache der Seite"),
        Noise::Broken => ("that the page was broken or cut off", "dass die Seite gestört oder abgeschnitten war"),
        Noise::OtherDocument => ("which document was served", "welches Dokument ausgeliefert wurde"),
        Noise::OtherCopy => {
            ("which copy of the document was served", "welche Ausgabe des Dokuments ausgeliefert wurde")
        }
        Noise::Unconfirmed => {
            ("words that were gone at the second look", "Worte, die beim zweiten Blick wieder weg waren")
        }
        Noise::Upgrade => ("our own way of reading the page", "unsere eigene Lesart der Seite"),
    }
}
