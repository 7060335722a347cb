//! A page that only leads to documents says which there are.

use super::{Case, all_told, case, document, none_told};
use crate::house::history::History;
use crate::pages::{BUILDS, Build};

fn hub(id: &'static str, sides: [&str; 2], words: [&'static str; 2]) -> Case {
    case(
        id,
        "<h1>Our rules</h1><ul><li><a href=/rules/shops>Rules for Shops</a></li><li><a href=/rules/stalls>Rules for Stalls</a></li>SIDE\
         <li><a href=/rules/prizes>Rules for Prizes</a></li></ul>",
        sides,
        words,
    )
}

const AUCTIONS: &str = "<li><a href=/rules/auctions>Rules for Auctions</a></li>";

#[test]
fn a_hub_of_a_dozen_words_is_read_and_no_blind_spot() {
    for build in BUILDS {
        let past = History::new().watch("hub", "Our rules");
        past.shows("hub", &document(build, &hub("hub", ["", ""], ["", ""]).sides[0])).days(6);
        assert!(!past.is_blind("hub"), "{build:?}: {}", past.account_of("hub"));
        assert!(past.status("hub")["trouble"].is_null(), "{build:?}: {}", past.status("hub"));
    }
}

#[test]
fn a_link_to_a_document_that_comes_or_goes_is_told() {
    let cards = "<h1>Our rules</h1><div class=grid><div><a href=/r/shops><h3>Shops</h3></a></div><div><a href=/r/stalls><h3>Stalls</h3></a></div>SIDE<div><a href=/r/prizes><h3>Prizes</h3></a></div></div>";
    all_told(&[
        hub("new", ["", AUCTIONS], ["", "Rules for Auctions"]),
        hub("gone", [AUCTIONS, ""], ["Rules for Auctions", ""]),
        hub(
            "named",
            [AUCTIONS, &AUCTIONS.replace("Rules for Auctions", "Rules for Lotteries")],
            ["Rules for Auctions", "Rules for Lotteries"],
        ),
        case("cards", cards, ["", "<div><a href=/r/auctions><h3>Auctions</h3></a></div>"], ["", "Auctions"]),
        case(
            "row",
            "<h1>Our rules</h1><p><a href=/r/shops>Shops</a> · <a href=/r/stalls>Stalls</a> · <a href=/r/tickets>Tickets</a>SIDE · <a href=/r/prizes>Prizes</a></p>",
            ["", " · <a href=/r/auctions>Auctions</a>"],
            ["", "Auctions"],
        ),
    ]);
}

#[test]
fn a_page_without_documents_or_text_is_still_a_blind_spot() {
    for middle in
        ["", "<h1>Our rules</h1>", "<h1>Our rules</h1><p><a href=/>Home</a></p>", "<h1>Rules</h1><p>Loading</p>"]
    {
        for build in [Build::Semantic, Build::Soup] {
            let past = History::new().watch("hub", "Our rules");
            past.shows("hub", &document(build, middle)).days(6);
            assert!(past.is_blind("hub"), "{build:?}, {middle}: {}", past.account_of("hub"));
        }
    }
}

#[test]
fn a_wall_with_links_is_no_hub() {
    for wall in crate::pages::walls::at_any_time() {
        let past = History::new().watch("hub", "Our rules");
        past.shows("hub", &wall.html).days(6);
        assert!(past.is_blind("hub"), "{}: {}", wall.what, past.account_of("hub"));
    }
}

#[test]
fn the_menu_around_a_hub_is_not_told() {
    let plain = hub("menu", ["", ""], ["", ""]);
    let past = History::new().watch("menu", "Our rules");
    let page = document(Build::Semantic, &plain.sides[0]);
    past.shows("menu", &page).days(5).shows("menu", &page.replace(">Help<", ">Help desk<")).days(3);
    assert!(past.told("menu").is_empty(), "{}", past.account_of("menu"));
    none_told(&[hub("same", ["", " "], ["", ""])]);
}
