//! Signs that bear meaning by themselves: currencies, bounds, marks of yes and no.

/// Whether a sign is a word by itself, and no bullet.
pub(in crate::steps) const fn is_weighty_sign(letter: char) -> bool {
    matches!(letter, '%' | '$' | '<' | '>')
        || same_sign(letter).is_some()
        || is_sign(letter) && !matches!(letter, '●' | '○' | '◯' | '◐' | '★' | '☆' | '⭐')
}

/// Signs beyond ASCII that bear meaning by themselves.
pub(super) const fn is_sign(letter: char) -> bool {
    matches!(
        letter,
        '€' | '£'
            | '¥'
            | '₹'
            | '‰'
            | '≥'
            | '≤'
            | '≠'
            | '±'
            | '☐'
            | '☒'
            | '❎'
            | '⛔'
            | '🚫'
            | '👍'
            | '👎'
            | '⚠'
            | '⭕'
            | '🟢'
            | '🟡'
            | '🟠'
            | '🔴'
            | '●'
            | '○'
            | '◯'
            | '◐'
            | '★'
            | '☆'
            | '⭐'
            | '▮'
            | '▯'
            | '\u{1f1e6}'..='\u{1f1ff}'
    )
}

/// The one sign that stands for all of its shapes: another shape of a tick says nothing else.
pub(super) const fn same_sign(letter: char) -> Option<&'static str> {
    match letter {
        '✓' | '✔' | '✅' | '☑' | '🗸' => Some("✓"),
        '✗' | '✘' | '✕' | '✖' | '❌' | '☓' => Some("✗"),
        _ => None,
    }
}

/// Chooses between the coloured and the plain shape of the sign before it, and says nothing itself.
pub(super) const fn is_selector(letter: char) -> bool {
    matches!(letter, '\u{fe00}'..='\u{fe0f}')
}
