//! The lists of other programs as lines for a watchlist: data on stdout, what stays behind on stderr.

use std::path::Path;

use anyhow::{Context as _, anyhow};

use crate::cli::terminal::{FAINT, painted};
use crate::cli::{Exit, Failure, General, setup};
use crate::io::{captures, declarations};
use crate::steps::import::{self, Left, Taken};

/// Prints the declarations of a collection of Open Terms Archive.
pub fn open_terms_archive(general: &General, named: &Path) -> Result<Exit, Failure> {
    let folder = declarations::folder(named);
    let found = declarations::read(&folder)
        .with_context(|| phrase!("{} cannot be read", "{} ist nicht zu lesen", folder.display()))
        .map_err(Failure::usage)?;
    if found.files.is_empty() {
        return Err(Failure::usage(anyhow!(
            "{} holds no declarations (SERVICE.json)\nhint: to take the history of a versions repository, add --history",
            folder.display()
        )));
    }
    let mut taken = Taken::default();
    for (name, text) in &found.files {
        match text {
            Ok(text) => {
                let more = import::open_terms_archive(name, text);
                taken.entries.extend(more.entries);
                taken.left.extend(more.left);
            }
            Err(error) => taken.left.push(Left::new(name, format!("it cannot be read: {error}"))),
        }
    }
    for (names, what) in [
        (&found.scripts, "JavaScript of the collection; it is not run"),
        (&found.histories, "declarations of the past; only the present ones are taken"),
    ] {
        taken.left.extend(names.iter().map(|name| Left::new(name, what)));
    }
    print(general, taken, &folder)
}

/// Prints the jobs of urlwatch.
pub fn urlwatch(general: &General, file: &Path) -> Result<Exit, Failure> {
    print(general, import::urlwatch(&text(file)?), file)
}

/// Prints the watches of changedetection.io.
pub fn changedetection(general: &General, file: &Path) -> Result<Exit, Failure> {
    let taken = import::changedetection(&text(file)?).map_err(|why| {
        Failure::usage(anyhow!(phrase!(
            "{} is not taken over: {why}",
            "{} wird nicht übernommen: {why}",
            file.display()
        )))
    })?;
    print(general, taken, file)
}

/// A file of another program as text.
fn text(file: &Path) -> Result<String, Failure> {
    let bytes = captures::bytes(file)
        .with_context(|| phrase!("{} cannot be read", "{} ist nicht zu lesen", file.display()))
        .map_err(Failure::usage)?;
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(Failure::usage(anyhow!(
            "{} is packed (zip)\nhint: unpack it first, and name the file url-watches.json in it",
            file.display()
        )));
    }
    String::from_utf8(bytes).map_err(|_| {
        Failure::usage(anyhow!(phrase!("{} is not UTF-8 text", "{} ist kein Text in UTF-8", file.display())))
    })
}

/// The lines on stdout, the rest on stderr; nothing at all is an error.
fn print(general: &General, taken: Taken, source: &Path) -> Result<Exit, Failure> {
    let fragment = import::fragment(taken, setup::now());
    put!("{}", fragment.text);
    if !fragment.left.is_empty() {
        tell!("{}", phrase!("not carried over:", "nicht übernommen:"));
        for left in &fragment.left {
            tell!("  {left}");
        }
    }
    if fragment.watches == 0 {
        return Err(Failure::usage(anyhow!(phrase!(
            "nothing in {} could be carried over",
            "in {} gab es nichts zu übernehmen",
            source.display()
        ))));
    }
    if !general.quiet {
        let count = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
        let watches = count(fragment.watches, "watch", "watches");
        let notes = count(fragment.left.len(), "note", "notes");
        let line = format!("{watches} for a watchlist, {notes} on what stays behind");
        tell!("{}", painted(&line, FAINT));
    }
    Ok(Exit::Fine)
}
