//! What mark-up, signs and names of sections do to a text: no change of it is lost on the way from the page.

use super::texts::{SHOPS, english, with_clause};
use crate::house::history::{History, hunks, says};
use crate::pages::{Build, body, page};

/// The rules for shops with some mark-up at the end of a section in their midst.
fn with_markup(markup: &str) -> String {
    let marked = with_clause(SHOPS, "Prices", "MARK");
    page(Build::Semantic, "en", "Rules for Shops | Plaudernetz", &body(&marked).replace("<p>MARK</p>", markup))
}

/// The words of a passage are recorded as changed, and held back by no rule.
#[track_caller]
fn assert_differs(past: &History, before: &str, after: &str) {
    let is_it = |hunk: &serde_json::Value| {
        says(&hunk["before"], before) && says(&hunk["after"], after) && hunk["held_by"].is_null()
    };
    let found = past.log("shops").iter().any(|change| hunks(change).iter().any(is_it));
    assert!(found, "“{before}” that became “{after}” is no difference\n{}", past.account_of("shops"));
}

/// One page stands, and then the other one does.
fn then(before: &str, after: &str) -> History {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", before).days(5).shows("shops", after).days(3);
    past
}

const SENTENCE: &str = "Sellers may ask buyers for a share of the post before they ship.";

#[test]
fn a_sentence_that_is_struck_out_is_told_as_gone() {
    for struck in [
        format!("<p><del>{SENTENCE}</del></p>"),
        format!("<p><s>{SENTENCE}</s></p>"),
        format!("<p style='text-decoration: line-through'>{SENTENCE}</p>"),
    ] {
        let past = then(&with_markup(&format!("<p>{SENTENCE}</p>")), &with_markup(&struck));
        past.assert_told("shops", "ask buyers for a share");
        let past = then(&with_markup(&struck), &with_markup(&format!("<p>{SENTENCE}</p>")));
        past.assert_told("shops", "ask buyers for a share");
    }
}

#[test]
fn a_tick_that_becomes_a_cross_is_a_difference_in_words() {
    let table = |sign: &str| {
        with_markup(&format!(
            "<table><tr><th>What a shop does</th><th>Allowed</th></tr><tr><td>Draw lots among buyers</td><td>{sign}</td></tr>\
             <tr><td>Sell by auction</td><td>✅</td></tr></table>"
        ))
    };
    assert_differs(&then(&table("✅"), &table("❌")), "Draw lots among buyers | ✅", "Draw lots among buyers | ❌");
    for (yes, no) in [
        ("<img src=/y.png alt=Allowed>", "<img src=/n.png alt='Not allowed'>"),
        ("<span role=img aria-label=Allowed></span>", "<span role=img aria-label='Not allowed'></span>"),
        ("<svg><title>Allowed</title></svg>", "<svg><title>Not allowed</title></svg>"),
    ] {
        let past = then(&table(yes), &table(no));
        assert_differs(&past, "Draw lots among buyers | Allowed", "Draw lots among buyers | Not allowed");
    }
    let list = |sign: &str| {
        with_markup(&format!("<ul><li>{sign} Draw lots among buyers</li><li>✅ Sell by auction</li></ul>"))
    };
    assert_differs(&then(&list("✅"), &list("❌")), "✅ Draw lots", "❌ Draw lots");
}

#[test]
fn another_shape_of_the_same_tick_is_not_told() {
    let list = |sign: &str| {
        with_markup(&format!("<ul><li>{sign} Draw lots among buyers</li><li>{sign} Sell by auction</li></ul>"))
    };
    let past = then(&list("✓"), &list("✔\u{fe0f}"));
    past.assert_untold("shops", "Draw lots");
}

#[test]
fn a_sign_at_the_beginning_of_a_line_is_a_word() {
    for (before, after) in [
        ("$500 is the most that a prize may be worth.", "€500 is the most that a prize may be worth."),
        (
            "< 16 years: no sale without the consent of a parent.",
            "> 16 years: no sale without the consent of a parent.",
        ),
    ] {
        let page = |text: &str| with_markup(&format!("<p>{}</p>", text.replace('<', "&lt;").replace('>', "&gt;")));
        assert_differs(&then(&page(before), &page(after)), before, after);
    }
}

#[test]
fn a_new_entry_in_a_section_that_is_called_sharing_is_told() {
    let list = |more: &str| {
        with_markup(&format!(
            "<section id=information-sharing><h2>Whom we tell</h2><p>We hand the data of buyers to those who stand here.</p>\
             <ul><li>Parcel services</li><li>Banks</li>{more}</ul></section>"
        ))
    };
    then(&list(""), &list("<li>Advertisers</li>")).assert_told("shops", "Advertisers");
}

#[test]
fn an_entry_that_is_only_a_link_is_told() {
    let list = |names: &[&str]| {
        let items: String = names.iter().map(|name| format!("<li><a href=/p/{name}>{name} Limited</a></li>")).collect();
        with_markup(&format!("<p>We hand the data of buyers to these companies:</p><ul>{items}</ul>"))
    };
    let names = ["Hasty", "Rowboat", "Kontor", "Muenzwerk", "Adria"];
    then(&list(&names), &list(&["Hasty", "Rowboat", "Kontor", "Muenzwerk", "Adria", "Lumenta"]))
        .assert_told("shops", "Lumenta Limited");
}

#[test]
fn a_last_short_line_is_told() {
    let ends = |more: &str| english(&format!("{}\n## Never sold\n{more}", SHOPS.trim_end()));
    then(&ends("Knives"), &ends("Knives\nUsed medicines")).assert_told("shops", "Used medicines");
}

#[test]
fn a_page_that_three_watches_show_is_told_to_each() {
    let past =
        History::new().watch("one", "Rules for Shops").watch("two", "Shop Rules").watch("three", "Rules of Shops");
    let shows = |sentence: &str| {
        for id in ["one", "two", "three"] {
            past.shows(id, &english(&with_clause(SHOPS, "Who may", sentence)));
        }
    };
    shows("Sellers may ask buyers for two ratings.");
    past.days(5);
    shows("Sellers may not ask buyers for two ratings.");
    past.days(3);
    for id in ["one", "two", "three"] {
        past.assert_told(id, "ask buyers for two ratings");
    }
}
