//! Small things that each were lost once: entries under another heading, signs, numbers in words, a rule beside a shared
//! clause, blocks beside one that flickers; and the days on which such words were first seen.

use serde_json::Value;

use super::texts::{NO_DISCOUNT, NO_LOTTERY, SHOPS, english, with_clause};
use crate::house::history::{History, date_of, hunks, says};
use crate::pages::{Build, COOKIES, DEVELOPERS, TERMS, body, page};

/// The rules for shops and then these blocks.
fn and(inner: &str) -> String {
    page(Build::Semantic, "en", "Rules for Shops | Plaudernetz", &format!("{}{inner}", body(SHOPS)))
}

/// The words of before stand for days and then those of after; a letter has these.
#[track_caller]
fn is_told(before: &str, after: &str, words: &str) {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", before).days(3).shows("shops", after).days(3);
    past.assert_told("shops", words);
}

/// The words of before stand for days and then those of after; no letter says so, but a row of this rule does.
#[track_caller]
fn is_held(before: &str, after: &str, rule: &str) {
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", before).days(3).shows("shops", after).days(3);
    let rows = past.held("shops");
    assert!(rows.iter().flat_map(hunks).any(|hunk| hunk["held_by"] == rule), "{rows:#?}");
    assert_eq!(past.told("shops").len(), 0);
}

#[test]
fn an_entry_that_moved_from_what_is_allowed_to_what_is_forbidden_is_told() {
    let lists = |allowed: &[&str], forbidden: &[&str]| {
        let list = |entries: &[&str]| entries.iter().map(|entry| format!("<li>{entry}</li>")).collect::<String>();
        and(&format!("<h2>Allowed</h2><ul>{}</ul><h2>Forbidden</h2><ul>{}</ul>", list(allowed), list(forbidden)))
    };
    is_told(
        &lists(&["Candles", "Fireworks", "Lamps"], &["Medicine", "Weapons"]),
        &lists(&["Candles", "Lamps"], &["Fireworks", "Medicine", "Weapons"]),
        "Fireworks",
    );
}

#[test]
fn an_entry_that_went_to_another_rule_of_its_paragraph_is_told() {
    for (before, after) in [
        ("Allowed: raffles, lotteries. Banned: bets.", "Allowed: raffles. Banned: lotteries, bets."),
        ("Erlaubt: Tombolas, Lotterien. Verboten: Wetten.", "Erlaubt: Tombolas. Verboten: Lotterien, Wetten."),
    ] {
        let word = if before.starts_with('A') { "lotteries" } else { "Lotterien" };
        is_told(&and(&format!("<p>{before}</p>")), &and(&format!("<p>{after}</p>")), word);
    }
}

#[test]
fn answers_to_questions_that_changed_places_are_told() {
    let asked = |pets: &str, plants: &str| {
        and(&format!(
            "<h2>Questions</h2><p>May I sell pets in my shop?</p><p>{pets}</p><p>May I sell plants in my shop?</p><p>{plants}</p>"
        ))
    };
    is_told(&asked("No, never.", "Yes, always."), &asked("Yes, always.", "No, never."), "May I sell pets");
}

#[test]
fn a_sign_that_turned_is_told() {
    let row = |sign: &str| {
        and(&format!(
            "<table><tr><th>Goods</th><th>Private sellers</th></tr><tr><td>Wine</td><td>{sign}</td></tr></table>"
        ))
    };
    is_told(&row("✓"), &row("✗"), "✗");
    let bound = |sign: &str| and(&format!("<p>Parcels {sign} 5 kg travel by boat.</p>"));
    is_told(&bound("&lt;"), &bound("&gt;"), "5 kg travel by boat");
}

#[test]
fn a_number_in_words_is_told() {
    is_told(
        &english(SHOPS),
        &english(&SHOPS.replace("within five working days", "within nine working days")),
        "nine working days",
    );
}

const IDS: [&str; 4] = ["shops", "terms", "cookies", "more"];

/// Four documents on one host, the second with more of its own where it is given.
fn show(past: &History, with: &[&str], own: &str) {
    for (id, text) in IDS.iter().zip([SHOPS, TERMS, COOKIES, DEVELOPERS]) {
        let shared = if with.contains(id) { format!("\n## Ratings\n{NO_DISCOUNT}") } else { String::new() };
        let own = if *id == "terms" { own } else { "" };
        past.shows(id, &english(&format!("{}{shared}{own}", text.trim_end())));
    }
}

fn four_documents() -> History {
    let past = History::told_to("{name: Team, to: [team@example.com], immediately: true, tier: fyi, language: en}");
    IDS.iter().fold(past, |past, id| past.watch(id, &format!("Rules of {id}")))
}

#[test]
fn a_rule_of_its_own_beside_a_clause_that_other_documents_got_too_is_told() {
    let past = four_documents();
    show(&past, &[], "");
    past.days(5);
    show(&past, &IDS, &format!("\n{NO_LOTTERY}"));
    past.days(4);
    past.assert_told("terms", "hold lotteries");
}

#[test]
fn words_that_are_held_back_or_reach_one_document_after_another_date_from_their_own_first_look() {
    let past = four_documents();
    show(&past, &[], "");
    past.days(5);
    for count in 1..=IDS.len() {
        show(&past, &IDS[..count], "");
        past.days(3);
    }
    for (at, id) in IDS.iter().enumerate() {
        let first = date_of(6 + 3 * i64::try_from(at).unwrap()).to_string();
        let rows: Vec<Value> = past.log(id).into_iter().chain(past.held(id)).collect();
        let own = rows.iter().flat_map(hunks).filter(|hunk| says(&hunk["after"], "promise a discount"));
        let days: Vec<String> =
            own.map(|hunk| hunk["first_seen"].as_str().unwrap_or_default().chars().take(10).collect()).collect();
        assert!(!days.is_empty() && days.iter().all(|day| *day == first), "{id}: {days:?}, not {first}");
    }
}

#[test]
fn blocks_that_come_at_once_are_told_although_one_among_them_flickers() {
    let past = History::new().watch("shops", "Rules for Shops");
    let text = |offer: Option<usize>| {
        let mut lines: Vec<String> = (0..30)
            .map(|at| format!("Sellers of goods of class {at} must keep the papers for class {at} for a year."))
            .collect();
        lines.extend(offer.map(|day| format!("Our offer of the day is number {day}: a lamp.")));
        with_clause(SHOPS, "Prices", &lines.join("\n"))
    };
    past.shows("shops", &english(SHOPS)).days(4);
    for day in 0..4 {
        past.shows("shops", &english(&text(None))).shows_once("shops", &english(&text(Some(day)))).days(1);
    }
    past.assert_told("shops", "papers for class 1 for a year");
    let told = past.told_with("shops", "papers for class 17 for a year");
    assert!(!told.is_empty(), "{}", past.account_of("shops"));
}

#[test]
fn a_list_that_says_that_its_order_counts_is_told_in_another_order() {
    let steps = |lead: &str, entries: [&str; 3]| {
        let entries: String = entries.iter().map(|entry| format!("<li>{entry}</li>")).collect();
        and(&format!("<h2>Breaches</h2><p>{lead}</p><ol>{entries}</ol>"))
    };
    let (before, after) = (
        ["A warning by mail", "A week without sales", "A ban for life"],
        ["A week without sales", "A warning by mail", "A ban for life"],
    );
    let lead = "Whoever breaks a rule gets, in this order:";
    is_told(&steps(lead, before), &steps(lead, after), "A week without sales");
    let lead = "Where measures contradict each other, this order applies:";
    is_told(&steps(lead, before), &steps(lead, after), "A week without sales");
    // Where nothing says so, it is a row for whoever asks.
    let lead = "Whoever breaks a rule may get:";
    is_held(&steps(lead, before), &steps(lead, after), "moved_within_the_text");
}

#[test]
fn a_passage_that_moved_within_its_section_is_a_row() {
    let two = [
        "Wine travels in boxes of six bottles, and each box says so on its lid.",
        "Cheese travels on ice, and whoever sends it pays for the ice and for the box.",
    ];
    let text = |first: &str, second: &str| and(&format!("<h2>Transport</h2><p>{first}</p><p>{second}</p>"));
    is_held(&text(two[0], two[1]), &text(two[1], two[0]), "moved_within_the_text");
}

#[test]
fn a_sign_that_went_to_another_column_of_a_table_is_told() {
    let table = |cells: [&str; 3]| {
        let cells: String = cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
        and(&format!(
            "<table><tr><th>Goods</th><th>Private sellers</th><th>Shops</th><th>Partners</th></tr>\
             <tr><td>Beer</td><td>✓</td><td>✓</td><td>✓</td></tr><tr><td>Wine</td>{cells}</tr></table>"
        ))
    };
    is_told(&table(["✓", "", ""]), &table(["", "✓", ""]), "Wine");
    is_told(&table(["✓", "", "✓"]), &table(["✓", "✓", ""]), "Wine");
}

#[test]
fn answers_that_changed_places_are_told() {
    let fees = |shops: &str, private: &str| {
        and(&format!("<h2>Fees</h2><dl><dt>Shops</dt><dd>{shops}</dd><dt>Private sellers</dt><dd>{private}</dd></dl>"))
    };
    is_told(
        &fees("Free of charge", "A tenth of the price"),
        &fees("A tenth of the price", "Free of charge"),
        "Free of charge",
    );
}

#[test]
fn an_exception_that_went_to_another_rule_is_told() {
    let text = |sentences: [&str; 3]| {
        let text: String = sentences.iter().map(|sentence| format!("<p>{sentence}</p>")).collect();
        and(&format!("<h2>Games</h2>{text}"))
    };
    let [lotteries, raffles] = ["Shops may run lotteries with prizes.", "Shops may run raffles among their buyers."];
    for exception in ["The foregoing requires a licence.", "This does not apply in Germany.", "Only with our consent."]
    {
        is_told(&text([lotteries, raffles, exception]), &text([lotteries, exception, raffles]), exception);
    }
}

#[test]
fn an_entry_that_went_to_the_list_under_another_label_is_told() {
    let lists = |allowed: &[&str], banned: &[&str]| {
        let list = |entries: &[&str]| entries.iter().map(|entry| format!("<li>{entry}</li>")).collect::<String>();
        and(&format!("<h2>Games</h2><p>Allowed</p><ul>{}</ul><p>Banned</p><ul>{}</ul>", list(allowed), list(banned)))
    };
    is_told(
        &lists(&["Lotteries", "Raffles"], &["Bets", "Dice"]),
        &lists(&["Lotteries"], &["Bets", "Dice", "Raffles"]),
        "Raffles",
    );
}

#[test]
fn a_day_in_numbers_is_no_number_to_call_and_one_gender_is_not_both() {
    let text = |line: &str| and(&format!("<h2>Frist</h2><p>{line}</p>"));
    is_told(&text("Frist: 30.06.2026"), &text("Frist: 30.04.2026"), "30.04.2026");
    is_told(&text("Deadline: 06/30/2026"), &text("Deadline: 04/30/2026"), "04/30/2026");
    is_told(
        &text("Nur Käufer und Käuferinnen dürfen an Verlosungen teilnehmen."),
        &text("Nur Käuferinnen dürfen an Verlosungen teilnehmen."),
        "Käuferinnen dürfen",
    );
}
