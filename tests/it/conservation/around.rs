//! What stands on a page around the text: the site's teasers are held back, and news of the rules there are told.

use super::texts::SHOPS;
use crate::house::history::{History, says};
use crate::pages::body;

/// The rules for shops on a site with a banner and a menu above, and something else below.
fn framed(banner: &str, below: &str) -> String {
    let text = body(SHOPS);
    format!(
        "<!doctype html><html lang=en><head><title>Rules for Shops | Plaudernetz</title></head><body>\
         <div class=top><div class=promo><p>{banner}</p><a href=/fair>Save your seat</a></div>\
         <div class=links><a href=/>Home</a> <a href=/shops>Shops</a> <a href=/jobs>Jobs</a></div></div>\
         <div class=page><div class=inner><div class=content>{text}</div></div></div>{below}</body></html>"
    )
}

fn then(before: &str, after: &str) -> History {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", before).days(5).shows("shops", after).days(4);
    past
}

const SUMMER: &str = "Meet our sellers at the summer fair in Porto.";

#[test]
fn a_teaser_above_the_text_is_held_back_and_can_be_seen() {
    let winter = "Our biggest launch ever is on November 12. Tune in live to hear from our founders.";
    let past = then(&framed(SUMMER, ""), &framed(winter, ""));
    past.assert_untold("shops", "biggest launch");
    let is_held = |change: &serde_json::Value| {
        change["hunks"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|hunk| hunk["held_by"] == "outside_the_text" && says(&hunk["after"], "biggest launch"))
    };
    assert!(past.held("shops").iter().any(is_held), "{}", past.account_of("shops"));
}

#[test]
fn news_of_the_rules_in_a_banner_are_told() {
    for news in
        ["From 1 December new terms apply to all shops.", "Sellers must register their shops by the end of May."]
    {
        then(&framed(SUMMER, ""), &framed(news, "")).assert_told("shops", news);
    }
}

#[test]
fn an_entry_of_a_list_that_stands_apart_from_the_other_sections_is_told() {
    let goods = |more: &str| {
        framed(
            SUMMER,
            &format!(
                "<div class=more><h2>What must not be sold</h2><ul><li>Fireworks</li><li>Tobacco</li>{more}</ul></div>"
            ),
        )
    };
    then(&goods(""), &goods("<li>Second-hand car seats</li>")).assert_told("shops", "Second-hand car seats");
}

#[test]
fn a_section_of_the_document_that_stands_apart_and_has_a_link_is_told() {
    for link in ["<a href=/messages>messages</a>", "messages <a href=#data>#</a>"] {
        let data = |rule: &str| {
            framed(SUMMER, &format!("<div class=more><h2>Your data</h2><p>Your posts and {link} {rule}.</p></div>"))
        };
        then(&data("stay with us"), &data("are sold to advertising partners"))
            .assert_told("shops", "sold to advertising partners");
    }
}

#[test]
fn what_a_rule_holds_back_is_not_told_for_the_third_document_of_a_site() {
    let winter = "Our biggest launch ever is on November 12. Tune in live to hear from our founders.";
    let documents = ["shops", "ads", "music"];
    let past = documents.iter().fold(History::new(), |past, id| past.watch(id, &format!("Rules for {id}")));
    let show = |banner: &str| {
        for id in documents {
            past.shows(id, &framed(banner, "").replace("buyers", &format!("buyers of {id}")));
        }
    };
    show(SUMMER);
    past.days(5);
    show(winter);
    past.days(4);
    for id in documents {
        past.assert_untold(id, "biggest launch");
        assert!(!past.held(id).is_empty(), "{}", past.account_of(id));
    }
}

#[test]
fn a_short_section_behind_the_main_part_is_told() {
    let page = |rule: &str| {
        let text = body(SHOPS);
        format!(
            "<!doctype html><html lang=en><head><title>Rules for Shops | Plaudernetz</title></head><body><main>{text}</main>\
             <section><h2>Your data</h2><p>{rule}</p><a href=/data>More</a></section></body></html>"
        )
    };
    let past = then(&page("Your data stays with us."), &page("Your data goes to our partners for advertising."));
    past.assert_told("shops", "goes to our partners for advertising");
}
