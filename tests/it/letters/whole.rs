//! The whole of a change is in its letter: in the body, or in the comparison beside it.

use hausrecht::model::Language;

use super::samples::*;
use super::{alert_on, eml, unfolded};

#[test]
fn every_place_of_a_change_in_forty_places_is_in_the_file_beside_the_letter() {
    let mut change = contest_rules();
    let place = |index: usize| {
        let (old, new) = (format!("-at least {index} days before"), format!("+no later than {index} hours before"));
        hunk(&[&format!("Section {}", index / 4)], &["=You tell us ", &old, &new, "= your promotion begins."])
    };
    change.hunks = (0..40).map(place).collect();
    let letter = alert_on(&change, Language::English);
    let (name, page) = &letter.attachments[0];
    assert_eq!(name, "comparison-2026-11-21.html");
    for index in 0..40 {
        assert!(page.contains(&format!("at least {index} days before")), "place {index} before");
        assert!(page.contains(&format!("no later than {index} hours before")), "place {index} now");
    }
    let text = unfolded(&letter);
    assert!(text.contains("40 places changed, in: Section 0 · Section 1 · Section 2"), "{text}");
    assert!(
        text.contains("32 more clauses (in the attached comparison): Section 0 · Section 1 · Section 2 · Section 4"),
        "what is not shown is named: {text}"
    );
    assert!(text.contains("The whole comparison, place by place, is attached."), "{text}");
    let mail = eml(&letter);
    let read = mail_parser::MessageParser::default().parse(mail.as_bytes()).unwrap();
    let files: Vec<_> = read.attachments().map(|part| mail_parser::MimeHeaders::attachment_name(part)).collect();
    assert_eq!(files, [Some("2026-12-15-facebook-3f9a1c2e.ics"), Some("comparison-2026-11-21.html")]);
}

#[test]
fn a_letter_that_shows_all_of_a_change_has_no_file_beside_it() {
    let mut change = contest_rules();
    change.hunks = vec![hunk(&["Entry"], &["=You ", "-may", "+must", "= ask first."])];
    let letter = alert_on(&change, Language::English);
    assert_eq!(letter.attachments, []);
    assert!(!letter.text.contains("attached.\nThe whole"), "{}", letter.text);
}

#[test]
fn lists_keep_their_lines_in_both_parts() {
    let mut change = contest_rules();
    change.hunks = vec![hunk(&["Prizes"], &["+We do not allow:\nAlcohol\nWeapons\n", "+For questions write to us."])];
    let letter = alert_on(&change, Language::English);
    assert!(letter.text.contains("We do not allow:\n  Alcohol\n  Weapons\n  For questions"), "{}", letter.text);
    assert!(letter.html.contains("We do not allow:<br>Alcohol<br>Weapons<br>For questions"), "{}", letter.html);
}

#[test]
fn a_small_change_in_a_digest_shows_its_words() {
    let letter =
        super::gallery(Language::English, None).into_iter().find(|(name, _)| name.contains("digest")).unwrap().1;
    assert!(letter.text.contains("[-should-]") && letter.text.contains("{+must+}"), "{}", letter.text);
}
