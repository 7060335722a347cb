//! Rows of tables: one that goes and another that comes are two, and the cells of one that stays are named one by one.

use crate::house::history::{History, hunks};

fn table(rows: &[&str]) -> String {
    let row = |row: &&str| {
        let cells: String = row.split(" | ").map(|cell| format!("<td>{cell}</td>")).collect();
        format!("<tr>{cells}</tr>")
    };
    let rows: String = rows.iter().map(row).collect();
    format!(
        "<!doctype html><html lang=en><head><title>Fees</title></head><body><main><h1>Fees for shops</h1>\
         <p>These fees apply to everybody who runs a shop here and sells goods to people in one of these countries.</p>\
         <table><tr><th>Country</th><th>Fee</th><th>Paid out</th></tr>{rows}</table>\
         <h2>Questions</h2><p>Our team answers your questions about these fees by message.</p></main></body></html>"
    )
}

const ROWS: [&str; 6] = [
    "Austria | 12 percent of the price | after 30 days by bank transfer",
    "Belgium | 14 percent of the price | after 30 days by bank transfer",
    "Denmark | 15 percent of the price | after 30 days by bank transfer",
    "Finland | 17 percent of the price | after 30 days by bank transfer",
    "Greece | 19 percent of the price | after 30 days by bank transfer",
    "Italy | 22 percent of the price | after 30 days by bank transfer",
];

fn told(rows: &[&str]) -> (History, String) {
    let past = History::new().watch("fees", "Fees");
    past.shows("fees", &table(&ROWS)).days(2);
    past.shows("fees", &table(rows)).days(2);
    let letter = past.letters().into_iter().next().unwrap_or_else(|| panic!("untold\n{}", past.account_of("fees")));
    (past, letter.text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn a_row_that_goes_and_another_that_comes_elsewhere_are_no_change_of_one_row() {
    let mut rows = ROWS.to_vec();
    rows.pop();
    rows.insert(0, "France | 20 percent of the price | after 30 days by bank transfer");
    let (past, letter) = told(&rows);
    let change = past.told("fees").pop().unwrap();
    let hunks = hunks(&change);
    assert_eq!(hunks.len(), 2, "{change}");
    assert!(hunks.iter().all(|hunk| hunk["before"].is_null() != hunk["after"].is_null()), "{change}");
    assert!(!letter.contains("→"), "{letter}");
}

#[test]
fn a_row_in_the_place_of_another_is_told_whole_and_cell_by_cell_only_where_it_is_the_same() {
    let mut rows = ROWS.to_vec();
    rows[2] = "Estonia | 9 percent of the price | after 30 days by bank transfer";
    let (_, letter) = told(&rows);
    assert!(!letter.contains("→"), "{letter}");
    rows[2] = "Denmark | 18 percent of the price | after 30 days by bank transfer";
    let (_, letter) = told(&rows);
    assert!(letter.contains("Denmark – Fee: 15 percent of the price → 18 percent of the price"), "{letter}");
}
