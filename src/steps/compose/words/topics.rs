//! How topics are called, and what is said of them in a headline.

use crate::model::{Direction, Language, Topic};

/// The topic as a label.
pub(super) fn name(topic: Topic, language: Language) -> &'static str {
    let (en, de, _, _) = naming(topic);
    match language {
        Language::English => en,
        Language::German => de,
    }
}

/// Label in English and German, then the rules on it as a headline calls them.
const fn naming(topic: Topic) -> (&'static str, &'static str, &'static str, &'static str) {
    match topic {
        Topic::PagesProfiles => ("pages and profiles", "Seiten und Profile", "page rules", "Seitenregeln"),
        Topic::Promotions => ("contests", "Gewinnspiele", "contest rules", "Gewinnspielregeln"),
        Topic::Advertising => ("advertising", "Werbung", "ad rules", "Werberegeln"),
        Topic::BrandedContent => {
            ("branded content", "bezahlte Partnerschaften", "branded content rules", "Regeln für Partnerschaften")
        }
        Topic::AppsApi => ("apps and API", "Apps und API", "app and API rules", "App- und API-Regeln"),
        Topic::ContentRules => ("content", "Inhalte", "content rules", "Inhaltsregeln"),
        Topic::SpamMessaging => ("spam and messages", "Spam und Nachrichten", "messaging rules", "Nachrichtenregeln"),
        Topic::IntellectualProperty => (
            "copyright and brands",
            "Urheber- und Markenrecht",
            "copyright and brand rules",
            "Urheber- und Markenregeln",
        ),
        Topic::Monetization => ("monetisation", "Monetarisierung", "monetisation rules", "Monetarisierungsregeln"),
        Topic::Enforcement => ("enforcement", "Sperren und Sanktionen", "enforcement rules", "Sanktionsregeln"),
        Topic::DataPrivacy => ("data and privacy", "Daten und Datenschutz", "data rules", "Datenregeln"),
        Topic::Ai => ("AI", "KI", "AI rules", "KI-Regeln"),
        Topic::Minors => ("minors", "Minderjährige", "rules on minors", "Regeln zu Minderjährigen"),
        Topic::Fees => ("fees and payments", "Gebühren und Zahlungen", "fee rules", "Gebührenregeln"),
        Topic::Features => ("features", "Funktionen", "feature rules", "Regeln zu Funktionen"),
        Topic::LiabilityLegal => ("liability and law", "Haftung und Recht", "legal terms", "Rechtsklauseln"),
        Topic::NoticeOfChange => {
            ("notice of changes", "Ankündigung von Änderungen", "rules on notice", "Ankündigungsregeln")
        }
    }
}

/// "contest rules stricter", "Gewinnspielregeln strenger".
pub(super) fn headline(topic: Option<Topic>, direction: Direction, language: Language) -> String {
    let (_, _, en, de) = topic.map_or(("", "", "rules", "Regeln"), naming);
    match (language, direction) {
        (Language::English, Direction::New) => format!("new {en}"),
        (Language::German, Direction::New) => format!("neue {de}"),
        (Language::English, _) => format!("{en} {}", moved_en(direction)),
        (Language::German, _) => format!("{de} {}", moved_de(direction)),
    }
}

const fn moved_en(direction: Direction) -> &'static str {
    match direction {
        Direction::Stricter => "stricter",
        Direction::Looser => "looser",
        Direction::Removed => "partly removed",
        Direction::New => "added",
        Direction::Neutral => "changed",
        Direction::Mixed => "partly stricter, partly looser",
    }
}

const fn moved_de(direction: Direction) -> &'static str {
    match direction {
        Direction::Stricter => "strenger",
        Direction::Looser => "gelockert",
        Direction::Removed => "teils gestrichen",
        Direction::New => "hinzugekommen",
        Direction::Neutral => "geändert",
        Direction::Mixed => "teils strenger, teils lockerer",
    }
}
