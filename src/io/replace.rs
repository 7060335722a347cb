//! Replaces a file as a whole, and leaves a copy of what it was.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes the new text in the file's place and returns where the old one was copied to.
///
/// # Errors
/// Where the folder or the file cannot be written; the file is as it was then.
pub fn replace(file: &Path, text: &str) -> io::Result<PathBuf> {
    // Through a link to the file that it means: a link that became a file would part the two.
    let file = fs::canonicalize(file)?;
    let beside = |ending: &str| {
        let mut name = file.file_name().unwrap_or_default().to_owned();
        name.push(ending);
        file.with_file_name(name)
    };
    let (copy, draft) = (beside(".bak"), beside(".new"));
    fs::copy(&file, &copy)?;
    let written = write(&draft, text, &file).and_then(|()| fs::rename(&draft, &file));
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written.map(|()| copy)
}

fn write(draft: &Path, text: &str, like: &Path) -> io::Result<()> {
    let mut out = fs::File::create(draft)?;
    fs::set_permissions(draft, fs::metadata(like)?.permissions())?;
    out.write_all(text.as_bytes())?;
    out.sync_all()
}
