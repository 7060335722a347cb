//! What a key of the watchlist is: its name, its kind of value, and what is said of it.

/// A mapping of the watchlist, and the keys that it knows.
#[derive(Debug)]
pub struct KeySet {
    /// What it is, in a sentence.
    pub says: &'static str,
    /// In the order in which they are told to people.
    pub keys: &'static [Key],
    /// Of each group, at least one must be there.
    pub one_of: &'static [&'static [&'static str]],
}

/// One key of a mapping.
#[derive(Debug)]
pub struct Key {
    pub name: &'static str,
    pub kind: Form,
    /// What it does, as sentences.
    pub says: &'static str,
    /// Whether the mapping is nothing without it.
    pub needed: bool,
    /// What holds where it is left out.
    pub default: Option<&'static str>,
    /// A value as it may be written.
    pub example: Option<&'static str>,
}

/// What may stand after the colon.
#[derive(Debug)]
pub enum Form {
    /// A text or a number of a certain form: what it is called, and the pattern that it fits.
    Written(&'static str, Option<&'static str>),
    /// True or false.
    Flag,
    /// A whole number from one to another.
    Number(u16, u16),
    /// One of these words.
    OneOf(fn() -> Vec<&'static str>),
    /// A list of such values; a lone value is a list of one.
    Many(&'static Form),
    /// This or that.
    Either(&'static [Form]),
    /// A mapping with keys of its own.
    Mapping(&'static KeySet),
    /// A list of mappings.
    Entries(&'static KeySet),
    /// A mapping of any names.
    Free(&'static str),
    /// Known, so that it can be said why it may not be written.
    Refused,
}

impl Key {
    /// A key that may be left out.
    pub(super) const fn new(name: &'static str, kind: Form, says: &'static str) -> Self {
        Self { name, kind, says, needed: false, default: None, example: None }
    }

    /// A key that must be there.
    pub(super) const fn needed(self) -> Self {
        Self { needed: true, ..self }
    }

    /// What holds without it.
    pub(super) const fn default(self, default: &'static str) -> Self {
        Self { default: Some(default), ..self }
    }

    /// A value as it may be written.
    pub(super) const fn example(self, example: &'static str) -> Self {
        Self { example: Some(example), ..self }
    }
}

impl KeySet {
    /// The key of that name.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl Form {
    /// The mapping that such a value is, or may be made of.
    #[must_use]
    pub fn section(&self) -> Option<&'static KeySet> {
        match self {
            Self::Mapping(section) | Self::Entries(section) => Some(section),
            Self::Many(kind) => kind.section(),
            Self::Either(kinds) => kinds.iter().find_map(Self::section),
            Self::Written(..) | Self::Flag | Self::Number(..) | Self::OneOf(_) | Self::Free(_) | Self::Refused => None,
        }
    }

    /// What it is, in the words of the manual.
    #[must_use]
    pub fn called(&self) -> String {
        match self {
            Self::Written(called, _) | Self::Free(called) => (*called).to_owned(),
            Self::Flag => "true or false".to_owned(),
            Self::Number(least, most) => format!("whole number from {least} to {most}"),
            Self::OneOf(words) => words().join(", "),
            Self::Many(kind) => format!("list of: {}", kind.called()),
            Self::Either(kinds) => kinds.iter().map(Self::called).collect::<Vec<_>>().join("; or "),
            Self::Mapping(_) => "mapping, see below".to_owned(),
            Self::Entries(_) => "list of mappings, see below".to_owned(),
            Self::Refused => "refused".to_owned(),
        }
    }
}
