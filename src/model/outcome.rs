//! What came of one look at one page: every case has a name.

use serde::{Deserialize, Serialize};

use super::{Doubt, Noise};

/// The result of a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// Seen for the first time: kept, not news.
    First,
    /// The words are those of the last version.
    Unchanged,
    /// New words, kept until a second look finds them again.
    Candidate,
    /// New words, confirmed: the change's id.
    Changed { change: String },
    /// A known text came back or flickers, or only noise differs.
    Variant { noise: Noise },
    /// No document could be read.
    Unreadable { trouble: Trouble },
}

/// Why a page could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Trouble {
    /// The name did not resolve.
    Dns { detail: String },
    /// No connection, or it broke.
    Connection { detail: String },
    /// The certificate or the handshake was refused.
    Tls { detail: String },
    /// No answer in time.
    Timeout { detail: String },
    /// The host gave no answer to so many attempts in a row: it is left alone until the next round.
    LeftAlone { attempts: u32 },
    /// An HTTP status that is no success.
    Status { code: u16 },
    /// The body is larger than the cap.
    TooLarge { limit_bytes: u64 },
    /// More redirects than allowed, or a redirect loop.
    TooManyRedirects { limit: usize },
    /// The address leads into a private network.
    PrivateAddress { address: String },
    /// The bytes cannot be decoded or are of a kind that is not read.
    Format { detail: String },
    /// Made so (or by mistake) that reading it would take far more work than any document needs.
    TooIntricate { detail: String },
    /// A PDF that opens only with a password.
    PdfEncrypted,
    /// A PDF whose pages are pictures, or whose letters mean nothing.
    PdfWithoutText,
    /// A PDF that is damaged or not whole.
    PdfBroken,
    /// A PDF that takes too much time or memory to read.
    PdfTooLarge,
    /// The watch's selectors match nothing.
    SelectorMatchesNothing { selector: String },
    /// The page has no text.
    Empty {
        /// Whether it has scripts that may write one, and was read without them.
        #[serde(default)]
        scripts: bool,
    },
    /// A page that asks for a login.
    LoginWall,
    /// A page that asks for consent to cookies.
    ConsentWall,
    /// A page that asks for proof of being human.
    BotWall,
    /// "Not found" or "something went wrong" with a status that says success.
    SoftError {
        /// Whether it says that there is no such page.
        #[serde(default)]
        gone: bool,
    },
    /// A page that only says that it leads elsewhere.
    Redirecting {
        #[serde(default)]
        to: Option<String>,
    },
    /// So many words were read, and they may not be all: what stands is followed, and the rest is not seen.
    InPart { words: usize, doubt: Doubt },
    /// A copy whose letters were damaged on the way.
    Garbled,
    /// A piece of the document, or a page that was not loaded to its end.
    Partial,
    /// Another language than the versions before.
    WrongLanguage { expected: String, found: String },
    /// Another region's text.
    WrongRegion {
        /// Short names of regions, or codes of countries.
        #[serde(default)]
        expected: String,
        #[serde(default)]
        found: String,
    },
    /// Little more than a sentence: perhaps that the document has moved.
    ShortNote { text: String },
    /// Another document under the same address.
    OtherDocument { title: String },
    /// A browser is needed and there is none.
    NoBrowser,
    /// The browser failed.
    Browser { detail: String },
    /// The program itself failed on the page.
    Failed { detail: String },
    /// What the watch adds to its requests (cookies, password, header, proxy) cannot be used.
    Access { detail: String },
}

impl Trouble {
    /// The short name in JSON and in the store.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Dns { .. } => "dns",
            Self::Connection { .. } => "connection",
            Self::Tls { .. } => "tls",
            Self::Timeout { .. } => "timeout",
            Self::LeftAlone { .. } => "left_alone",
            Self::Status { .. } => "status",
            Self::TooLarge { .. } => "too_large",
            Self::TooManyRedirects { .. } => "too_many_redirects",
            Self::PrivateAddress { .. } => "private_address",
            Self::Format { .. } => "format",
            Self::TooIntricate { .. } => "too_intricate",
            Self::PdfEncrypted => "pdf_encrypted",
            Self::PdfWithoutText => "pdf_without_text",
            Self::PdfBroken => "pdf_broken",
            Self::PdfTooLarge => "pdf_too_large",
            Self::SelectorMatchesNothing { .. } => "selector_matches_nothing",
            Self::Empty { .. } => "empty",
            Self::LoginWall => "login_wall",
            Self::ConsentWall => "consent_wall",
            Self::BotWall => "bot_wall",
            Self::SoftError { .. } => "soft_error",
            Self::Redirecting { .. } => "redirecting",
            Self::InPart { .. } => "in_part",
            Self::Garbled => "garbled",
            Self::Partial => "partial",
            Self::WrongLanguage { .. } => "wrong_language",
            Self::WrongRegion { .. } => "wrong_region",
            Self::ShortNote { .. } => "short_note",
            Self::OtherDocument { .. } => "other_document",
            Self::NoBrowser => "no_browser",
            Self::Browser { .. } => "browser",
            Self::Failed { .. } => "failed",
            Self::Access { .. } => "access",
        }
    }
}
