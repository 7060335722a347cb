//! Thanks and calls to have fun, and marks of footnotes that are counted anew: no rules, and their neighbours that are some.

use super::{document, held, in_section};
use hausrecht::model::Comparison;
use hausrecht::steps::compare::compare;

/// That what looks like the matter of this rule is told, and nothing beside it is held back by it.
fn told(key: &str, comparison: &Comparison) {
    super::told(key, comparison);
    let is_held = comparison.held.iter().chain(&comparison.hunks).any(|hunk| hunk.held_by.as_deref() == Some(key));
    assert!(!is_held, "something is held back as `{key}`: {comparison:#?}");
}

#[test]
fn thanks_and_calls_to_have_fun_are_no_rules_in_eight_languages() {
    for courtesy in [
        "Don’t forget to have fun!",
        "Thank you for your support.",
        "Please do not hesitate to contact us. Thanks!",
        "Vergiss nicht, Spaß zu haben!",
        "Danke für deine Unterstützung.",
        "Merci de votre soutien.",
        "N’oubliez pas de vous amuser !",
        "Gracias por tu apoyo.",
        "¡No olvides divertirte!",
        "Grazie per il tuo sostegno.",
        "Non dimenticare di divertirti!",
        "Bedankt voor je steun.",
        "Vergeet niet plezier te hebben!",
        "Dziękujemy za wsparcie.",
        "Nie zapomnij dobrze się bawić!",
        "Obrigado pelo seu apoio.",
        "Não se esqueça de se divertir!",
    ] {
        held("courtesy", &in_section("", courtesy));
        held("courtesy", &in_section(courtesy, ""));
    }
    held("courtesy", &in_section("Thank you for your support.", "Thanks for your patience."));
}

#[test]
fn who_thanks_or_reminds_may_demand_all_the_same() {
    for rule in [
        "Don’t forget to label your ads!",
        "Don’t forget to have fun and to pay the fee!",
        "Thank you for not smoking.",
        "Thank you for keeping your posts free of ads.",
        "Thank you for your support. Entries must be labelled.",
        "Vergiss nicht, deine Anzeigen zu kennzeichnen!",
        "Danke, dass du hier nicht wirbst.",
        "Merci de ne pas fumer.",
        "N’oubliez pas d’étiqueter vos annonces !",
        "No olvides etiquetar tus anuncios.",
        "Gracias por no fumar.",
        "Grazie per non fumare.",
        "Bedankt voor het niet roken.",
        "Dziękujemy za niepalenie.",
        "Obrigado por não fumar.",
        "Enjoy 3 free entries.",
    ] {
        told("courtesy", &in_section("", rule));
    }
    told("courtesy", &in_section("Thank you for your support.", "Prizes must be paid out."));
}

#[test]
fn marks_of_footnotes_that_are_counted_anew_are_no_news() {
    // Where no note is found, a number in brackets may be one of the rules, and a mark may lead to another one.
    for (before, after) in [
        ("Prizes need a name [3] and a sponsor [4].", "Prizes need a name [4] and a sponsor [5]."),
        ("The minimum age of members is [16].", "The minimum age of members is [18]."),
        ("Prizes need a name.¹", "Prizes need a name.²"),
        ("Prizes need a [3](#fn3) name[3](#fn3).", "Prizes need a [3](#fn3) name[4](#fn4)."),
    ] {
        told("footnote_marks", &in_section(before, after));
    }
    // A note that came before this one counts it anew, and stands there itself.
    let notes =
        |mark: u8, notes: &str| document(&format!("# Rules\nEntries are free of charge [{mark}].\n## Notes\n{notes}"));
    held("footnote_marks", &compare(&notes(1, "[1] In Austria."), &notes(2, "[2] In Austria.")));
    let both = compare(&notes(1, "[1] In Austria."), &notes(2, "[1] Prizes are taxed.\n[2] In Austria."));
    let texts: Vec<&str> = both.hunks.iter().filter_map(|hunk| hunk.after.as_deref()).collect();
    assert!(texts.iter().any(|text| text.contains("Prizes are taxed.")), "{both:#?}");
    assert!(!texts.iter().any(|text| text.contains("free of charge")), "{both:#?}");
}

#[test]
fn numbers_in_brackets_and_powers_are_numbers_and_a_mark_of_another_note_is_another_rule() {
    for (before, after) in [
        ("Choose [3] of the prizes.", "Choose [4] of the prizes."),
        ("Prizes are paid within [3] days.", "Prizes are paid within [5] days."),
        ("A page covers 30 m².", "A page covers 30 m³."),
        ("Prizes need a name [3] and a sponsor [4].", "Prizes need a name [4] and a sponsor [4]."),
        ("Prizes need a name.¹", "Prizes need a sponsor.²"),
        ("Only members of Level3 may enter.", "Only members of Level4 may enter."),
    ] {
        told("footnote_marks", &in_section(before, after));
    }
    let page = |mark: u8| {
        document(&format!("# Rules\nEntries are free of charge [{mark}].\n## Notes\n[1] In Austria.\n[2] In Spain."))
    };
    told("footnote_marks", &compare(&page(1), &page(2)));
}

#[test]
fn words_that_stood_twice_in_a_row_are_no_news_and_a_number_or_a_no_that_did_is() {
    for (before, after) in [
        ("Prizes and and vouchers are paid out.", "Prizes and vouchers are paid out."),
        ("Preise und Gutscheine werden ausgezahlt.", "Preise und und Gutscheine werden ausgezahlt."),
    ] {
        held("said_twice", &in_section(before, after));
    }
    for (before, after) in [
        ("Prizes are not, not ever, paid out.", "Prizes are not ever, paid out."),
        ("Prizes and vouchers are paid out.", "Prizes are paid out."),
        ("The great uncle enters.", "The great great uncle enters."),
        ("You get back a half of the fee.", "You get back a half of a half of the fee."),
        ("Posts are seen by friends of friends.", "Posts are seen by friends of friends of friends."),
        ("Photos: members free, free guests pay.", "Photos: members free, guests pay."),
        ("A prize is worth 20 20 euros.", "A prize is worth 20 euros."),
        ("Pages for adults, and pages for adults abroad.", "Pages for adults abroad."),
    ] {
        told("said_twice", &in_section(before, after));
    }
}

#[test]
fn a_style_sheet_in_the_text_is_no_news_and_a_text_with_braces_is() {
    let sheet = "p.p1 {margin: 0.0px 0.0px 12.0px 0.0px; font: 12.0px Times} li.li3 {margin: 0.0px; color: #0000e9}";
    held("style_sheet", &in_section("", sheet));
    held("style_sheet", &in_section(sheet, ""));
    told("style_sheet", &in_section("", "Entrants {adults: 18; children: 12; guests: 20px} may enter."));
    told("style_sheet", &in_section("", &format!("{sheet} Prizes must be paid out.")));
    told("style_sheet", &in_section("", "avatar { size: 400px; nudity: forbidden; text: allowed }"));
    told(
        "style_sheet",
        &in_section(
            ".badge { width: 24px; height: 24px; color: #fff }",
            ".badge { width: 48px; height: 24px; color: #fff }",
        ),
    );
}

#[test]
fn the_menu_of_a_helper_is_no_news_and_lines_without_its_offer_are() {
    let menu = |first: &str| format!("{first}\nProtect my copyrighted work\nI have a different question");
    for (before, after) in [
        ("Who copied my content?", "Where do I report a copy?"),
        (
            "How do I report a page?",
            "Content that I posted was removed because somebody reported it. What are my next steps?",
        ),
    ] {
        held("choices", &in_section(&menu(before), &menu(after)));
    }
    held(
        "choices",
        &in_section(
            "Wie melde ich eine Seite?\nIch habe eine andere Frage",
            "Wo melde ich einen kopierten Inhalt?\nIch habe eine andere Frage",
        ),
    );
    told("choices", &in_section(&menu("Copied content"), &menu("Copied content is forbidden")));
    told("choices", &in_section(&menu("I like the forum"), &menu("I consent to tracking")));
    told("choices", &in_section("Report copyright infringement", "Pages for adults alone"));
    told(
        "choices",
        &in_section(
            "You may not sell:\n- Weapons\nI have another question",
            "You may not sell:\n- Weapons\n- Ivory\nI have another question",
        ),
    );
}
