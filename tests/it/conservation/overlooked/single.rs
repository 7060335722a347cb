//! Entries, cells and lines that are nothing but a link or a number.

use super::{after_rules, all_told, among_rules, case, none_told};

fn links(names: &[&str]) -> String {
    let entry = |name: &&str| format!("<li><a href=/g/{name}>{name}</a></li>");
    format!(
        "<ul>{}</ul>",
        names.iter().map(entry).collect::<String>().replace("<li><a href=/g/SIDE>SIDE</a></li>", "SIDE")
    )
}

const KNIVES: [&str; 2] = [
    "<li><a href=/g/knives>Knives</a></li>",
    "<li><a href=/g/knives>Knives</a></li><li><a href=/g/snails>Snails</a></li>",
];

#[test]
fn an_entry_that_is_only_a_link_is_told() {
    let cell = |name: &str| format!("<tr><td><a href=/g/{name}>{name}</a></td></tr>");
    let table = format!("<h2>Banned goods</h2><table>{}SIDE{}</table>", cell("Wine"), cell("Fireworks"));
    let cells = ["", "<tr><td><a href=/g/Snails>Snails</a></td></tr>"];
    let definitions =
        "<dl><dt>Held by</dt><dd><a href=/g/1>SIDE</a></dd><dt>Kept by</dt><dd><a href=/g/2>Desk</a></dd></dl>";
    all_told(&[
        case(
            "last",
            &after_rules(&format!("<h2>Banned goods</h2>{}", links(&["Wine", "SIDE", "Fireworks"]))),
            KNIVES,
            ["", "Snails"],
        ),
        case(
            "many",
            &after_rules(&format!(
                "<h2>Banned goods</h2>{}",
                links(&["Wine", "SIDE", "Fireworks", "Medicine", "Tickets", "Seeds"])
            )),
            KNIVES,
            ["", "Snails"],
        ),
        case(
            "among",
            &among_rules(&format!(
                "<h2>Banned goods</h2>{}",
                links(&["Wine", "SIDE", "Fireworks", "Medicine", "Tickets", "Seeds"])
            )),
            KNIVES,
            ["", "Snails"],
        ),
        case("one", &after_rules("<h2>Banned goods</h2><ul>SIDE</ul>"), KNIVES, ["", "Snails"]),
        case("table", &after_rules(&table), cells, ["", "Snails"]).at_least_recorded(),
        case("table-among", &among_rules(&table), cells, ["", "Snails"]).at_least_recorded(),
        case("definition", &among_rules(definitions), ["Town", "Harbour"], ["Town", "Harbour"]).at_least_recorded(),
        case("definition-last", &after_rules(definitions), ["Town", "Harbour"], ["Town", "Harbour"])
            .at_least_recorded(),
    ]);
}

#[test]
fn an_entry_that_is_only_a_number_is_told() {
    let sides = ["16", "18"];
    let list = "<h2>Days of sale</h2><ul><li>7</li><li>14</li>SIDE</ul>";
    let table = "<table><tr><th>Days</th></tr><tr><td>SIDE</td></tr></table>";
    all_told(&[
        case("item", &among_rules("<h2>Least age</h2><ul><li>SIDE</li></ul>"), sides, sides),
        case("items", &among_rules(list), ["", "<li>30</li>"], ["", "30"]),
        case("items-last", &after_rules(list), ["", "<li>30</li>"], ["", "30"]),
        case("items-gone", &among_rules(list), ["<li>30</li>", ""], ["30", ""]),
        case("definition", &among_rules("<dl><dt>Least age</dt><dd>SIDE</dd></dl>"), sides, sides),
        case("definition-last", &after_rules("<dl><dt>Least age</dt><dd>SIDE</dd></dl>"), sides, sides),
        case(
            "definition-new",
            &among_rules("<dl><dt>Parcels a day</dt><dd>5</dd><dt>Least age</dt>SIDE</dl>"),
            ["", "<dd>18</dd>"],
            ["", "18"],
        ),
        case("row", &among_rules(table), sides, sides),
        case("row-last", &after_rules(table), sides, sides),
        case("big", &among_rules("<h2>Least age</h2><div class=big>SIDE</div>"), sides, sides),
    ]);
}

#[test]
fn related_articles_and_counters_are_not_told() {
    let related = format!("<h2>Related articles</h2>{}", links(&["Wine", "SIDE", "Fireworks"]));
    let counts = "<p>Likes</p><p>SIDE</p><p>Share</p><p>SIDE</p>";
    none_told(&[
        case("related", &after_rules(&related), KNIVES, ["", ""]),
        case("counts", &after_rules(counts), ["", "17"], ["", ""]),
    ]);
}
