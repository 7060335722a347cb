//! In a sentence, the text of a link is a word like any other.

use serde_json::Value;

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

/// The sentence without its links.
fn unlinked(sentence: &str) -> String {
    sentence.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect()
}

/// Tier, topics and passages of what was recorded.
fn judgement(past: &History) -> Vec<Value> {
    let log = past.log("shops");
    log.iter().flat_map(|change| ["tier", "topics", "hunks"].map(|field| without_times(&change[field]))).collect()
}

/// The passages without the days on which they were seen.
fn without_times(value: &Value) -> Value {
    let mut value = value.clone();
    for hunk in value.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        hunk.retain(|field, _| !field.ends_with("_seen"));
    }
    value
}

#[test]
fn a_linked_name_is_judged_as_the_same_name_without_a_link() {
    for (before, after) in [
        (
            "Quarrels are settled by <a href=/b/oak>the Oak Board</a> alone.",
            "Quarrels are settled by <a href=/b/elm>the Elm Court</a> alone.",
        ),
        (
            "We share numbers with <a href=/p/hasty>Hasty Parcels</a> and <a href=/p/row>Rowboat Freight</a>.",
            "We share numbers with <a href=/p/hasty>Hasty Parcels</a>, <a href=/p/lumen>Lumenta Ads</a> and <a href=/p/row>Rowboat Freight</a>.",
        ),
        (
            "Banned as prizes are <a href=/wine>wine</a> and <a href=/knives>knives</a>.",
            "Banned as prizes are <a href=/wine>wine</a>, <a href=/knives>knives</a> and <a href=/fire>fireworks</a>.",
        ),
    ] {
        let linked = then(false, before, after);
        let bare = then(false, &unlinked(before), &unlinked(after));
        assert_eq!(judgement(&linked), judgement(&bare), "{after}\n{}", linked.account_of("shops"));
    }
}
