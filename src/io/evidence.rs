//! The door to the folder of pictures that are kept beside the snapshots.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::whole_file::{self, Rights};
use crate::model::{Picture, sha256_hex};

/// So much of a snapshot's SHA-256 stands in a file's name.
const MARK: usize = 16;

/// Keeps the pictures of a watch's page, named by the time and SHA-256 of the snapshot to which they belong.
///
/// # Errors
/// Where they cannot be written.
pub fn keep(data: &Path, watch: &str, snapshot: (&str, jiff::Timestamp), pictures: &[Picture]) -> io::Result<()> {
    let folder = folder(data, watch);
    whole_file::private_folder(&folder)?;
    let (sha256, at) = snapshot;
    let time = at.strftime("%Y-%m-%dT%H%M%SZ");
    for Picture { ending, bytes } in pictures {
        let path = folder.join(format!("{time}-{}.{ending}", mark(sha256)));
        // Evidence that is cut off is none.
        whole_file::put(&path, bytes, &Rights::Owner)?;
    }
    Ok(())
}

/// The pictures that belong to a snapshot, in the order of their names.
#[must_use]
pub fn of(data: &Path, watch: &str, sha256: &str) -> Vec<PathBuf> {
    let is_meant = |path: &PathBuf| {
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        name.ends_with(mark(sha256)) && path.extension().is_some_and(|ending| ending == "png" || ending == "pdf")
    };
    let entries = fs::read_dir(folder(data, watch)).into_iter().flatten().flatten();
    let mut found: Vec<_> = entries.map(|entry| entry.path()).filter(is_meant).collect();
    found.sort();
    found
}

/// Takes away the pictures that are older than that, and says how many; with `dry`, only counts them.
///
/// # Errors
/// Where one cannot be taken away.
pub fn prune(data: &Path, before: jiff::Timestamp, dry: bool) -> io::Result<usize> {
    let before = before.strftime("%Y-%m-%dT%H%M%SZ").to_string();
    let mut gone = 0;
    for watch in fs::read_dir(data.join("evidence")).into_iter().flatten().flatten() {
        for picture in fs::read_dir(watch.path()).into_iter().flatten().flatten() {
            let name = picture.file_name();
            // Their names begin with their time.
            let is_old = name.to_str().is_some_and(|name| name.starts_with("20") && name < before.as_str());
            if is_old && !dry {
                fs::remove_file(picture.path())?;
            }
            gone += usize::from(is_old);
        }
    }
    Ok(gone)
}

fn mark(sha256: &str) -> &str {
    sha256.get(..MARK).unwrap_or(sha256)
}

/// A watch's folder; an id that is no plain name gets one that is.
fn folder(data: &Path, watch: &str) -> PathBuf {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let name =
        if watch.chars().all(is_plain) { watch.to_owned() } else { sha256_hex(watch.as_bytes())[..MARK].to_owned() };
    data.join("evidence").join(name)
}
