//! The one way in which a file comes to stand: whole or not at all, and there for good once we say so.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::hash::{BuildHasher as _, RandomState};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

/// Who may read a file that is written.
#[derive(Debug, Clone)]
pub enum Rights {
    /// Its owner alone.
    Owner,
    /// Everybody: another program is meant to.
    Everybody,
    /// Who may read that file.
    Like(PathBuf),
}

/// Puts a file in its place.
///
/// The bytes go into a hidden draft beside it, under a name that nobody can foretell and that must be new, so that a
/// prepared link is never followed; then the draft takes the name, and both the file and its folder are on the disk before
/// this returns. A process that is killed leaves a draft at most.
///
/// # Errors
/// Where the file or its folder cannot be written; what stood there before stands there then.
pub fn put(path: &Path, bytes: &[u8], rights: &Rights) -> io::Result<()> {
    put_by(path, rights, |draft| {
        let mut file = OpenOptions::new().write(true).open(draft)?;
        file.write_all(bytes)?;
        file.sync_all()
    })
}

/// As [`put`]; whoever writes the draft is told where it is, and sees to its being on the disk.
///
/// # Errors
/// As [`put`], and those of the writing.
pub fn put_by<E: From<io::Error>>(
    path: &Path,
    rights: &Rights,
    write: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<(), E> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{:016x}.part", RandomState::new().hash_one(std::process::id())));
    let draft = folder.join(name);
    let written = (|| {
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
        write(&draft)?;
        match rights {
            Rights::Owner => {}
            Rights::Everybody => fs::set_permissions(&draft, Permissions::from_mode(0o644))?,
            Rights::Like(other) => fs::set_permissions(&draft, fs::metadata(other)?.permissions())?,
        }
        fs::rename(&draft, path)?;
        Ok(File::open(folder)?.sync_all()?)
    })();
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written
}

/// Makes a folder, and those above it, that only its owner may enter; one that is there stays as it is.
///
/// # Errors
/// Where it cannot be made.
pub fn private_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}
