//! Pages printed from a browser and handed in: the paper is no change, and what the rules say otherwise is told to the letter.

use std::fs;

use crate::house::history::in_one_line;
use crate::house::pdf::Pdf;
use crate::house::program::{House, Ran, reader};
use hausrecht::steps::extract::of_pdf;

const LICENCE: &str = "The harbour grants you a non-exclusive, non-transferable right to use its cranes as long as the season lasts, and \
    nobody else may use them in your name.";
const FEES: &str =
    "Fees for a crane are due on the first day of each month, and whoever pays late pays two coins more for each day.";
const RETURN: &str =
    "A crane that is not given back by the evening is fetched by the harbour at the cost of whoever had it last.";

/// A page with a menu, a footer and a cookie notice around the rules.
fn page(fees: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Crane rules</title></head><body><header><nav><a href=/>Home</a><a href=/b>Berths</a>\
         <a href=/p>Pricing</a></nav><input type=search placeholder='Search the harbour'></header><main><h1>Rules for cranes</h1>\
         <p>These rules hold for whoever lifts goods from a boat with one of the cranes of this harbour.</p>\
         <h2>What you may do</h2><p>{LICENCE}</p><h2>What it costs</h2><p>{fees}</p><h2>How it ends</h2><p>{RETURN}</p>\
         <p>Questions on these rules are answered at <a href=/office>www.harbour.example/office</a>, every day but Sunday.</p></main>\
         <footer><a href=/t>Our team</a><a href=/j>Jobs at the pier</a><p>Harbour of Plaudernetz</p></footer></body></html>"
    )
}

/// How the page is printed: on two pages, with what a browser prints on each, and the footer between the lines of a rule.
fn printed(fees: &str, licence: &[&str]) -> Vec<u8> {
    let furnished = |pdf: Pdf, number: usize| {
        pdf.line(24.0, 22.0, 8.0, "11/22/26, 9:12 AM").line(300.0, 22.0, 8.0, "Crane rules").line(
            24.0,
            820.0,
            8.0,
            &format!("https://plaudernetz.example/contests                    {number}/2"),
        )
    };
    let mut pdf = furnished(Pdf::new().page(), 1);
    for (number, label) in ["Home", "Berths", "Pricing", "Search the harbour"].iter().enumerate() {
        pdf = pdf.line(60.0, 50.0 + 14.0 * f64::from(u16::try_from(number).unwrap()), 10.0, label);
    }
    pdf = pdf.line(60.0, 130.0, 20.0, "Rules for cranes").text(
        60.0,
        160.0,
        440.0,
        "These rules hold for whoever lifts goods from a boat with one of the cranes of this harbour.",
    );
    pdf = pdf.line(60.0, 210.0, 15.0, "What you may do");
    for (number, line) in licence.iter().enumerate() {
        pdf = pdf.line(60.0, 235.0 + 13.0 * f64::from(u16::try_from(number).unwrap()), 10.0, line);
    }
    pdf = pdf.line(60.0, 310.0, 15.0, "What it costs").text(60.0, 335.0, 440.0, fees);
    pdf = pdf.line(60.0, 380.0, 15.0, "How it ends");
    let lines = Pdf::wrapped(RETURN, 300.0);
    pdf = pdf.line(60.0, 780.0, 10.0, &lines[0]).line(60.0, 793.0, 10.0, "Our team Jobs at the pier");
    pdf = furnished(pdf.page(), 2);
    for (number, line) in lines[1..].iter().enumerate() {
        pdf = pdf.line(60.0, 60.0 + 13.0 * f64::from(u16::try_from(number).unwrap()), 10.0, line);
    }
    // The browser draws links after all the rest.
    let (before, link) = ("Questions on these rules are answered at", "www.harbour.example/office");
    pdf = pdf.line(60.0, 120.0, 10.0, before).line(374.5, 120.0, 10.0, ", every day but Sunday.");
    pdf.line(60.0, 180.0, 10.0, "Harbour of Plaudernetz").line(248.0, 120.0, 10.0, link).bytes()
}

const LINES: [&str; 3] = [
    "The harbour grants you a non-",
    "exclusive, non-transferable right to use its cranes as long as the season lasts, and nobody else may use them in your",
    "name.",
];

fn house() -> House {
    let house = House::new()
        .watch("contests", "")
        .with("recipients: [{name: Team, to: [team@example.com], immediately: true, tier: fyi}]");
    house.server.page("/contests", &page(FEES));
    let looked = house.run(&["check", "--all"]);
    assert!(looked.stdout.starts_with("first"), "{looked:?}");
    house
}

fn hand_in(house: &House, file: Vec<u8>) -> Ran {
    fs::write(house.folder.path().join("print.pdf"), file).unwrap();
    house.run(&["import", "page", "contests", "print.pdf", "--at", &jiff::Timestamp::now().to_string()])
}

/// What is told of the last change: before and after.
fn told(house: &House) -> Vec<(Option<String>, Option<String>)> {
    let log = house.run(&["log", "--json"]).stdout;
    let text = |hunk: &serde_json::Value, side: &str| hunk[side].as_str().map(str::to_owned);
    let changes = log.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let hunks = changes.flat_map(|change| change["hunks"].as_array().unwrap().clone());
    hunks.map(|hunk| (text(&hunk, "before"), text(&hunk, "after"))).collect()
}

/// The page then says the same as the print that was handed in, and a letter tells these words of it.
#[track_caller]
fn assert_in_a_letter(house: &House, page: &str, words: &str) {
    house.server.page("/contests", page);
    house.run(&["check", "--all"]);
    house.run(&["check", "--all"]);
    let letters: Vec<String> = house.letters().iter().map(|letter| in_one_line(&letter.text)).collect();
    assert!(letters.iter().any(|letter| letter.contains(words)), "no letter says “{words}”: {letters:#?}");
    // All of this takes seconds, and letters name minutes.
    for letter in &letters {
        let span = letter.split_once("First seen: between ").and_then(|(_, rest)| rest.split_once(", and "));
        let of_no_length = |(from, rest): (&str, &str)| rest.starts_with(&format!("{from};"));
        assert!(!span.is_some_and(of_no_length), "{letter}");
    }
}

#[test]
fn menus_line_ends_links_and_footers_of_a_print_are_no_change() {
    let house = house();
    let ran = hand_in(&house, printed(FEES, &LINES));
    assert!(ran.stdout.starts_with("unchanged  contests"), "{ran:?} {:?}", told(&house));
    assert_eq!(told(&house), []);
}

#[test]
fn one_other_word_in_a_print_is_told_to_the_letter() {
    let house = house();
    let dearer = FEES.replace("two coins", "nine coins");
    let ran = hand_in(&house, printed(&dearer, &LINES));
    assert!(ran.stdout.starts_with("changed    contests"), "{ran:?}");
    assert_eq!(told(&house), [(Some(FEES.to_owned()), Some(dearer.clone()))]);
    assert_in_a_letter(&house, &page(&dearer), "whoever pays late pays nine coins more for each day");
}

#[test]
fn what_a_print_no_longer_says_at_the_end_of_a_paragraph_is_told() {
    let house = house();
    let ran = hand_in(
        &house,
        printed(
            FEES,
            &[
                "The harbour grants you a non-exclusive, non-transferable right to use its cranes as long as the season lasts.",
            ],
        ),
    );
    assert!(ran.stdout.starts_with("changed    contests"), "{ran:?}");
    let shorter =
        "The harbour grants you a non-exclusive, non-transferable right to use its cranes as long as the season lasts.";
    assert_eq!(told(&house), [(Some(LICENCE.to_owned()), Some(shorter.to_owned()))]);
    assert_in_a_letter(&house, &page(FEES).replace(LICENCE, shorter), "and nobody else may use them in your name");
}

#[test]
fn a_word_of_the_menu_that_comes_into_a_rule_is_told() {
    let house = house();
    let berths = FEES.replace("for a crane are", "for a crane Pricing are");
    hand_in(&house, printed(&berths, &LINES));
    assert_eq!(told(&house), [(Some(FEES.to_owned()), Some(berths.clone()))]);
    assert_in_a_letter(&house, &page(&berths), "Fees for a crane Pricing are due");
}

#[test]
fn a_print_whose_lines_the_paper_cuts_off_is_refused() {
    let house = house();
    let cut = [
        "The harbour grants you a non-excl",
        "right to use its cranes as long as the sea",
        "lasts, and nobody else may use them in yo",
    ];
    let ran = hand_in(&house, printed(FEES, &cut));
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.stderr.contains("the paper cuts off the ends of its lines"), "{ran:?}");
    assert_eq!(told(&house), []);
}

/// The text of the page on paper, without anything around it, and where it ends.
fn plainly() -> (Pdf, f64) {
    let mut pdf = Pdf::new().page().line(60.0, 50.0, 20.0, "Rules for cranes");
    let mut top = 80.0;
    let texts = [
        "These rules hold for whoever lifts goods from a boat with one of the cranes of this harbour.",
        "What you may do",
        LICENCE,
        "What it costs",
        FEES,
        "How it ends",
        RETURN,
        "Questions on these rules are answered at www.harbour.example/office, every day but Sunday.",
    ];
    for text in texts {
        pdf = if text.len() < 20 { pdf.line(60.0, top, 15.0, text) } else { pdf.text(60.0, top, 440.0, text) };
        top += 48.0;
    }
    (pdf, top)
}

/// A table of which a row goes on on the next page, cell by cell.
#[test]
fn a_row_that_goes_on_on_the_next_page_is_no_change_and_swapped_cells_are() {
    let table = |small: &str, large: &str| {
        let cell = "We ask for the name of the boat, the day on which it came and the weight of the goods, as the toll hangs on them.";
        page(FEES).replace(
            "</main>",
            &format!(
                "<table><tr><th>What we ask for</th><th>What it is for</th></tr><tr><td>{cell}</td><td>The toll is reckoned from it, and the \
                 papers are kept for ten years in the tower.</td></tr><tr><td>Small boats</td><td>{small}</td></tr><tr><td>Large boats</td>\
                 <td>{large}</td></tr></table></main>"
            ),
        )
    };
    let print = |small: &str, large: &str| {
        let (mut pdf, _) = plainly();
        pdf = pdf.line(60.0, 700.0, 10.0, "What we ask for").line(300.0, 700.0, 10.0, "What it is for");
        let left = [
            "We ask for the name of the boat, the",
            "day on which it came and the weight",
            "of the goods, as the toll hangs on them.",
        ];
        let right = ["The toll is reckoned from it, and", "the papers are kept for ten years", "in the tower."];
        for (place, cell) in [(60.0, left), (300.0, right)] {
            pdf = pdf.line(place, 740.0, 10.0, cell[0]).line(place, 753.0, 10.0, cell[1]);
        }
        pdf = pdf.page().line(60.0, 60.0, 10.0, left[2]).line(300.0, 60.0, 10.0, right[2]);
        for (number, (boats, toll)) in [("Small boats", small), ("Large boats", large)].into_iter().enumerate() {
            let top = 100.0 + 40.0 * f64::from(u16::try_from(number).unwrap());
            pdf = pdf.line(60.0, top, 10.0, boats).line(300.0, top, 10.0, toll);
        }
        pdf.bytes()
    };
    let house = house();
    house.server.page("/contests", &table("Ten coins a day", "Fifty coins a day"));
    house.run(&["check", "--all"]);
    house.run(&["check", "--all"]);
    let known = told(&house).len();
    let ran = hand_in(&house, print("Ten coins a day", "Fifty coins a day"));
    assert!(ran.stdout.starts_with("unchanged  contests"), "{ran:?} {:?}", &told(&house)[known..]);
    let ran = hand_in(&house, print("Fifty coins a day", "Ten coins a day"));
    assert!(ran.stdout.starts_with("changed    contests"), "{ran:?}");
    assert_in_a_letter(&house, &table("Fifty coins a day", "Ten coins a day"), "Now: Small boats | Fifty coins a day");
}

#[test]
fn running_lines_that_outweigh_a_short_text_are_still_none_of_it() {
    let mut pdf = Pdf::new();
    let text = format!("{FEES} {RETURN}");
    for text in ["", "", "", text.as_str(), "", ""] {
        pdf =
            pdf.page().line(24.0, 22.0, 8.0, "11/22/26, 9:12 AM").line(300.0, 22.0, 8.0, "Crane rules of the harbour");
        pdf = if text.is_empty() { pdf } else { pdf.text(60.0, 100.0, 440.0, text) };
        pdf = pdf.line(24.0, 820.0, 8.0, "https://plaudernetz.example/harbour/rules/cranes-and-other-things.html");
    }
    let read = of_pdf(&reader().lines(&pdf.bytes()).unwrap()).unwrap().document;
    assert_eq!(read.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>(), [format!("{FEES} {RETURN}")]);
}

#[test]
fn the_rows_of_a_table_with_long_cells_are_not_taken_for_columns() {
    let mut pdf = Pdf::new().page();
    for number in 0..7 {
        let top = 80.0 + 40.0 * f64::from(number);
        pdf = pdf.line(60.0, top, 10.0, "A boat of the first kind").line(320.0, top, 10.0, "pays a toll of ten coins");
    }
    let read = of_pdf(&reader().lines(&pdf.bytes()).unwrap()).unwrap().document;
    assert_eq!(read.blocks.len(), 7, "{:?}", read.blocks);
    assert!(read.blocks.iter().all(|block| block.text == "A boat of the first kind | pays a toll of ten coins"));
}

/// Every word of the new row stands elsewhere on the page as a piece of its own.
#[test]
fn a_row_that_is_made_of_other_pieces_of_the_page_is_told() {
    fn rows(wine: &str) -> [(&str, &str); 3] {
        [("Lamps", "Allowed"), ("Knives", "Not allowed"), ("Wine", wine)]
    }
    let cells = |wine: &str| -> String {
        rows(wine).iter().map(|(goods, answer)| format!("<tr><td>{goods}</td><td>{answer}</td></tr>")).collect()
    };
    let house = house();
    house
        .server
        .page("/contests", &page(FEES).replace("</main>", &format!("<table>{}</table></main>", cells("Allowed"))));
    house.run(&["check", "--all"]);
    house.run(&["check", "--all"]);
    let known = told(&house).len();
    let print = |wine: &str| {
        let (mut pdf, mut top) = plainly();
        for (goods, answer) in rows(wine) {
            pdf = pdf.line(60.0, top, 10.0, goods).line(300.0, top, 10.0, answer);
            top += 30.0;
        }
        pdf.bytes()
    };
    let ran = hand_in(&house, print("Allowed"));
    assert!(ran.stdout.starts_with("unchanged  contests"), "{ran:?} {:?}", &told(&house)[known..]);
    let ran = hand_in(&house, print("Not allowed"));
    assert!(ran.stdout.starts_with("changed    contests"), "{ran:?}");
    let told = told(&house);
    let says = |(_, after): &(Option<String>, Option<String>)| {
        after.as_deref().is_some_and(|after| after.contains("Not allowed"))
    };
    assert!(told[known..].iter().any(says), "{told:?}");
    let after = page(FEES).replace("</main>", &format!("<table>{}</table></main>", cells("Not allowed")));
    assert_in_a_letter(&house, &after, "Wine | Not allowed");
}
