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
