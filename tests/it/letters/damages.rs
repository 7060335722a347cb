//! What a letter says of a damaged row, and how a command stands in it.

use hausrecht::model::{Damage, Damaged, Language, Letter, Loss};
use hausrecht::steps::compose::{self, News};

use super::samples::*;
use super::unfolded;

fn letter(loss: Loss, language: Language) -> Letter {
    let damage = Damage {
        file: "hausrecht.sqlite".into(),
        table: "versions".into(),
        row: "7".into(),
        watch: "contests".into(),
        loss,
    };
    let damages = [Damaged { damage, document: "Contest Rules".into() }];
    let zone = berlin();
    compose::health(&News { damages: &damages, ..News::default() }, &reader(language), &desk(&zone), now()).unwrap()
}

#[test]
fn what_was_made_again_needs_no_copy_from_a_backup() {
    let english = unfolded(&letter(Loss::MadeAgain, Language::English));
    let line = "One row of hausrecht.sqlite could not be read: table versions, row 7 (Contest Rules). It was made again from the \
                rest of the history; nothing is lost. All the others are as they were. --";
    assert!(english.contains(line), "{english}");
    let german = unfolded(&letter(Loss::MadeAgain, Language::German));
    let line = "Eine Zeile von hausrecht.sqlite war nicht lesbar: Tabelle versions, Zeile 7 (Contest Rules). Sie wurde aus dem \
                übrigen Verlauf neu erstellt; nichts ging verloren. Alle anderen sind, wie sie waren. --";
    assert!(german.contains(line), "{german}");
}

#[test]
fn what_a_copy_from_a_backup_does_is_said_as_it_is() {
    let english = letter(Loss::Change, Language::English);
    let line = "All the others are as they were. `hausrecht restore FILE` puts the whole history back to the backup; what came after \
                is found and told again.";
    assert!(unfolded(&english).contains(line), "{}", english.text);
    let german = letter(Loss::Change, Language::German);
    let line = "Alle anderen sind, wie sie waren. `hausrecht restore DATEI` setzt den ganzen Verlauf auf den Stand der Sicherung \
                zurück; was danach kam, wird neu gefunden und noch einmal gemeldet.";
    assert!(unfolded(&german).contains(line), "{}", german.text);
    for letter in [english, german] {
        assert!(!letter.html.contains('`'), "a command is set as one");
        assert!(letter.html.contains(">hausrecht restore "), "{}", letter.html);
    }
}
