//! A clause that stands in every section and changes in every one.

use super::{Case, all_told, case, none_told};

/// Nine sections, each with that line at its end.
fn sections(id: &'static str, line: &str, sides: [&str; 2], words: [&'static str; 2]) -> Case {
    let section = |name: &str| {
        format!(
            "<h2>{name}</h2><p>Whoever sells {name} keeps a book of what came and went, and shows it to the house each quarter.</p>{line}"
        )
    };
    let all: String = ["bread", "bicycles", "books", "clothes", "clocks", "furniture", "lamps", "plants", "toys"]
        .map(section)
        .concat();
    case(
        id,
        &format!("<h1>Rules for Shops</h1><p>These rules bind everybody who sells goods on Plaudernetz.</p>{all}"),
        sides,
        words,
    )
}

#[test]
fn a_clause_that_changes_in_every_section_is_told() {
    all_told(&[
        sections(
            "sentence",
            "<p>SIDE</p>",
            ["This part binds shops.", "This part binds shops and stalls."],
            ["binds shops", "shops and stalls"],
        ),
        sections(
            "new",
            "SIDE",
            ["", "<p>This part binds stalls on the quay as well.</p>"],
            ["", "This part binds stalls on the quay as well."],
        ),
        sections(
            "gone",
            "SIDE",
            ["<p>This part binds stalls on the quay as well.</p>", ""],
            ["This part binds stalls on the quay as well.", ""],
        )
        .at_least_recorded(),
        sections(
            "line",
            "<p>SIDE</p>",
            ["Applies to: shops", "Applies to: shops and stalls"],
            ["Applies to: shops", "shops and stalls"],
        ),
        sections(
            "badge",
            "<p><b>SIDE</b></p>",
            ["Traders", "Traders and associations"],
            ["Traders", "Traders and associations"],
        ),
        sections(
            "item",
            "<ul><li>SIDE</li></ul>",
            ["Held by the town", "Held by the harbour"],
            ["Held by the town", "Held by the harbour"],
        )
        .at_least_recorded(),
        sections(
            "cell",
            "<table><tr><th>Held by</th><th>Where</th></tr><tr><td>SIDE</td><td>Quay</td></tr></table>",
            ["Town", "Harbour"],
            ["Town", "Harbour"],
        )
        .at_least_recorded(),
    ]);
}

#[test]
fn a_button_that_changes_in_every_section_is_not_told() {
    none_told(&[
        sections("link", "<p><a href='#top'>SIDE</a></p>", ["Back to top", "Return to the top"], ["", ""]),
        sections("label", "<p>SIDE</p>", ["Copy link", "Share"], ["", ""]),
        sections("come", "SIDE", ["", "<p><a href='#top'>Up to the top</a></p>"], ["", ""]),
        sections("label-new", "SIDE", ["", "<p>Copy link</p>"], ["", ""]),
    ]);
}
