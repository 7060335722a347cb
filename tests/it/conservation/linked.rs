//! In a sentence, the text of a link is a word like any other.

use super::texts::{SHOPS, SHOPS_DE, english, german, with_clause};
use crate::house::history::History;

/// The sentence stands in the rules, and then the other one does.
fn then(is_german: bool, before: &str, after: &str) -> History {
    let page = |sentence: &str| {
        if is_german {
            german(&with_clause(SHOPS_DE, "Preise", sentence))
        } else {
            english(&with_clause(SHOPS, "Prices", sentence))
        }
    };
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &page(before)).days(5).shows("shops", &page(after)).days(3);
    past
}

#[test]
fn a_linked_name_that_comes_into_a_sentence_is_told() {
    for (before, after, name) in [
        (
            "Orders are handed to <a href=/p/hasty>Hasty Parcels</a> and <a href=/p/rowboat>Rowboat Freight</a>.",
            "Orders are handed to <a href=/p/hasty>Hasty Parcels</a>, <a href=/p/snailer>Snailer</a> and <a href=/p/rowboat>Rowboat Freight</a>.",
            "Snailer",
        ),
        (
            "Payments are looked after by <a href=/p/kontor>Kontor Bank</a>.",
            "Payments are looked after by <a href=/p/kontor>Kontor Bank</a> and <a href=/p/muenz>Muenzwerk</a>.",
            "Muenzwerk",
        ),
        (
            "We pass the buyer’s number on to <a href=/p/hasty>Hasty Parcels</a>.",
            "We pass the buyer’s number on to <a href=/p/hasty>Hasty Parcels</a>, <a href=/p/lumen>Lumenta Ads</a>.",
            "Lumenta Ads",
        ),
    ] {
        then(false, before, after).assert_told("shops", name);
    }
}

#[test]
fn a_linked_name_that_comes_into_a_german_sentence_is_told() {
    let past = then(
        true,
        "Wir geben die Anschrift an <a href=/p/flink>Flink Pakete</a> und <a href=/p/kahn>Kahnfracht</a> weiter.",
        "Wir geben die Anschrift an <a href=/p/flink>Flink Pakete</a>, <a href=/p/kahn>Kahnfracht</a> und <a href=/p/adria>Adria Werbung</a> weiter.",
    );
    past.assert_told("shops", "Adria Werbung");
}

#[test]
fn a_linked_name_that_leaves_a_sentence_is_told() {
    let past = then(
        false,
        "Refunds may be asked for at <a href=/desk>the trade desk</a> and <a href=/towns>in any town hall</a>.",
        "Refunds may be asked for at <a href=/desk>the trade desk</a>.",
    );
    past.assert_told("shops", "in any town hall");
}

#[test]
fn a_linked_name_that_takes_the_place_of_another_is_told() {
    let past = then(
        false,
        "Quarrels are settled by <a href=/b/oak>the Oak Board</a> alone.",
        "Quarrels are settled by <a href=/b/elm>the Elm Court</a> alone.",
    );
    past.assert_told("shops", "the Elm Court");
}
