//! What stands around a text, in the eight languages: questions whether it helped, hints of the page, reading times, cookie
//! notices, and the line that dates it. None of it is a change of the rules, and one that stands among it is.

use super::{at_top, held};
use crate::house::history::History;
use crate::pages::{Build, document};

/// A text of rules, and a rule that joins it.
struct Text {
    language: &'static str,
    rules: &'static str,
    rule: &'static str,
    /// What comes to stand behind the text, a line each.
    around: &'static [&'static str],
    dates: &'static [(&'static str, &'static str)],
}

const TEXTS: [Text; 8] = [
    Text {
        language: "en",
        rules: "# Exampla Market\nThese rules apply to everybody who sells at the market. Please read them with care before you open a stall.\n## Stalls\nEach stall is put up by its owner before eight in the morning and taken down by six in the evening of the same day.",
        rule: "Sellers must not sell knives.",
        around: &[
            "Was this article helpful? Yes No",
            "Did you find this page useful?",
            "Give feedback about this article",
            "Back to top",
            "Print this page",
            "5 min read",
            "Still need help? Contact us",
        ],
        dates: &[
            ("Last modified: December 8, 2025", "Last modified: May 11, 2026"),
            ("Updated 8 Dec 2025", "Updated 11 May 2026"),
            ("Date of last revision: 8 December 2025", "Date of last revision: 11 May 2026"),
            ("Version of September 2025", "Version of June 2026"),
            ("This page was last edited on 8 December 2025", "This page was last edited on 11 May 2026"),
            ("Last reviewed: 2025-12-08", "Last reviewed: 2026-05-11"),
            ("Revision date: 12/08/2025", "Revision date: 05/11/2026"),
            (
                "Published on 8 December 2025 · Updated on 9 December 2025",
                "Published on 8 December 2025 · Updated on 11 May 2026",
            ),
            ("Last updated on Dec 8th, 2025 at 10:15 AM", "Last updated on May 11th, 2026 at 9:02 AM"),
        ],
    },
    Text {
        language: "de",
        rules: "# Exampla Market\nDiese Regeln gelten für alle, die auf dem Markt verkaufen. Bitte vor dem Aufbau sorgfältig lesen.\n## Stände\nJeder Stand wird vor acht Uhr aufgebaut und bis sechs Uhr am Abend desselben Tages abgebaut.",
        rule: "Händler dürfen keine Messer verkaufen.",
        around: &[
            "War dieser Artikel hilfreich? Ja Nein",
            "Fanden Sie diese Seite nützlich?",
            "Feedback zu diesem Artikel geben",
            "Nach oben",
            "Seite drucken",
            "Lesezeit: 5 Minuten",
            "Noch Fragen? Kontakt",
        ],
        dates: &[
            ("Zuletzt geändert am 8. Dezember 2025", "Zuletzt geändert am 11. Mai 2026"),
            ("Stand: Dezember 2025", "Stand: Mai 2026"),
            ("Stand 08.12.2025", "Stand 11.05.2026"),
            ("Letzte Aktualisierung: 8.12.2025", "Letzte Aktualisierung: 11.5.2026"),
            ("Zuletzt überarbeitet: 8. Dezember 2025", "Zuletzt überarbeitet: 11. Mai 2026"),
            ("Letzte Änderung: 08.12.2025, 10:15 Uhr", "Letzte Änderung: 11.05.2026, 9:02 Uhr"),
            ("Fassung vom 8. Dezember 2025", "Fassung vom 11. Mai 2026"),
            ("Version: September 2025", "Version: Juni 2026"),
            ("Aktualisiert: 08. Dez. 2025", "Aktualisiert: 11. Mai 2026"),
        ],
    },
    Text {
        language: "fr",
        rules: "# Exampla Market\nCes règles s'appliquent à tous ceux qui vendent au marché. Merci de les lire avec soin avant d'ouvrir un stand.\n## Stands\nChaque stand est monté avant huit heures et démonté à six heures du soir le même jour.",
        rule: "Les vendeurs ne doivent pas vendre de couteaux.",
        around: &[
            "Cet article vous a-t-il été utile ? Oui Non",
            "Cette page vous a-t-elle aidé ?",
            "Donner votre avis sur cet article",
            "Retour en haut",
            "Imprimer cette page",
            "5 min de lecture",
            "Besoin d'aide ? Contactez-nous",
        ],
        dates: &[
            ("Dernière mise à jour : 8 décembre 2025", "Dernière mise à jour : 11 mai 2026"),
            ("Mis à jour le 8 décembre 2025", "Mis à jour le 11 mai 2026"),
            ("Dernière modification le 08/12/2025", "Dernière modification le 11/05/2026"),
            ("Date de dernière révision : 8 déc. 2025", "Date de dernière révision : 11 mai 2026"),
            ("Version de septembre 2025", "Version de juin 2026"),
            ("Version du 8 décembre 2025", "Version du 11 mai 2026"),
            ("Dernière révision : décembre 2025", "Dernière révision : mai 2026"),
        ],
    },
    Text {
        language: "es",
        rules: "# Exampla Market\nEstas normas se aplican a todas las personas que venden en el mercado. Léalas con atención antes de abrir un puesto.\n## Puestos\nCada puesto se monta antes de las ocho de la mañana y se retira a las seis de la tarde del mismo día.",
        rule: "Está prohibido vender cuchillos en el mercado.",
        around: &[
            "¿Te ha resultado útil este artículo? Sí No",
            "¿Le resultó útil esta página?",
            "Enviar comentarios sobre este artículo",
            "Volver arriba",
            "Imprimir esta página",
            "5 min de lectura",
            "¿Necesitas más ayuda? Contáctanos",
        ],
        dates: &[
            ("Última actualización: 8 de diciembre de 2025", "Última actualización: 11 de mayo de 2026"),
            ("Actualizado el 8 de diciembre de 2025", "Actualizado el 11 de mayo de 2026"),
            ("Fecha de última modificación: 08/12/2025", "Fecha de última modificación: 11/05/2026"),
            ("Última revisión: diciembre de 2025", "Última revisión: mayo de 2026"),
            ("Versión de septiembre de 2025", "Versión de junio de 2026"),
            ("Modificado por última vez el 8 de diciembre de 2025", "Modificado por última vez el 11 de mayo de 2026"),
            ("Última modificación: 8 dic 2025", "Última modificación: 11 may 2026"),
        ],
    },
    Text {
        language: "it",
        rules: "# Exampla Market\nQueste regole si applicano a chiunque venda al mercato. Leggerle con attenzione prima di aprire un banco.\n## Banchi\nOgni banco si monta prima delle otto del mattino e si smonta alle sei di sera dello stesso giorno.",
        rule: "È vietato vendere coltelli al mercato.",
        around: &[
            "Questo articolo ti è stato utile? Sì No",
            "Hai trovato utile questa pagina?",
            "Invia un feedback su questo articolo",
            "Torna su",
            "Stampa questa pagina",
            "5 minuti di lettura",
            "Serve ancora aiuto? Contattaci",
        ],
        dates: &[
            ("Ultimo aggiornamento: 8 dicembre 2025", "Ultimo aggiornamento: 11 maggio 2026"),
            ("Aggiornato il 8 dicembre 2025", "Aggiornato il 11 maggio 2026"),
            ("Ultima modifica: 08/12/2025", "Ultima modifica: 11/05/2026"),
            ("Data dell'ultima revisione: 8 dicembre 2025", "Data dell'ultima revisione: 11 maggio 2026"),
            ("Versione di settembre 2025", "Versione di giugno 2026"),
            ("Testo aggiornato a dicembre 2025", "Testo aggiornato a maggio 2026"),
            ("Ultima modifica in data 8 dic 2025", "Ultima modifica in data 11 mag 2026"),
        ],
    },
    Text {
        language: "nl",
        rules: "# Exampla Market\nDeze regels gelden voor iedereen die op de markt verkoopt. Lees ze zorgvuldig voordat u een kraam opent.\n## Kramen\nElke kraam wordt voor acht uur in de ochtend opgebouwd en om zes uur in de avond afgebroken.",
        rule: "Verkopers mogen geen messen verkopen.",
        around: &[
            "Was dit artikel nuttig? Ja Nee",
            "Vond je deze pagina nuttig?",
            "Feedback geven over dit artikel",
            "Terug naar boven",
            "Deze pagina afdrukken",
            "5 minuten leestijd",
            "Nog vragen? Neem contact op",
        ],
        dates: &[
            ("Laatst gewijzigd op 8 december 2025", "Laatst gewijzigd op 11 mei 2026"),
            ("Laatst bijgewerkt: 8 december 2025", "Laatst bijgewerkt: 11 mei 2026"),
            ("Laatste wijziging: 08-12-2025", "Laatste wijziging: 11-05-2026"),
            ("Versie september 2025", "Versie juni 2026"),
            ("Laatste update: 8 dec. 2025", "Laatste update: 11 mei 2026"),
            ("Datum laatste herziening: 8 december 2025", "Datum laatste herziening: 11 mei 2026"),
            ("Bijgewerkt op 8 december 2025", "Bijgewerkt op 11 mei 2026"),
            ("Versie van 8 december 2025", "Versie van 11 mei 2026"),
        ],
    },
    Text {
        language: "pl",
        rules: "# Exampla Market\nNiniejsze zasady obowiązują wszystkich, którzy sprzedają na targu. Prosimy przeczytać je uważnie przed otwarciem stoiska.\n## Stoiska\nKażde stoisko ustawia się przed ósmą rano i rozbiera o szóstej wieczorem tego samego dnia.",
        rule: "Sprzedawcom nie wolno sprzedawać noży.",
        around: &[
            "Czy ten artykuł był pomocny? Tak Nie",
            "Czy ta strona była przydatna?",
            "Prześlij opinię o tym artykule",
            "Do góry",
            "Drukuj stronę",
            "5 min czytania",
            "Masz jeszcze pytania? Skontaktuj się z nami",
        ],
        dates: &[
            ("Data ostatniej zmiany: 30 września 2025 r.", "Data ostatniej zmiany: 14 kwietnia 2026 r."),
            ("Ostatnia aktualizacja: 8 grudnia 2025 r.", "Ostatnia aktualizacja: 11 maja 2026 r."),
            ("Zaktualizowano 8 grudnia 2025", "Zaktualizowano 11 maja 2026"),
            ("Ostatnio zmodyfikowano: 08.12.2025", "Ostatnio zmodyfikowano: 11.05.2026"),
            ("Wersja z dnia 8 grudnia 2025 r.", "Wersja z dnia 11 maja 2026 r."),
            ("Wersja: wrzesień 2025", "Wersja: czerwiec 2026"),
            ("Ostatnia modyfikacja: 8 gru 2025", "Ostatnia modyfikacja: 11 maj 2026"),
            ("Stan na dzień 8 grudnia 2025 r.", "Stan na dzień 11 maja 2026 r."),
        ],
    },
    Text {
        language: "pt",
        rules: "# Exampla Market\nEstas regras aplicam-se a todos os que vendem no mercado. Leia-as com atenção antes de abrir uma banca.\n## Bancas\nCada banca é montada antes das oito da manhã e desmontada às seis da tarde do mesmo dia.",
        rule: "É proibido vender facas no mercado.",
        around: &[
            "Este artigo foi útil? Sim Não",
            "Esta página foi útil para você?",
            "Enviar comentários sobre este artigo",
            "Voltar ao topo",
            "Imprimir esta página",
            "5 min de leitura",
            "Ainda precisa de ajuda? Fale conosco",
        ],
        dates: &[
            ("Última atualização: 8 de dezembro de 2025", "Última atualização: 11 de maio de 2026"),
            ("Atualizado em 8 de dezembro de 2025", "Atualizado em 11 de maio de 2026"),
            ("Versão de setembro de 2025", "Versão de junho de 2026"),
            ("Última modificação: 08/12/2025", "Última modificação: 11/05/2026"),
            ("Data da última revisão: 8 de dezembro de 2025", "Data da última revisão: 11 de maio de 2026"),
            ("Revisto em dezembro de 2025", "Revisto em maio de 2026"),
            ("Modificado pela última vez em 8 de dezembro de 2025", "Modificado pela última vez em 11 de maio de 2026"),
        ],
    },
];

#[test]
fn what_stands_behind_a_text_is_told_in_no_language_but_a_rule_among_it_is() {
    for text in &TEXTS {
        let page =
            |lines: &[&str]| document(Build::Semantic, text.language, &format!("{}\n{}", text.rules, lines.join("\n")));
        let past = History::new().watch("market", "Exampla Market");
        past.shows("market", &page(&[])).days(4).shows("market", &page(text.around)).days(4);
        assert!(past.told("market").is_empty(), "{}: {}", text.language, past.account_of("market"));

        let (first, rest) = text.around.split_at(text.around.len() / 2);
        let among: Vec<&str> = first.iter().chain([&text.rule]).chain(rest).copied().collect();
        let past = History::new().watch("market", "Exampla Market");
        past.shows("market", &page(&[])).days(4).shows("market", &page(&among)).days(4);
        past.assert_told("market", text.rule.trim_end_matches('.'));
    }
}

#[test]
fn the_line_that_dates_a_text_is_told_in_no_language() {
    for (before, after) in TEXTS.iter().flat_map(|text| text.dates) {
        held("date_line", &at_top(before, after));
    }
}
