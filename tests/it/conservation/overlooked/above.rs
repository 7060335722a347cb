//! What stands above the title of a document, or beside it within the same part of the page.

use super::{Case, all_told, case, none_told};
use crate::conservation::texts::SHOPS;
use crate::pages::body;

fn above(id: &'static str, markup: &str, sides: [&str; 2], words: [&'static str; 2]) -> Case {
    case(id, &format!("{markup}{}", body(SHOPS)), sides, words)
}

/// The same without a heading of the first rank.
fn above_untitled(id: &'static str, markup: &str, sides: [&str; 2], words: [&'static str; 2]) -> Case {
    case(id, &format!("{markup}{}", body(SHOPS).replace("h1>", "p>")), sides, words)
}

const LINKED: &str = "<ul><li><a href=/r/1>Sell what you have made or bought yourself</a></li><li><a href=/r/2>SIDE</a></li>\
    <li><a href=/r/3>Answer buyers on the same day</a></li><li><a href=/r/4>Leave the stall as you have found it</a></li>\
    <li><a href=/r/5>Tell the desk when you close for the season</a></li></ul>";
const PRICES: [&str; 2] = ["Show the price beside each picture", "Show the price and the weight beside each picture"];

#[test]
fn a_list_of_linked_rules_above_the_title_is_told() {
    all_told(&[
        above("list", LINKED, PRICES, PRICES).at_least_recorded(),
        above("paragraphs", &LINKED.replace("ul>", "div>").replace("li>", "p>"), PRICES, PRICES).at_least_recorded(),
        above_untitled("untitled", LINKED, PRICES, PRICES).at_least_recorded(),
        above(
            "new",
            LINKED,
            [
                PRICES[0],
                "Show the price beside each picture</a></li><li><a href=/r/9>Weigh each parcel before it leaves",
            ],
            ["", "Weigh each parcel before it leaves"],
        ),
    ]);
}

#[test]
fn a_short_rule_above_the_title_is_told() {
    let ages = ["16", "18"];
    all_told(&[
        above("age", "<p>Minimum age: SIDE</p>", ages, ["Minimum age: 16", "Minimum age: 18"]),
        above("animals", "<p>SIDE</p>", ["Animals allowed", "No animals"], ["Animals allowed", "No animals"]),
        above(
            "traders",
            "<p>SIDE</p>",
            ["Traders only", "Traders and associations only"],
            ["Traders only", "associations only"],
        ),
        above(
            "items",
            "<main><ul><li>Weapons</li><li>SIDE</li></ul>",
            ["Medicine", "Medicine</li><li>Tickets"],
            ["", "Tickets"],
        )
        .at_least_recorded(),
    ]);
}

#[test]
fn a_short_rule_in_a_part_of_the_article_is_told() {
    let within = |id, markup: &str, sides, words| {
        let text = body(SHOPS);
        let (first, last) = text.split_at(text.find("<h2>Prices").unwrap());
        case(id, &format!("<article>{}</article>", markup.replace("FIRST", first).replace("LAST", last)), sides, words)
    };
    let (ages, fees) = (["16", "18"], ["5 %", "7 %"]);
    let age = ["Minimum age: 16", "Minimum age: 18"];
    all_told(&[
        within("head", "<header><p>Minimum age: SIDE</p></header>FIRST LAST", ages, age),
        within(
            "aside",
            "FIRST<aside><h3>At a glance</h3><p>Minimum age: SIDE</p><p>Fee: 5 %</p></aside>LAST",
            ages,
            age,
        ),
        within(
            "glance",
            "FIRST<aside><ul><li>Weapons: SIDE</li><li>Tickets: allowed</li></ul></aside>LAST",
            ["allowed", "banned"],
            ["Weapons: allowed", "Weapons: banned"],
        ),
        within(
            "foot",
            "FIRST LAST<footer><p>Fee for sellers: SIDE</p></footer>",
            fees,
            ["Fee for sellers: 5 %", "Fee for sellers: 7 %"],
        ),
        within(
            "lone",
            "FIRST<aside>SIDE</aside>LAST",
            ["Traders only", "Traders and associations only"],
            ["Traders only", "associations only"],
        ),
    ]);
}

#[test]
fn what_leads_to_a_document_is_not_told() {
    let crumbs = "<p><a href=/>Home</a> › <a href=/help>SIDE</a> › <a href=/help/shops>Shops</a></p>";
    let menu = "<ul><li><a href=/a>Start</a></li><li><a href=/b>SIDE</a></li><li><a href=/c>Contact</a></li><li><a href=/d>Prices</a></li></ul>";
    let aside = "<aside><h3>Read more</h3><ul><li><a href=/1>How to open a shop</a></li><li><a href=/2>SIDE</a></li></ul></aside>";
    let controls = "<aside><p>SIDE</p><button>Yes</button><button>No</button></aside>";
    none_told(&[
        above("crumbs", crumbs, ["Help", "Help centre"], ["", ""]),
        above("menu", menu, ["News", "Journal"], ["", ""]),
        above("skip", "<a href='#top'>SIDE</a>", ["Skip to content", "Skip to the text"], ["", ""]),
        case(
            "related",
            &format!("<article>{}{aside}</article>", body(SHOPS)),
            ["How to pack a parcel", "How to weigh a parcel"],
            ["", ""],
        ),
        case(
            "asked",
            &format!("<article>{}{controls}</article>", body(SHOPS)),
            ["Was this of use", "Was this of any use"],
            ["", ""],
        ),
    ]);
}
