//! The numbers of a change by their names, in a fixed order.

use crate::steps::text::spelling::share;

/// Named numbers, in a fixed order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Features(pub Vec<(String, f32)>);

impl Features {
    pub(super) fn put(&mut self, name: impl Into<String>, value: f32) {
        self.0.push((name.into(), value));
    }

    /// The number of this name; nothing for a name that there is not.
    #[must_use]
    pub fn get(&self, name: &str) -> f32 {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| *value).unwrap_or_default()
    }

    /// A count, on a scale on which one more matters less the more there are.
    pub(super) fn count(&mut self, name: impl Into<String>, count: usize) {
        self.put(name, log(count));
    }

    pub(super) fn flag(&mut self, name: impl Into<String>, holds: bool) {
        self.put(name, f32::from(u8::from(holds)));
    }
}

/// A count on that scale.
pub(super) fn log(count: usize) -> f32 {
    share(count, 1).ln_1p()
}
