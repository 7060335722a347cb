//! Keeps texts within what chats take.

/// At most so many characters.
pub(super) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((index, _)) => format!("{}…", &text[..index]),
    }
}

/// An address without the characters that end a link in chat markup.
pub(super) fn bounded_link(link: &str) -> String {
    link.replace('|', "%7C").replace('>', "%3E").replace('<', "%3C").replace(')', "%29").replace('(', "%28")
}
