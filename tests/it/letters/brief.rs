//! A change in a few lines: which column of a table changed, how many places more there are, and what a reader without a terminal
//! does next.

use hausrecht::model::{Change, Language, Letter};
use hausrecht::steps::compose::{self, News};

use super::samples::*;
use crate::house::program::House;

/// A digest in which a table of fees stands in a few lines below an important change.
fn digest(language: Language, change: impl Fn(&mut Change)) -> Letter {
    let mut fees = a_week().into_iter().find(|change| change.assessment.tier != hausrecht::model::Tier::Alert).unwrap();
    let mut row = hunk(&["Fees"], &["=Shops | ", "-5", "+8", "= % | 30 days"]);
    row.columns = vec!["Who".into(), "Fee".into(), "Paid within".into()];
    let other = |name: &str| hunk(&[name], &["=Every shop names ", "-2", "+3", "= owners."]);
    fees.hunks = vec![row, other("Owners"), other("Imprint"), other("Questions")];
    fees.assessment.reasons.clear();
    change(&mut fees);
    let (rules, zone) = (contest_rules(), berlin());
    let changes = [&rules, &fees];
    let news = News { changes: &changes, ..News::default() };
    compose::digest(&news, &reader(language), &desk(&zone), now()).unwrap()
}

/// What the text says below a title, without its foot.
fn below(letter: &Letter, title: &str) -> String {
    let text = letter.text.split(title).nth(1).unwrap_or_else(|| panic!("no {title}: {}", letter.text));
    text.split("\n--").next().unwrap().trim().to_owned()
}

#[test]
fn a_change_in_a_few_lines_names_the_column_and_how_many_places_more_there_are() {
    insta::assert_snapshot!("brief_en", below(&digest(Language::English, |_| {}), "FOR INFORMATION"));
    insta::assert_snapshot!("brief_de", below(&digest(Language::German, |_| {}), "ZUR KENNTNIS"));
    for (language, cell, more) in [
        (Language::English, "Shops – Fee: 5 % → 8 %", "and 3 further places"),
        (Language::German, "Shops – Fee: 5 % → 8 %", "und 3 weitere Stellen"),
    ] {
        let html = digest(language, |_| {}).html;
        assert!(html.contains(cell) && html.contains(more), "{html}");
    }
    let one = digest(Language::English, |change| change.hunks.truncate(2)).text;
    assert!(one.contains("and 1 further place\n"), "{one}");
    let alone = digest(Language::English, |change| change.hunks.truncate(1)).text;
    assert!(!alone.contains("further place"), "{alone}");
    // A head of a column is text of the page, and as long as it likes.
    let hostile = digest(Language::English, |change| change.hunks[0].columns[1] = format!("<b>{}", "Fee ".repeat(100)));
    assert!(!hostile.html.contains("<b>Fee") && !hostile.text.contains(&"Fee ".repeat(30)), "{}", hostile.text);
}

/// The foot of each letter, in one line.
fn feet(house: &House) -> Vec<String> {
    let foot = |letter: &Letter| {
        letter.text.rsplit("\n--").next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    house.letters().iter().map(foot).collect()
}

#[test]
fn who_has_no_terminal_and_no_prepared_answers_is_told_whom_to_tell_what_was_decided() {
    let told = |recipients: &str, more: &str| {
        let house = House::new()
            .watch("contests", "You may post about your contest as often as you like.")
            .with(&format!("recipients:\n  - {{to: [team@example.org], immediately: true, tier: fyi, {recipients}}}"))
            .with(more);
        house.round_at("2026-03-01T06:00:00Z");
        house
            .show("contests", "You must not post about your contest more than once a day.")
            .round_at("2026-03-02T06:00:00Z");
        feet(&house).remove(0)
    };
    let english = "Once you have decided about a change, tell team@example.com its id: it is written down there, and no letter asks again.";
    let foot = told("name: Team", "");
    assert!(foot.starts_with(english), "{foot}");
    let german = "Ist über eine Änderung entschieden, genügt eine Nachricht mit ihrer Kennung an team@example.com: Dort wird es festgehalten, und kein Brief fragt noch einmal danach.";
    let foot = told("name: Team, language: de", "");
    assert!(foot.starts_with(german), "{foot}");
    // Others have the commands, or the prepared answers, or are themselves whom one tells.
    assert!(!told("name: Team, terminal: true", "").contains("have decided"));
    assert!(!told("name: Team, operator: true", "").contains("have decided"));
    let foot = told("name: Team", "").replace(english, "");
    assert!(!foot.contains("decided"), "said once: {foot}");
    let own = House::new()
        .watch("contests", "You may post about your contest as often as you like.")
        .with("recipients:\n  - {name: Team, to: [Team <team@example.com>], immediately: true, tier: fyi}");
    own.round_at("2026-03-01T06:00:00Z");
    own.show("contests", "You must not post about your contest more than once a day.").round_at("2026-03-02T06:00:00Z");
    let foot = feet(&own).remove(0);
    assert!(
        foot.starts_with(
            "Whoever runs hausrecht writes down what was decided about a change, by its id; then no letter asks again."
        ),
        "{foot}"
    );
    // A letter that asks for nothing says nothing of it.
    let quiet = House::new()
        .watch("contests", "You may post about your contest as often as you like.")
        .with("recipients:\n  - {name: Team, to: [team@example.org], digest: '0 0 8 * * Mon'}")
        .with_settings("all_quiet: true");
    quiet.round_at("2026-03-01T06:00:00Z");
    quiet.round_at("2026-03-02T09:00:00Z");
    assert!(feet(&quiet).iter().all(|foot| !foot.contains("decided")), "{:?}", feet(&quiet));
}
