//! JSON whose keys end in a word of machines and say a rule all the same: "minimum views", "draw method".

use super::keys::then;
use crate::house::history::{hunks, says};

#[test]
fn a_bound_is_told_whatever_it_bounds() {
    for (before, after, told) in [
        ("\"minimum_views\": 1000", "\"minimum_views\": 50000", "minimum views: 50000"),
        ("\"max_likes\": 3", "\"max_likes\": 1", "max likes: 1"),
        ("\"allowed_pages\": 5", "\"allowed_pages\": 1", "allowed pages: 1"),
        ("\"maxPriceCents\": 50000000", "\"maxPriceCents\": 10000000", "max Price Cents: 10000000"),
        ("\"max_price\": 500", "\"max_price\": null", "max price: –"),
        ("\"raffle_method\": \"lots\"", "\"raffle_method\": \"jury\"", "raffle method: jury"),
        ("\"allowed_row_type\": \"wide\"", "\"allowed_row_type\": \"narrow\"", "allowed row type: narrow"),
        (
            "\"forbidden\": [\"wine\", \"knives\"]",
            "\"forbidden\": [\"wine\", \"knives\", \"live animals\"]",
            "live animals",
        ),
        ("\"Raffles need no licence\": \"\"", "\"Raffles need a licence\": \"\"", "Raffles need a licence"),
    ] {
        let past = then(before, after);
        let is_told = past
            .log("shops")
            .iter()
            .flat_map(hunks)
            .any(|hunk| hunk["held_by"].is_null() && says(&hunk["after"], told));
        assert!(is_told, "{told}\n{}\nheld: {:?}", past.account_of("shops"), past.held("shops"));
        past.assert_told("shops", told.rsplit(' ').next().unwrap());
    }
}

#[test]
fn what_is_of_the_answer_is_not_told_though_other_words_stand_before_it() {
    for (before, after) in [
        ("\"no_of_views\": 1000", "\"no_of_views\": 1017"),
        ("\"page_views\": 1000", "\"page_views\": 1017"),
        ("\"total_pages\": 4", "\"total_pages\": 5"),
        ("\"content_type\": \"article\"", "\"content_type\": \"page\""),
        ("\"request_method\": \"get\"", "\"request_method\": \"post\""),
        ("\"updated_ts\": 1700000000", "\"updated_ts\": 1700000777"),
        ("\"max_ts\": 1700000000", "\"max_ts\": 1700000777"),
        ("\"form_url\": \"https://plaudernetz.example/a\"", "\"form_url\": \"https://plaudernetz.example/b\""),
        ("\"position\": null", "\"position\": 4"),
    ] {
        let past = then(before, after);
        assert!(past.told("shops").is_empty(), "{before}\n{}", past.account_of("shops"));
    }
}
