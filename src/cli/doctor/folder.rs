//! Whether the data can be kept where they are.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::super::Exit;
use super::finding::Finding;

/// The folder, its rights, and the disk that holds it.
pub(super) fn of_the_folder(folder: &Path) -> Vec<Finding> {
    let name = folder.display();
    if !folder.exists() {
        return vec![Finding::doubt(
            phrase!("{name} is not there yet", "{name} gibt es noch nicht"),
            phrase!("the first `hausrecht check` makes it", "der erste `hausrecht check` legt es an"),
        )];
    }
    let mut found = Vec::new();
    let trial = folder.join(format!(".hausrecht-doctor-{}", std::process::id()));
    match fs::OpenOptions::new().write(true).create_new(true).open(&trial) {
        Ok(_) => {
            // An empty file that stays behind does no harm.
            let _ = fs::remove_file(&trial);
            found.push(Finding::good(phrase!("{name} can be written", "{name} ist beschreibbar")));
        }
        Err(error) => found.push(Finding::bad(
            Exit::Trouble,
            phrase!("{name} cannot be written: {error}", "{name} ist nicht beschreibbar: {error}"),
            phrase!(
                "run it as the user to whom the folder belongs, or name another with --data",
                "als der Benutzer ausführen, dem der Ordner gehört, oder mit --data einen anderen nennen"
            ),
        )),
    }
    match free_megabytes(folder) {
        Some(free) if free < 200 => found.push(Finding::bad(
            Exit::Trouble,
            phrase!(
                "only {free} MB are free on the disk that holds {name}",
                "nur {free} MB sind frei auf dem Datenträger von {name}"
            ),
            phrase!(
                "free some space: without it no round can be recorded",
                "Platz schaffen: sonst lässt sich keine Runde festhalten"
            ),
        )),
        Some(free) if free < 1000 => found.push(Finding::doubt(
            phrase!(
                "{free} MB are free on the disk that holds {name}",
                "{free} MB sind frei auf dem Datenträger von {name}"
            ),
            phrase!(
                "some hundred documents take one or two hundred MB a year",
                "einige hundert Dokumente brauchen ein- bis zweihundert MB im Jahr"
            ),
        )),
        Some(free) => found.push(Finding::good(phrase!(
            "{} GB are free on the disk",
            "{} GB sind auf dem Datenträger frei",
            free / 1000
        ))),
        None => {}
    }
    found
}

/// Free megabytes where a folder lies, as `df` says; none where that is not there.
fn free_megabytes(folder: &Path) -> Option<u64> {
    let output = Command::new("df").args(["-P", "-k"]).arg(folder).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.lines().nth(1)?.split_whitespace().nth(3)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1000)
}
