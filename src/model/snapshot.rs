//! The bytes of a page as the platform served them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use url::Url;

/// One answer of a platform, kept as evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    pub fetched_at: Timestamp,
    /// The address that answered, after redirects.
    pub url: Url,
    /// Every address on the way there, the asked one first; empty without redirects.
    pub redirects: Vec<Url>,
    /// 0 where no HTTP was spoken (imports).
    pub status: u16,
    /// In the order in which the server sent them, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The decoded body (content coding undone, charset as served).
    pub body: Vec<u8>,
    pub origin: Origin,
}

/// How a snapshot reached us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Fetched by a round.
    Live,
    /// Taken from a folder of captures.
    Import,
    /// The text as another program had read it, from an archive.
    Archive,
    /// Saved by a person in a browser and handed in.
    Hand,
}

/// The header of a page in which the browser's door has marked what no reader sees.
pub const MARKED: &str = "x-hausrecht-marked";

/// Headers of our own beside those of the server: that scripts had their say, and which frames were looked into.
const RENDERED: &str = "hausrecht-rendered";
const FRAME_READ: &str = "hausrecht-frame-read";
/// How the names of our own headers begin.
const OURS: [&str; 2] = ["hausrecht-", "x-hausrecht-"];

impl Snapshot {
    /// Whether a header is one that only we write: a server that sends it would say for us what we have read.
    #[must_use]
    pub fn is_own_header(name: &str) -> bool {
        OURS.iter().any(|beginning| name.starts_with(beginning))
    }

    /// Whether a browser has made it, so that what scripts write stands in it.
    #[must_use]
    pub fn is_rendered(&self) -> bool {
        self.header(RENDERED).is_some()
    }

    /// Whether the browser's door has marked in it what no reader sees; no server can say so.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.header(MARKED).is_some()
    }

    /// Takes note that a browser has made it.
    pub fn note_rendered(&mut self) {
        self.headers.push((RENDERED.to_owned(), "1".to_owned()));
    }

    /// The addresses of frames that were looked into.
    pub fn frames_read(&self) -> impl Iterator<Item = &str> {
        self.headers.iter().filter(|(name, _)| name == FRAME_READ).map(|(_, url)| url.as_str())
    }

    /// Takes note that a frame was looked into.
    pub fn note_frame_read(&mut self, url: &Url) {
        self.headers.push((FRAME_READ.to_owned(), url.to_string()));
    }

    /// The SHA-256 of the body, as `sha256sum` prints it.
    #[must_use]
    pub fn sha256(&self) -> String {
        sha256_hex(&self.body)
    }

    /// The value of a header, its name in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The media type without parameters, in lower case.
    #[must_use]
    pub fn media_type(&self) -> Option<String> {
        let value = self.header("content-type")?;
        Some(value.split(';').next().unwrap_or(value).trim().to_ascii_lowercase())
    }
}

/// The SHA-256 of some bytes in lower-case hexadecimal.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
