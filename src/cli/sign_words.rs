//! The model's signs as a reader of German meets them in `show --why`; in English they have the names that they have in the code.

use crate::model::{Language, Noise, Topic};
use crate::steps::compose;

/// Words of these sorts, by the key of their group.
const GROUPS: [(&str, &str); 37] = [
    ("duty", "Pflichten"),
    ("ban", "Verbote"),
    ("leave", "Erlaubnisse"),
    ("exception", "Ausnahmen"),
    ("announce", "Ankündigungen"),
    ("updated", "Aktualisierungen"),
    ("broken", "gestörte Seiten"),
    ("button", "Schaltflächen"),
    ("business", "Unternehmen"),
    ("region", "Länder und Regionen"),
    ("europe", "Europa"),
    ("harm", "Schaden"),
    ("young", "junge Menschen"),
    ("consumer", "Verbraucher"),
    ("brandlike", "Marken"),
    ("enforce", "Durchsetzung"),
    ("party", "Vertragsparteien"),
    ("law", "Recht"),
    ("example", "Beispiele"),
    ("meaning", "Begriffe"),
    ("money", "Geld"),
    ("time", "Fristen"),
    ("data", "Daten"),
    ("new", "Neues"),
    ("gone", "Weggefallenes"),
    ("content", "Inhalte"),
    ("america", "Amerika"),
    ("abroad", "andere Länder"),
    ("contact", "Kontakt"),
    ("how", "Anleitungen"),
    ("illustration", "Beispiele"),
    ("figures", "Zahlen"),
    ("brand", "Marken"),
    ("claims", "Ansprüche"),
    ("binding", "Verbindliches"),
    ("politics", "Politik"),
    ("office", "Behörden"),
];

/// What a change looks like, by its key.
const SHAPES: [(&str, &str); 28] = [
    ("line", "ganze Zeilen"),
    ("line_added", "neue Zeilen"),
    ("line_removed", "weggefallene Zeilen"),
    ("line_changed", "geänderte Zeilen"),
    ("question", "Fragen"),
    ("label", "Beschriftungen"),
    ("brief", "kurze Stellen"),
    ("sentence_added", "neue Sätze"),
    ("sentence_removed", "weggefallene Sätze"),
    ("headline", "Überschriften"),
    ("item", "Listenpunkte"),
    ("row", "Tabellenzeilen"),
    ("inline", "Änderungen mitten im Satz"),
    ("inserted", "eingefügte Wörter"),
    ("deleted", "gestrichene Wörter"),
    ("replaced", "ersetzte Wörter"),
    ("alike", "ähnliche Wörter"),
    ("tiny", "winzige Änderungen"),
    ("small_words", "nur kleine Wörter"),
    ("mail", "Mailadressen"),
    ("capital", "Großschreibung"),
    ("date", "Datumsangaben"),
    ("date_of_record", "Datumsangaben zum Stand"),
    ("reference", "Verweise"),
    ("name_swapped", "getauschte Namen"),
    ("vendor_swapped", "getauschte Anbieter"),
    ("number", "Zahlen"),
    ("language_name", "Namen von Sprachen"),
];

/// What a sentence is to a brand, and what a document is by its name.
const SENTENCES: [(&str, &str); 4] = [
    ("own", "Regeln für Marken"),
    ("far", "Regeln, die Marken fernliegen"),
    ("other", "andere Regeln"),
    ("telling", "Sätze ohne Regel"),
];
const DOCUMENTS: [(&str, &str); 11] = [
    ("terms", "Nutzungsbedingungen"),
    ("privacy", "Datenschutz"),
    ("community", "Gemeinschaftsregeln"),
    ("developer", "Regeln für Entwickler"),
    ("ads", "Werberegeln"),
    ("commercial", "Regeln für Unternehmen"),
    ("monetization", "Regeln zum Geldverdienen"),
    ("brand", "Regeln zur Marke"),
    ("copyright", "Urheberrecht"),
    ("processing", "Auftragsverarbeitung"),
    ("purchase", "Kaufbedingungen"),
];

/// What is a word by itself.
const WHOLE: [(&str, &str); 45] = [
    ("base", "Grundwert"),
    ("units", "Zahl der geänderten Stellen"),
    ("nothing", "keine geänderte Stelle"),
    ("moved", "verschobene Stellen"),
    ("added", "hinzugekommene Wörter"),
    ("removed", "weggefallene Wörter"),
    ("balance", "mehr hinzugekommen als weggefallen"),
    ("overlap", "gleiche Wörter an anderer Stelle"),
    ("net_added", "neue Wörter"),
    ("net_removed", "Wörter, die ganz fehlen"),
    ("distinct", "verschiedene Wörter"),
    ("distinct_rate", "Anteil verschiedener Wörter"),
    ("only_added", "nur neuer Text"),
    ("only_removed", "nur weggefallener Text"),
    ("mass_added", "viel neuer Text"),
    ("mass_removed", "viel weggefallener Text"),
    ("other_language", "andere Sprache"),
    ("foreign_script", "andere Schrift"),
    ("digits", "Ziffern"),
    ("longest", "längste Stelle"),
    ("inline_words", "Wörter mitten im Satz"),
    ("inline_content", "Inhaltswörter mitten im Satz"),
    ("repeated_pair", "dieselbe Änderung mehrmals"),
    ("repeated_line", "dieselbe Zeile mehrmals"),
    ("unique_lines", "verschiedene Zeilen"),
    ("year_ahead", "ein künftiges Jahr"),
    ("year_of_sight", "das Jahr der Entdeckung"),
    ("year_old", "ein altes Jahr"),
    ("year_back", "ein früheres Jahr als zuvor"),
    ("effective", "ein Tag des Inkrafttretens"),
    ("effective_ahead", "ein künftiger Tag des Inkrafttretens"),
    ("effective_lately", "ein Tag des Inkrafttretens vor kurzem"),
    ("effective_long_ago", "ein Tag des Inkrafttretens vor langem"),
    ("month_added", "neuer Monatsname"),
    ("month_removed", "weggefallener Monatsname"),
    ("broken_swap", "gestörte Seite gegen Dokument"),
    ("notice_came", "neue Ankündigung"),
    ("notice_gone", "weggefallene Ankündigung"),
    ("days_over", "vergangene Termine"),
    ("days_ahead", "künftige Termine"),
    ("kernel_none", "kein Wort von Gewicht"),
    ("kernel_gained", "neue Wörter von Gewicht"),
    ("kernel_lost", "weggefallene Wörter von Gewicht"),
    ("kernel_both", "Wörter von Gewicht"),
    ("kernel_rate", "Anteil der Wörter von Gewicht"),
];

/// A sign in German; one for which there are no words keeps its name in the code.
pub fn german(name: &str) -> String {
    if let Some((_, german)) = WHOLE.iter().find(|(known, _)| *known == name) {
        return (*german).to_owned();
    }
    let topic = |key: &str| Topic::from_key(key).map(|topic| compose::topic(topic, Language::German).to_owned());
    let group = |key: &str| named(&GROUPS, key);
    let spoken = match name.split_once('_') {
        Some(("noise", key)) => Noise::from_key(key).map(|noise| {
            let noise = compose::noise(noise, Language::German);
            format!("daneben anders: {noise}")
        }),
        Some(("shape", key)) => named(&SHAPES, key),
        Some(("share", key)) => named(&SHAPES, key).map(|what| format!("Anteil: {what}")),
        Some(("document", key)) => named(&DOCUMENTS, key).map(|what| format!("ob das Dokument nach „{what}“ heißt")),
        Some(("sentences", rest)) => sentences(rest),
        Some(("title", key)) => topic(key).or_else(|| group(key)).map(|what| format!("ob der Titel „{what}“ nennt")),
        Some(("topic", rest)) => rest.rsplit_once('_').and_then(|(key, side)| words_of(&topic(key)?, side)),
        Some(("sign" | "subject", rest)) => rest.rsplit_once('_').and_then(|(key, side)| words_of(&group(key)?, side)),
        _ => None,
    };
    spoken.unwrap_or_else(|| name.replace('_', " "))
}

fn named(table: &[(&str, &str)], key: &str) -> Option<String> {
    table.iter().find(|(known, _)| *known == key).map(|(_, german)| (*german).to_owned())
}

/// What came or went of a sort of sentences, as a count or as a share.
fn sentences(rest: &str) -> Option<String> {
    let (rest, share) = rest.strip_suffix("_share").map_or((rest, ""), |rest| (rest, "Anteil: "));
    let (key, side) = rest.split_once('_')?;
    let what = named(&SENTENCES, key)?;
    let side = if side == "came" { "hinzugekommen" } else { "weggefallen" };
    Some(format!("{share}{what}, {side}"))
}

/// Where words on something stand.
fn words_of(what: &str, side: &str) -> Option<String> {
    Some(match side {
        "added" => format!("neue Wörter zu „{what}“"),
        "removed" => format!("weggefallene Wörter zu „{what}“"),
        "net" => format!("mehr oder weniger Wörter zu „{what}“"),
        "rate" => format!("Anteil der Wörter zu „{what}“"),
        "near" => format!("Wörter zu „{what}“ daneben"),
        "heading" => format!("Wörter zu „{what}“ in der Überschrift"),
        _ => return None,
    })
}
