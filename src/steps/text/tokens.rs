//! Words in the form in which lexicons and the model meet them.

/// The words of a text in lower case, each between two spaces: ` no  longer  allowed `.
///
/// The two spaces let phrases that follow each other both match. A typographic apostrophe parts words like a plain one.
#[must_use]
pub(in crate::steps) fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 3);
    let mut inside = false;
    for letter in text.chars() {
        if letter.is_alphanumeric() || matches!(letter, '%' | '€' | '$' | '_') {
            if !inside {
                out.push(' ');
                inside = true;
            }
            if letter.is_ascii() {
                out.push(letter.to_ascii_lowercase());
            } else {
                out.extend(letter.to_lowercase());
            }
        } else if inside {
            out.push(' ');
            inside = false;
        }
    }
    if inside {
        out.push(' ');
    }
    out
}

/// The words of a joined text.
pub(in crate::steps) fn words(joined: &str) -> impl Iterator<Item = &str> {
    joined.split_ascii_whitespace()
}
