//! Pictures that are kept beside the bytes of a page.

/// Which pictures are taken of a page whose words are new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// An image of the whole page.
    Png,
    /// The page as it is printed.
    Pdf,
    Both,
}

impl Evidence {
    /// Whether an image is wanted.
    #[must_use]
    pub const fn has_png(self) -> bool {
        matches!(self, Self::Png | Self::Both)
    }

    /// Whether a print is wanted.
    #[must_use]
    pub const fn has_pdf(self) -> bool {
        matches!(self, Self::Pdf | Self::Both)
    }
}

/// A picture of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Of its file's name, which tells its format.
    pub ending: &'static str,
    pub bytes: Vec<u8>,
}
