//! A server's "not modified" is believed for a week at most, and only for the very request to which it was given.

use super::texts::{NO_DISCOUNT, SHOPS, english, shops_with};
use crate::house::history::History;
use crate::house::program::House;
use crate::house::server::Answer;
use crate::pages::walls;

/// The last conditional request of a page, if it was one.
fn validator(past: &History) -> Option<String> {
    let log = past.house.server.log();
    log.last().and_then(|asked| asked.header("if-none-match").map(str::to_owned))
}

#[test]
fn a_server_that_always_says_not_modified_is_asked_without_conditions_once_a_week() {
    let past = History::new().watch("shops", "Rules for Shops");
    past.answers("shops", Answer::html(&english(SHOPS)).etag("\"1\"")).days(2);
    // The server, or a cache before it, never counts up its tag.
    past.answers("shops", Answer::html(&english(&shops_with(NO_DISCOUNT))).etag("\"1\"")).days(5);
    past.assert_untold("shops", "promise a discount");
    assert_eq!(validator(&past).as_deref(), Some("\"1\""));
    past.days(3);
    past.assert_told("shops", "promise a discount");
}

#[test]
fn a_page_that_stays_the_same_is_sent_whole_once_a_week_and_no_more() {
    let past = History::new().watch("shops", "Rules for Shops");
    past.answers("shops", Answer::html(&english(SHOPS)).etag("\"1\"")).days(29);
    let whole = past.house.server.log().iter().filter(|asked| asked.status == 200).count();
    assert_eq!(whole, 5, "on the days 1, 8, 15, 22 and 29");
    assert!(past.letters().is_empty(), "{}", past.account_of("shops"));
}

/// A house with a watch whose words are others from the second day on; all that a server gives has one tag.
fn edited(first: &str, second: &str, pages: &[(&str, &str)]) -> House {
    let as_written = |more: &str| {
        format!(
            "id: shops, platform: Plaudernetz, document: Rules for Shops, allow_private_network: true, render: http, {more}"
        )
    };
    let reader = "recipients: [{name: Team, to: [team@example.com], immediately: true, tier: fyi, language: en}]";
    let before = House::new().watch_as_written(&as_written(first)).with(reader);
    for (path, html) in pages {
        before.server.answer(path, Answer::html(html).etag("\"build-7\""));
    }
    before.round_at("2026-11-01T06:00:00Z");
    before.round_at("2026-11-02T06:00:00Z");
    let House { folder, server, .. } = before;
    let mut after = House::new();
    (after.folder, after.server) = (folder, server);
    let after = after.watch_as_written(&as_written(second)).with(reader);
    after.round_at("2026-11-03T06:00:00Z");
    after.round_at("2026-11-04T06:00:00Z");
    after
}

#[test]
fn the_tag_of_another_address_is_not_sent_and_what_differs_there_is_told() {
    let (old, new) = (english(SHOPS), english(&shops_with(NO_DISCOUNT)));
    let house = edited("url: 'SERVER/old'", "url: 'SERVER/new'", &[("/old", &old), ("/new", &new)]);
    let asked: Vec<_> = house.server.log().into_iter().filter(|asked| asked.target == "/new").collect();
    assert_eq!(asked[0].header("if-none-match"), None);
    assert!(house.letters().iter().any(|letter| letter.text.contains("promise a discount")), "{:?}", house.subjects());
}

#[test]
fn the_tag_that_was_given_to_other_headers_languages_or_selections_is_not_sent() {
    let page = english(SHOPS);
    for (first, second) in [
        ("url: 'SERVER/a'", "url: 'SERVER/a', headers: {x-edition: eu}"),
        ("url: 'SERVER/a'", "url: 'SERVER/a', accept_language: 'de'"),
        ("url: 'SERVER/a', language: en", "url: 'SERVER/a', language: en-GB"),
        ("url: 'SERVER/a'", "url: 'SERVER/a', remove: ['nav']"),
    ] {
        let house = edited(first, second, &[("/a", &page)]);
        let tags: Vec<_> = house.server.log().iter().map(|asked| asked.header("if-none-match").is_some()).collect();
        assert_eq!(tags, [false, true, false, true], "{second}");
        assert!(house.letters().is_empty(), "{second}: {:?}", house.subjects());
    }
}

#[test]
fn the_tag_of_an_answer_that_was_refused_is_never_sent() {
    let past = History::new().watch("shops", "Rules for Shops");
    past.answers("shops", Answer::html(&english(SHOPS)).etag("\"1\"")).days(2);
    let wall = walls::logins().remove(0).html;
    past.answers("shops", Answer::html(&wall).etag("\"2\"")).days(1);
    // The new text has the tag under which the wall was sent.
    past.answers("shops", Answer::html(&english(&shops_with(NO_DISCOUNT))).etag("\"2\"")).days(1);
    assert_eq!(validator(&past), None);
    past.days(1);
    past.assert_told("shops", "promise a discount");
}
