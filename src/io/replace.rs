//! Replaces a file as a whole, and leaves a copy of what it was.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::whole_file::{self, Rights};

/// Writes the new text in the file's place and returns where the old one was copied to.
///
/// # Errors
/// Where the folder or the file cannot be written; the file is as it was then.
pub fn replace(file: &Path, text: &str) -> io::Result<PathBuf> {
    // Through a link to the file that it means: a link that became a file would part the two.
    let file = fs::canonicalize(file)?;
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".bak");
    let copy = file.with_file_name(name);
    let like = Rights::Like(file.clone());
    whole_file::put(&copy, &fs::read(&file)?, &like)?;
    whole_file::put(&file, text.as_bytes(), &like)?;
    Ok(copy)
}
