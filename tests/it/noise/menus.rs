//! Menus, footers and lists of articles, and lists that are of the rules.

use super::{at_top, document, held, in_section, told};
use hausrecht::steps::compare::compare;

#[test]
fn related_articles_are_not_told_but_rules_under_such_a_heading_are() {
    held("related_articles", &in_section("", "## Related articles\nHow to run a contest on your page"));
    told("related_articles", &in_section("", "## Related content\nLinks must not lead to shops"));
    told("related_articles", &in_section("", "## Key takeaways\nContests on pages are over by the end of the year."));
}

#[test]
fn a_table_of_contents_is_not_told_but_a_sentence_in_it_is() {
    held(
        "contents_list",
        &in_section("## On this page\nContests of old", "## On this page\nContests of old\nPrizes and draws"),
    );
    told(
        "contents_list",
        &in_section("## On this page\nContests of old", "## On this page\nContests of old\nNo draws"),
    );
    told(
        "contents_list",
        &in_section(
            "## In this article\nContests of old",
            "## In this article\nVersion effective date: April 27, 2027",
        ),
    );
}

#[test]
fn a_footer_as_a_list_is_not_told_but_a_list_that_a_rule_leads_to_is() {
    let footer = "Our house\nAbout us\nCareers\nPress\nOur partners\nPlaces";
    held("footer_list", &in_section("", footer));
    told(
        "footer_list",
        &in_section(
            "",
            "We share your data with those who run:\n- Jobs\n- Groups\n- Marketplace\n- Dating rooms\n- Press",
        ),
    );
    told("footer_list", &in_section("", &format!("{footer}\nNo alcohol")));
}

#[test]
fn a_row_of_links_is_not_told_but_links_in_a_sentence_are() {
    let links = "[Our house](/a) [Our people](/b) [Places to go](/c) [Things to do](/d)";
    let rules = "# Rules\nContests may be run on pages by whoever has told all entrants the rules beforehand.";
    held("row_of_links", &compare(&document(rules), &document(&format!("{links}\n{rules}"))));
    told("row_of_links", &in_section("", links));
    told("row_of_links", &in_section("", &format!("We give your data to all of these and to nobody else: {links}")));
    told("row_of_links", &in_section("", &format!("Not allowed: {links}")));
}

#[test]
fn a_menu_before_the_document_is_not_told_but_a_rule_there_is() {
    let page = |menu: &str| document(&format!("- [Our house](/h)\n{menu}\n# Rules\nContests may be run on pages."));
    held("above_the_document", &compare(&page(""), &page("- [Our places](/p)")));
    told("above_the_document", &compare(&page(""), &page("- No alcohol")));
    told("above_the_document", &compare(&page(""), &page("- Alcohol")));
    let rules = "- [Name the sponsor in each post](/1)\n- [Draw winners before two people](/2)\n- [Send prizes within the week](/3)";
    told("above_the_document", &compare(&page(rules), &page(&rules.replace("two", "three"))));
    told("menu_of_links", &compare(&page(rules), &page(&format!("{rules}\n- [Keep a list of who took part](/4)"))));
}

#[test]
fn a_menu_of_links_is_not_told_but_linked_items_of_a_text_are() {
    let rules = "# Rules\nContests may be run on pages by whoever has told all entrants the rules beforehand.";
    let menu = "- [Blog](/b)\n- [Shop](/shop)\n- [Careers](/c)\n- [Our places](/places)";
    held("menu_of_links", &compare(&document(rules), &document(&format!("{rules}\n{menu}"))));
    told(
        "menu_of_links",
        &compare(&document(rules), &document(&format!("{rules}\n- [Hasty Parcels](/p)\n- [Lumenta](/l)"))),
    );
    told("menu_of_links", &in_section("", "- [Shop](/shop)\n- [Our places](/places)"));
    told(
        "menu_of_links",
        &in_section(
            "These services have rules of their own:\n- [Groups](/g)",
            "These services have rules of their own:\n- [Groups](/g)\n- [Live](/l)",
        ),
    );
    told(
        "menu_of_links",
        &in_section("- Weapons\n- [Tobacco](/t)", "- Weapons\n- [Tobacco](/t)\n- [Strong drinks](/d)"),
    );
}

#[test]
fn a_teaser_around_the_text_is_not_told_but_news_of_the_rules_there_are() {
    let (summer, winter) =
        ("~Meet us at the summer fair in Porto.", "~Our biggest launch ever is on November 12. Tune in live.");
    held("outside_the_text", &at_top(summer, winter));
    held("outside_the_text", &at_top("", winter));
    told("outside_the_text", &at_top("", "Our biggest launch ever is on November 12. Tune in live."));
    told("outside_the_text", &at_top(summer, "~New terms from January 1."));
    told("outside_the_text", &at_top("~Effective March 1, 2026", "~Effective June 1, 2026"));
    told("outside_the_text", &at_top(summer, "~From January 1 contests must be registered."));
    told("outside_the_text", &at_top(summer, "~Uploads end after 30 days."));
    told("outside_the_text", &at_top("~| Alcohol | yes", "~| Alcohol | no"));
}

#[test]
fn a_notice_on_cookies_around_the_text_is_not_told_but_a_rule_on_cookies_is() {
    let notice = "By clicking “Accept” you agree that we store cookies.";
    held("cookie_notice", &at_top("", &format!("~{notice}")));
    told("cookie_notice", &at_top("", notice));
    told("cookie_notice", &at_top("~We keep cookies for 6 months.", "~We keep cookies for 60 months."));
    told("cookie_notice", &at_top("~Consent is asked of users above 14.", "~Consent is asked of users above 18."));
    told(
        "cookie_notice",
        &at_top(
            "",
            &format!("~{notice}\n~Contests need a licence.\n~Prizes must be paid out.\n~No alcohol as a prize."),
        ),
    );
}
