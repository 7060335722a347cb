//! Lists and offers of languages, and rules on languages.

use super::{at_top, held, in_section, told};

#[test]
fn a_menu_of_languages_is_not_told_but_the_languages_of_an_offer_are() {
    held("language_menu", &at_top("- Deutsch\n- English\n- Français", ""));
    told("language_menu", &in_section("- Deutsch\n- English\n- Français", ""));
    told(
        "language_menu",
        &in_section(
            "Ads may be written in:\n- Deutsch\n- English",
            "Ads may be written in:\n- Deutsch\n- English\n- Français",
        ),
    );
    told("language_menu", &in_section("", "English only"));
    held("language_menu", &at_top("- [English](/en)\n- [German](/de)\n- [French](/fr)", "- [English](/en)"));
    for (before, after) in [
        ("- English\n- German\n- French", "- English\n- German"),
        ("English, German, French", "English, German"),
        ("- Deutsch\n- Englisch\n- Französisch", "- Deutsch\n- Englisch"),
    ] {
        told("language_menu", &in_section(before, after));
    }
}

#[test]
fn an_offer_of_other_languages_is_not_told_but_which_one_prevails_is() {
    held(
        "language_offer",
        &at_top(
            "View the rules in other languages: English and German",
            "View the rules in other languages: English and Deutsch",
        ),
    );
    told(
        "language_offer",
        &at_top("", "Where these rules are to be had in other languages, English must prevail over German and French."),
    );
    told("language_offer", &at_top("", "We have texts in other languages for those who asked us for them."));
}

#[test]
fn a_notice_that_the_page_is_not_translated_is_not_told_but_in_which_languages_help_is_given_is() {
    for notice in [
        "Some of the content of this page isn't available in German (Germany) yet.",
        "This article has not been translated into French, and is shown in English.",
        "Ein Teil dieser Seite ist noch nicht auf Deutsch (Deutschland) verfügbar.",
        "Une partie du contenu de cette page n’est pas encore disponible en French (France)",
        "Parte desta página ainda não está disponível em português.",
    ] {
        held("untranslated", &at_top("", notice));
        held("untranslated", &in_section(notice, ""));
    }
    for rule in [
        "Support is only available in English.",
        "Contests on this page may only be held where their terms are available in French, too.",
        "The rules for prizes are not available in German; this document in English is binding.",
        "Sweepstakes are not available in Germany.",
    ] {
        told("untranslated", &in_section("", rule));
    }
}
