//! Words that are for some readers alone: what the screen shows is told, and what only says what a link does, names an icon or
//! spells a sign out is told to nobody.

use super::texts::{SHOPS, with_clause};
use crate::house::history::History;
use crate::pages::{BUILDS, Build, body, page};

fn document(build: Build, lang: &str, markup: &str) -> String {
    let middle = body(&with_clause(SHOPS, "Prices", "MARK")).replace("<p>MARK</p>", markup);
    page(build, lang, "Rules for Shops | Plaudernetz", &middle)
}

fn then(build: Build, before: &str, after: &str) -> History {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &document(build, "en", before)).days(5);
    past.shows("shops", &document(build, "en", after)).days(3);
    past
}

#[track_caller]
fn is_told(before: &str, after: &str, words: &str) {
    for build in BUILDS {
        then(build, before, after).assert_told("shops", words);
    }
}

#[track_caller]
fn is_told_to_nobody(before: &str, after: &str) {
    for build in BUILDS {
        let past = then(build, before, after);
        assert!(past.told("shops").is_empty(), "{before}\n{}", past.account_of("shops"));
    }
}

#[test]
fn words_of_a_sentence_that_are_hidden_from_screen_readers_alone_are_told() {
    is_told(
        "<p>A raffle may last <span aria-hidden=true>two weeks</span> at most.</p>",
        "<p>A raffle may last <span aria-hidden=true>two days</span> at most.</p>",
        "two days",
    );
    is_told(
        "<p>A raffle may last two <b aria-hidden=true>weeks</b> at most.</p>",
        "<p>A raffle may last two <b aria-hidden=true>days</b> at most.</p>",
        "days",
    );
}

#[test]
fn doublets_and_names_of_icons_that_are_hidden_from_screen_readers_are_told_to_nobody() {
    is_told_to_nobody(
        "<p>A raffle may last two weeks <i aria-hidden=true class=glyph>info</i> at most.</p>",
        "<p>A raffle may last two weeks <i aria-hidden=true class=glyph>help</i> at most.</p>",
    );
    is_told_to_nobody(
        "<p>Fee for a stall: <span class=visually-hidden>10 coins</span></p>",
        "<p>Fee for a stall: <span class=visually-hidden>10 coins</span><span aria-hidden=true>10 c.</span></p>",
    );
}

#[test]
fn what_a_link_does_is_told_to_nobody_and_a_rule_in_the_same_place_is_told() {
    let link = |more: &str| format!("<p>Raffles follow the <a href='/x'>terms of prizes{more}</a> at all times.</p>");
    for says in [", opens new tab", " (opens in a new window)", " external link"] {
        is_told_to_nobody(&link(""), &link(&format!("<span class='sr-only'>{says}</span>")));
    }
    let behind = |more: &str| format!("<p>Raffles follow the <a href='/x'>terms of prizes</a>{more} at all times.</p>");
    is_told_to_nobody(&behind(""), &behind("<span class='visually-hidden'>, opens new tab</span>"));
    is_told(&link(""), &link("<span class='sr-only'>, which are not for minors</span>"), "not for minors");
}

#[test]
fn the_name_of_an_icon_is_told_to_nobody_and_a_sign_that_rules_is_told() {
    let icon = |name: &str| {
        format!("<p>Raffles <i class='material-icons notranslate'>{name}</i> need a licence of the house.</p>")
    };
    is_told_to_nobody(&icon("info"), &icon("help_outline"));
    is_told_to_nobody("<p>Raffles need a licence of the house.</p>", &icon("open_in_new"));
    let listed = |name: &str| {
        format!(
            "<p>Cash prizes <span class='material-symbols-outlined'>{name}</span></p><p>Books <span class='material-symbols-outlined'>check_circle</span></p>"
        )
    };
    is_told(&listed("check_circle"), &listed("cancel"), "✗");
}

#[test]
fn kana_beside_a_sign_are_told_to_nobody_and_another_sign_is_told() {
    let rules = "<p>参加者は十八歳以上でなければなりません。主催者の従業員とその家族は参加できません。</p><p>主催者は応募条件をページに掲載し、賞品が渡されるまで残さなければなりません。</p>\
        <p>各キャンペーンは、プラウダーネッツが後援も運営もしていないことを明記しなければなりません。</p>";
    let past_of = |before: &str, after: &str| {
        let past = History::new().watch_with("shops", "platform: Plaudernetz, document: 規約, language: ja");
        for (days, last) in [(5, before), (3, after)] {
            past.shows("shops", &page(Build::Semantic, "ja", "規約", &format!("<h1>規約</h1>{rules}{rules}{last}")));
            past.days(days);
        }
        past
    };
    let ruby = |limit: &str| {
        format!(
            "<p><ruby>賞品<rp>(</rp><rt>しょうひん</rt><rp>)</rp></ruby>の上限は<ruby>{limit}<rt>まん</rt></ruby>円です。</p>"
        )
    };
    let past = past_of("<p>賞品の上限は五万円です。</p>", &ruby("五万"));
    assert!(past.told("shops").is_empty(), "{}", past.account_of("shops"));
    past_of("<p>賞品の上限は五万円です。</p>", &ruby("三万")).assert_told("shops", "三万円");
}
