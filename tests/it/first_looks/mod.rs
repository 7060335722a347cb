//! A first look weighs what it read: text elsewhere on the page is read or doubted, and a whole short policy is neither.

mod beside;
mod doubts;
mod gone;
mod notices;
mod onward;
mod small;
mod table;
mod wall_rules;

use crate::house::history::History;
use crate::pages::body;

/// What stands around the text on the pages of these tests.
const INTRODUCTION: &str = "<h1>House rules</h1><p>Welcome to the house of Plaudernetz. Choose one of the papers on the left, and it opens on \
    the right. Each of them has a short version beside it that is easier on the eyes, and our help desk sends any of them on paper \
    within a week to whoever asks for it.</p>";

const RULES: &str = "# Rules for stalls\n\
    ## Who may set up a stall\nA stall may be set up by anybody who has been a member for three months and has shown a passport to the house.\n\
    ## What may be sold\nOnly things that the seller has made or grown may be sold at a stall, and each needs a label that says who made it.\n\
    ## Fees\nThe house keeps four coins of every sale, and sends an account of them to the seller on the first Monday of the month.\n\
    ## Quiet hours\nNo seller may call out to passers-by before nine in the morning or after eight in the evening.";
const OLD_FEE: &str = "four coins of every sale";
const NEW_FEE: &str = "nine coins of every sale";

/// The rules with the new fee.
fn dearer() -> String {
    RULES.replace(OLD_FEE, NEW_FEE)
}

/// A text of ours as mark-up without a page around it.
fn markup(text: &str) -> String {
    body(text)
}

/// A page with this in its main part, and that at its end.
fn page(main: &str, end: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>House rules | Plaudernetz</title></head><body>\
         <header><nav><a href=/>Home</a> <a href=/help>Help</a></nav></header><main>{main}</main>{end}</body></html>"
    )
}

/// A house that watches this page.
fn watched() -> History {
    History::new().watch("stalls", "House rules")
}

/// Why the page is not read, or not whole; nothing where it is.
fn trouble(past: &History) -> String {
    let outcome = &past.status("stalls")["outcome"];
    outcome["trouble"]["why"].as_str().unwrap_or_default().to_owned()
}

/// All letters, each in one line.
fn letters(past: &History) -> Vec<String> {
    past.letters().iter().map(|letter| crate::house::history::in_one_line(&letter.text)).collect()
}
