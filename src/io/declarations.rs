//! The door to a folder of declarations: JSON files, and what else lies beside them.

use std::path::{Path, PathBuf};

/// A declaration is some kilobytes long; what is larger is something else.
const LARGEST: u64 = 8 * 1024 * 1024;

/// The files of a folder, by what they are.
#[derive(Debug, Default)]
pub struct Declarations {
    /// Name and text of each declaration, or why it could not be read.
    pub files: Vec<(String, std::io::Result<String>)>,
    /// Names of files with JavaScript.
    pub scripts: Vec<String>,
    /// Names of files with declarations of the past.
    pub histories: Vec<String>,
}

/// The folder that holds the declarations: the one named, or its `declarations`.
#[must_use]
pub fn folder(named: &Path) -> PathBuf {
    let inner = named.join("declarations");
    if inner.is_dir() { inner } else { named.to_owned() }
}

/// Reads the declarations of a folder, by name.
///
/// # Errors
/// Where the folder cannot be listed.
pub fn read(folder: &Path) -> std::io::Result<Declarations> {
    let mut found = Declarations::default();
    let mut paths =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    for path in paths.into_iter().filter(|path| path.is_file()) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let ending = path.extension().map(std::ffi::OsStr::to_ascii_lowercase).unwrap_or_default();
        if ending == "js" {
            found.scripts.push(name);
        } else if name.ends_with(".history.json") {
            found.histories.push(name);
        } else if ending == "json" {
            found.files.push((name, text(&path)));
        }
    }
    Ok(found)
}

/// A file as text, if it is some and not too much.
///
/// # Errors
/// Where it cannot be read.
pub fn text(path: &Path) -> std::io::Result<String> {
    let size = std::fs::metadata(path)?.len();
    if size > LARGEST {
        return Err(std::io::Error::other(format!("{size} bytes are too much for a declaration")));
    }
    std::fs::read_to_string(path)
}
