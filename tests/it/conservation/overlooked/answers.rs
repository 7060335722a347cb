//! Questions with their answers, which may be a word.

use super::{Case, all_told, among_rules, case, none_told};

/// Questions and answers as most pages have them.
fn asked(id: &'static str, markup: &str, sides: [&str; 2], words: [&'static str; 2]) -> Case {
    case(id, &among_rules(&format!("<h2>Questions</h2>{markup}")), sides, words)
}

#[test]
fn an_answer_of_a_word_or_two_is_told() {
    let pair = "<p>May minors keep a stall?</p><p>SIDE</p>";
    let plain = "<p>Where are quarrels settled?</p><p>SIDE</p>";
    let new = "<p>Who sweeps the row?</p><p>Sellers</p>SIDE";
    all_told(&[
        asked("consent", pair, ["With consent", "With consent of both parents"], ["With consent", "both parents"]),
        asked("forbidden", pair, ["With consent", "Not allowed"], ["With consent", "Not allowed"]),
        asked("place", plain, ["Town hall", "Boathouse"], ["Town hall", "Boathouse"]).at_least_recorded(),
        asked(
            "pair",
            new,
            ["", "<p>May minors keep a stall?</p><p>With consent of a parent</p>"],
            ["", "With consent of a parent"],
        ),
        asked(
            "pairs",
            new,
            [
                "",
                "<p>Who pays the parcel?</p><p>Buyers</p><p>Who keeps the key?</p><p>The desk</p><p>Where are quarrels settled?</p><p>Town hall</p>",
            ],
            ["", "Buyers"],
        ).at_least_recorded(),
        asked("gone", new, ["<p>Who pays the parcel?</p><p>Buyers</p>", ""], ["Buyers", ""]),
        asked(
            "anew",
            "SIDE",
            ["<p>Who pays the parcel?</p><p>Buyers</p>", "<p>Who pays for a parcel?</p><p>Sellers</p>"],
            ["Buyers", "Sellers"],
        ),
        asked(
            "details",
            "<details><summary>Who pays the parcel?</summary>SIDE</details>",
            ["Buyers", "Sellers"],
            ["Buyers", "Sellers"],
        ),
        asked(
            "headed",
            "<h3>Who pays the parcel?</h3><p>SIDE</p><h3>Who keeps the key?</h3><p>SIDE</p>",
            ["Buyers", "Sellers"],
            ["Buyers", "Sellers"],
        ),
        asked("yes", "<p>Is a stall open to minors?</p><p>SIDE</p>", ["Yes", "No"], ["Yes", "No"]),
        asked(
            "yes-new",
            "<p>Who sweeps the row?</p><p>Sellers</p>SIDE",
            ["", "<p>Is a stall open to minors?</p><p>Yes</p>"],
            ["", "Yes"],
        ).at_least_recorded(),
    ]);
}

#[test]
fn questions_to_choose_from_and_buttons_are_not_told() {
    let helper = "<p>What do you need help with?</p>SIDE";
    none_told(&[
        asked(
            "helper",
            helper,
            [
                "<p>How do I find my parcel?</p><p>Why is my stall closed?</p>",
                "<p>How do I track a parcel?</p><p>Why is the stall shut?</p>",
            ],
            ["", ""],
        ),
        asked("useful", "SIDE", ["", "<p>Was this helpful?</p><button>Yes</button><button>No</button>"], ["", ""]),
        asked(
            "useful-bare",
            "SIDE",
            ["", "<p>Was this helpful?</p><div><a href='#'>Yes</a></div><div><a href='#'>No</a></div>"],
            ["", ""],
        ),
    ]);
}
