//! How kinds of documents are called where they are counted.

use crate::model::{DocumentKind, Language};

/// "terms 120".
pub(super) const fn name(kind: DocumentKind, language: Language) -> &'static str {
    let (en, de) = match kind {
        DocumentKind::Terms => ("terms", "Nutzungsbedingungen"),
        DocumentKind::Community => ("community rules", "Gemeinschaftsregeln"),
        DocumentKind::Developer => ("developer rules", "Entwicklerregeln"),
        DocumentKind::Ads => ("advertising", "Werbung"),
        DocumentKind::Privacy => ("privacy", "Datenschutz"),
        DocumentKind::Pages => ("pages", "Seiten"),
        DocumentKind::Promotions => ("contests", "Gewinnspiele"),
        DocumentKind::BrandedContent => ("branded content", "bezahlte Partnerschaften"),
        DocumentKind::Commercial => ("commercial terms", "Geschäftsbedingungen"),
        DocumentKind::Monetization => ("monetisation", "Monetarisierung"),
        DocumentKind::Music => ("music", "Musik"),
        DocumentKind::Brand => ("brand", "Marke"),
        DocumentKind::Copyright => ("copyright", "Urheberrecht"),
        DocumentKind::Changelog => ("change logs", "Änderungsprotokolle"),
        DocumentKind::Hub => ("overviews", "Übersichten"),
        DocumentKind::Other => ("other documents", "andere Dokumente"),
    };
    match language {
        Language::English => en,
        Language::German => de,
    }
}
