//! How much of anything a source of Markdown may have before it is read: its parser keeps all of it in pieces.

use crate::model::Trouble;

/// The parser keeps all of a source in pieces, one for each line and each mark: these are some ten times what the
/// longest of real documents has.
const LONGEST: usize = 8 * 1024 * 1024;
const LINES: usize = 300_000;
const MARKS: usize = 400_000;
/// Quotes and lists that begin in one line.
const NESTED: usize = 100;

/// Whether a source has no more of anything than a document can have.
pub(super) fn check(source: &str) -> Result<(), Trouble> {
    let too_much = |what: &str| Err(Trouble::TooIntricate { detail: what.to_owned() });
    let is_mark = |byte: &u8| b"*_[]<>&|`~!\\".contains(byte);
    if source.len() > LONGEST || source.lines().count() > LINES {
        return too_much("more text than any document has");
    }
    if source.bytes().filter(is_mark).count() > MARKS {
        return too_much("more marks than any document has");
    }
    // Quotes, bullets and numbers of lists, each with a space behind it.
    let opens = |line: &str| {
        let front = line.bytes().take_while(|byte| b" \t>-*+.)0123456789".contains(byte)).count();
        let pairs = line.as_bytes().windows(2).take(front);
        pairs.filter(|pair| pair[0] == b'>' || b"-*+.)".contains(&pair[0]) && b" \t".contains(&pair[1])).count()
    };
    // A line of dashes or stars alone divides the text.
    let is_rule = |line: &str| line.bytes().all(|byte| b" \t-*_=".contains(&byte));
    if source.lines().any(|line| opens(line) > NESTED && !is_rule(line)) {
        return too_much("lists and quotes are nested too deeply");
    }
    Ok(())
}
