//! What stands around each section, what says a heading or a title again, and rules that are said as often.

use super::{document, held, in_section, told};
use hausrecht::steps::compare::compare;

fn places(line: &str) -> hausrecht::model::Document {
    let places = (0..6).map(|n| format!("## Country {n}\nAds are fine here since {n}.\n{line}\n"));
    document(&places.collect::<Vec<_>>().concat())
}

#[test]
fn what_stands_around_each_section_is_not_told_but_the_same_rule_in_many_places_is() {
    held("around_each_section", &compare(&places(""), &places("[Fetch the whole index over there](/index)")));
    told("around_each_section", &compare(&places(""), &places("This part holds for stalls as well.")));
    told("around_each_section", &compare(&places(""), &places("Applies to: stalls")));
    told("around_each_section", &compare(&places(""), &places("Ads for alcohol are not allowed.")));
    told("around_each_section", &compare(&places(""), &places("The fee for ads is 5 euro")));
    told("around_each_section", &compare(&places(""), &places("- Alcohol")));
}

#[test]
fn what_is_exchanged_around_each_section_is_not_told_but_a_limit_is() {
    held(
        "exchanged_in_each_section",
        &compare(
            &places("[Fetch the whole index over there](/index)"),
            &places("[Fetch the whole list over there](/index)"),
        ),
    );
    told("exchanged_in_each_section", &compare(&places("Applies to: shops"), &places("Applies to: shops and stalls")));
    told(
        "exchanged_in_each_section",
        &compare(&places("From the age of 16 years"), &places("From the age of 18 years")),
    );
}

#[test]
fn a_heading_said_again_is_not_told_but_an_item_of_a_rule_is() {
    held("heading_again", &in_section("", "Ads"));
    told("heading_again", &in_section("You may not promote:\n- Weapons", "You may not promote:\n- Weapons\n- Appeals"));
    told("heading_again", &in_section("| Weapons", "| Weapons\n| Appeals"));
}

#[test]
fn a_title_said_again_is_not_told_but_a_rule_at_the_top_is() {
    let page = |top: &str| document(&format!("{top}\n# Rules of the house\nContests may be run on pages."));
    held("title_again", &compare(&page(""), &page("Contest guidelines of Example")));
    told("title_again", &compare(&page(""), &page("Rules for adults only")));
    held("title_again", &compare(&page(""), &page("Contest guidelines of Example\nJanuary 22, 2022")));
}

#[test]
fn cards_of_other_articles_behind_a_document_are_not_told_but_a_list_of_documents_is() {
    let text = "Contests may be run on pages, if their prizes, their closing date and who may take part are named in the post itself, \
        and whoever takes part need not buy anything for it.\n"
        .repeat(12);
    let cards = "## How to plan a contest\nJanuary 22, 2022\n## Rules for affiliates\nMarch 3, 2023";
    let page = |text: &str, cards: &str| document(&format!("# Rules of the house\n{text}{cards}"));
    held("dated_cards", &compare(&page(&text, ""), &page(&text, cards)));
    told("dated_cards", &compare(&page("Our documents.\n", ""), &page("Our documents.\n", cards)));
    told(
        "dated_cards",
        &compare(
            &page(&text, ""),
            &page(&text, "## Lotteries are forbidden\nJanuary 22, 2022\n## Rules\nMarch 3, 2023"),
        ),
    );
}

#[test]
fn a_short_entry_under_another_heading_says_something_else_but_a_longer_passage_speaks_for_itself() {
    let rules = |allowed: &str, forbidden: &str| {
        document(&format!("# Contests\n## Allowed\nShares of posts\n{allowed}\n## Forbidden\nLotteries\n{forbidden}"))
    };
    told("moved_under_another_heading", &compare(&rules("Vouchers as prizes", ""), &rules("", "Vouchers as prizes")));
    let long =
        "Whoever runs a contest writes to all who took part within a week and names the winners on the page itself.";
    held("moved_under_another_heading", &compare(&rules(long, ""), &rules("", long)));
}

#[test]
fn a_cookie_notice_at_an_edge_of_the_text_is_no_news_but_a_clause_on_cookies_is() {
    let rules = "# Rules for shops\n## Goods\nGoods are taken back within three weeks of the sale.";
    let with = |notice: &str, at_top: bool| {
        document(&if at_top { format!("{notice}\n{rules}") } else { format!("{rules}\n{notice}") })
    };
    for notice in [
        "Nous utilisons des cookies pour mesurer notre audience.\nAccepter\nRefuser",
        "Utilizamos cookies para medir nuestra audiencia. Puede cambiarlo.\nAceptar\nRechazar",
        "Utilizziamo i cookie per misurare il nostro pubblico.\nAccetto\nRifiuto\nPersonalizza",
        "Wir verwenden Cookies, um unsere Reichweite zu messen.\nAkzeptieren\nAblehnen",
    ] {
        for at_top in [true, false] {
            held("cookie_notice", &compare(&document(rules), &with(notice, at_top)));
        }
    }
    let named = "Nous utilisons des cookies. En cliquant sur Accepter, vous consentez à leur utilisation.";
    held("cookie_notice", &compare(&document(rules), &with(named, true)));
    told("cookie_notice", &compare(&document(rules), &with(named, false)));
    for clause in [
        "We set cookies for advertising without asking, and nobody can refuse.",
        "We set cookies for advertising without asking, and nobody can refuse.\nMore options",
    ] {
        told("cookie_notice", &compare(&document(rules), &with(clause, false)));
    }
    let policy = rules.replace("Rules for shops", "Cookie policy");
    let notice = "Wir verwenden Cookies, um unsere Reichweite zu messen.\nAkzeptieren\nAblehnen";
    told("cookie_notice", &compare(&document(&policy), &document(&format!("{policy}\n{notice}"))));
}

#[test]
fn numbers_that_all_headings_got_are_not_told_but_one_number_in_front_of_one_is() {
    let parts = |numbers: [&str; 4]| {
        let names = ["Packing", "Posting", "Returns", "Followers needed"];
        let parts = numbers
            .iter()
            .zip(names)
            .map(|(number, name)| format!("## {number}{name}\nGoods are handled with care.\n"));
        document(&parts.collect::<String>())
    };
    let bare = parts([""; 4]);
    for numbered in [["1 ", "2 ", "3 ", "4 "], ["Section 1: ", "Section 2: ", "Section 3: ", "Section 4: "]] {
        held("section_numbers", &compare(&bare, &parts(numbered)));
        held("section_numbers", &compare(&parts(numbered), &bare));
    }
    told("section_numbers", &compare(&bare, &parts(["", "", "", "50 "])));
    told("section_numbers", &compare(&bare, &parts(["1 ", "2 ", "3 ", "50 "])));
}
