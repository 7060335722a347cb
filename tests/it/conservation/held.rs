//! What a rule holds back is a row with its evidence: not in the log, but to be seen, and counted in each digest.

use serde_json::Value;

use super::texts::{NO_DISCOUNT, SHOPS, SHOPS_DE, english, german, shops_with};
use crate::house::history::{History, date_of, hunks, in_one_line, says};
use crate::pages::{Build, TERMS, body, page};

/// Readers of a daily digest.
fn digest(language: &str) -> History {
    let team = format!("{{name: Team, to: [team@example.com], digest: '@daily', tier: fyi, language: {language}}}");
    History::told_to(&team).watch("shops", "Rules for Shops").watch("terms", "Terms of Service")
}

/// The rules under a line that only dates them.
fn dated(text: &str, line: &str) -> String {
    let (name, rest) = text.split_once('\n').unwrap();
    format!("{name}\n{line}\n{rest}")
}

/// The rules above what else there is to read.
fn with_teasers(links: &[&str]) -> String {
    let list: String = links.iter().map(|link| format!("<li><a href=/blog>{link}</a></li>")).collect();
    let inner = format!("{}<aside><h2>You might also like</h2><ul>{list}</ul></aside>", body(SHOPS));
    page(Build::Semantic, "en", "Rules for Shops | Plaudernetz", &inner)
}

fn day_of(time: &Value) -> String {
    time.as_str().unwrap_or_default().chars().take(10).collect()
}

/// When a passage that was held back was last seen, wherever the row says it.
fn last_seen<'a>(row: &'a Value, hunk: &'a Value) -> &'a Value {
    [&hunk["last_seen"], &row["last_seen"], &row["to"]["last_seen"]]
        .into_iter()
        .find(|time| time.is_string())
        .unwrap_or(&Value::Null)
}

/// The rows and passages of what was held back and has these words.
fn held_with(past: &History, words: &str) -> Vec<(Value, Value)> {
    let rows = past.held("shops");
    let found = rows.iter().flat_map(|row| hunks(row).iter().map(move |hunk| (row.clone(), hunk.clone())));
    found.filter(|(_, hunk)| says(&hunk["before"], words) || says(&hunk["after"], words)).collect()
}

/// What was held back is a row that names the rule and says when it was seen, and it is in no log and no letter.
fn is_held(past: &History, words: &str, first: i64, last: i64) {
    let found = held_with(past, words);
    assert!(!found.is_empty(), "nothing was held back with “{words}”\n{}", past.account_of("shops"));
    for (row, hunk) in found {
        assert_eq!((&row["watch"], &row["tier"]), (&Value::from("shops"), &Value::from("none")), "{row}");
        assert!(hunk["held_by"].as_str().is_some_and(|rule| !rule.is_empty()), "no rule is named: {hunk}");
        assert_eq!(day_of(&hunk["first_seen"]), date_of(first).to_string(), "{hunk}");
        assert_eq!(day_of(last_seen(&row, &hunk)), date_of(last).to_string(), "{row}");
    }
    assert!(past.log("shops").iter().all(|change| hunks(change).iter().all(|hunk| !says(&hunk["after"], words))));
    past.assert_untold("shops", words);
}

#[test]
fn a_date_that_moved_alone_is_held_back_and_to_be_seen() {
    let past = digest("en");
    past.shows("terms", &english(TERMS)).shows("shops", &english(&dated(SHOPS, "Last updated: 3 February 2026")));
    past.days(4).shows("shops", &english(&dated(SHOPS, "Last updated: 4 March 2026"))).days(5);
    is_held(&past, "4 March 2026", 5, 9);
}

#[test]
fn teasers_beside_the_rules_that_change_are_held_back_or_no_part_of_the_document() {
    let past = digest("en");
    past.shows("terms", &english(TERMS));
    past.shows("shops", &with_teasers(&["Ten stalls that we love", "How to wrap a lamp"])).days(4);
    past.shows("shops", &with_teasers(&["Market days in May", "What to do with string"])).days(5);
    assert!(past.letters_on("shops").is_empty(), "{}", past.account_of("shops"));
    assert!(past.log("shops").is_empty(), "{}", past.account_of("shops"));
    if !held_with(&past, "string").is_empty() {
        is_held(&past, "string", 5, 9);
    }
}

#[test]
fn numbers_of_sections_that_come_are_held_back_and_to_be_seen() {
    let past = digest("en");
    let mut number = 0;
    let numbered: String = SHOPS
        .lines()
        .map(|line| match line.strip_prefix("## ") {
            Some(heading) => {
                number += 1;
                format!("## {number}. {heading}\n")
            }
            None => format!("{line}\n"),
        })
        .collect();
    past.shows("terms", &english(TERMS)).shows("shops", &english(SHOPS)).days(4);
    past.shows("shops", &english(&numbered)).days(5);
    is_held(&past, "Praise and ratings", 5, 9);
}

#[test]
fn what_was_held_back_stays_to_be_seen_when_a_rule_changes_later() {
    let past = digest("en");
    past.shows("terms", &english(TERMS)).shows("shops", &english(&dated(SHOPS, "Last updated: 3 February 2026")));
    past.days(4).shows("shops", &english(&dated(SHOPS, "Last updated: 4 March 2026"))).days(5);
    past.shows("shops", &english(&dated(&shops_with(NO_DISCOUNT), "Last updated: 4 March 2026"))).days(3);
    past.assert_told("shops", "promise a discount");
    assert!(!held_with(&past, "4 March 2026").is_empty(), "{}", past.account_of("shops"));
}

/// The last paragraph of the only digest, above its foot; it speaks of what was held back.
fn last_word(past: &History, held: &str) -> String {
    let letters = past.letters();
    assert_eq!(letters.len(), 1, "{}", past.account_of("terms"));
    let lines: Vec<&str> = letters[0].text.lines().take_while(|line| line.trim_end() != "--").collect();
    let body = lines.join("\n");
    let last = in_one_line(body.trim_end().rsplit("\n\n").next().unwrap());
    assert!(last.to_lowercase().contains(held), "the digest does not end with what was held back: {body}");
    last
}

#[test]
fn a_digest_ends_with_a_line_on_what_was_held_back() {
    let past = digest("en");
    past.shows("terms", &english(TERMS)).shows("shops", &english(&dated(SHOPS, "Last updated: 3 February 2026")));
    past.days(4);
    let fees = TERMS.replace("The basic service is free.", "The basic service costs two coins a month.");
    past.shows("shops", &english(&dated(SHOPS, "Last updated: 4 March 2026"))).shows("terms", &english(&fees)).days(3);
    let line = last_word(&past, "held back");
    assert!(line.contains("1 passage") && line.contains("1 document"), "{line}");
}

#[test]
fn a_german_digest_ends_with_a_line_on_what_was_held_back() {
    let past = digest("de");
    past.shows("terms", &english(TERMS)).shows("shops", &german(&dated(SHOPS_DE, "Stand: 3. Februar 2026"))).days(4);
    let fees = TERMS.replace("The basic service is free.", "The basic service costs two coins a month.");
    past.shows("shops", &german(&dated(SHOPS_DE, "Stand: 4. März 2026"))).shows("terms", &english(&fees)).days(3);
    let line = last_word(&past, "zurückgehalten");
    assert!(line.contains('1') && line.contains("Dokument"), "{line}");
}

#[test]
fn what_was_held_back_on_a_day_without_a_digest_is_named_as_new_in_the_next() {
    let past = digest("en");
    past.shows("shops", &english(&dated(SHOPS, "Last updated: 3 February 2026")));
    past.shows("terms", &english(TERMS)).days(3);
    past.shows("terms", &english(&format!("{}\n{NO_DISCOUNT}", TERMS.trim_end()))).days(3);
    let told = past.letters().len();
    assert!(told > 0, "{}", past.account_of("terms"));
    // Days without a letter: one of them holds something back.
    past.days(2).shows("shops", &english(&dated(SHOPS, "Last updated: 5 March 2026"))).days(3);
    assert_eq!(past.letters().len(), told, "nothing is told");
    past.shows("terms", &english(TERMS)).days(3);
    let last = past.letters().pop().unwrap();
    assert!(in_one_line(&last.text).contains("Held back: 1 passage in 1 document"), "{}", last.text);
}

#[test]
fn a_look_counts_once_however_often_it_holds_a_passage_back() {
    let past = digest("en");
    let first = shops_with(NO_DISCOUNT);
    let second = first.replace("within five working days", "within two working days");
    past.shows("shops", &english(&dated(SHOPS, "Last updated: 1 October 2025"))).days(3);
    past.shows("shops", &english(&dated(&first, "Last updated: 2 December 2025"))).days(4);
    past.shows("shops", &english(&dated(&first, "Last updated: 6 December 2025"))).days(5);
    past.shows("shops", &english(&dated(&second, "Last updated: 9 December 2025"))).days(4);
    for (words, most) in [("6 December", 5), ("9 December", 5)] {
        let rows =
            past.held("shops").into_iter().filter(|row| hunks(row).iter().any(|hunk| says(&hunk["after"], words)));
        for row in rows {
            assert!(row["looks"].as_u64().is_some_and(|looks| looks <= most), "{row}");
        }
    }
}
