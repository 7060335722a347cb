//! How forests are grown, and the fixed stream of chance by which they are.

/// How a forest is grown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Settings {
    pub(super) rounds: usize,
    pub(super) depth: usize,
    /// How much of its answer each tree may give.
    pub(super) rate: f32,
    /// The share of rows that a tree sees.
    pub(super) rows: f32,
    /// The share of features that a node may ask.
    pub(super) features: f32,
    /// The fewest rows in a leaf.
    pub(super) leaf: usize,
    /// Pulls answers of small leaves towards nothing.
    pub(super) calm: f32,
    /// Where the stream of chance begins.
    pub(super) seed: u64,
}

/// A repeatable stream of numbers from 0 to 1 (xorshift).
#[derive(Debug)]
pub(super) struct Chance(u64);

impl Chance {
    /// The stream that begins there; the same seed gives the same numbers.
    pub(super) fn from_seed(seed: u64) -> Self {
        Self(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed.max(1)))
    }

    #[expect(clippy::cast_precision_loss, reason = "24 bits fit a float")]
    pub(super) fn next(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / (1_u64 << 24) as f32
    }
}
