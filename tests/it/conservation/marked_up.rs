//! What the mark-up says beside the words: how deep an entry stands, what is ticked, what a picture or a field says. No change
//! of it is lost.

use super::texts::{SHOPS, with_clause};
use crate::house::history::{History, hunks, in_one_line};
use crate::pages::{BUILDS, Build, body, page};

/// The rules for shops with that mark-up in the middle, or at the end.
fn shown(build: Build, markup: &str, at_end: bool) -> String {
    let inner = if at_end {
        format!("{}{markup}", body(SHOPS))
    } else {
        body(&with_clause(SHOPS, "Prices", "MARK")).replace("<p>MARK</p>", markup)
    };
    page(build, "en", "Rules for Shops | Plaudernetz", &inner)
}

/// Whether a letter tells a passage of the watch that no rule holds back, by its words before or after.
fn is_in_a_letter(past: &History, id: &str) -> bool {
    let letters = past.letters_on(id);
    let words = |text: &serde_json::Value| text.as_str().map(in_one_line).filter(|text| !text.is_empty());
    let is_told = |hunk: &serde_json::Value| {
        let sides = ["before", "after"].into_iter().filter_map(|side| words(&hunk[side]));
        hunk["held_by"].is_null() && sides.into_iter().any(|side| letters.iter().any(|letter| letter.contains(&side)))
    };
    past.log(id).iter().any(|change| hunks(change).iter().any(is_told))
}

/// Each is told, to the letter, on pages of both builds.
#[track_caller]
fn all_told(pieces: &[(&str, bool, &str, [&str; 2])]) {
    let mut lost = Vec::new();
    for build in BUILDS {
        let past = pieces.iter().fold(History::new(), |past, (id, ..)| past.watch(id, &format!("Rules of {id}")));
        for (days, side) in [(5, 0), (3, 1)] {
            for (id, at_end, markup, sides) in pieces {
                past.shows(id, &shown(build, &markup.replace("SIDE", sides[side]), *at_end));
            }
            past.days(days);
        }
        for (id, ..) in pieces {
            if !is_in_a_letter(&past, id) {
                lost.push(format!("{id} on {build:?}: {} {:?}", past.account_of(id), past.held(id)));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn an_entry_that_leaves_a_nested_list_or_enters_one_is_told() {
    all_told(&[
        (
            "out",
            false,
            "SIDE",
            [
                "<ul><li>Never sold:<ul><li>Weapons</li><li>Wine</li></ul></li><li>Lamps</li></ul>",
                "<ul><li>Never sold:<ul><li>Weapons</li></ul></li><li>Wine</li><li>Lamps</li></ul>",
            ],
        ),
        (
            "in",
            false,
            "SIDE",
            [
                "<ul><li>Never sold<ul><li>Weapons</li></ul></li><li>Wine</li><li>Lamps</li></ul>",
                "<ul><li>Never sold<ul><li>Weapons</li><li>Wine</li></ul></li><li>Lamps</li></ul>",
            ],
        ),
        (
            "sentences",
            false,
            "SIDE",
            [
                "<ul><li>With a licence of the town these are sold:<ul><li>Fireworks of the small kind</li></ul></li><li>Knives with a blade of eight inches or more are sold to nobody</li></ul>",
                "<ul><li>With a licence of the town these are sold:<ul><li>Fireworks of the small kind</li><li>Knives with a blade of eight inches or more are sold to nobody</li></ul></li></ul>",
            ],
        ),
    ]);
}

#[test]
fn what_is_ticked_is_told() {
    all_told(&[
        (
            "box",
            false,
            "<ul><li><input type=checkbox disabled SIDE> Wine may be sold</li><li><input type=checkbox disabled checked> Lamps may be sold</li></ul>",
            ["checked", ""],
        ),
        (
            "aria",
            false,
            "<ul><li><span role=checkbox aria-disabled=true aria-checked=SIDE></span> Wine may be sold</li><li><span role=checkbox aria-disabled=true aria-checked=true></span> Lamps may be sold</li></ul>",
            ["true", "false"],
        ),
        (
            "radio",
            false,
            "<p>Deposits</p><p><label><input type=radio name=d disabled SIDE> Allowed</label> <label><input type=radio name=d disabled> Forbidden</label></p>",
            ["checked", ""],
        ),
        (
            "option",
            false,
            "<p>Smallest age of a seller: <select disabled><option>16</option><option SIDE>18</option></select></p>",
            ["", "selected"],
        ),
    ]);
}

#[test]
fn what_a_sign_says_is_told() {
    all_told(&[
        ("stars", false, "<p>Sellers need a rating of SIDE to take part in the fair.</p>", ["★★★", "★★★★"]),
        ("number", false, "<p>Goods of class SIDE are never sold in any shop of ours.</p>", ["#3", "#4"]),
        ("unsure", false, "<table><tr><th>Goods<th>Sold<tr><td>Wine<td>SIDE<tr><td>Lamps<td>Yes</table>", ["✓", "?"]),
    ]);
}

#[test]
fn what_stands_in_an_object_or_a_picture_or_a_field_is_told() {
    all_told(&[
        (
            "object",
            false,
            "<object data=/table.svg type='image/svg+xml'><p>Smallest age of a seller: SIDE</p></object>",
            ["16", "18"],
        ),
        (
            "alt",
            false,
            "<p><img src=/a.png width=600 height=80 alt='Smallest age of a seller: SIDE'></p>",
            ["16", "18"],
        ),
        ("field", false, "<p>Smallest age of a seller: <input type=text readonly value=SIDE></p>", ["16", "18"]),
        ("output", false, "<p>Smallest age of a seller: <output>SIDE</output></p>", ["16", "18"]),
        ("meter", false, "<p>Share that we take: <meter value=SIDE max=100>SIDE %</meter></p>", ["10", "20"]),
        (
            "caption",
            false,
            "<figure><img src=/a.png width=600 height=80 alt=''><figcaption>Smallest age: SIDE</figcaption></figure>",
            ["16", "18"],
        ),
    ]);
}

#[test]
fn a_list_of_rules_in_an_element_for_menus_is_told() {
    all_told(&[
        (
            "nav",
            false,
            "<nav aria-label='What is never sold'><ul><li>Knives and other weapons are never sold in any shop.</li><li>SIDE</li></ul></nav>",
            [
                "Skates are never sold to anybody who is younger than ten.",
                "Remedies are never sold to anybody who is younger than ten.",
            ],
        ),
        ("short", false, "<nav><h3>Never sold</h3><ul><li>Knives</li><li>SIDE</li></ul></nav>", ["Skates", "Remedies"]),
    ]);
}

#[test]
fn the_label_of_an_entry_that_a_reader_of_screens_does_not_hear_is_told() {
    all_told(&[
        (
            "label",
            false,
            "<ul><li><a href=/g/w><span aria-hidden=true>SIDE</span> Wine</a></li><li><a href=/g/l><span aria-hidden=true>Allowed</span> Lamps</a></li></ul>",
            ["Allowed", "Forbidden"],
        ),
        (
            "badge",
            false,
            "<h3>Wine <span class=badge aria-hidden=true>SIDE</span></h3><p>Wine comes in bottles of one litre.</p>",
            ["Allowed", "Forbidden"],
        ),
    ]);
}

#[test]
fn a_badge_behind_a_heading_is_told_where_it_comes_and_where_it_goes() {
    let badge = "<h3>Welcome tabs <span class=badge>SIDE</span></h3><p>A tab may greet whoever comes in.</p>";
    all_told(&[
        ("goes", false, badge, ["Deprecated", ""]),
        ("comes", false, badge, ["", "Deprecated"]),
        ("turns", false, badge, ["Draft", "In force"]),
    ]);
}

#[test]
fn a_word_above_the_title_that_says_whether_the_rules_hold_is_told() {
    let mut lost = Vec::new();
    for build in BUILDS {
        for (id, markup, [old, new]) in [
            ("line", "<p>SIDE</p>", ["Valid", "Repealed"]),
            ("badge", "<span class=badge>SIDE</span>", ["In force", "Repealed"]),
            ("box", "<div class=status><div>Status</div><div>SIDE</div></div>", ["Valid", "Repealed"]),
        ] {
            let past = History::new().watch("shops", "Rules for Shops");
            for (days, side) in [(5, old), (3, new)] {
                let inner = format!("{}{}", markup.replace("SIDE", side), body(SHOPS));
                past.shows("shops", &page(build, "en", "Rules for Shops | Plaudernetz", &inner)).days(days);
            }
            if !is_in_a_letter(&past, "shops") {
                lost.push(format!("{id} on {build:?}: {}", past.account_of("shops")));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// Nothing is told of what came in the place of the other, on pages of either build.
#[track_caller]
fn none_told(pieces: &[(&str, &str, [&str; 2])]) {
    let mut told = Vec::new();
    for build in BUILDS {
        for (id, markup, [old, new]) in pieces {
            let past = History::new().watch(id, &format!("Rules of {id}"));
            for (days, side) in [(5, old), (4, new)] {
                past.shows(id, &shown(build, &markup.replace("SIDE", side), false)).days(days);
            }
            if !past.told(id).is_empty() || !past.letters_on(id).is_empty() {
                told.push(format!("{id} on {build:?}: {:?}", past.log(id)));
            }
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn the_same_marked_up_in_another_way_is_not_told() {
    none_told(&[
        (
            "flat",
            "SIDE",
            [
                "<ul><li>Never sold:<ul><li>Weapons</li><li>Wine</li></ul></li><li>Lamps</li></ul>",
                "<ul><li>Never sold:</li><li>Weapons</li><li>Wine</li><li>Lamps</li></ul>",
            ],
        ),
        (
            "beside",
            "SIDE",
            [
                "<ul><li>Never sold:<ul><li>Weapons</li><li>Wine</li></ul></li><li>Lamps</li></ul>",
                "<ul><li>Never sold:</li><ul><li>Weapons</li><li>Wine</li></ul><li>Lamps</li></ul>",
            ],
        ),
        (
            "paragraphs",
            "SIDE",
            [
                "<ul><li>Never sold:<ul><li>Weapons</li><li>Wine</li></ul></li><li>Lamps</li></ul>",
                "<p>Never sold:</p><ul><li>Weapons</li><li>Wine</li></ul><ul><li>Lamps</li></ul>",
            ],
        ),
        ("bullets", "<p>SIDE Lamps and candles are sold in every shop.</p>", ["★", "•"]),
        (
            "icons",
            "<h3>Wine <span aria-hidden=true class=material-icons>SIDE</span></h3><p>Wine comes in bottles.</p>",
            ["lock_open", "close"],
        ),
        (
            "picture",
            "<p><img src=/a.png width=600 height=400 alt='SIDE'></p>",
            ["Two sellers in front of a shop", "Three buyers in front of a stall"],
        ),
    ]);
}

#[test]
fn numbers_and_cells_that_are_written_in_another_way_are_not_told() {
    none_told(&[
        (
            "going-on",
            "SIDE",
            [
                "<p>Sellers pack</p><p>1. with care, and</p><p>2. with paper.</p><p>Buyers unpack</p><p>1. with scissors, and</p><p>2. with patience.</p>",
                "<p>Sellers pack</p><p>1. with care, and</p><p>2. with paper.</p><p>Buyers unpack</p><p>3. with scissors, and</p><p>4. with patience.</p>",
            ],
        ),
        ("heading", "<h3>SIDE</h3><p>Every parcel bears a label on its upper side.</p>", ["Labels", "4.1 Labels"]),
        (
            "heading-bold",
            "<p><b>SIDE</b></p><p>Every parcel bears a label on its upper side.</p>",
            ["Labels", "4.1 Labels"],
        ),
        ("hour", "<p>The help desk takes calls from noon to SIDE on working days.</p>", ["8 pm", "8:00 pm"]),
        ("hour-german", "<p>Anrufe nimmt die Hilfe von 8 Uhr bis SIDE an.</p>", ["20 Uhr", "20:00 Uhr"]),
        (
            "table",
            "SIDE",
            [
                "<table><tr><th>Goods<th>Share<th>Paid<tr><td>Lamps<td>5 %<td>monthly<tr><td>Candles<td>8 %<td>weekly</table>",
                "<div class=t><div class=r><div>Goods</div><div>Share</div><div>Paid</div></div><div class=r><div>Lamps</div><div>5 %</div><div>monthly</div></div><div class=r><div>Candles</div><div>8 %</div><div>weekly</div></div></div>",
            ],
        ),
        (
            "table-back",
            "SIDE",
            [
                "<div class=t><div class=r><div>Lamps</div><div>5 %</div><div>monthly</div></div><div class=r><div>Candles</div><div>8 %</div><div>weekly</div></div></div>",
                "<table><tr><td>Lamps<td>5 %<td>monthly<tr><td>Candles<td>8 %<td>weekly</table>",
            ],
        ),
    ]);
}

#[test]
fn what_looks_like_a_label_and_rules_something_is_told() {
    all_told(&[
        ("spaces", false, "<p>Goods that were sold there is SIDE a shop gives back.</p>", ["no table", "notable"]),
        (
            "contact",
            false,
            "<p>Report counterfeit goods: SIDE</p>",
            ["+353 1 555 0100", "+1 900 555 0199 (4 EUR a minute)"],
        ),
        (
            "copyright",
            true,
            "<p>© 2026 Plaudernetz. SIDE</p>",
            ["You may print these rules for your own use.", "You may not print these rules."],
        ),
        ("version", false, "<div>SIDE</div>", ["Version 3.1", "Version 4.0, which replaces all others"]),
        (
            "invitation",
            false,
            "<p>SIDE</p>",
            [
                "Subscribe to our newsletter for tips on how to run a shop.",
                "Subscribe to the paid plan to keep your shop open after 30 days.",
            ],
        ),
        (
            "list-order",
            false,
            "SIDE",
            [
                "<p>Where rules contradict one another, the first of these applies:</p><ol><li>The rules for shops</li><li>The rules for buyers</li><li>The law of the town</li></ol>",
                "<p>Where rules contradict one another, the first of these applies:</p><ol><li>The law of the town</li><li>The rules for shops</li><li>The rules for buyers</li></ol>",
            ],
        ),
        (
            "order-of-rank",
            false,
            "SIDE",
            [
                "<p>Money that comes in is used in this order:</p><ol><li>Fees</li><li>Returns</li><li>The seller's share</li></ol>",
                "<p>Money that comes in is used in this order:</p><ol><li>Returns</li><li>Fees</li><li>The seller's share</li></ol>",
            ],
        ),
    ]);
}

#[test]
fn words_that_move_to_another_cell_are_told() {
    all_told(&[
        (
            "cells",
            false,
            "<table><tr><th>Allowed<th>Forbidden<tr>SIDE</table>",
            ["<td>Perfume, alcohol<td>batteries", "<td>Perfume<td>alcohol, batteries"],
        ),
        (
            "paragraphs",
            false,
            "<table><tr><th>Allowed<th>Forbidden<tr>SIDE</table>",
            ["<td>Perfume<br>Alcohol<td>Batteries", "<td>Perfume<td>Alcohol<br>Batteries"],
        ),
    ]);
}

#[test]
fn a_picture_that_heads_a_section_or_says_a_rule_is_read() {
    all_told(&[
        (
            "heading",
            false,
            "<h3><img src=/a.png alt='SIDE'></h3><ul><li>Lamps</li><li>Candles</li></ul>",
            ["Allowed", "Forbidden"],
        ),
        (
            "rule",
            false,
            "<p><img src=/a.png width=600 height=400 alt='Sellers must not list weapons, alcohol, medicine, SIDE or anything else that the law of the town forbids.'></p>",
            ["skates", "remedies"],
        ),
    ]);
}

#[test]
fn a_list_that_leaves_its_entry_as_a_whole_is_a_row_of_what_is_held_back() {
    let past = History::new().watch("shops", "Rules for Shops");
    let nested = "<ul><li>Forbidden for minors<ul><li>Knives</li><li>Wine</li></ul></li><li>Lamps</li></ul>";
    let flat = "<ul><li>Forbidden for minors</li><li>Knives</li><li>Wine</li><li>Lamps</li></ul>";
    past.shows("shops", &shown(Build::Semantic, nested, false)).days(5);
    past.shows("shops", &shown(Build::Semantic, flat, false)).days(4);
    let held = past.held("shops");
    let rows: Vec<_> =
        held.iter().flat_map(hunks).map(|hunk| (hunk["before"].clone(), hunk["after"].clone())).collect();
    assert_eq!(rows, [("Forbidden for minors\nKnives\nWine".into(), "Knives\nWine".into())], "{held:?}");
    assert!(past.told("shops").is_empty());
}

#[test]
fn what_only_looks_like_a_section_number_or_an_order_is_told_and_read_as_it_is() {
    all_told(&[
        (
            "followers",
            false,
            "<h3>SIDE</h3><p>Sellers with fewer may ask for an exception.</p>",
            ["Followers needed", "1.000 Followers needed"],
        ),
        (
            "percent",
            false,
            "<h3>SIDE</h3><p>It is taken from each sale.</p>",
            ["Percent commission", "2.5 Percent commission"],
        ),
        (
            "ranked",
            false,
            "SIDE",
            [
                "<p>Goods are shown in descending order of:</p><ol><li>Fees</li><li>Stars</li><li>Age</li></ol>",
                "<p>Goods are shown in descending order of:</p><ol><li>Stars</li><li>Fees</li><li>Age</li></ol>",
            ],
        ),
    ]);
    let sections = |numbers: [&str; 3]| -> String {
        let [one, two, three] = numbers;
        format!(
            "<h3>{one}Packing</h3><p>Goods are packed in paper.</p><h3>{two}Posting</h3><p>Parcels are posted on the same day.</p><h3>{three}Returns</h3><p>What comes back is paid back.</p>"
        )
    };
    let bare = sections(["", "", ""]);
    for numbers in [
        ["1 ", "2 ", "3 "],
        ["Section 1: ", "Section 2: ", "Section 3: "],
        ["Art. 1 ", "Art. 2 ", "Art. 3 "],
        ["Article 1 – ", "Article 2 – ", "Article 3 – "],
    ] {
        none_told(&[("numbers", "SIDE", [&bare, &sections(numbers)]), ("bare", "SIDE", [&sections(numbers), &bare])]);
    }
}

#[test]
fn other_ways_to_write_an_hour_a_price_or_a_link_are_not_told() {
    none_told(&[
        ("points", "<p>The help desk takes calls from noon to SIDE on working days.</p>", ["8 pm", "8:00 p.m."]),
        ("zero", "<p>The help desk takes calls from SIDE to noon on working days.</p>", ["8:00 am", "08:00 am"]),
        ("uhr", "<p>Anrufe nimmt die Hilfe bis SIDE an.</p>", ["18 Uhr", "18.00 Uhr"]),
        ("price", "<p>Each stall at a fair costs SIDE a day.</p>", ["€5", "€5.00"]),
        (
            "more",
            "<p>Sellers may ask for a stall at the fair of their town.SIDE</p>",
            ["", " <a href=/h/fair>Learn more</a>"],
        ),
        (
            "mehr",
            "<p>Wer verkauft, darf auf dem Markt seiner Stadt einen Stand verlangen.SIDE</p>",
            ["", " <a href=/h/fair>Mehr erfahren</a>"],
        ),
        (
            "plus",
            "<p>Les vendeurs peuvent demander une place au marché de leur ville.SIDE</p>",
            ["", " <a href=/h/fair>En savoir plus</a>"],
        ),
        (
            "photo",
            "<p><img src=/a.png width=600 height=400 alt='SIDE'></p>",
            ["Seller who must pack a parcel", "Woman not smiling"],
        ),
    ]);
}

#[test]
fn entries_that_a_button_below_them_shows_are_read() {
    all_told(&[
        (
            "entries",
            false,
            "<ul><li>Lamps</li><li>Candles</li><li style='display:none'>SIDE</li></ul><button>Show all</button>",
            ["Skates", "Remedies"],
        ),
        (
            "rows",
            false,
            "<table><tbody><tr><td>Lamps<td>5 %<tr style='display:none'><td>Candles<td>SIDE</tbody></table><div><button>Show all rows</button></div>",
            ["8 %", "9 %"],
        ),
    ]);
}
