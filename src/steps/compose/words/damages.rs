//! A row of the history that cannot be read, and what that means, in both languages.

use crate::model::{Language, Loss};

pub(super) fn english([file, table, row]: [&str; 3], document: &str, loss: Loss) -> String {
    let of = if document.is_empty() { String::new() } else { format!(" ({document})") };
    if loss == Loss::Index {
        return format!(
            "An index of {file} was damaged ({table}) and was made again from what it is about; nothing is lost. Disks that do \
             this do it again: please look after the disk, and see that there are copies (`hausrecht backup FILE`)."
        );
    }
    let means = match loss {
        Loss::MadeAgain | Loss::Index => "It was made again from the rest of the history; nothing is lost.",
        Loss::Base => {
            "It held the text with which the page is compared. The comparison begins anew with the text that stands there now; \
             what changed since the last look is not known. Please look at this page by hand."
        }
        Loss::Memory => {
            "It held what was remembered of the page. Its text is compared as before; what was held back once may be told."
        }
        Loss::Change => "It held a change. If no letter has told it yet, none will: please look at this page by hand.",
        Loss::Letter => "It held a letter. What the letter said comes with another one.",
        Loss::Reader => "It said how far a reader has been told. Something may be told a second time.",
        Loss::Rest => "What it held is left out.",
    };
    let is = if loss == Loss::MadeAgain { "could not" } else { "cannot" };
    format!("One row of {file} {is} be read: table {table}, row {row}{of}. {means} All the others are as they were.")
}

/// The command that helps, and what it does; none where nothing is lost.
pub(super) fn mend(loss: Loss, language: Language) -> Option<(&'static str, &'static str)> {
    match (loss, language) {
        (Loss::MadeAgain | Loss::Index, _) => None,
        (_, Language::English) => Some((
            "hausrecht restore FILE",
            "puts the whole history back to the backup; what came after is found and told again.",
        )),
        (_, Language::German) => Some((
            "hausrecht restore DATEI",
            "setzt den ganzen Verlauf auf den Stand der Sicherung zurück; was danach kam, wird neu gefunden und noch einmal \
             gemeldet.",
        )),
    }
}

pub(super) fn german([file, table, row]: [&str; 3], document: &str, loss: Loss) -> String {
    let of = if document.is_empty() { String::new() } else { format!(" ({document})") };
    if loss == Loss::Index {
        return format!(
            "Ein Index von {file} war beschädigt ({table}) und wurde aus den Daten neu erstellt; nichts ging verloren. Wo das \
             geschah, geschieht es oft wieder: bitte den Datenträger prüfen und für Kopien sorgen (`hausrecht backup DATEI`)."
        );
    }
    let means = match loss {
        Loss::MadeAgain | Loss::Index => "Sie wurde aus dem übrigen Verlauf neu erstellt; nichts ging verloren.",
        Loss::Base => {
            "In ihr stand der Text, mit dem die Seite verglichen wird. Der Vergleich beginnt neu mit dem Text, der jetzt dort steht; \
             was sich seit dem letzten Blick geändert hat, ist nicht bekannt. Bitte diese Seite von Hand ansehen."
        }
        Loss::Memory => {
            "In ihr stand, was von der Seite gemerkt war. Ihr Text wird wie zuvor verglichen; was schon einmal zurückgehalten wurde, \
             kann gemeldet werden."
        }
        Loss::Change => {
            "In ihr stand eine Änderung. Falls noch kein Brief sie gemeldet hat, meldet sie keiner mehr: Bitte diese Seite von Hand \
             ansehen."
        }
        Loss::Letter => "In ihr stand ein Brief. Was er zu melden hatte, kommt mit einem anderen.",
        Loss::Reader => {
            "In ihr stand, bis wohin jemandem gemeldet wurde. Manches kann ein zweites Mal gemeldet werden."
        }
        Loss::Rest => "Was in ihr stand, bleibt weg.",
    };
    let is = if loss == Loss::MadeAgain { "war" } else { "ist" };
    format!(
        "Eine Zeile von {file} {is} nicht lesbar: Tabelle {table}, Zeile {row}{of}. {means} Alle anderen sind, wie sie waren."
    )
}
