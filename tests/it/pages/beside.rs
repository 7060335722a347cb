//! What only the document itself tells from it: pieces, translations, notes, other documents.

use super::walls::Wall;
use super::{BUILDS, TERMS, TERMS_DE, body, document, page};

/// Pages that only what is known of the document tells from it.
pub fn walls() -> Vec<Wall> {
    let mut walls = Vec::new();
    for (lang, text, other) in [("en", TERMS, TERMS_DE), ("de", TERMS_DE, TERMS)] {
        for build in BUILDS {
            let third: String = text.lines().take(text.lines().count() / 3).collect::<Vec<_>>().join("\n");
            walls.push(Wall { what: "a third of it", lang, trouble: "partial", html: document(build, lang, &third) });
            let headings: String = text.lines().filter(|line| line.starts_with('#')).collect::<Vec<_>>().join("\n");
            let skeleton = headings + "\n" + text.lines().nth(1).unwrap_or_default();
            walls.push(Wall {
                what: "headings only",
                lang,
                trouble: "partial",
                html: document(build, lang, &skeleton),
            });
            let found = if lang == "en" { "de" } else { "en" };
            walls.push(Wall {
                what: "another language",
                lang,
                trouble: "wrong_language",
                html: document(build, found, other),
            });
            walls.push(Wall {
                what: "a note",
                lang,
                trouble: "short_note",
                html: page(build, lang, title(lang), moved(lang)),
            });
            walls.push(Wall {
                what: "help home",
                lang,
                trouble: "other_document",
                html: page(build, lang, help(lang).0, &help(lang).1),
            });
            walls.push(Wall {
                what: "list of policies",
                lang,
                trouble: "other_document",
                html: page(build, lang, list(lang).0, &list(lang).1),
            });
        }
    }
    for build in BUILDS {
        for (lang, text) in [("en", super::COOKIES), ("en", super::DEVELOPERS), ("de", super::COOKIES_DE)] {
            walls.push(Wall {
                what: "another document",
                lang,
                trouble: "other_document",
                html: document(build, lang, text),
            });
            // Some sites give all their documents one title, and some no heading.
            let name = text.lines().next().unwrap_or_default();
            walls.push(Wall {
                what: "another document, site's title",
                lang,
                trouble: "other_document",
                html: page(build, lang, "Plaudernetz", &body(text)),
            });
            walls.push(Wall {
                what: "another document, no heading",
                lang,
                trouble: "other_document",
                html: page(build, lang, &format!("{} | Plaudernetz", &name[2..]), &body(&text[name.len() + 1..])),
            });
        }
    }
    walls
}

fn title(lang: &str) -> &'static str {
    if lang == "en" { "Terms of Service | Plaudernetz" } else { "Nutzungsbedingungen | Plaudernetz" }
}

/// A policy that was given up for another.
fn moved(lang: &str) -> &'static str {
    if lang == "en" {
        "<h1>Terms of Service</h1><p>These terms have been merged into our <a href=/legal/agreement>Member Agreement</a>, which applies to everyone \
         from 1 June 2026. This page is no longer updated.</p>"
    } else {
        "<h1>Nutzungsbedingungen</h1><p>Diese Bedingungen sind in unserer <a href=/legal/vertrag>Mitgliedervereinbarung</a> aufgegangen, die ab dem \
         1. Juni 2026 für alle gilt. Diese Seite wird nicht mehr gepflegt.</p>"
    }
}

fn help(lang: &str) -> (&'static str, String) {
    let (title, ask, topics): (_, _, [&str; 6]) = if lang == "en" {
        (
            "Plaudernetz Help Centre",
            "How can we help you?",
            [
                "Managing your account",
                "Privacy and safety",
                "Pages and groups",
                "Ads and payments",
                "Reporting a problem",
                "Popular topics",
            ],
        )
    } else {
        (
            "Plaudernetz Hilfebereich",
            "Wie können wir dir helfen?",
            [
                "Dein Konto verwalten",
                "Privatsphäre und Sicherheit",
                "Seiten und Gruppen",
                "Werbung und Zahlungen",
                "Ein Problem melden",
                "Beliebte Themen",
            ],
        )
    };
    let cards: String = topics
        .iter()
        .map(|topic| {
            let links: String = (1..9).map(|n| format!("<li><a href=/help/{n}>{topic}: {n}</a></li>")).collect();
            let says = if lang == "en" {
                "Find answers, step-by-step guides and the latest news on this."
            } else {
                "Antworten, Anleitungen Schritt für Schritt und Neues dazu."
            };
            format!("<h2>{topic}</h2><p>{says}</p><ul>{links}</ul>")
        })
        .collect();
    (title, format!("<h1>{ask}</h1>{cards}"))
}

fn list(lang: &str) -> (&'static str, String) {
    let (title, policies, says): (_, [&str; 12], _) = if lang == "en" {
        (
            "Terms and Policies | Plaudernetz",
            [
                "Terms of Service",
                "Privacy Policy",
                "Cookie Policy",
                "Community Standards",
                "Advertising Policies",
                "Commerce Policies",
                "Developer Policy",
                "Music Guidelines",
                "Copyright",
                "Pages, Groups and Events",
                "Contests and Promotions",
                "Branded Content",
            ],
            "What applies here and where you can read the whole of it in its current version.",
        )
    } else {
        (
            "Nutzungsbedingungen und Richtlinien | Plaudernetz",
            [
                "Nutzungsbedingungen",
                "Datenschutzrichtlinie",
                "Cookie-Richtlinie",
                "Gemeinschaftsstandards",
                "Werberichtlinien",
                "Handelsrichtlinien",
                "Entwicklerrichtlinie",
                "Musikrichtlinien",
                "Urheberrecht",
                "Seiten, Gruppen und Veranstaltungen",
                "Gewinnspiele und Aktionen",
                "Markeninhalte",
            ],
            "Was hier gilt und wo du es in der aktuellen Fassung vollständig nachlesen kannst.",
        )
    };
    let cards: String =
        policies.iter().map(|name| format!("<div><h3><a href=/p>{name}</a></h3><p>{says}</p></div>")).collect();
    let name = title.split(" | ").next().unwrap_or_default();
    (title, format!("<h1>{name}</h1>{cards}"))
}
