//! The rules that hold passages back, in the plain words of the reader.

use crate::model::Language;

/// Keys of rules; how one passage and how many are called, in English and in German. What stands in a document's place is
/// called by the key of its trouble.
type Named = (&'static [&'static str], [&'static str; 2], [&'static str; 2]);

const NAMES: [Named; 65] = [
    (
        &["spaces"],
        ["change of spacing", "changes of spacing"],
        ["Änderung an Leerzeichen", "Änderungen an Leerzeichen"],
    ),
    (
        &["same_number"],
        ["number written in another way", "numbers written in another way"],
        ["anders geschriebene Zahl", "anders geschriebene Zahlen"],
    ),
    (
        &["contraction"],
        ["words drawn together or written out", "words drawn together or written out"],
        ["zusammengezogene oder ausgeschriebene Wörter", "zusammengezogene oder ausgeschriebene Wörter"],
    ),
    (
        &["other_letters"],
        ["letters written as two", "letters written as two"],
        ["umschriebene Buchstaben", "umschriebene Buchstaben"],
    ),
    (
        &["invitation"],
        ["invitation to tell an opinion or to subscribe", "invitations to tell an opinion or to subscribe"],
        [
            "Aufruf, die Meinung zu sagen oder etwas zu abonnieren",
            "Aufrufe, die Meinung zu sagen oder etwas zu abonnieren",
        ],
    ),
    (
        &["courtesy"],
        ["thanks, or call to have fun", "thanks, or calls to have fun"],
        ["Dank oder freundlicher Zuruf", "Dank und freundliche Zurufe"],
    ),
    (
        &["footnote_marks"],
        ["new count of footnotes", "new counts of footnotes"],
        ["neu gezählte Fußnote", "neu gezählte Fußnoten"],
    ),
    (
        &["said_twice"],
        ["words said twice in a row", "words said twice in a row"],
        ["doppelt gesagte Wörter", "doppelt gesagte Wörter"],
    ),
    (
        &["style_sheet"],
        ["leaked style sheet", "leaked style sheets"],
        ["verirrte Formatvorlage", "verirrte Formatvorlagen"],
    ),
    (
        &["readers_comments"],
        ["comment of a reader below the document", "comments of readers below the document"],
        ["Kommentar eines Lesers unter dem Dokument", "Kommentare von Lesern unter dem Dokument"],
    ),
    (
        &["other_gender"],
        ["other form of gender", "other forms of gender"],
        ["andere Form der Anrede von Frauen und Männern", "andere Formen der Anrede von Frauen und Männern"],
    ),
    (
        &["version_line"],
        ["number of the document’s version", "numbers of documents’ versions"],
        ["Versionsnummer des Dokuments", "Versionsnummern von Dokumenten"],
    ),
    (
        &["contact_line"],
        ["phone number or address", "phone numbers or addresses"],
        ["Telefonnummer oder Anschrift", "Telefonnummern oder Anschriften"],
    ),
    (
        &["rolled_off"],
        ["oldest entry of a list", "oldest entries of lists"],
        ["ältester Eintrag einer Liste", "älteste Einträge von Listen"],
    ),
    (
        &["address"],
        ["link with a new address", "links with new addresses"],
        ["Link mit neuem Ziel", "Links mit neuem Ziel"],
    ),
    (
        &["date_line", "date_in_passing"],
        ["date of the last update", "dates of the last update"],
        ["Datum der letzten Aktualisierung", "Angaben zur letzten Aktualisierung"],
    ),
    (
        &["age_line"],
        ["note on how long ago the page was updated", "notes on how long ago pages were updated"],
        ["Angabe zum Alter der Seite", "Angaben zum Alter der Seite"],
    ),
    (&["counter"], ["visitor counter", "visitor counters"], ["Besucherzähler", "Besucherzähler"]),
    (
        &["signature"],
        ["signature for machines", "signatures for machines"],
        ["maschinelle Kennung", "maschinelle Kennungen"],
    ),
    (
        &["damaged_letters", "garbled"],
        ["text with damaged letters", "texts with damaged letters"],
        ["Text mit beschädigten Buchstaben", "Texte mit beschädigten Buchstaben"],
    ),
    (
        &["same_day", "item_date"],
        ["date written in another way or built anew", "dates written in another way or built anew"],
        ["anders geschriebenes oder neu erzeugtes Datum", "anders geschriebene oder neu erzeugte Datumsangaben"],
    ),
    (
        &["shifted_date"],
        ["date that moved", "dates that moved"],
        ["um einen Tag verschobenes Datum", "um einen Tag verschobene Datumsangaben"],
    ),
    (
        &["date_label"],
        ["date in another language", "dates in another language"],
        ["Datum in anderer Sprache", "Datumsangaben in anderer Sprache"],
    ),
    (
        &["language_menu", "language_offer"],
        ["list of languages", "lists of languages"],
        ["Sprachauswahl", "Angaben zur Sprachauswahl"],
    ),
    (&["section_numbers"], ["number of a section", "numbers of sections"], ["Abschnittsnummer", "Abschnittsnummern"]),
    (
        &["untranslated"],
        ["notice that the page is not translated", "notices that the page is not translated"],
        ["Hinweis auf eine fehlende Übersetzung", "Hinweise auf fehlende Übersetzungen"],
    ),
    (
        &["related_articles", "dated_cards"],
        ["list of related articles", "lists of related articles"],
        ["Liste verwandter Artikel", "Listen verwandter Artikel"],
    ),
    (&["choices"], ["choice of questions", "choices of questions"], ["Auswahl von Fragen", "Auswahlen von Fragen"]),
    (
        &["buttons", "footer_list", "row_of_links", "menu_of_links"],
        ["button or menu", "buttons or menus"],
        ["Schaltfläche oder Menü", "Schaltflächen oder Menüs"],
    ),
    (
        // A rule of before, whose rows are still kept.
        &["site_in_title"],
        ["name of the site in a title", "names of the site in titles"],
        ["Name der Website im Titel", "Namen der Website in Titeln"],
    ),
    (
        // "surroundings" is a rule of before, whose rows are still kept.
        &["surroundings", "around_each_section", "exchanged_in_each_section", "above_the_document"],
        ["text around the document", "texts around the document"],
        ["Text außerhalb des Dokuments", "Texte außerhalb des Dokuments"],
    ),
    (
        &["language_flip"],
        ["passage in another language", "passages in another language"],
        ["Stelle in anderer Sprache", "Stellen in anderer Sprache"],
    ),
    (
        &["repetition"],
        ["passage that stands there twice", "passages that stand there twice"],
        ["doppelt stehende Stelle", "doppelt stehende Stellen"],
    ),
    (
        &["moved_under_another_heading", "moved_within_the_text"],
        ["passage that moved", "passages that moved"],
        ["verschobene Stelle", "verschobene Stellen"],
    ),
    (
        &["outside_the_text"],
        ["teaser around the text", "teasers around the text"],
        ["Hinweis der Website neben dem Text", "Hinweise der Website neben dem Text"],
    ),
    (&["cookie_notice"], ["notice on cookies", "notices on cookies"], ["Cookie-Hinweis", "Cookie-Hinweise"]),
    (&["probe"], ["line for machines", "lines for machines"], ["Zeile für Maschinen", "Zeilen für Maschinen"]),
    (
        &["numbering"],
        ["passage with another number", "passages with other numbers"],
        ["anders nummerierte Stelle", "anders nummerierte Stellen"],
    ),
    (
        &["hidden_mail"],
        ["mail address hidden from robots", "mail addresses hidden from robots"],
        ["vor Robotern verborgene Mailadresse", "vor Robotern verborgene Mailadressen"],
    ),
    (
        &["contents_list"],
        ["entry in a table of contents", "entries in tables of contents"],
        ["Eintrag im Inhaltsverzeichnis", "Einträge im Inhaltsverzeichnis"],
    ),
    (&["copyright"], ["copyright line", "copyright lines"], ["Copyright-Zeile", "Copyright-Zeilen"]),
    (
        &["survey"],
        ["invitation to a survey", "invitations to surveys"],
        ["Einladung zu einer Umfrage", "Einladungen zu Umfragen"],
    ),
    (
        &["notices"],
        ["notice of the page within a text", "notices of the page within a text"],
        ["Hinweis der Seite im Text", "Hinweise der Seite im Text"],
    ),
    (&["title_again"], ["title said again", "titles said again"], ["wiederholter Titel", "wiederholte Titel"]),
    (
        &["heading_again"],
        ["heading said again", "headings said again"],
        ["wiederholte Überschrift", "wiederholte Überschriften"],
    ),
    (&["headings_alone"], ["heading alone", "headings alone"], ["bloße Überschrift", "bloße Überschriften"]),
    (
        &["comes_and_goes"],
        ["passage that comes and goes", "passages that come and go"],
        ["wechselnde Stelle", "wechselnde Stellen"],
    ),
    (
        &["other_words_at_every_look"],
        ["passage with other words at every look", "passages with other words at every look"],
        ["jedes Mal anders lautende Stelle", "jedes Mal anders lautende Stellen"],
    ),
    (
        &["around_other_documents"],
        ["text around several documents of a site", "texts around several documents of a site"],
        ["Text rund um mehrere Dokumente einer Website", "Texte rund um mehrere Dokumente einer Website"],
    ),
    (
        &["told_for_another_document"],
        ["passage told for another document", "passages told for another document"],
        ["bei einem anderen Dokument gemeldete Stelle", "bei anderen Dokumenten gemeldete Stellen"],
    ),
    (
        &["told_in_another_edition"],
        ["passage told before", "passages told before"],
        ["schon gemeldete Stelle", "schon gemeldete Stellen"],
    ),
    (
        &["translation"],
        ["passage that was only translated", "passages that were only translated"],
        ["nur übersetzte Stelle", "nur übersetzte Stellen"],
    ),
    (
        &["judgement"],
        ["passage without weight for the rules", "passages without weight for the rules"],
        ["Stelle ohne Gewicht für die Regeln", "Stellen ohne Gewicht für die Regeln"],
    ),
    (
        &["edition_in_another_language", "wrong_language"],
        ["text in another language", "texts in another language"],
        ["Text in anderer Sprache", "Texte in anderer Sprache"],
    ),
    (
        &["edition_for_another_region", "wrong_region"],
        ["text for another region", "texts for other regions"],
        ["Text für eine andere Region", "Texte für andere Regionen"],
    ),
    (
        &["another_document", "other_document"],
        ["other document in its place", "other documents in their place"],
        ["anderes Dokument am selben Platz", "andere Dokumente am selben Platz"],
    ),
    (
        &[
            "dns",
            "connection",
            "tls",
            "timeout",
            "left_alone",
            "failed",
            "status",
            "too_large",
            "too_many_redirects",
            "private_address",
            "access",
            "no_browser",
            "browser",
        ],
        ["page that did not load", "pages that did not load"],
        ["nicht geladene Seite", "nicht geladene Seiten"],
    ),
    (
        &[
            "format",
            "too_intricate",
            "pdf_encrypted",
            "pdf_without_text",
            "pdf_broken",
            "pdf_too_large",
            "selector_matches_nothing",
            "empty",
        ],
        ["page without text to read", "pages without text to read"],
        ["Seite ohne lesbaren Text", "Seiten ohne lesbaren Text"],
    ),
    (&["login_wall"], ["login page", "login pages"], ["Anmeldeseite", "Anmeldeseiten"]),
    (&["consent_wall"], ["cookie question", "cookie questions"], ["Cookie-Abfrage", "Cookie-Abfragen"]),
    (&["bot_wall"], ["check for robots", "checks for robots"], ["Prüfung auf Roboter", "Prüfungen auf Roboter"]),
    (
        &["redirecting"],
        ["page that only leads elsewhere", "pages that only lead elsewhere"],
        ["Seite, die nur weiterleitet", "Seiten, die nur weiterleiten"],
    ),
    (&["soft_error"], ["error message", "error messages"], ["Fehlermeldung", "Fehlermeldungen"]),
    (
        &["partial", "in_part"],
        ["page that was cut off", "pages that were cut off"],
        ["abgeschnittene Seite", "abgeschnittene Seiten"],
    ),
    (
        &["short_note"],
        ["short note in place of the document", "short notes in place of the document"],
        ["kurzer Hinweis statt des Dokuments", "kurze Hinweise statt des Dokuments"],
    ),
];

/// For a key that nobody named.
const NEUTRAL: Named = (&[], ["other passage", "other passages"], ["sonstige Stelle", "sonstige Stellen"]);

/// What a rule holds back, by its key: "3 dates that moved"; `number` is the count as the language writes it.
pub(super) fn counted(key: &str, count: usize, number: &str, language: Language) -> String {
    let (_, english, german) = NAMES.iter().find(|(keys, ..)| keys.contains(&key)).unwrap_or(&NEUTRAL);
    let [one, many] = match language {
        Language::English => english,
        Language::German => german,
    };
    format!("{number} {}", if count == 1 { one } else { many })
}
