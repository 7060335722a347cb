//! Cards that are one link, with a heading and a text in it.

use super::{after_rules, all_told, among_rules, case};

fn card(name: &str, text: &str) -> String {
    format!("<a class=card href=/r/{name}><h3>{name}</h3><p>{text}</p></a>")
}

/// Six cards, of which one says something else.
fn cards(build: impl Fn(&str, &str) -> String) -> String {
    [
        ("Weapons", "Knives and guns stay at home."),
        ("Tickets", "SIDE"),
        ("Animals", "Living animals are given away at the vet's."),
        ("Medicine", "Pills belong to the chemist next door."),
        ("Food", "Jam and bread carry the day on which they were made."),
        ("Toys", "Toys with magnets carry a sign."),
    ]
    .map(|(name, text)| build(name, text))
    .concat()
}

const TICKETS: [&str; 2] = ["Tickets go for the printed price.", "Tickets go for twice the printed price."];

#[test]
fn a_rule_in_a_card_that_is_linked_whole_is_told() {
    let div = |name: &str, text: &str| format!("<div class=cell>{}</div>", card(name, text));
    let spans =
        |name: &str, text: &str| format!("<li><a href=/r/{name}><span>{name}</span><span>{text}</span></a></li>");
    let above = format!("<h1>Rules for Shops</h1>{}{}", cards(card), among_rules("").replace("h1>", "h2>"));
    all_told(&[
        case("among", &among_rules(&cards(card)), TICKETS, TICKETS),
        case("cells", &among_rules(&format!("<div class=grid>{}</div>", cards(div))), TICKETS, TICKETS),
        case(
            "spans",
            &among_rules(&format!("<ul>{}</ul>", cards(spans))),
            TICKETS,
            ["Tickets Tickets go for the", "Tickets Tickets go for twice"],
        ),
        case("last", &after_rules(&format!("<h2>Goods</h2>{}", cards(card))), TICKETS, TICKETS),
        case("first", &above, TICKETS, TICKETS),
        case(
            "one",
            &after_rules(&card("Tickets", "Tickets must go for SIDE.")),
            ["five coins", "nine coins"],
            ["five coins", "nine coins"],
        ),
    ]);
}

#[test]
fn a_page_of_linked_cards_alone_is_told() {
    let page = format!("<h1>Rules for Shops</h1>{}", cards(card));
    all_told(&[case("cards", &page, TICKETS, TICKETS)]);
}
