//! What is held back from look to look: a date that the server's time zone moved, a passage in another language.

use crate::confirm::{Watched, policy};

/// What a second and a third look come to that show the other text.
fn then(before: &str, after: &str) -> [String; 2] {
    let mut page = Watched::new();
    page.look(&policy(&[before]));
    [page.look(&policy(&[after])), page.look(&policy(&[after]))]
}

#[test]
fn a_dating_line_that_moved_by_a_day_is_held_back_but_another_day_by_which_something_is_due_is_told() {
    for (before, after) in [
        ("Last updated: 3 May 2026", "Last updated: 2 May 2026"),
        ("Zuletzt geändert am 3. Mai 2026", "Zuletzt geändert am 4. Mai 2026"),
    ] {
        assert!(then(before, after).iter().all(|outcome| outcome.starts_with("noise: ")), "{after}");
    }
    for (before, after) in [
        ("Entries close on 3 May 2026", "Entries close on 4 May 2026"),
        ("Effective from 3 May 2026", "Effective from 4 May 2026"),
        ("Einsendeschluss ist der 3. Mai 2026", "Einsendeschluss ist der 4. Mai 2026"),
    ] {
        assert!(then(before, after)[1].starts_with("told: "), "{after}");
    }
}

#[test]
fn a_translated_passage_is_held_back_but_not_one_that_names_another_number() {
    let german = "Wer etwas sieht, das gegen die Regeln unseres Hauses verstößt, kann es uns binnen drei Wochen melden und bekommt eine Antwort.";
    let english = |weeks: &str| {
        format!(
            "Whoever sees something that goes against the rules of our house can report it within {weeks} weeks and gets an answer from us."
        )
    };
    assert_eq!(then(german, &english("three"))[1], "held: translation");
    assert!(then(german, &english("nine"))[1].starts_with("told: "), "{:?}", then(german, &english("nine")));
}
