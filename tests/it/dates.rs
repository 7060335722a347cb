//! Dates in running text.

use hausrecht::steps::text::dates::find_dates;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// What is found, as written, with what it means.
fn found(text: &str) -> Vec<String> {
    find_dates(text).into_iter().map(|(range, date)| format!("{} = {date}", &text[range])).collect()
}

#[test]
fn dates_are_found_where_sentences_have_them() {
    let text = "These terms are effective from January 1, 2027; until then those of 3rd of March 2026 hold. Sept. 5 2026. \
                Sie gelten ab dem 1. Januar 2027, in Österreich ab 1. Jänner 2027 (Stand: 01.12.2026, früher 3. 11. 2026). \
                À compter du 1er août 2026, puis le 15 févr. 2027. A partir del 2 de marzo de 2027. 2026-11-21T06:00, \
                31/12/2026 and 12/31/2026; 2027年4月30日.";
    assert_eq!(
        found(text),
        [
            "January 1, 2027 = 2027-01-01",
            "3rd of March 2026 = 2026-03-03",
            "Sept. 5 2026 = 2026-09-05",
            "1. Januar 2027 = 2027-01-01",
            "1. Jänner 2027 = 2027-01-01",
            "01.12.2026 = 2026-12-01",
            "3. 11. 2026 = 2026-11-03",
            "1er août 2026 = 2026-08-01",
            "15 févr. 2027 = 2027-02-15",
            "2 de marzo de 2027 = 2027-03-02",
            "2026-11-21T = 2026-11-21",
            "31/12/2026 = 2026-12-31",
            "12/31/2026 = 2026-12-31",
            "2027年4月30日 = 2027-04-30",
        ]
    );
}

#[test]
fn what_only_looks_like_a_date_is_none() {
    for text in [
        "Article 12 2020",
        "Version 10.11.12",
        "section 4.1.2.2024",
        "31. Februar 2027",
        "May 2027",
        "1. Januar",
        "in 30 days",
        "Regulation (EU) 2019/1150",
        "call 0800 1 2027",
        "30.2.2026",
        "1 of the 2027 editions",
        "",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn a_date_right_after_something_like_one_is_still_found() {
    assert_eq!(found("Section 12 2026-11-21"), ["2026-11-21 = 2026-11-21"]);
    assert_eq!(found("§ 3 1. Mai 2027"), ["1. Mai 2027 = 2027-05-01"]);
}

/// A date as each language writes it.
fn written(day: Date) -> [String; 8] {
    const EN: [&str; 12] =
        ["Jan", "February", "Mar.", "April", "May", "June", "Jul", "August", "Sept.", "October", "Nov", "Dec."];
    const DE: [&str; 12] =
        ["Januar", "Feb.", "März", "April", "Mai", "Juni", "Juli", "Aug.", "September", "Okt.", "November", "Dezember"];
    const FR: [&str; 12] =
        ["janvier", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "octobre", "novembre", "déc."];
    let (y, m, d) = (day.year(), day.month(), day.day());
    let name = |names: [&'static str; 12]| names[usize::try_from(m).expect("positive") - 1];
    [
        format!("{} {d}, {y}", name(EN)),
        format!("{d} {} {y}", name(EN)),
        format!("{d}. {} {y}", name(DE)),
        format!("{d:02}.{m:02}.{y}"),
        format!("{d} {} {y}", name(FR)),
        format!("{d:02}/{m:02}/{y}"),
        day.to_string(),
        format!("{y}年{m}月{d}日"),
    ]
}

proptest! {
    #[test]
    fn every_written_date_is_read_back(days in 0..60_000_i32, shape in 0..8_usize, around in "[ a-z(,;äé]{0,8}") {
        let day = date(1950, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
        let text = format!("{around} {} {around}", written(day)[shape]);
        prop_assert_eq!(find_dates(&text).into_iter().map(|(_, date)| date).collect::<Vec<_>>(), [day]);
    }

    #[test]
    fn dates_are_found_deep_in_text_of_any_script(days in 0..60_000_i32, shape in 0..8_usize, many in 0..90_usize) {
        let day = date(1950, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
        let filler = "wörtlich 字 2 ".repeat(many);
        let text = format!("{filler}, {} {filler}, {}", written(day)[shape], written(day)[0]);
        prop_assert_eq!(find_dates(&text).into_iter().map(|(_, date)| date).collect::<Vec<_>>(), [day, day]);
    }

    #[test]
    fn any_text_is_survived_and_spans_are_in_order(text in "[0-9 ./a-zÄé年月日-]{0,60}|\\PC{0,60}") {
        let mut end = 0;
        for (range, _) in find_dates(&text) {
            prop_assert!(range.start >= end && text.get(range.clone()).is_some());
            end = range.end;
        }
    }
}
