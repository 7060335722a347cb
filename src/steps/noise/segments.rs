//! A text in the pieces between its brackets, bars and ends of sentences; what rules have in common, and no rule.

/// In bytes, what is surely more than a paragraph.
const PASSAGE: usize = 20_000;

/// The pieces of a text, none of which spans a bracket, a bar, a line or the end of a sentence.
pub(super) fn segments(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (segment, behind) = rest.split_at(end(rest));
        rest = behind;
        Some(segment)
    })
}

/// Where the first piece of a text ends, what ends it included.
fn end(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, letter)| *letter);
        let ends_sentence = matches!(letter, '.' | '!' | '?') && next.is_none_or(char::is_whitespace);
        if ends_sentence || matches!(letter, '\n' | '(' | ')' | '[' | ']' | '|' | '·' | '•') {
            return at + letter.len_utf8();
        }
    }
    text.len()
}

/// A text without the pieces that are of a sort, and how many they were; none where it is too long to be asked.
pub(super) fn without(text: &str, is_one: impl Fn(&str) -> bool) -> Option<(String, usize)> {
    if text.len() > PASSAGE {
        return None;
    }
    let (mut kept, mut found) = (String::new(), 0);
    for segment in segments(text) {
        if is_one(segment) {
            found += 1;
        } else {
            kept.push_str(segment);
        }
    }
    Some((kept, found))
}
