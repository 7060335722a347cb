//! A cell that reaches over several rows is a part of each of them, as a reader sees it.

use super::texts::{SHOPS, with_clause};
use crate::house::history::History;
use crate::pages::{BUILDS, body, page};

fn table(rows: &str) -> String {
    format!("<table><tr><th>Land</th><th>Prize</th><th>Allowed</th></tr>{rows}</table>")
}

#[track_caller]
fn then(before: &str, after: &str) -> Vec<History> {
    let past_of = |build| {
        let past = History::new().watch("shops", "Rules for Shops");
        for (days, rows) in [(5, before), (3, after)] {
            let middle = body(&with_clause(SHOPS, "Prices", "MARK")).replace("<p>MARK</p>", &table(rows));
            past.shows("shops", &page(build, "en", "Rules for Shops | Plaudernetz", &middle)).days(days);
        }
        past
    };
    BUILDS.into_iter().map(past_of).collect()
}

const MERGED: &str = "<tr><td rowspan=2>Austria</td><td>Cash</td><td>yes</td></tr><tr><td>Books</td><td>no</td></tr><tr><td>Spain</td><td>Tickets</td><td>no</td></tr>";

#[test]
fn a_cell_that_is_written_out_in_each_row_is_told_to_nobody() {
    let written = MERGED.replace(" rowspan=2", "").replace("<tr><td>Books", "<tr><td>Austria</td><td>Books");
    for past in then(MERGED, &written) {
        assert!(past.told("shops").is_empty(), "{}", past.account_of("shops"));
    }
}

#[test]
fn a_row_that_a_cell_no_longer_reaches_is_told() {
    let moved = "<tr><td>Austria</td><td>Cash</td><td>yes</td></tr><tr><td rowspan=2>Spain</td><td>Books</td><td>no</td></tr><tr><td>Tickets</td><td>no</td></tr>";
    for past in then(MERGED, moved) {
        past.assert_told("shops", "Spain");
    }
}

#[test]
fn cells_that_reach_in_from_the_end_of_a_row_are_read_and_empty_rows_stay_none() {
    let merged =
        "<tr><td>Austria</td><td>Cash</td><td rowspan=3>yes</td></tr><tr></tr><tr><td>Spain</td><td>Tickets</td></tr>";
    let written =
        "<tr><td>Austria</td><td>Cash</td><td>yes</td></tr><tr><td>Spain</td><td>Tickets</td><td>yes</td></tr>";
    for past in then(merged, written) {
        assert!(past.log("shops").is_empty(), "{}", past.account_of("shops"));
    }
}

#[test]
fn a_cell_ends_with_the_part_of_its_table() {
    // A reader sees "Austria" beside the first row alone, for the foot begins behind it.
    let clipped = "<tbody><tr><td rowspan=3>Austria</td><td>Cash</td><td>yes</td></tr></tbody><tbody><tr><td>Spain</td><td>Books</td><td>no</td></tr></tbody>";
    let plain = clipped.replace(" rowspan=3", "");
    for past in then(clipped, &plain) {
        assert!(past.log("shops").is_empty(), "{}", past.account_of("shops"));
    }
    let other = "<tbody><tr><td rowspan=3>Austria</td><td>Cash</td><td>yes</td></tr><tr><td>Spain</td><td>Books</td><td>no</td></tr></tbody>";
    for past in then(clipped, &other.replace("<td>Spain</td>", "")) {
        past.assert_told("shops", "Books");
    }
}

#[test]
fn a_row_that_is_not_shown_counts_for_no_cell() {
    let hidden = "<tr><td rowspan=2>Austria</td><td>Cash</td><td>yes</td></tr><tr hidden><td>Old</td><td>no</td></tr><tr><td>Books</td><td>no</td></tr>";
    let written = "<tr><td>Austria</td><td>Cash</td><td>yes</td></tr><tr hidden><td>Old</td><td>no</td></tr><tr><td>Austria</td><td>Books</td><td>no</td></tr>";
    for hides in ["hidden", "style='display: none'"] {
        for past in then(&hidden.replace("hidden", hides), &written.replace("hidden", hides)) {
            assert!(past.told("shops").is_empty(), "{hides}: {}", past.account_of("shops"));
        }
    }
}
