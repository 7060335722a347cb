//! Lines that are labels of the page at one place and rules at another, by what the words above or beside them name.

use super::{after_rules, all_told, among_rules, case, none_told};

fn list(names: &[&str]) -> String {
    let entries: String = names.iter().map(|name| format!("<li><a href=/l/{}>{name}</a></li>", name.len())).collect();
    format!("<ul>{entries}</ul>")
}

#[test]
fn what_a_heading_or_a_label_names_is_told() {
    let named = |heading: &str| among_rules(&format!("<h3>{heading}</h3><p>SIDE</p>"));
    let pair = |one: &str, two: &str| format!("<p>Fee to open</p><p>{one}</p><p>Fee to go on</p><p>{two}</p>");
    let (before, after) = (pair("$10", "$20"), pair("$20", "$10"));
    let (few, more) = (list(&["Lumenta", "Nordwind"]), list(&["Lumenta", "Nordwind", "Hasty Parcels"]));
    all_told(&[
        case("formats", &named("Pictures"), ["JPG, PNG, GIF", "JPG, PNG"], ["GIF", ""]),
        case("open", &named("Stalls in spring"), ["Open", "Closed"], ["Open", "Closed"]),
        case("on", &named("Ads by interest"), ["Off", "On"], ["Off", "On"]),
        case("kit", &named("Oldest kit that works"), ["Version 2.1", "Version 2.2"], ["2.1", "2.2"]),
        case(
            "age",
            &named("What is hidden"),
            ["Last reviewed more than 30 days ago", "Last reviewed more than 90 days ago"],
            ["30 days ago", "90 days ago"],
        ),
        case(
            "count",
            &named("Share of a small shop"),
            ["12 downloads in total", "25 downloads in total"],
            ["12 downloads in total", "25 downloads in total"],
        ),
        case("swapped", &among_rules("SIDE"), [&before, &after], ["Fee to", "Fee to"]),
        case("partners", &after_rules("<h2>Partners</h2>SIDE"), [&few, &more], ["", "Hasty Parcels"]),
        case(
            "languages",
            &named("Languages of the desk"),
            ["Deutsch, English, Français", "Deutsch, English"],
            ["Français", ""],
        ),
        case(
            "again",
            &after_rules(
                "<h2>No wine</h2><p>Wine stays in the cellar.</p><h2>Fairs</h2><p>Fairs are open to all who sell.</p>SIDE",
            ),
            ["", "<p>No wine</p>"],
            ["", "No wine"],
        )
        .at_least_recorded(),
    ]);
}

#[test]
fn another_day_of_effect_beside_an_update_is_told() {
    let (june, may) = ("1 June 2027", "1 May 2027");
    let dated = |id, line: &str| {
        let sides = [june, may].map(|day| line.replace("DAY", day));
        case(id, &among_rules("<p>SIDE</p>"), [&sides[0], &sides[1]], ["June 2027", "May 2027"])
    };
    all_told(&[
        dated("terms", "Updated terms effective DAY"),
        dated("both", "Last updated: 1 March 2026. Effective: DAY"),
        dated("closes", "Last updated 1 March 2026, the fair closes DAY"),
    ]);
}

#[test]
fn what_nobody_needs_in_such_lines_is_not_told() {
    let line = among_rules("<p>SIDE</p>");
    let last = after_rules("SIDE");
    let comment = "<h2>Comments</h2><p>Jana</p><p>3 days ago</p><p>My lamps found a home here, thank you all.</p>";
    let more = format!("{comment}<p>Piet</p><p>2 hours ago</p><p>Can somebody tell me the way to the boathouse?</p>");
    let teaser = |name: &str, text: &str| {
        format!("<h2>More from our blog</h2><a href=/n/{name}><h3>{name}</h3><p>{text}</p></a>")
    };
    let (soup, clocks) = (
        teaser("Soup", "What we cooked for forty towns this spring."),
        teaser("Clocks", "She repairs the clocks of half the town."),
    );
    none_told(&[
        case("helpful", &line, ["12 people found this helpful", "17 people found this helpful"], ["", ""]),
        case(
            "wont",
            &line,
            ["Shops will not be charged for a stall.", "Shops won’t be charged for a stall."],
            ["", ""],
        ),
        case("words", &line, ["We answer within 72 hours.", "We answer within seventy-two hours."], ["", ""]),
        case(
            "gender",
            &line,
            ["Jeder Händler nennt seinen Namen.", "Jede*r Händler*in nennt seinen*ihren Namen."],
            ["", ""],
        ),
        case("umlaut", &line, ["Händler dürfen Bücher verkaufen.", "Haendler duerfen Buecher verkaufen."], ["", ""]),
        case("version", &line, ["Version 3.1 vom 1. März 2026", "Version 3.2 vom 1. April 2026"], ["", ""]),
        case("feedback", &last, ["", "<div><p>We’d love your feedback</p></div>"], ["", ""]),
        case(
            "letter",
            &last,
            ["", "<div><h3>Stay in the loop</h3><p>Our best stories once a month.</p></div>"],
            ["", ""],
        ),
        case("comments", &last, [comment, &more], ["", ""]),
        case("teasers", &last, [&soup, &clocks], ["", ""]),
    ]);
}
