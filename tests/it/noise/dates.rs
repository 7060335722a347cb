//! Lines that date a document, and their neighbours that set a day.

use super::{at_top, document, held, in_section, policy, told};
use hausrecht::steps::compare::compare;

#[test]
fn a_date_of_the_last_update_is_not_told() {
    for (before, after) in [
        ("Last updated: May 3, 2026", "Last updated: May 4, 2026"),
        ("Stand: 01.02.2026", "Stand: 15.11.2026"),
        ("Version: January 19, 2026 (Latest)", "Version: April 14, 2026 (Latest)"),
        ("Dernière mise à jour : 4 janvier 2026", "Dernière mise à jour : 26 juillet 2026"),
        ("Révisé : 4 janvier 2026", "Date de révision : 26 juillet 2026"),
        ("Last modified: October 2026", "Last modified: November 2026"),
        ("3 May 2026", "4 June 2026"),
        ("", "Last modified on 2026-04-29"),
    ] {
        held("date_line", &at_top(before, after));
    }
}

#[test]
fn a_day_by_which_something_is_to_be_done_is_told() {
    for (before, after) in [
        ("", "We're updating our rules, effective April 30, 2027."),
        (
            "These terms are effective from 1 May 2027 for new pages.",
            "These terms are effective from 1 May 2027 for all pages.",
        ),
        ("Entries must be sent as of 1 May 2027.", "Entries must be sent as of 1 June 2027."),
        ("Prizes are drawn as of 1 May 2027.", "Prizes are drawn as of 1 June 2027."),
        ("When does the contest end?\n1 May 2027", "When does the contest end?\n1 June 2027"),
        ("| Entries as of | 1 May 2027", "| Entries as of | 1 June 2027"),
        ("Version 5.0", "Version 6.0"),
    ] {
        told("date_line", &at_top(before, after));
    }
    let list = |day: &str| format!("### Changes\n- {day}\n- 4 June 2025\n- 5 July 2024");
    held("date_line", &in_section(&list("7 May 2026"), &list("8 May 2026")));
    told("date_line", &in_section("Winners are told by 1 May 2027.", "Winners are told by 1 June 2027."));
}

#[test]
fn a_day_from_which_terms_hold_is_told_unless_it_goes_with_the_last_update() {
    let dated = |day: &str, rule: &str| policy(&format!("Effective as of {day}"), rule);
    let rule = "Prizes must be sent within a month.";
    told("date_line", &compare(&dated("1 May 2026", rule), &dated("1 June 2026", rule)));
    let both = |day: &str| policy(&format!("Last updated: {day}\nEffective as of {day}"), rule);
    held("date_line", &compare(&both("1 May 2026"), &both("1 June 2026")));
    held("date_line", &at_top("Last updated and effective: 1 May 2026", "Last updated and effective: 1 June 2026"));
    let both = compare(&dated("1 May 2026", ""), &dated("1 June 2026", rule));
    let after: Vec<_> = both.hunks.iter().filter_map(|hunk| hunk.after.as_deref()).collect();
    assert_eq!(after, ["Effective as of 1 June 2026", rule]);
}

#[test]
fn within_a_text_only_the_date_behind_last_updated_is_no_news() {
    let text = |updated: &str, ends: &str| {
        format!(
            "This list of contests was last updated on {updated} and names all of them; the contest of the year, which is \
             open to everybody who has a page, ends on {ends}, and no entry that comes later is looked at by anybody."
        )
    };
    let (may, june) = (text("1 May 2026", "3 July 2026"), text("1 June 2026", "3 July 2026"));
    held("date_in_passing", &in_section(&may, &june));
    told("date_line", &at_top("Posts dated before 1 March 2026", "Posts dated before 1 March 2020"));
    told("date_in_passing", &in_section(&may, &text("1 June 2026", "5 July 2026")));
    let both = |updated: &str, from: &str| {
        format!(
            "更新日期：2026年{updated}日 生效日期：2026年{from}日 我们深知个人信息对你的重要性，请在使用前仔细阅读本政策。"
        )
    };
    held("date_in_passing", &in_section(&both("5月14", "5月14"), &both("5月18", "5月18")));
    told("date_in_passing", &in_section(&both("5月14", "5月14"), &both("5月18", "6月18")));
    let fees = |day: &str| {
        format!(
            "Terms of the shop, last updated {day} March 2026. From {day} March 2026 a sale costs more, and whoever sells for the first time pays for the whole year at once, before anything is sold."
        )
    };
    told("date_in_passing", &in_section(&fees("3"), &fees("9")));
}

#[test]
fn the_same_day_in_a_line_that_came_is_no_news_but_another_day_is() {
    let dated = |line: &str| format!("Effective: 5 January 2026\nContests are run at will.\n{line}");
    held("same_day", &at_top(&dated(""), &dated("Effective as of 05.01.2026")));
    told("same_day", &at_top(&dated(""), &dated("Effective as of 07.03.2026")));
    held("same_day", &in_section("Prizes end on 5 March 2027.", "Prizes end on March 05, 2027."));
    told("same_day", &in_section("Prizes end on 5 March 2027.", "Prizes end on 6 March 2027."));
}

#[test]
fn the_label_of_a_date_in_another_language_is_no_news_but_another_event_is() {
    held(
        "date_label",
        &at_top(
            "Effective as of January 5, 2026 (view previous version)",
            "Gültig ab January 5, 2026 (vorherige Version ansehen)",
        ),
    );
    told("date_label", &at_top("Contests end January 5, 2026", "Winners drawn January 5, 2026"));
}

#[test]
fn how_long_ago_a_page_was_updated_is_no_news() {
    for (before, after) in [
        ("Last updated: 11 months ago", "Last updated: 1 year ago"),
        ("Updated yesterday", "Updated this week"),
        ("Updated today", "Last updated 3 days ago."),
        ("Last reviewed a month ago", "Last reviewed 2 months ago"),
        ("This page was last updated yesterday.", "This page was last updated over a week ago."),
        ("3 days ago", "2 weeks ago"),
        ("Vor einer Woche aktualisiert", "Vor zwei Wochen aktualisiert"),
        ("Diese Seite wurde gestern aktualisiert.", "Diese Seite wurde vor drei Tagen aktualisiert."),
        ("Mis à jour il y a 3 jours", "Mis à jour il y a une semaine"),
        ("Actualizado ayer", "Actualizado hace dos semanas"),
        ("Aggiornato ieri", "Aggiornato 3 giorni fa"),
        ("Gisteren bijgewerkt", "2 weken geleden bijgewerkt"),
        ("Zaktualizowano wczoraj", "Zaktualizowano 3 dni temu"),
        ("Atualizado ontem", "Atualizado há 2 semanas"),
        ("", "Updated yesterday"),
        ("Vor zwei Wochen aktualisiert", ""),
    ] {
        held("age_line", &at_top(before, after));
    }
    let text = "Our team wrote down how contests are run on pages, and who may take part in them.";
    // A heading that forbids something leads to no rule on the day of the last update; a sentence with a colon does.
    let below = |lead: &str, age: &str| format!("{lead}\n{age}\nGoods of glass stay at home.");
    let restricted = |age: &str| below("### Goods that are not allowed", age);
    held("age_line", &in_section(&restricted("Last updated: 2 hours ago"), &restricted("Last updated: 14 hours ago")));
    let led = |age: &str| below("Posts are not allowed that were:", age);
    told("age_line", &in_section(&led("Last updated 2 hours ago"), &led("Last updated 14 hours ago")));
    held("age_line", &in_section(&format!("{text} (Updated 3 days ago)"), &format!("{text} (Updated last week)")));
}

#[test]
fn an_age_by_which_a_rule_is_made_is_told() {
    for (before, after) in [
        ("Content older than two weeks is archived.", "Content older than two months is archived."),
        ("Content published 3 days ago is archived.", "Content published 7 days ago is archived."),
        (
            "Posts that were published 3 days ago may be promoted.",
            "Posts that were published 7 days ago may be promoted.",
        ),
        ("Vor zwei Wochen gelöschte Beiträge kommen zurück.", "Vor drei Wochen gelöschte Beiträge kommen zurück."),
        ("Entries are taken until today.", "Entries are taken until this week."),
        ("Who may enter?\n3 days ago", "Who may enter?\n7 days ago"),
        ("| Account made | 3 days ago", "| Account made | 7 days ago"),
        ("Updated yesterday. Contests may be run.", "Updated today. Contests must not be run."),
        ("", "Contests were forbidden yesterday."),
        ("Posts published more than 30 days ago.", "Posts published more than 10 years ago."),
        ("Content edited 30 days ago.", "Content edited 10 years ago."),
        ("- Updated 3 days ago", "- Updated 3 years ago"),
    ] {
        told("age_line", &at_top(before, after));
    }
    told("age_line", &in_section("## Oldest data we show\n30 days ago", "## Oldest data we show\n10 years ago"));
    told("date_in_passing", &in_section("| Fees, last updated 3 March 2026", "| Fees, last updated 3 June 2026"));
}

#[test]
fn another_day_of_an_item_in_a_feed_is_not_told_but_another_title_is() {
    let feed =
        |heading: &str| document(&format!("## {heading}\nDraws need a closing day.\n## 2026-10-01 · Draws\nNo draws."));
    held("item_date", &compare(&feed("2026-11-02 · Ad limits"), &feed("2026-11-03 · Ad limits")));
    told("item_date", &compare(&feed("2026-11-02 · Ad limits"), &feed("2026-11-03 · Ad bans for minors")));
    told("item_date", &in_section("## 2026-11-02 · New fee", "## 2026-12-03 · New fee"));
    told("item_date", &in_section("Draws end on 2026-11-02 · see below.", "Draws end on 2026-11-03 · see below."));
}

#[test]
fn the_version_of_the_document_is_no_news_but_that_of_something_else_is() {
    for (before, after) in [
        ("Version 3.2.1", "Version 3.2.2"),
        ("v3", "v4"),
        ("Rev. 14", "Rev. 15"),
        ("Policy version: 14", "Policy version: 15"),
        ("Fassung 7", "Fassung 8"),
        ("Édition 7", "Édition 8"),
        ("Versión 7", "Versión 8"),
        ("Versione 7", "Versione 8"),
        ("Versie 7", "Versie 8"),
        ("Wersja 7", "Wersja 8"),
        ("Versão 7", "Versão 8"),
        ("Version: Policy of the shops", "Version: 14 April 2026 (Latest)"),
    ] {
        held("version_line", &in_section(before, after));
    }
    for (before, after) in [
        ("Minimum version: 14", "Minimum version: 15"),
        ("Apps on this page use:\n- Version 3", "Apps on this page use:\n- Version 4"),
        ("Version 3 of the kit must be used.", "Version 4 of the kit must be used."),
        ("Version 15", "Version 14"),
        ("Version: Business", "Version: Enterprise"),
        ("Version 5.0", "Version 6.0"),
    ] {
        told("version_line", &in_section(before, after));
    }
}

#[test]
fn a_day_of_what_a_rule_names_is_told_in_lists_and_lines() {
    for (before, after) in [
        ("- Date of the draw: 3 March 2026", "- Date of the draw: 9 March 2026"),
        ("- Datum der Ziehung: 3. März 2026", "- Datum der Ziehung: 9. März 2026"),
        ("- Letzte Annahme: 20. Dezember 2026", "- Letzte Annahme: 18. Dezember 2026"),
        ("- Dernière livraison : 20 décembre 2026", "- Dernière livraison : 18 décembre 2026"),
        ("- Última entrega: 20 de diciembre de 2026", "- Última entrega: 18 de diciembre de 2026"),
        ("- Ultima consegna: 20 dicembre 2026", "- Ultima consegna: 18 dicembre 2026"),
        ("- Laatste levering: 20 december 2026", "- Laatste levering: 18 december 2026"),
        ("- Ostatnia dostawa: 20 grudnia 2026", "- Ostatnia dostawa: 18 grudnia 2026"),
        ("- Última entrega: 20 de dezembro de 2026", "- Última entrega: 18 de dezembro de 2026"),
        ("- Blackout dates: 24–26 December 2026", "- Blackout dates: 20–26 December 2026"),
    ] {
        told("date_line", &in_section(before, after));
    }
    for (before, after) in [
        ("- Last updated: 3 March 2026", "- Last updated: 9 March 2026"),
        ("Letzte Änderung: 3. März 2026", "Letzte Änderung: 9. März 2026"),
        ("Dernière modification : 3 mars 2026", "Dernière modification : 9 mars 2026"),
        ("Última actualización: 3 de marzo de 2026", "Última actualización: 9 de marzo de 2026"),
        ("Ultimo aggiornamento: 3 marzo 2026", "Ultimo aggiornamento: 9 marzo 2026"),
        ("Laatste wijziging: 3 maart 2026", "Laatste wijziging: 9 maart 2026"),
        ("Ostatnia zmiana: 3 marca 2026", "Ostatnia zmiana: 9 marca 2026"),
        ("Última atualização: 3 de março de 2026", "Última atualização: 9 de março de 2026"),
    ] {
        held("date_line", &in_section(before, after));
    }
}

#[test]
fn the_oldest_entry_that_drops_off_is_no_news_but_one_among_others_is() {
    let log = |entries: &[&str]| {
        let text: String = entries
            .iter()
            .map(|day| format!("## {day}\nOn {day} the rules of raffles on pages must be read anew.\n"))
            .collect();
        document(&format!("# Log of changes\n{text}"))
    };
    let days = ["5 May 2026", "4 April 2026", "3 March 2026", "2 February 2026", "1 January 2026"];
    held("rolled_off", &compare(&log(&days), &log(&days[..4])));
    told("rolled_off", &compare(&log(&days), &log(&[days[0], days[1], days[2], days[4]])));
    told("rolled_off", &compare(&log(&days[..4]), &log(&days)));
    let up: Vec<&str> = days.iter().rev().copied().collect();
    told("rolled_off", &compare(&log(&up), &log(&up[..4])));
    let ends = |lead: &str, days: &[&str]| {
        let items: String = days.iter().map(|day| format!("- {day}\n")).collect();
        document(&format!("# Rules for raffles\n{lead}\n\n{items}"))
    };
    let lead = "Raffles end on these days, whatever else is said of them:";
    told("rolled_off", &compare(&ends(lead, &days), &ends(lead, &days[..4])));
}
