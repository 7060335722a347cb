//! What can go wrong with the store, in the language of the terminal.

use super::tongue;
use crate::io::store::StoreError;
use crate::model::Language;

/// The trouble and the hint behind it.
pub fn said(error: &StoreError) -> String {
    match tongue::spoken() {
        Language::English => error.to_string(),
        Language::German => german(error),
    }
}

fn german(error: &StoreError) -> String {
    match error {
        StoreError::Newer { file, found, known } => format!(
            "{} stammt von einem neueren hausrecht (Format {found}, dieses Programm kennt {known})\nHinweis: die neuere Version wieder installieren oder mit --data einen anderen Ordner nehmen",
            file.display()
        ),
        StoreError::Older { file, found, known } => format!(
            "{} hat ein älteres Format ({found}, dieses Programm kennt {known})\nHinweis: einmal `hausrecht check` ausführen, das bringt es auf den Stand",
            file.display()
        ),
        StoreError::Damaged { file, detail } => format!(
            "{} ist beschädigt oder keine Datenbank von hausrecht: {detail}\nHinweis: `hausrecht restore FILE` legt eine Kopie aus der Sicherung zurück und hebt die beschädigte Datei daneben auf",
            file.display()
        ),
        StoreError::Row { file, table, row, detail } => format!(
            "eine Zeile in {} ist beschädigt ({table}, {row}): {detail}\nHinweis: mit `hausrecht restore FILE` eine Kopie aus der Sicherung zurücklegen; alle anderen sind, wie sie waren",
            file.display()
        ),
        StoreError::Lost { folder, begun } => format!(
            "der Verlauf in {} ist weg: dort begann einer am {begun}, und nichts ist davon übrig\nHinweis: `hausrecht restore FILE` legt eine Kopie aus der Sicherung zurück; `hausrecht check --new` beginnt mit Absicht einen neuen",
            folder.display()
        ),
        StoreError::Copy { file, detail } => format!("{} lässt sich nicht kopieren: {detail}", file.display()),
        StoreError::Full => "die Platte mit dem Datenordner ist voll\nHinweis: Platz schaffen und den Befehl noch einmal ausführen; nichts Festgehaltenes ist verloren".to_owned(),
        StoreError::ReadOnly { detail } => format!(
            "in den Datenordner lässt sich nichts schreiben: {detail}\nHinweis: Besitzer und Rechte prüfen oder mit --data einen anderen nennen"
        ),
        StoreError::Disk { detail } => format!(
            "die Platte mit dem Datenordner liest oder schreibt nicht, wie sie soll: {detail}\nHinweis: nachsehen, ob sie voll (`df`) oder defekt ist (`dmesg`), und den Befehl noch einmal ausführen; nichts Festgehaltenes ist verloren"
        ),
        StoreError::Busy => "ein anderes hausrecht belegt die Datenbank\nHinweis: warten, bis es fertig ist, und den Befehl noch einmal ausführen".to_owned(),
        StoreError::Folder { folder, detail } => format!(
            "Datenordner {}: {detail}\nHinweis: Besitzer und Rechte prüfen oder mit --data einen anderen nennen",
            folder.display()
        ),
        StoreError::Locked { folder, holder } => {
            format!("ein anderes `hausrecht check` arbeitet in {} (Prozess {holder})", folder.display())
        }
        StoreError::GivenUp => "ein Blick wurde abgebrochen, bevor er zu Ende war".to_owned(),
        StoreError::Sql(error) => format!("die Datenbank hat einen Befehl abgelehnt: {error}"),
    }
}
