//! JSON, whose keys are named alike whether they are of the rules or of the answer.

use crate::house::history::{History, hunks, says};
use crate::house::server::Answer;

fn terms(fields: &str) -> Answer {
    Answer::bytes(format!(
        "{{\"status\": \"ok\", \"code\": 200, \"data\": {{\"title\": \"Rules for Shops\", \"text\": \"These rules apply to everybody who sells in a row of Plaudernetz, day and night. A shop is opened by its seller alone, and closed by the house.\", {fields}}}}}"
    ))
    .header("content-type", "application/json")
}

pub(super) fn then(before: &str, after: &str) -> History {
    let past = History::new().watch("shops", "Rules for Shops");
    past.answers("shops", terms(before)).days(5).answers("shops", terms(after)).days(3);
    past
}

#[test]
fn a_value_that_is_a_rule_is_told_whatever_its_key() {
    for (before, after, told) in [
        (
            "\"goods\": [{\"category\": \"Knives\", \"status\": \"allowed\"}, {\"category\": \"Jam\", \"status\": \"allowed\"}]",
            "\"goods\": [{\"category\": \"Knives\", \"status\": \"banned\"}, {\"category\": \"Jam\", \"status\": \"allowed\"}]",
            "status: banned",
        ),
        (
            "\"goods\": [{\"name\": \"Knives\", \"status\": \"lent\"}, {\"name\": \"Jam\", \"status\": \"sold\"}]",
            "\"goods\": [{\"name\": \"Knives\", \"status\": \"sold\"}, {\"name\": \"Jam\", \"status\": \"sold\"}]",
            "status: sold",
        ),
        (
            "\"strikes\": [{\"name\": \"Late parcels\", \"count\": 3}, {\"name\": \"Bad words\", \"count\": 2}]",
            "\"strikes\": [{\"name\": \"Late parcels\", \"count\": 5}, {\"name\": \"Bad words\", \"count\": 2}]",
            "count: 5",
        ),
        (
            "\"pictures\": [{\"name\": \"Banner\", \"width\": 1200, \"height\": 300}]",
            "\"pictures\": [{\"name\": \"Banner\", \"width\": 1600, \"height\": 300}]",
            "width: 1600",
        ),
        (
            "\"films\": [{\"title\": \"Film in a stall\", \"length\": \"30 seconds\", \"size\": \"20 MB\"}]",
            "\"films\": [{\"title\": \"Film in a stall\", \"length\": \"15 seconds\", \"size\": \"20 MB\"}]",
            "length: 15 seconds",
        ),
        (
            "\"age\": {\"name\": \"Age of a seller\", \"level\": \"16+\"}",
            "\"age\": {\"name\": \"Age of a seller\", \"level\": \"18+\"}",
            "level: 18+",
        ),
        (
            "\"prizes\": [{\"name\": \"Wine\", \"code\": \"forbidden\"}]",
            "\"prizes\": [{\"name\": \"Wine\", \"code\": \"permitted\"}]",
            "code: permitted",
        ),
        ("\"minor_status\": \"excluded\"", "\"minor_status\": \"included\"", "minor status: included"),
    ] {
        let past = then(before, after);
        // What a word is worth is for the judgement to say.
        let is_told = past
            .log("shops")
            .iter()
            .flat_map(hunks)
            .any(|hunk| hunk["held_by"].is_null() && says(&hunk["after"], told));
        assert!(is_told, "{told}\n{}", past.account_of("shops"));
        if told != "status: sold" {
            past.assert_told("shops", told.rsplit(' ').next().unwrap());
        }
    }
}

#[test]
fn what_is_of_the_answer_is_not_told() {
    let past = History::new().watch("shops", "Rules for Shops");
    let answer = |status: &str, code: u32, views: u32| {
        Answer::bytes(format!(
            "{{\"status\": \"{status}\", \"code\": {code}, \"count\": {views}, \"page\": {code}, \"data\": {{\"id\": {views}, \"title\": \"Rules for Shops\", \"status\": \"{status}\", \"views\": {views}, \"order\": {code}, \"text\": \"These rules apply to everybody who sells in a row of Plaudernetz, day and night. A shop is opened by its seller alone, and closed by the house.\", \"image\": {{\"url\": \"/a.png\", \"width\": {views}, \"height\": {code}}}, \"parts\": [{{\"name\": \"Prices\", \"order\": {code}, \"version\": {views}, \"id\": {code}}}, {{\"name\": \"Lamps\", \"order\": 7, \"version\": {views}, \"id\": 3}}]}}}}"
        ))
        .header("content-type", "application/json")
    };
    past.answers("shops", answer("published", 200, 480)).days(5).answers("shops", answer("fresh", 203, 512)).days(3);
    assert!(past.log("shops").is_empty(), "{}", past.account_of("shops"));
}
