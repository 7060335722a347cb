//! Terms that are served as JSON are read as the words that they say, or refused by name; never as the signs of JSON.

use hausrecht::model::{Origin, Snapshot, Trouble};
use hausrecht::steps::extract::{Reading, extract};

use crate::house::history::{History, in_one_line};
use crate::house::server::Answer;

fn read(content_type: &str, body: &str) -> Result<String, Trouble> {
    let snapshot = Snapshot {
        fetched_at: "2026-11-21T06:00:00Z".parse().unwrap(),
        url: "https://plaudernetz.example/api/v1/terms".parse().unwrap(),
        redirects: Vec::new(),
        status: 200,
        headers: vec![("content-type".into(), content_type.into())],
        body: body.into(),
        origin: Origin::Live,
    };
    let document = extract(&snapshot, Reading::default())?.document;
    Ok(document.blocks.iter().map(|block| format!("{}\n", block.text)).collect())
}

fn terms(rule: &str) -> String {
    let html = format!(
        "<h1>Terms of Service</h1><p>These terms apply to everybody who uses Plaudernetz, and to every page that is run here.</p>\
         <h2>Contests</h2><p>{rule}</p><ul><li>Prizes are handed over within thirty days.</li></ul>"
    );
    serde_json::json!({"effective_date": "2026-11-01", "id": "b1946ac9", "effective": true, "content": html, "succeeded_by": null}).to_string()
}

const MAY: &str = "Contests may be run on every page, and the organiser names the prizes before the contest begins.";
const MUST_NOT: &str = "Contests must not be run on pages with fewer than one hundred subscribers, whatever the prize.";

#[test]
fn html_within_json_is_read_as_the_page_that_it_is() {
    for content_type in ["application/json", "application/vnd.api+json; charset=utf-8", "text/plain", "text/html", ""] {
        let text = read(content_type, &terms(MAY)).unwrap();
        assert!(text.contains(&format!("Contests\n{MAY}\nPrizes are handed")), "{content_type}: {text}");
        assert!(text.contains("effective date: 2026-11-01"), "{content_type}: {text}");
        assert!(!text.contains(['{', '<', '\\']) && !text.contains("b1946ac9"), "{content_type}: {text}");
    }
}

#[test]
fn sections_of_plain_text_stand_under_their_titles() {
    let body = serde_json::json!({"lang": "en", "sections": [
        {"body": MAY, "title": "Contests", "slug": "contests"},
        {"body": "Ads must be marked as such.\n\nThey must not mislead anybody who sees them & buys.", "title": "Ads", "slug": "ads"},
    ]});
    let text = read("application/json", &body.to_string()).unwrap();
    assert_eq!(
        text,
        format!(
            "Contests\n{MAY}\nAds\nAds must be marked as such.\nThey must not mislead anybody who sees them & buys.\n"
        )
    );
}

#[test]
fn data_and_json_that_is_cut_off_are_refused_by_name() {
    let whole = terms(MAY);
    let cut = &whole[..whole.len() / 2];
    for body in [r#"{"status": "ok", "count": 7, "ids": ["a", "b"]}"#, "[]", cut] {
        let trouble = read("application/json", body).unwrap_err();
        assert!(matches!(trouble, Trouble::Format { .. }), "{body}: {trouble:?}");
    }
}

#[test]
fn a_change_of_terms_in_json_is_told_in_words_alone() {
    let past = History::new().watch("terms", "Terms of Service");
    let answer = |rule: &str| Answer::bytes(terms(rule)).header("content-type", "application/json; charset=utf-8");
    past.answers("terms", answer(MAY)).days(2);
    past.answers("terms", answer(MUST_NOT)).days(2);
    past.assert_told("terms", "must not be run on pages with fewer than one hundred subscribers");
    for letter in past.letters() {
        let text = in_one_line(&letter.text);
        assert!(!text.contains("<p>") && !text.contains("\"content\"") && !text.contains("{\""), "{text}");
    }
}
