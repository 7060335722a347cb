//! The days that stand in letters and in the log are true: first seen, last seen with the old words, what stood when.

use std::fs;

use serde_json::Value;

use super::texts::{NO_DISCOUNT, NO_LOTTERY, SHOPS, english, shops_with};
use crate::house::history::{History, date_of, hunks, morning_of, says};
use crate::house::server::Answer;

fn watched() -> History {
    History::new().watch("shops", "Rules for Shops")
}

/// The only change that tells these words.
fn told(past: &History, words: &str) -> Value {
    let told = past.told_with("shops", words);
    assert_eq!(told.len(), 1, "{words}\n{}", past.account_of("shops"));
    told[0].clone()
}

fn day_of(time: &Value) -> String {
    time.as_str().unwrap_or_default().chars().take(10).collect()
}

#[test]
fn words_are_dated_by_the_first_look_that_showed_them_and_not_by_what_stood_there_unconfirmed() {
    let past = watched();
    past.shows("shops", &english(SHOPS)).days(4);
    // Another sentence in the same place, for a single look.
    past.shows_once("shops", &english(&shops_with("Ratings in capital letters must be avoided by all sellers.")));
    past.days(7).shows("shops", &english(&shops_with(NO_DISCOUNT))).days(3);
    let change = told(&past, "promise a discount");
    assert_eq!(day_of(&change["detected_at"]), date_of(12).to_string(), "{change}");
    let own = hunks(&change).iter().find(|hunk| says(&hunk["after"], "promise a discount")).unwrap();
    assert_eq!(day_of(&own["first_seen"]), date_of(12).to_string(), "{own}");
}

#[test]
fn words_that_replace_a_text_that_changes_every_day_are_dated_by_their_own_first_day() {
    let past = watched();
    past.shows("shops", &english(SHOPS)).days(4);
    for day in 5..12 {
        // Shown by the first look of each day alone, and never the same.
        let offer = format!("Sellers may put up {} notices about today's offers.", ["one", "two", "six"][day % 3]);
        past.shows_once("shops", &english(&shops_with(&offer))).days(1);
    }
    past.shows("shops", &english(&shops_with(NO_LOTTERY))).days(3);
    let change = told(&past, "hold lotteries");
    assert_eq!(day_of(&change["detected_at"]), date_of(12).to_string(), "{change}");
}

#[test]
fn a_region_s_text_that_takes_the_place_is_dated_by_its_first_look_and_what_came_into_it_by_its_own() {
    let party = |text: &str, party: &str| english(&format!("{text}\n\n## Your party\n\n{party}"));
    let ireland = "Plaudernetz Ireland Limited in Dublin is your party to the contract. Under the GDPR you may complain to the \
                   authority of Ireland, and people in the EEA may turn to the courts of any member state of the EU.";
    let delaware = "Plaudernetz, Inc. of Delaware is your party to the contract. Residents of California have rights under the \
                    CCPA, and the courts of San Francisco, California decide without a jury.";
    let past = watched();
    past.shows("shops", &party(SHOPS, ireland)).days(5).shows("shops", &party(SHOPS, delaware)).days(20);
    past.shows("shops", &party(&shops_with(NO_LOTTERY), delaware)).days(40);
    let rule = told(&past, "hold lotteries");
    assert_eq!(day_of(&rule["detected_at"]), date_of(26).to_string(), "{}", past.account_of("shops"));
    let place = told(&past, "Residents of California");
    assert_eq!(day_of(&place["detected_at"]), date_of(6).to_string(), "{}", past.account_of("shops"));
}

/// The rules with another number of days within which a parcel leaves.
fn sent_within(days: &str) -> String {
    SHOPS.replace("within five working days", &format!("within {days} working days"))
}

/// Takes in captures of the page by their days.
fn import(past: &History, captures: &[(i64, String)]) {
    let folder = past.house.folder.path().join("captures/shops");
    fs::create_dir_all(&folder).unwrap();
    for (day, text) in captures {
        let name = morning_of(*day).strftime("%Y-%m-%dT%H%M%SZ.html").to_string();
        fs::write(folder.join(name), english(text)).unwrap();
    }
    let ran = past.house.run(&["import", "snapshots", "captures"]);
    assert_eq!(ran.code, 0, "{ran:?}");
}

#[test]
fn what_replaces_a_sentence_that_waits_for_its_second_look_does_not_inherit_its_first_sight() {
    let past = watched();
    past.shows("shops", &english(SHOPS)).days(10);
    // Two sentences in the same place, each seen by one look.
    past.shows_once("shops", &english(&sent_within("four"))).shows("shops", &english(&sent_within("six"))).days(1);
    past.shows("shops", &english(&sent_within("two"))).days(4);
    past.assert_told("shops", "within two working days");
    for change in past.told_with("shops", "within two working days") {
        assert_eq!(day_of(&change["detected_at"]), date_of(12).to_string(), "{change}");
        for hunk in hunks(&change).iter().filter(|hunk| says(&hunk["after"], "within two working")) {
            assert_eq!(day_of(&hunk["first_seen"]), date_of(12).to_string(), "{hunk}");
        }
    }
}

#[test]
fn captures_far_apart_date_new_words_by_the_first_that_shows_them() {
    let past = watched();
    let captures = [(1, "five"), (20, "four"), (60, "six"), (110, "two"), (150, "two")];
    import(&past, &captures.map(|(day, days)| (day, sent_within(days))));
    let told = past.told_with("shops", "within two working days");
    assert!(!told.is_empty(), "{}", past.account_of("shops"));
    for change in told {
        assert_eq!(day_of(&change["detected_at"]), date_of(110).to_string(), "{change}");
    }
}

#[test]
fn an_older_pending_difference_elsewhere_does_not_date_new_words() {
    let past = watched();
    past.shows("shops", &english(SHOPS)).days(4);
    let pending = SHOPS.replace("within five working days", "within three working days");
    past.shows_once("shops", &english(&pending)).days(6);
    let new = pending.replace("sends it back within three weeks", "sends it back within one week");
    past.shows("shops", &english(&new)).days(3);
    for change in past.told("shops") {
        for hunk in hunks(&change).iter().filter(|hunk| says(&hunk["after"], "within one week")) {
            assert_eq!(day_of(&hunk["first_seen"]), date_of(11).to_string(), "{hunk}");
        }
        if hunks(&change).iter().all(|hunk| !says(&hunk["after"], "within three working days")) {
            assert_eq!(day_of(&change["detected_at"]), date_of(11).to_string(), "{change}");
        }
    }
    past.assert_told("shops", "within one week");
}

#[test]
fn the_old_words_were_last_seen_by_the_last_look_that_read_them() {
    let past = watched();
    past.shows("shops", &english(SHOPS)).days(10).shows("shops", &english(&shops_with(NO_DISCOUNT))).days(3);
    let change = told(&past, "promise a discount");
    assert_eq!(day_of(&change["from"]["seen_at"]), date_of(1).to_string(), "{}", change["from"]);
    assert_eq!(change["from"]["last_seen"], morning_of(10).to_string(), "{}", change["from"]);
    let letter = past.letters_on("shops").remove(0);
    assert!(letter.contains("between 10 March, 06:00, and 11 March 2026"), "{letter}");
    assert!(!letter.contains(" 1 March 2026"), "the day on which they were first seen says nothing: {letter}");
}

#[test]
fn looks_that_read_nothing_are_no_sight_of_the_old_words_and_a_304_is_one() {
    let past = watched();
    past.answers("shops", Answer::html(&english(SHOPS)).etag("\"1\"")).days(8);
    past.answers("shops", Answer::status(501)).days(1);
    past.shows("shops", &english(&shops_with(NO_DISCOUNT))).days(3);
    let change = told(&past, "promise a discount");
    assert_eq!(day_of(&change["from"]["last_seen"]), date_of(8).to_string(), "{}", change["from"]);
}

#[test]
fn every_passage_says_when_it_was_first_seen_how_it_weighs_and_what_held_it_back() {
    let past = watched();
    past.shows("shops", &english(SHOPS)).days(5);
    let new = shops_with(NO_DISCOUNT).replace("closed for a month", "closed for a year");
    past.shows("shops", &english(&new)).days(3);
    let change = told(&past, "promise a discount");
    assert_eq!(hunks(&change).len(), 2, "{change}");
    for hunk in hunks(&change) {
        assert_eq!(day_of(&hunk["first_seen"]), date_of(6).to_string(), "{hunk}");
        assert!(["alert", "fyi", "none"].iter().any(|tier| hunk["tier"] == *tier), "{hunk}");
        assert_eq!(hunk.get("held_by"), Some(&Value::Null), "{hunk}");
    }
}

/// `diff` of two days, by its exit code: 0 the same, 1 there is a difference.
fn differs(past: &History, old: &str, new: &str) -> i32 {
    let ran = past.house.run(&["diff", &format!("shops@{old}"), &format!("shops@{new}")]);
    assert!(ran.code < 2, "{ran:?}");
    ran.code
}

#[test]
fn what_stood_on_a_day_is_what_its_looks_showed() {
    let past = watched();
    past.shows("shops", &english(SHOPS)).days(8).shows("shops", &english(&shops_with(NO_DISCOUNT))).days(6);
    let on = |old: i64, new: i64| differs(&past, &date_of(old).to_string(), &date_of(new).to_string());
    assert_eq!(on(2, 8), 0);
    assert_eq!(on(8, 9), 1, "the day on which it came");
    assert_eq!(on(9, 14), 0);
    assert_eq!(on(1, 14), 1, "the first day too is a whole day");
}

#[test]
fn a_day_without_a_time_is_the_whole_day() {
    let past = History::new()
        .watch_with("shops", "platform: Plaudernetz, document: Rules for Shops, schedule: '0 0 6,18 * * *'");
    past.shows("shops", &english(SHOPS)).days(9);
    // The words come on the evening of the ninth day.
    past.shows("shops", &english(&shops_with(NO_DISCOUNT))).again_after(12).days(3);
    let ninth = date_of(9).to_string();
    assert_eq!(differs(&past, &date_of(8).to_string(), &ninth), 1);
    assert_eq!(differs(&past, &ninth, &date_of(12).to_string()), 0);
    assert_eq!(differs(&past, &format!("{ninth}T12:00:00Z"), &ninth), 1, "noon, and the whole day");
}

#[test]
fn a_version_dates_from_the_capture_that_first_showed_it_and_not_from_the_one_that_confirmed_it() {
    let past = watched();
    let text = |day: i64| if day < 9 { SHOPS.to_owned() } else { shops_with(NO_DISCOUNT) };
    import(&past, &[1, 4, 9, 13, 20].map(|day| (day, text(day))));
    let on = |old: i64, new: i64| differs(&past, &date_of(old).to_string(), &date_of(new).to_string());
    assert_eq!(on(4, 9), 1);
    assert_eq!(on(9, 13), 0);
    assert_eq!(on(9, 20), 0);
    let change = told(&past, "promise a discount");
    assert_eq!(day_of(&change["detected_at"]), date_of(9).to_string());
    assert_eq!(day_of(&change["to"]["seen_at"]), date_of(9).to_string(), "{}", change["to"]);
    assert_eq!(day_of(&change["from"]["last_seen"]), date_of(4).to_string(), "{}", change["from"]);
}
