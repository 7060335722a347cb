//! Rules that speak of all that differs at once.

use super::{document, held, told};
use hausrecht::steps::compare::compare;

const GERMAN: &str = "# Seitenregeln
    Gewinnspiele dürfen auf Seiten veranstaltet werden, wenn die Teilnehmer die Regeln kennen und ihnen zugestimmt haben.
    Werbung muss als solche erkennbar sein und darf niemanden in die Irre führen, auch nicht durch Weglassen von Angaben.
    Wer gegen diese Regeln verstößt, dessen Seite kann eingeschränkt oder ohne Vorankündigung entfernt werden.";
const ENGLISH: &str = "# Page rules
    Contests may be run on pages if those who take part know the rules and have agreed to them beforehand.
    Ads must be recognisable as such and must not mislead anyone, not even by leaving out what matters to them.
    Whoever breaks these rules may find that their page is restricted or taken down without any notice.";

#[test]
fn a_page_in_another_language_is_held_back_and_can_still_be_looked_at() {
    let comparison = compare(&document(GERMAN), &document(ENGLISH));
    held("language_flip", &comparison);
    assert!(!comparison.hunks.is_empty());
    let anew = "# Rules for shops\nWhoever sells on a page has to name a price, to ship within the week and to answer each and \
        every buyer in the order in which they wrote.";
    told("language_flip", &compare(&document(ENGLISH), &document(anew)));
}

#[test]
fn a_document_that_stands_there_twice_is_held_back_but_a_new_rule_among_it_is_told() {
    let rules = (0..40)
        .map(|n| format!("Rule {n} says that page {n} must follow what it asks.\n"))
        .collect::<Vec<_>>()
        .concat();
    held("repetition", &compare(&document(&rules), &document(&(rules.clone() + &rules))));
    let more = (40..60).map(|n| format!("Rule {n} asks yet more of each page, whatever it is.\n")).collect::<String>();
    told("repetition", &compare(&document(&rules), &document(&(rules.clone() + &rules + &more))));
    // Terms that are announced stand above those that still hold: all but a sentence is there twice.
    let announced = "What stands below takes effect on 1 May 2027.\n".to_owned() + &rules + &rules;
    told("repetition", &compare(&document(&rules), &document(&announced)));
    told(
        "repetition",
        &compare(&document(&rules), &document(&(rules.clone() + "Pages must not sell tickets.\n" + &rules))),
    );
}

#[test]
fn headings_that_came_alone_are_held_back_but_not_where_they_rule() {
    let page = |heads: [&str; 3]| {
        let sections = heads.map(|head| format!("{head}\nContests are run on pages {}.", head.len()));
        document(&format!("# Page rules\n{}", sections.join("\n")))
    };
    let bare = document(
        "# Page rules\nContests are run on pages 11.\nContests are run on pages 10.\nContests are run on pages 14.",
    );
    held("headings_alone", &compare(&bare, &page(["## Of pages", "## Of mail", "## Of the rest"])));
    let bare = document(
        "# Page rules\nContests are run on pages 10.\nContests are run on pages 13.\nContests are run on pages 14.",
    );
    told("headings_alone", &compare(&bare, &page(["## Of mail", "## No alcohol", "## Of the rest"])));
}
