//! Signs that bear meaning by themselves: currencies, bounds, marks of yes and no.

/// Whether a sign is a word by itself.
pub(in crate::steps) const fn is_weighty_sign(letter: char) -> bool {
    matches!(letter, '%' | '$' | '<' | '>') || is_sign(letter)
}

/// Signs beyond ASCII that bear meaning by themselves.
pub(super) const fn is_sign(letter: char) -> bool {
    matches!(letter, '€' | '£' | '¥' | '₹' | '‰' | '≥' | '≤' | '✓' | '✔' | '✗' | '✘' | '✅' | '❌' | '☑' | '☒')
}
