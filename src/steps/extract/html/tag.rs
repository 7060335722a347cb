//! A tag that has begun and not ended: how many attributes it has so far, before the parser compares them.

/// The tag that a source is in the middle of, if it is.
#[derive(Debug, Default)]
pub(super) struct OpenTag {
    at: At,
    attributes: usize,
}

#[derive(Debug, Clone, Copy, Default)]
enum At {
    #[default]
    Nowhere,
    TagName,
    Between,
    Name,
    AfterName,
    BeforeValue,
    Quoted(u8),
    Bare,
}

impl OpenTag {
    pub fn attributes(&self) -> usize {
        self.attributes
    }

    /// Goes on through a piece of the source; a tag begins at the beginning of one.
    pub fn read(&mut self, piece: &str) {
        let bytes = piece.as_bytes();
        if let (At::Nowhere, [b'<', first, ..]) = (self.at, bytes) {
            let name = if *first == b'/' { bytes.get(2) } else { Some(first) };
            if name.is_some_and(u8::is_ascii_alphabetic) {
                self.at = At::TagName;
            }
        }
        if matches!(self.at, At::Nowhere) {
            return;
        }
        for byte in bytes {
            self.at = self.next(*byte);
        }
    }

    fn next(&mut self, byte: u8) -> At {
        let is_space = byte.is_ascii_whitespace();
        match (self.at, byte) {
            (At::Quoted(quote), _) => {
                if byte == quote {
                    At::Between
                } else {
                    self.at
                }
            }
            (At::Nowhere, _) | (_, b'>') => At::Nowhere,
            (At::TagName | At::Between | At::Name | At::AfterName, b'/') => At::Between,
            (At::TagName | At::Between | At::Bare, _) if is_space => At::Between,
            (At::Name | At::AfterName, _) if is_space => At::AfterName,
            (At::Name | At::AfterName, b'=') => At::BeforeValue,
            (At::BeforeValue, b'"' | b'\'') => At::Quoted(byte),
            (At::BeforeValue, _) => {
                if is_space {
                    At::BeforeValue
                } else {
                    At::Bare
                }
            }
            (At::TagName | At::Name | At::Bare, _) => self.at,
            (At::Between | At::AfterName, _) => {
                self.attributes += 1;
                At::Name
            }
        }
    }
}
