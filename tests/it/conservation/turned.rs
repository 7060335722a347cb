//! A word, a sign or a number that turns a rule round is told, however small it is and wherever it stands.

use super::texts::{SHOPS, english, shops_with};
use crate::house::history::History;
use crate::pages::{Build, body, page};

/// The rules for shops with a section of their own between two others.
fn with_section(inner: &str) -> String {
    let (before, after) = SHOPS.split_at(SHOPS.find("## Returns").unwrap());
    let all = format!("{}<h2>Our limits</h2>{inner}{}", body(before), body(after));
    page(Build::Semantic, "en", "Rules for Shops | Plaudernetz", &all)
}

/// The section stands for some days and then with these words instead of those; a letter tells it.
#[track_caller]
fn is_told(section: &str, old: &str, new: &str, words: &str) {
    assert!(section.contains(old), "{section}");
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &with_section(section)).days(3);
    past.shows("shops", &with_section(&section.replacen(old, new, 1))).days(3);
    past.assert_told("shops", words);
}

#[test]
fn a_number_in_front_of_a_passage_that_is_the_rule_is_told() {
    is_told(
        "<p>Members must have reached the age of</p><p>(16) years before they join.</p>",
        "(16)",
        "(18)",
        "(18) years",
    );
    is_told(
        "<p>Whoever joins is at least</p><p>16. That is the age from which a shop may be opened.</p>",
        "16.",
        "18.",
        "18. That is the age",
    );
    is_told(
        "<ul><li>1. Verstoß: Verwarnung</li><li>3. Verstoß: Sperre</li></ul>",
        "3. V",
        "5. V",
        "5. Verstoß: Sperre",
    );
    is_told(
        "<p>A shop that wants the badge has to have</p><p>1.000 Follower and a telephone.</p>",
        "1.000",
        "5.000",
        "5.000 Follower",
    );
    is_told(
        "<p>1. Fine: ten coins.</p><p>2. Fine: twenty coins.</p><p>3. Fine: the shop closes.</p>",
        "3. Fine",
        "4. Fine",
        "4. Fine: the shop closes",
    );
    is_told("<p>That is the age from which a shop may be opened.</p>", "That", "18. That", "18. That is the age");
}

#[test]
fn numbers_of_sections_that_moved_up_are_not_told() {
    let sections = |names: &[&str]| -> String {
        let each = names.iter().enumerate();
        each.map(|(at, name)| {
            format!("\n## {}. {name}\nOf {name} these rules say what sellers have to know and no more.", at + 1)
        })
        .collect()
    };
    let past = History::new().watch("shops", "Rules for Shops");
    let show =
        |names: &[&str]| past.shows("shops", &english(&format!("{}{}", SHOPS.trim_end(), sections(names)))).days(4);
    show(&["Taxes", "Customs", "Strikes", "Fires"]);
    show(&["Taxes", "Lotteries", "Customs", "Strikes", "Fires"]);
    past.assert_told("shops", "2. Lotteries");
    past.assert_untold("shops", "5. Fires");
}

#[test]
fn an_answer_that_turned_is_told() {
    is_told("<h3>Raffles among buyers</h3><p>Yes.</p>", "Yes.", "No.", "No.");
    is_told(
        "<p>Sellers may not hold raffles among buyers.</p>",
        "may not hold",
        "may hold",
        "hold raffles among buyers",
    );
    is_told(
        "<table><tr><td>Raffles</td><td>Allowed</td></tr><tr><td>Auctions</td><td>Allowed</td></tr></table>",
        "Allowed",
        "Forbidden",
        "Forbidden",
    );
    is_told("<ul><li>✅ Raffles</li><li>✅ Auctions</li></ul>", "✅ R", "❌ R", "❌ Raffles");
    is_told(
        "<table><tr><td>Insurance for parcels</td><td>optional</td></tr></table>",
        "optional",
        "mandatory",
        "mandatory",
    );
}

#[test]
fn another_currency_bound_or_country_is_told() {
    is_told("<p>$ 50 is the price of a place.</p>", "$ 50", "€ 50", "€ 50");
    is_told("<p>The deposit is $50 a stall.</p>", "$50", "€50", "€50");
    is_told("<table><tr><td>Weight of a parcel</td><td>≥ 5 kg</td></tr></table>", "≥", "≤", "≤ 5 kg");
    is_told("<p>≥ 5 stalls share a tent.</p>", "≥", "≤", "≤ 5 stalls");
    is_told("<p>Parcels are stored in Austria before they leave.</p>", "Austria", "Brazil", "Brazil");
}

#[test]
fn a_day_of_effect_that_is_put_off_is_told() {
    is_told("<p>In force from 1 June 2026</p>", "1 June", "1 August", "1 August 2026");
    is_told("<p>Effective date: 1 June 2026</p>", "1 June", "1 August", "1 August 2026");
    is_told("<p>Gültig ab 1. Juni 2026</p>", "1. Juni", "1. August", "1. August 2026");
    is_told("<p>Entries close on 3 May 2026</p>", "3 May", "4 May", "4 May 2026");
}

#[test]
fn a_day_of_the_last_update_and_one_of_effect_that_goes_with_it_are_not_told_alone() {
    let past = History::new().watch("shops", "Rules for Shops");
    let dated = |day: &str| {
        with_section("").replace("</h1>", &format!("</h1><p>Last updated: {day} 2026</p><p>Effective: {day} 2026</p>"))
    };
    past.shows("shops", &dated("3 February")).days(4).shows("shops", &dated("9 March")).days(4);
    assert!(past.told("shops").is_empty(), "{}", past.account_of("shops"));
    let past = History::new().watch("shops", "Rules for Shops");
    let dated = |day: &str| with_section("").replace("</h1>", &format!("</h1><p>Effective: {day} 2026</p>"));
    past.shows("shops", &dated("3 January")).days(4).shows("shops", &dated("3 February")).days(4);
    assert!(past.told("shops").is_empty(), "a day that is over: {}", past.account_of("shops"));
}

#[test]
fn linked_names_and_goods_within_the_text_are_told() {
    let list = |names: &[&str]| names.iter().map(|name| format!("<li><a href=/x>{name}</a></li>")).collect::<String>();
    let first = format!(
        "<p>These companies work for us in the storage of orders and addresses of all buyers.</p><ul>{}</ul>",
        list(&["Hasty Parcels", "Rowboat Freight"])
    );
    is_told(
        &first,
        "<li><a href=/x>Rowboat",
        "<li><a href=/x>Lumenta Ads</a></li><li><a href=/x>Rowboat",
        "Lumenta Ads",
    );
    let second = format!("<ul>{}</ul>", list(&["Fireworks", "Medicine"]));
    is_told(&second, "<li><a href=/x>Medicine", "<li><a href=/x>Candles</a></li><li><a href=/x>Medicine", "Candles");
}

#[test]
fn a_number_that_changed_with_the_language_is_told() {
    let german = "<p>Wer einen Stand aufbaut, muss ihn binnen drei Tagen wieder abbauen, und wer das nicht tut, bezahlt für jeden weiteren \
        Tag eine Gebühr, die der Rat im Frühling beschließt und die neben dem Brunnen aushängt, damit sie jeder lesen kann.</p>";
    let english = "<p>Whoever puts up a stall has to take it down again within nine days, and whoever does not do so pays for each further \
        day a fee that the council decides upon in spring and that hangs beside the fountain, so that everybody can read it.</p>";
    is_told(german, german, english, "within nine days");
}

#[test]
fn a_minus_that_goes_is_told() {
    let rule = |points: &str| with_section(&format!("<p>A shop whose rating falls to {points} points closes.</p>"));
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &rule("-5")).days(3).shows("shops", &rule("5")).days(3);
    assert!(!past.told_with("shops", "falls to 5 points").is_empty(), "{}", past.account_of("shops"));
    past.assert_told("shops", "A shop whose rating falls to");
}

#[test]
fn the_mark_of_a_footnote_makes_no_number_longer() {
    let past = History::new().watch("shops", "Rules for Shops");
    let rule = "<p>Buyers send goods back within 14 days.</p>";
    past.shows("shops", &with_section(rule)).days(3);
    past.shows("shops", &with_section(&rule.replace("14", "14<sup>1</sup>"))).days(3);
    past.assert_untold("shops", "141");
}

#[test]
fn a_sentence_or_an_entry_that_goes_without_another_in_its_place_is_told() {
    for gone in [
        "Refunds are paid as credit.",
        "We notify owners before a page is removed.",
        "You keep the ownership of your work.",
        "These policies are governed by the laws of Ireland.",
    ] {
        let past = History::new().watch("shops", "Rules for Shops");
        past.shows("shops", &english(&shops_with(gone))).days(3).shows("shops", &english(SHOPS)).days(4);
        past.assert_told("shops", gone);
    }
}

#[test]
fn an_entry_that_goes_from_the_list_of_what_may_be_to_that_of_what_must_not_is_told() {
    let rules = |may: &str, must_not: &str| {
        let items = |list: &str| list.split(", ").map(|item| format!("<li>{item}</li>")).collect::<String>();
        let lists = format!(
            "<p>You may do the following here:</p><ul>{}</ul><p>You may not do the following here:</p><ul>{}</ul>",
            items(may),
            items(must_not)
        );
        page(Build::Semantic, "en", "Rules for Shops", &(body(SHOPS) + &lists))
    };
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &rules("Send invitations, Post offers", "Tag strangers, Sell lists")).days(3);
    past.shows("shops", &rules("Post offers", "Tag strangers, Send invitations, Sell lists")).days(4);
    past.assert_told("shops", "Send invitations");
}

#[test]
fn an_announcement_that_ends_is_no_rule_that_is_gone() {
    let past = |gone: &str| {
        let past = History::new().watch("shops", "Rules for Shops");
        past.shows("shops", &english(&shops_with(gone))).days(3).shows("shops", &english(SHOPS)).days(4);
        past
    };
    for gone in [
        "The new Policy on Vouchers comes into effect on 25 February 2026.",
        "This Policy takes effect on 14 January 2026 for new shops and on 15 February 2026 for all others.",
    ] {
        let past = past(gone);
        assert!(past.told("shops").is_empty(), "{}", past.account_of("shops"));
    }
    let rule = "Shops must not sell fireworks from 20 December 2026 on.";
    past(rule).assert_told("shops", rule);
}

#[test]
fn an_entry_that_gave_way_to_quite_another_is_told() {
    is_told(
        "<ul><li>Parcels up to 5 kg</li><li>Boxes of glass under 40 cm</li></ul>",
        "Boxes of glass under 40 cm",
        "Works of art with their papers",
        "Works of art with their papers",
    );
}

#[test]
fn a_sign_or_a_space_that_turns_a_rule_is_told() {
    is_told(
        "<h3>May raffles be shown?</h3><p>No, posts on raffles are shown.</p>",
        "No, p",
        "No p",
        "No posts on raffles",
    );
    is_told("<p>Shops that are inactive are shown to buyers.</p>", "inactive", "in active", "in active are shown");
    is_told("<p>Whoever joins is at least</p><p>18.</p>", "18.", "16.", "16.");
}

#[test]
fn languages_and_days_that_a_rule_names_are_told() {
    is_told("<h3>Support</h3><ul><li>English</li><li>German</li><li>French</li></ul>", "<li>French</li>", "", "French");
    is_told(
        "<p>Support is given in English, German and French.</p>",
        "English, German and French",
        "English and German",
        "given in English",
    );
    is_told(
        "<ul><li>Date of the draw: 3 March 2026</li><li>Prizes: ten stalls</li></ul>",
        "3 March",
        "9 March",
        "9 March 2026",
    );
}

#[test]
fn a_heading_that_turns_what_stands_below_it_is_told() {
    is_told(
        "<h3>Dos</h3><ul><li>Pictures of your own stall</li><li>Music of your own</li></ul>",
        "Dos",
        "Don'ts",
        "Don'ts",
    );
    is_told("<h3>Open</h3><ul><li>The programme for small shops</li></ul>", "Open", "Closed", "Closed");
    is_told("<h3>Erlaubt</h3><ul><li>Verlosungen von Karten</li></ul>", "Erlaubt", "Gesperrt", "Gesperrt");
}

#[test]
fn a_cell_that_turns_its_row_is_told() {
    let table = "<table><tr><th>Country</th><th>Raffles</th></tr><tr><td>Austria</td><td>Erlaubt</td></tr><tr><td>Italy</td><td>Erlaubt</td></tr></table>";
    is_told(table, "Erlaubt", "Gesperrt", "Gesperrt");
    is_told(&table.replace("Erlaubt", "Open"), "Open", "Closed", "Closed");
    is_told(&table.replace("Erlaubt", "16+"), "16+", "16", "Austria | 16");
}
