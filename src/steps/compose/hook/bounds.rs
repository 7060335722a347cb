//! Keeps texts within what chats take.

/// At most so many characters.
pub(super) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((index, _)) => format!("{}…", &text[..index]),
    }
}

/// Lines of which no more characters are kept than there is room for, and the last one whole.
///
/// The longest are cut first: a page that talks much must not push out what another line says.
pub(super) fn fitted(lines: Vec<String>, last: Option<String>, room: usize) -> String {
    let length = |line: &String| line.chars().count() + 1;
    let mut left = room.saturating_sub(last.as_ref().map_or(0, length));
    let mut shortest: Vec<usize> = lines.iter().map(length).collect();
    shortest.sort_unstable();
    let mut most = usize::MAX;
    let total = shortest.len();
    for (index, length) in shortest.into_iter().enumerate() {
        let share = left / (total - index);
        if length > share {
            most = share;
            break;
        }
        left -= length;
    }
    let lines =
        lines.into_iter().map(|line| if length(&line) > most { cut(&line, most.saturating_sub(2)) } else { line });
    lines.chain(last).collect::<Vec<_>>().join("\n")
}

/// An address without the characters that end a link in chat markup.
pub(super) fn bounded_link(link: &str) -> String {
    link.replace('|', "%7C").replace('>', "%3E").replace('<', "%3C").replace(')', "%29").replace('(', "%28")
}
