//! Why a block of a page is kept or left out, in words for the terminal.

use crate::steps::extract::{Explained, Purpose, Reason};

/// One phrase for what became of a block.
pub fn of(block: &Explained) -> String {
    let why = reason(block.reason);
    if block.is_outside { phrase!("{why}, around the document", "{why}, um das Dokument herum") } else { why }
}

fn reason(reason: Reason) -> String {
    match reason {
        Reason::Text => phrase!("text", "Text"),
        Reason::MostOfThePage(part) => phrase!(
            "{}, but it holds most of what there is to read",
            "{}, enthält aber das meiste, was es zu lesen gibt",
            purpose(part)
        ),
        Reason::Sentences(part) | Reason::Teaser(part) => {
            phrase!("{}, but it is written in sentences", "{}, besteht aber aus Sätzen", purpose(part))
        }
        Reason::Template => {
            phrase!("text of a template that a script shows", "Text einer Vorlage, die ein Skript anzeigt")
        }
        Reason::Zone(part) => purpose(part),
        Reason::BeforeTitle => phrase!("before the title", "vor dem Titel"),
        Reason::AfterText => phrase!("after the end of the text", "hinter dem Ende des Textes"),
        Reason::AfterMain => phrase!("a few words after the main text", "wenige Wörter hinter dem Haupttext"),
        Reason::Contents => phrase!("table of contents", "Inhaltsverzeichnis"),
        Reason::Twice => {
            phrase!("a second copy of what the page shows", "noch einmal, was die Seite schon zeigt")
        }
        Reason::FormLabel => phrase!("label of a field", "Beschriftung eines Feldes"),
        Reason::Repeated => {
            phrase!("a word said again and again, for machines", "ein Wort, das sich für Maschinen wiederholt")
        }
        Reason::LinkList => phrase!("a list of links", "eine Liste von Links"),
    }
}

/// What a part of the page is there for.
fn purpose(purpose: Purpose) -> String {
    match purpose {
        Purpose::Text => phrase!("text", "Text"),
        Purpose::Main => phrase!("main text", "Haupttext"),
        Purpose::Navigation => phrase!("navigation", "Navigation"),
        Purpose::Header => phrase!("page header", "Kopf der Seite"),
        Purpose::Footer => phrase!("page footer", "Fuß der Seite"),
        Purpose::Aside => phrase!("side note", "Randspalte"),
        Purpose::Dialog => phrase!("dialog", "Dialog"),
        Purpose::Consent => phrase!("cookie notice", "Cookie-Hinweis"),
        Purpose::Login => phrase!("login form", "Anmeldeformular"),
        Purpose::Search => phrase!("search form", "Suchfeld"),
        Purpose::Named => phrase!("named like page furniture", "dem Namen nach Beiwerk der Seite"),
        Purpose::Faint => phrase!("hidden from screen readers", "vor Screenreadern verborgen"),
        Purpose::Hidden => phrase!("hidden", "verborgen"),
    }
}
