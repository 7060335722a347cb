//! What became of a letter, address by address.

/// The fates of one letter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delivery {
    /// In the order of the addresses.
    pub fates: Vec<(String, Fate)>,
}

/// What the server said for one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Taken; what happens now is up to the server.
    Delivered { answer: String },
    /// Not now (4xx, or the connection broke): to be tried again later, as greylisting wants it.
    Transient { answer: String },
    /// Never (5xx): the letter is kept and the operator is told.
    Permanent { answer: String },
}

impl Fate {
    const fn is_delivered(&self) -> bool {
        matches!(self, Self::Delivered { .. })
    }
}

impl Delivery {
    /// The same fate for all.
    pub(super) fn all(addresses: &[&str], fate: &Fate) -> Self {
        Self { fates: addresses.iter().map(|&address| (address.to_owned(), fate.clone())).collect() }
    }

    /// Whether every address got it.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.fates.iter().all(|(_, fate)| fate.is_delivered())
    }

    /// Whether any address got it.
    #[must_use]
    pub fn reached_anybody(&self) -> bool {
        self.fates.iter().any(|(_, fate)| fate.is_delivered())
    }
}
