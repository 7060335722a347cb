//! What a line is by the words beside it and above it: the same line is a label of the page here and a rule there.

use super::{at_top, document, held, in_section, told};
use hausrecht::steps::compare::compare;

#[test]
fn a_day_of_effect_beside_an_update_is_told_and_the_update_is_not() {
    for (before, after) in [
        ("Updated terms effective June 1, 2027", "Updated terms effective May 1, 2027"),
        ("Updated terms take effect on June 1, 2027", "Updated terms take effect on May 1, 2027"),
        ("Revised version effective June 1, 2027", "Revised version effective July 1, 2027"),
        ("Last updated: March 1, 2026. Effective: June 1, 2027", "Last updated: March 9, 2026. Effective: May 1, 2027"),
        ("Last updated 1 March 2026 | Deadline: 1 June 2027", "Last updated 1 March 2026 | Deadline: 1 May 2027"),
        ("Updated 1 March 2026 for raffles from 1 June 2027", "Updated 1 March 2026 for raffles from 1 May 2027"),
        ("Next update: 1 June 2027", "Next update: 1 May 2027"),
        ("Rules will be updated on 1 June 2027", "Rules will be updated on 1 May 2027"),
        ("Aktualisierte Fassung, gültig ab 1. Juni 2027", "Aktualisierte Fassung, gültig ab 1. Mai 2027"),
        ("Stand: 1. März 2026, wirksam ab 1. Juni 2027", "Stand: 1. März 2026, wirksam ab 1. Mai 2027"),
        ("Conditions mises à jour, en vigueur le 1 juin 2027", "Conditions mises à jour, en vigueur le 1 mai 2027"),
        (
            "Términos actualizados, vigentes desde el 1 de junio de 2027",
            "Términos actualizados, vigentes desde el 1 de mayo de 2027",
        ),
        ("Termini aggiornati in vigore dal 1 giugno 2027", "Termini aggiornati in vigore dal 1 maggio 2027"),
        ("Bijgewerkte voorwaarden van kracht vanaf 1 juni 2027", "Bijgewerkte voorwaarden van kracht vanaf 1 mei 2027"),
        ("Zaktualizowany regulamin obowiązuje od 1 czerwca 2027", "Zaktualizowany regulamin obowiązuje od 1 maja 2027"),
        (
            "Termos atualizados em vigor a partir de 1 de junho de 2027",
            "Termos atualizados em vigor a partir de 1 de maio de 2027",
        ),
        ("", "Updated terms take effect on June 1, 2027"),
        ("Closing date\n1 June 2027", "Closing date\n1 May 2027"),
    ] {
        told("date_line", &at_top(before, after));
    }
    told("date_line", &in_section("### Last day of the draw\n1 June 2027", "### Last day of the draw\n1 May 2027"));
    for (before, after) in [
        (
            "Last updated: March 1, 2026. Effective: June 1, 2027",
            "Last updated: March 9, 2026. Effective: June 1, 2027",
        ),
        ("Last updated: 1 May 2026. Effective: 1 May 2026", "Last updated: 1 June 2026. Effective: 1 June 2026"),
        ("Last updated\n1 March 2026", "Last updated\n9 March 2026"),
        ("Stand: 1. März 2026, wirksam ab 1. Juni 2027", "Stand: 9. März 2026, wirksam ab 1. Juni 2027"),
    ] {
        held("date_line", &at_top(before, after));
    }
}

#[test]
fn within_a_text_a_month_beside_the_last_update_is_no_other_month() {
    let text = |ends: &str| {
        format!("The list of raffles, last updated on 1 March 2026, is closed to all pages that were made by {ends}.")
    };
    told("date_in_passing", &in_section(&text("1 June 2027"), &text("1 May 2027")));
}

#[test]
fn a_version_an_age_and_a_count_are_told_where_the_line_above_names_them() {
    for (key, before, after, heading) in [
        ("version_line", "Version 2.1", "Version 2.2", "Oldest kit that works"),
        ("version_line", "Version 12", "Version 13", "Mindestens nötig"),
        ("version_line", "Versión 12", "Versión 13", "API admitida"),
        ("age_line", "Last reviewed more than 30 days ago", "Last reviewed more than 90 days ago", "What is archived"),
        ("age_line", "Vor mehr als 30 Tagen aktualisiert", "Vor mehr als 90 Tagen aktualisiert", "Was gelöscht wird"),
        ("age_line", "Mis à jour il y a plus de 30 jours", "Mis à jour il y a plus de 90 jours", "Ce qui disparaît"),
        ("counter", "12 downloads in total", "25 downloads in total", "Share of the small plan"),
        ("counter", "12 members online", "7 members online", "What the hall holds"),
        ("counter", "12 descargas en total", "25 descargas en total", "La página pequeña"),
        ("buttons", "Off", "On", "Ads by interest"),
        ("buttons", "Open", "Closed", "Raffle of the spring"),
        ("buttons", "Geöffnet", "Geschlossen", "Verlosung im Frühling"),
        ("buttons", "Ouvert", "Fermé", "Tombola du printemps"),
        ("buttons", "JPG, PNG, GIF", "JPG, PNG", "Pictures"),
        ("buttons", "", "Yes", "Raffles for guests"),
    ] {
        told(key, &in_section(&format!("### {heading}\n{before}"), &format!("### {heading}\n{after}")));
    }
    for (key, before, after) in [
        ("version_line", "Version 2.1", "Version 2.2"),
        ("age_line", "Last reviewed 30 days ago", "Last reviewed 90 days ago"),
        ("counter", "12 downloads in total", "25 downloads in total"),
        ("buttons", "Copy link", "Share"),
    ] {
        held(key, &in_section(before, after));
    }
    held("buttons", &in_section("### Raffles of the year", "### Raffles of the year\nCopy link"));
}

#[test]
fn a_version_with_its_day_is_no_news_but_the_day_from_which_it_holds_is() {
    for (before, after) in [
        ("Version 3.1 vom 1. März 2026", "Version 3.2 vom 1. April 2026"),
        ("Fassung 7 vom 01.03.2026", "Fassung 8 vom 02.04.2026"),
        ("Wersja 3.1 z dnia 1 marca 2026", "Wersja 3.2 z dnia 1 kwietnia 2026"),
        ("Version 3.1 du 1 mars 2026", "Version 3.2 du 1 avril 2026"),
        ("Versie 3.1 van 1 maart 2026", "Versie 3.2 van 1 april 2026"),
    ] {
        let comparison = at_top(before, after);
        assert!(comparison.hunks.is_empty(), "{comparison:#?}");
    }
    told("version_line", &at_top("Version 3.1 gültig ab 1. März 2027", "Version 3.2 gültig ab 1. Juni 2027"));
    for (before, after) in [
        ("Version 3.1 vom 1. März 2026", "Version 4.0 vom 1. April 2026"),
        ("Wersja 3.1 z dnia 1 marca 2026", "Wersja 4.0 z dnia 1 kwietnia 2026"),
        ("Versie 3.1 van 1 maart 2026", "Versie 4.0 van 1 april 2026"),
    ] {
        told("version_line", &at_top(before, after));
    }
}

#[test]
fn languages_of_an_offer_are_told_and_a_menu_of_them_is_not() {
    let rules = "# Rules\nContests may be run on pages by whoever has told all entrants the rules beforehand.";
    let ends = |last: &str| document(&format!("{rules}\n{last}"));
    let menu = "- [Deutsch](/de)\n- [English](/en)\n- [Français](/fr)";
    held("language_menu", &compare(&ends(menu), &ends(&format!("{menu}\n- [Español](/es)"))));
    held("language_menu", &at_top("- Deutsch\n- English\n- Français", "- Deutsch\n- English"));
    for heading in ["Languages of support", "Sprachen, in denen wir helfen", "Langues des annonces", "Idiomas de ayuda"]
    {
        let list = |names: &str| ends(&format!("## {heading}\n{names}"));
        told("language_menu", &compare(&list(menu), &list("- [Deutsch](/de)\n- [English](/en)")));
        told("language_menu", &compare(&list("Deutsch, English, Français"), &list("Deutsch, English")));
    }
    let said = |names: &str| ends(&format!("The desk answers in these languages.\n{names}"));
    told("language_menu", &compare(&said("- Deutsch\n- English\n- Français"), &said("- Deutsch\n- English")));
}

#[test]
fn a_list_of_links_under_a_heading_of_its_own_is_told() {
    let rules = "# Rules\nContests may be run on pages by whoever has told all entrants the rules beforehand.";
    for heading in ["Partners", "Countries", "Verbotene Preise", "Partenaires"] {
        let list = |more: &str| {
            document(&format!("{rules}\n## {heading}\n- [Lumenta](/l)\n- [Hasty Parcels](/p)\n- [Nordwind](/n){more}"))
        };
        told("menu_of_links", &compare(&list(""), &list("\n- [Klarpost](/k)")));
    }
    let menu = |more: &str| document(&format!("{rules}\n## Company\n- [Our house](/l)\n- [Our people](/p){more}"));
    held("menu_of_links", &compare(&menu(""), &menu("\n- [Our places](/k)")));
}

#[test]
fn a_heading_that_rules_is_told_where_it_is_said_again_alone() {
    let page = |more: &str| {
        document(&format!(
            "# Rules\n## No tobacco\nLeaves stay at home.\n## Draws\nDraws are held at noon.\n## Fairs\nFairs are open to all.\n{more}"
        ))
    };
    told("heading_again", &compare(&page(""), &page("No tobacco")));
    told("heading_again", &compare(&page("No tobacco"), &page("")));
    told("heading_again", &compare(&page("- Wine"), &page("- Wine\n- No tobacco")));
    held("heading_again", &compare(&page(""), &page("Draws")));
    held("heading_again", &compare(&page(""), &page("- No tobacco\n- Draws\n- Fairs")));
}

#[test]
fn a_value_below_another_label_is_told_and_a_pair_that_moved_is_not() {
    for (one, two, [first, second]) in [
        ("Creation fee", "Renewal fee", ["$10", "$20"]),
        ("Anlagegebühr", "Erneuerungsgebühr", ["10 €", "20 €"]),
        ("Frais de création", "Frais de renouvellement", ["10 €", "20 €"]),
        ("Adults", "Minors", ["Yes", "No"]),
        ("Pages", "Groups", ["Ten posts", "Three posts"]),
        ("Pages", "Groups", ["Paid by the buyer", "Paid by the seller"]),
    ] {
        let before = format!("{one}\n{first}\n{two}\n{second}");
        told("moved_within_the_text", &in_section(&before, &format!("{one}\n{second}\n{two}\n{first}")));
        let comparison = in_section(&before, &format!("{two}\n{second}\n{one}\n{first}"));
        assert!(comparison.hunks.is_empty(), "{comparison:#?}");
    }
}
