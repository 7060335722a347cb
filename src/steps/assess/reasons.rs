//! Why hausrecht thinks so: plain sentences in English and German that quote the page's own words.

use super::signs::times;
use super::stakes::Stake;
use super::{quote, reading::Reading, topics};
use crate::model::{Edit, Hunk, Kind, Noise, Reason, Topic};

/// The most reasons that quote passages.
const MOST: usize = 4;

/// A sentence about the whole change.
pub(super) fn reason(en: impl Into<String>, de: impl Into<String>) -> Reason {
    Reason { en: en.into(), de: de.into(), hunk: None }
}

/// What the weightiest passages do.
pub(super) fn of_passages(hunks: &[Hunk], reading: &Reading) -> Vec<Reason> {
    let mut found: Vec<(u32, Reason)> = hunks
        .iter()
        .zip(&reading.passages)
        .enumerate()
        .filter_map(|(index, (hunk, passage))| {
            let net = |group| i32::from(times(group, &passage.added)) - i32::from(times(group, &passage.removed));
            let (weight, en, de, quoted) = match (&hunk.before, &hunk.after) {
                (None, Some(after)) if hunk.place == crate::model::Place::Heading => {
                    (6, "New section", "Neuer Abschnitt", quote::whole(after))
                }
                (Some(before), None) if hunk.place == crate::model::Place::Heading => {
                    (7, "Removed: section", "Entfallen: Abschnitt", quote::whole(before))
                }
                (Some(before), None) => (4, "Removed", "Entfallen", quote::whole(before)),
                (_, Some(after)) if net("ban") > net("duty").max(0) => (
                    9,
                    "No longer allowed, or only within limits",
                    "Nicht mehr oder nur noch eingeschränkt erlaubt",
                    quote::added(hunk, after),
                ),
                (_, Some(after)) if net("duty") > 0 => (8, "New duty", "Neue Pflicht", quote::added(hunk, after)),
                (_, Some(after)) if net("leave") > 0 => {
                    (5, "New leave or option", "Neu erlaubt oder möglich", quote::added(hunk, after))
                }
                (None, Some(after)) => (4, "New", "Neu", quote::whole(after)),
                (Some(_), Some(_)) => {
                    let (was, is) = replaced(hunk)?;
                    let weight = if is.contains(|letter: char| letter.is_ascii_digit()) { 5 } else { 2 };
                    return Some((
                        weight,
                        Reason {
                            en: format!("Reworded: “{is}” instead of “{was}”."),
                            de: format!("Neue Formulierung: „{is}“ statt „{was}“."),
                            hunk: Some(index),
                        },
                    ));
                }
                (None, None) => return None,
            };
            let length = u32::try_from(quoted.len().min(120)).unwrap_or_default() / 40;
            Some((
                weight + length,
                Reason { en: format!("{en}: “{quoted}”"), de: format!("{de}: „{quoted}“"), hunk: Some(index) },
            ))
        })
        .collect();
    found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    found.dedup_by(|a, b| a.1.en == b.1.en);
    found.into_iter().map(|(_, reason)| reason).take(MOST).collect()
}

/// The first words that replace others.
fn replaced(hunk: &Hunk) -> Option<(String, String)> {
    let mut was = None;
    for edit in &hunk.edits {
        match (edit, was) {
            (Edit::Removed(words), _) => was = Some(words),
            (Edit::Added(words), Some(before)) => return Some((quote::whole(before), quote::whole(words))),
            (Edit::Kept(_) | Edit::Added(_), _) => was = None,
        }
    }
    None
}

/// That an asset is at stake, and by what.
pub(super) fn of_stake(stake: &Stake<'_>, reading: &Reading) -> Reason {
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
pub(super) fn of_noise(noise: &[Noise]) -> Reason {
    let named =
        noise.first().map_or(("parts that are not rules", "Teile, die keine Regeln sind"), |class| noise_name(*class));
    reason(format!("No rule changed, only {}.", named.0), format!("Keine Regel hat sich geändert, nur {}.", named.1))
}

/// That words changed, but no rule.
pub(super) fn of_kind(kind: Kind) -> Option<Reason> {
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
        Noise::Furniture => ("menus, buttons or related links", "Menüs, Schaltflächen oder verwandte Links"),
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
