//! What is said where there are more changes than a letter has room for.

use crate::model::Language;

/// Before "from 15 Dec", where the day is not that of the document.
pub(super) const fn one_rule(language: Language) -> &'static str {
    match language {
        Language::English => "one rule",
        Language::German => "eine Regel",
    }
}

/// Above a line for each platform.
pub(super) const fn by_platform(language: Language) -> &'static str {
    match language {
        Language::English => "By platform",
        Language::German => "Nach Plattform",
    }
}

/// Below the one place that is shown of a change.
pub(super) fn further_places(count: usize, number: &str, language: Language) -> String {
    match (language, count) {
        (Language::English, 1) => "and 1 further place".to_owned(),
        (Language::English, _) => format!("and {number} further places"),
        (Language::German, 1) => "und 1 weitere Stelle".to_owned(),
        (Language::German, _) => format!("und {number} weitere Stellen"),
    }
}

/// What stands in the comparison beside the letter only.
pub(super) fn in_comparison(count: usize, number: &str, language: Language) -> String {
    match (language, count) {
        (Language::English, 1) => "1 more change stands in the attached comparison only.".to_owned(),
        (Language::English, _) => {
            format!("{number} more changes stand in the attached comparison only, each by itself.")
        }
        (Language::German, 1) => "1 weitere Änderung steht nur im beigelegten Vergleich.".to_owned(),
        (Language::German, _) => {
            format!("{number} weitere Änderungen stehen nur im beigelegten Vergleich, jede für sich.")
        }
    }
}

/// Documents that changed in the same words as those of another platform.
pub(super) fn in_the_words_of(number: &str, platform: &str, language: Language) -> String {
    match language {
        Language::English => format!("{number} more in the same words as {platform}"),
        Language::German => format!("{number} weitere mit dem Wortlaut von {platform}"),
    }
}

/// That the comparison beside the letter does not hold all.
pub(super) fn comparison_cut(count: usize, number: &str, language: Language) -> String {
    match (language, count) {
        (Language::English, 1) => {
            "The attached comparison is full: 1 place is not in it; its change says so there.".to_owned()
        }
        (Language::English, _) => format!(
            "The attached comparison is full: {number} places are not in it; each change says there how many of its own are \
             missing."
        ),
        (Language::German, 1) => {
            "Der beigelegte Vergleich ist voll: 1 Stelle fehlt darin; bei ihrer Änderung ist das vermerkt.".to_owned()
        }
        (Language::German, _) => format!(
            "Der beigelegte Vergleich ist voll: {number} Stellen fehlen darin; bei jeder Änderung ist vermerkt, wie viele."
        ),
    }
}

/// Above the list of all changes in the comparison.
pub(super) const fn index(language: Language) -> &'static str {
    match language {
        Language::English => "All changes",
        Language::German => "Alle Änderungen",
    }
}

/// Above text that stayed as it was, folded.
pub(super) fn unchanged(count: usize, number: &str, language: Language) -> String {
    match (language, count) {
        (Language::English, 1) => "1 unchanged paragraph".to_owned(),
        (Language::English, _) => format!("{number} unchanged paragraphs"),
        (Language::German, 1) => "1 unveränderter Absatz".to_owned(),
        (Language::German, _) => format!("{number} unveränderte Absätze"),
    }
}

/// That a comparison shows no unchanged text.
pub(super) const fn only_changed(language: Language) -> &'static str {
    match language {
        Language::English => "Only what changed is shown here; unchanged text is not repeated.",
        Language::German => "Hier steht nur, was sich geändert hat; unveränderter Text ist nicht wiederholt.",
    }
}

/// In a chat, of what the next messages name.
pub(super) fn named_below(count: usize, number: &str, language: Language) -> String {
    match (language, count) {
        (Language::English, 1) => "1 more change is named in the next message.".to_owned(),
        (Language::English, _) => format!("{number} more changes are named in the messages that follow."),
        (Language::German, 1) => "1 weitere Änderung nennt die nächste Nachricht.".to_owned(),
        (Language::German, _) => format!("{number} weitere Änderungen nennen die folgenden Nachrichten."),
    }
}

/// "(and 200 more changes, also Acme)".
pub(super) fn also(more: &str, platforms: &str, language: Language) -> String {
    let more = more.trim_end_matches(')');
    match language {
        Language::English => format!("{more}, also {platforms})"),
        Language::German => format!("{more}, auch {platforms})"),
    }
}
