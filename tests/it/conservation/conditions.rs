//! What a sentence says by a small word beside its rule is told in each language: the hour, the coin, the condition, the sort
//! of day, who agrees, what is sure, the entry of a list, the version, the weekday, the unit, the month.

use super::exchanged::{AROUND, Exchange, exchanges, lines};
use crate::house::history::History;
use crate::pages::{Build, document};

const TOLD: &str = include_str!("conditions/told.txt");
const SAME: &str = include_str!("conditions/same.txt");

/// The languages of the list.
const LANGUAGES: [&str; 8] = ["en", "de", "fr", "es", "it", "nl", "pl", "pt"];

#[test]
fn a_small_word_beside_a_rule_is_told_in_each_language() {
    assert_eq!(lines(TOLD, false), Vec::<String>::new());
}

#[test]
fn the_same_in_other_words_is_told_to_nobody() {
    assert_eq!(lines(SAME, true), Vec::<String>::new());
}

/// A page with each of the sentences in a section of its own, the first so many of them as they became.
fn text(language: &str, exchanges: &[&Exchange], changed: usize) -> String {
    let around = AROUND.iter().find(|(code, _)| *code == language).unwrap().1;
    let mut lines: Vec<String> =
        around.lines().filter(|line| !line.starts_with(['-', '+']) && !line.is_empty()).map(str::to_owned).collect();
    for (at, exchange) in exchanges.iter().enumerate() {
        let letter = char::from(b'A' + u8::try_from(at).unwrap());
        lines.push(format!("## § {letter}"));
        lines.push(if at < changed { exchange.after.clone() } else { exchange.before.clone() });
    }
    lines.join("\n")
}

#[test]
fn through_rounds_each_of_them_is_told_to_the_letter() {
    let all = exchanges(TOLD);
    std::thread::scope(|scope| {
        for code in LANGUAGES {
            let own: Vec<&Exchange> = all.iter().filter(|exchange| exchange.language == code).collect();
            assert!(own.len() >= 12, "{code}");
            scope.spawn(move || {
                let past = History::new()
                    .watch_with("pages", &format!("platform: Plaudernetz, document: Terms, language: {code}"));
                for changed in 0..=own.len() {
                    let page = document(Build::Semantic, code, &text(code, &own, changed));
                    past.shows("pages", &page).days(if changed == 0 { 5 } else { 3 });
                }
                for exchange in own {
                    past.assert_told("pages", &exchange.after);
                }
            });
        }
    });
}

#[test]
fn another_coin_in_a_cell_of_its_own_is_told() {
    let cells = |coin: &str| {
        format!(
            "<table><tr><th>Stall</th><th>Fee</th><th>Coin</th></tr><tr><td>Small stall</td><td>40</td><td>{coin}</td></tr><tr><td>Large stall</td><td>80</td><td>{coin}</td></tr></table>"
        )
    };
    let boxes = |coin: &str| format!("<div><div>Small stall</div><div>40</div><div>{coin}</div></div>");
    let page = |fees: &str| {
        let text = AROUND[0].1.lines().filter(|line| !line.starts_with(['-', '+'])).collect::<Vec<_>>().join("\n");
        document(Build::Semantic, "en", &text).replace("</main>", &format!("<h2>Fees</h2>{fees}</main>"))
    };
    for fees in [&cells as &dyn Fn(&str) -> String, &boxes] {
        let past = History::new().watch("pages", "Terms for Pages");
        assert!(page(&fees("EUR")).contains("EUR"), "the page has a main part");
        past.shows("pages", &page(&fees("EUR"))).days(4).shows("pages", &page(&fees("CHF"))).days(4);
        past.assert_told("pages", "CHF");
    }
}
