//! What to say where a text is no YAML, so that nothing can be read from it at all.

use super::problem::Problem;
use super::said::{Spoken, said};

/// What keeps the text from being YAML, in words that help more than the parser's where we know better.
pub(super) fn not_yaml(error: &serde_yaml::Error, text: &str) -> Problem {
    let line = error.location().and_then(|place| usize::try_from(place.line()).ok()).filter(|line| *line > 0);
    let error = error.without_snippet();
    let mut near = text.lines().enumerate().skip(line.unwrap_or(1) - 1).take(2);
    let indented_by_tab = |written: &str| written[..written.len() - written.trim_start().len()].contains('\t');
    if !text.trim_start().starts_with('{')
        && let Some((index, _)) = near.clone().find(|(_, written)| indented_by_tab(written))
    {
        let message = said!("a tab stands where YAML wants spaces", "wo YAML Leerzeichen will, steht ein Tabulator");
        return Problem {
            line: Some(index + 1),
            message,
            hint: Some(said!(
                "indent with spaces, two for each step",
                "mit Leerzeichen einrücken, zwei für jede Stufe"
            )),
        };
    }
    let odd = |letter: char| letter.is_control() && letter != '\t';
    let (message, hint) = match error {
        _ if near.next().is_some_and(|(_, written)| written.contains(odd)) => (
            said!("a control character stands in the text", "im Text steht ein Steuerzeichen"),
            said!("is this a text file?", "ist das eine Textdatei?"),
        ),
        serde_yaml::Error::MultipleDocuments { .. } => (
            said!("a second document begins here", "hier beginnt ein zweites Dokument"),
            said!(
                "a watchlist is one document: take the `---` away",
                "eine Watchlist ist ein einziges Dokument: `---` weglassen"
            ),
        ),
        // Without types to misfit, growing too large is all that can go wrong within an alias.
        serde_yaml::Error::Budget { .. }
        | serde_yaml::Error::AliasReplayLimitExceeded { .. }
        | serde_yaml::Error::AliasError { .. } => (
            said!("there is too much in this file for a watchlist", "für eine Watchlist steht zu viel in dieser Datei"),
            said!(
                "is this the right file? anchors (`&a`, `*a`) that hold each other multiply",
                "ist das die richtige Datei? Anker (`&a`, `*a`), die einander enthalten, vervielfachen sich"
            ),
        ),
        // What the parser says of it is English.
        _ => (
            Spoken::from(without_place(&error.to_string())),
            said!(
                "look at quotes, brackets and indentation here and just before; a text with `: ` in it needs quotes",
                "Anführungszeichen, Klammern und Einrückung hier und kurz davor ansehen; ein Text mit `: ` darin braucht Anführungszeichen"
            ),
        ),
    };
    Problem { line, message, hint: Some(hint) }
}

/// The first line of what the parser said, without the place that stands at its end: the problem has its own.
fn without_place(said: &str) -> String {
    let first = said.lines().next().unwrap_or_default();
    first.rsplit_once(" at line ").map_or(first, |(what, _)| what).to_owned()
}
