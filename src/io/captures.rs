//! The door to folders of captures: files named by the UTC time at which a page was saved.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use url::Url;

use crate::model::{Origin, Snapshot};

/// A file that holds a page as it was at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaptureFile {
    pub at: Timestamp,
    pub path: PathBuf,
}

/// The captures of a folder in the order of time, and the files whose names are no time.
///
/// # Errors
/// Where the folder cannot be read.
pub fn list(folder: &Path) -> std::io::Result<(Vec<CaptureFile>, Vec<PathBuf>)> {
    let (mut captures, mut others) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if !path.is_file() {
            continue;
        }
        match time_of(&path) {
            Some(at) => captures.push(CaptureFile { at, path }),
            None => others.push(path),
        }
    }
    captures.sort_by(|a, b| (a.at, &a.path).cmp(&(b.at, &b.path)));
    others.sort();
    Ok((captures, others))
}

/// The folders of a folder, by name.
///
/// # Errors
/// Where the folder cannot be read.
pub fn subfolders(folder: &Path) -> std::io::Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir()
            && let Some(name) = path.file_name().and_then(|name| name.to_str())
        {
            found.push((name.to_owned(), path.clone()));
        }
    }
    found.sort();
    Ok(found)
}

/// No page that is fetched is larger, and no file that is read.
pub const LARGEST: u64 = 20 * 1024 * 1024;

/// The bytes of a file that holds a page.
///
/// # Errors
/// Where it cannot be read, or is larger than a page may be.
pub fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let file = std::fs::File::open(path)?;
    let mut body = Vec::new();
    // A pipe says nothing of its length before it ends.
    file.take(LARGEST + 1).read_to_end(&mut body)?;
    if body.len() as u64 > LARGEST {
        let what = format!("it is larger than {} MiB, the most that is read", LARGEST / (1024 * 1024));
        return Err(std::io::Error::new(std::io::ErrorKind::FileTooLarge, what));
    }
    Ok(body)
}

/// Reads a capture as a snapshot of that address.
///
/// # Errors
/// Where the file cannot be read.
pub fn read(capture: &CaptureFile, url: &Url) -> std::io::Result<Snapshot> {
    Ok(Snapshot {
        fetched_at: capture.at,
        url: url.clone(),
        redirects: Vec::new(),
        status: 0,
        headers: media_type(&capture.path)
            .map(|kind| ("content-type".to_owned(), kind.to_owned()))
            .into_iter()
            .collect(),
        body: bytes(&capture.path)?,
        origin: Origin::Import,
    })
}

/// The media type that a file's ending stands for.
#[must_use]
pub fn media_type(path: &Path) -> Option<&'static str> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    Some(match ending.as_str() {
        "html" | "htm" => "text/html",
        "xhtml" => "application/xhtml+xml",
        "pdf" => "application/pdf",
        "md" | "markdown" => "text/markdown",
        "txt" | "text" => "text/plain",
        "xml" | "rss" | "atom" => "application/xml",
        "mht" | "mhtml" => "multipart/related",
        _ => return None,
    })
}

/// The time in a name like `2022-02-23T123128Z.html`.
fn time_of(path: &Path) -> Option<Timestamp> {
    let stem = path.file_stem()?.to_str()?;
    let time = DateTime::strptime("%Y-%m-%dT%H%M%SZ", stem).ok()?;
    Some(time.to_zoned(TimeZone::UTC).ok()?.timestamp())
}
