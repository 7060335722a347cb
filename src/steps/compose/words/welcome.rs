//! What a new reader is told after the first round.

use super::days::number;
use crate::model::Language;

/// The subject and the title: how much is watched; `only` is the one platform, where there is only one.
pub(super) fn title(documents: usize, platforms: usize, only: Option<&str>, language: Language) -> String {
    match (language, documents, only) {
        (Language::English, 1, Some(only)) => format!("hausrecht now watches 1 document of {only}"),
        (Language::English, _, Some(only)) => {
            format!("hausrecht now watches {documents} documents of {only}", documents = number(documents, language))
        }
        (Language::English, ..) => format!(
            "hausrecht now watches {documents} documents of {platforms} platforms",
            documents = number(documents, language),
            platforms = number(platforms, language)
        ),
        (Language::German, 1, Some(only)) => format!("hausrecht beobachtet jetzt 1 Dokument von {only}"),
        (Language::German, _, Some(only)) => format!(
            "hausrecht beobachtet jetzt {documents} Dokumente von {only}",
            documents = number(documents, language)
        ),
        (Language::German, ..) => {
            format!(
                "hausrecht beobachtet jetzt {documents} Dokumente von {platforms} Plattformen",
                documents = number(documents, language),
                platforms = number(platforms, language)
            )
        }
    }
}

/// Below the title.
pub(super) const fn lead(language: Language) -> &'static str {
    match language {
        Language::English => "From now on, a letter says what changes in them. This one comes only once.",
        Language::German => "Ab jetzt steht in Briefen, was sich darin ändert. Dieser hier kommt nur einmal.",
    }
}

/// The titles of the parts: what comes when, what is watched, how it was read.
pub(super) const fn titles(language: Language) -> [&'static str; 3] {
    match language {
        Language::English => ["What comes when", "What is watched", "How it was read"],
        Language::German => ["Was wann kommt", "Was beobachtet wird", "Wie es gelesen wurde"],
    }
}

/// What comes at once, and what with the digest; `digest` is when the next one is due.
pub(super) fn when(immediately: bool, digest: Option<&str>, only_alerts: bool, language: Language) -> String {
    match (language, immediately, digest, only_alerts) {
        (Language::English, true, Some(digest), false) => {
            format!("Important changes come at once, the rest with the digest; the next one is due on {digest}.")
        }
        (Language::English, true, Some(digest), true) => format!(
            "Important changes come at once. The digest, next due on {digest}, recalls those that nobody has decided on."
        ),
        (Language::English, true, None, false) => "Every change comes at once.".to_owned(),
        (Language::English, true, None, true) => "Important changes come at once, others not at all.".to_owned(),
        (Language::English, false, Some(digest), false) => {
            format!("All changes come with the digest; the next one is due on {digest}.")
        }
        (Language::English, false, Some(digest), true) => {
            format!("Important changes come with the digest, others not at all; the next one is due on {digest}.")
        }
        (Language::English, false, None, _) => "No letters on changes were asked for.".to_owned(),
        (Language::German, true, Some(digest), false) => {
            format!("Wichtige Änderungen kommen sofort, der Rest im Bericht (der nächste: {digest}).")
        }
        (Language::German, true, Some(digest), true) => format!(
            "Wichtige Änderungen kommen sofort. Der Bericht erinnert an die, über die noch nicht entschieden ist (der nächste: \
             {digest})."
        ),
        (Language::German, true, None, false) => "Jede Änderung kommt sofort.".to_owned(),
        (Language::German, true, None, true) => "Wichtige Änderungen kommen sofort, andere gar nicht.".to_owned(),
        (Language::German, false, Some(digest), false) => {
            format!("Alle Änderungen kommen im Bericht (der nächste: {digest}).")
        }
        (Language::German, false, Some(digest), true) => {
            format!("Wichtige Änderungen kommen im Bericht, andere gar nicht (der nächste: {digest}).")
        }
        (Language::German, false, None, _) => "Briefe über Änderungen sind nicht bestellt.".to_owned(),
    }
}

/// Whether a digest without news is written.
pub(super) const fn quiet(all_quiet: bool, language: Language) -> &'static str {
    match (language, all_quiet) {
        (Language::English, true) => "A digest comes also when nothing has changed.",
        (Language::English, false) => "When there is nothing to tell, no digest comes.",
        (Language::German, true) => "Ein Bericht kommt auch dann, wenn sich nichts geändert hat.",
        (Language::German, false) => "Gibt es nichts zu melden, kommt kein Bericht.",
    }
}

/// How many days ahead there are reminders.
pub(super) fn reminders(days: &[i64], language: Language) -> String {
    let numbers: Vec<String> = days.iter().map(ToString::to_string).collect();
    let (last, before) = numbers.split_last().map_or(("", &[] as &[String]), |(last, before)| (last.as_str(), before));
    let join =
        |and: &str| if before.is_empty() { last.to_owned() } else { format!("{} {and} {last}", before.join(", ")) };
    let is_one_day = days == [1];
    match language {
        Language::English => {
            let days = if is_one_day { "day" } else { "days" };
            format!("A reminder comes {} {days} before a change takes effect.", join("and"))
        }
        Language::German => {
            let days = if is_one_day { "Tag" } else { "Tage" };
            format!("Eine Erinnerung kommt {} {days}, bevor eine Änderung gilt.", join("und"))
        }
    }
}

/// What an operator is told besides.
pub(super) const fn operator(language: Language) -> &'static str {
    match language {
        Language::English => "Pages that cannot be read, and letters that did not arrive, are told to you as well.",
        Language::German => {
            "Auch Seiten, die sich nicht lesen lassen, und Briefe, die nicht ankommen, werden hierher gemeldet."
        }
    }
}

/// That decisions may be sent by mail.
pub(super) const fn answers(language: Language) -> &'static str {
    match language {
        Language::English => {
            "Decisions can be made by mail: the letters hold prepared answers to each change, and to send one is enough."
        }
        Language::German => {
            "Entscheiden geht per Mail: In den Briefen stehen zu jeder Änderung fertige Antworten; eine davon abzuschicken genügt."
        }
    }
}

/// Whom to ask.
pub(super) fn questions(contact: &str, language: Language) -> String {
    match language {
        Language::English => format!("Questions and wishes: {contact}"),
        Language::German => format!("Fragen und Wünsche: {contact}"),
    }
}

/// What of ours hangs on the platforms.
pub(super) fn assets(names: &str, language: Language) -> String {
    match language {
        Language::English => format!("When a change touches one of these, the letter says so: {names}."),
        Language::German => {
            format!("Als eigen eingetragen: {names}. Der Brief sagt, wenn eine Änderung davon etwas betrifft.")
        }
    }
}

/// How many pages were read, and by what means: plainly, by a browser, as PDF, as a feed.
pub(super) fn read(read: usize, pages: usize, means: [usize; 4], language: Language) -> String {
    let by = match language {
        Language::English if read == 1 => ["as it is served", "in a browser", "as PDF", "as a feed"],
        Language::English => ["as they are served", "in a browser", "as PDF", "as a feed"],
        Language::German => ["so, wie der Server sie ausliefert", "im Browser", "als PDF", "als Feed"],
    };
    let used: Vec<(usize, &str)> = means.into_iter().zip(by).filter(|(count, _)| *count > 0).collect();
    if let (Language::German, [(_, _)], true) = (language, used.as_slice(), means[0] > 0) {
        let all = match (pages, read) {
            (1, _) => "Die Seite wurde".to_owned(),
            _ if read == pages => format!("Alle {pages} Seiten wurden", pages = number(pages, language)),
            (_, 1) => format!("1 von {pages} Seiten wurde", pages = number(pages, language)),
            _ => format!(
                "{read} von {pages} Seiten wurden",
                pages = number(pages, language),
                read = number(read, language)
            ),
        };
        return format!("{all} gelesen, {}.", "so wie der Server sie ausliefert");
    }
    let how = match (used.as_slice(), language) {
        ([(_, only)], Language::English) => format!(" {only}"),
        ([(_, only)], Language::German) => format!(": {only}"),
        (several, _) => {
            let several = several.iter().map(|(count, by)| format!("{} {by}", number(*count, language)));
            format!(": {}", several.collect::<Vec<_>>().join(", "))
        }
    };
    match (language, pages) {
        (Language::English, 1) => format!("The page was read{how}."),
        (Language::English, _) if read == pages => {
            format!("All {pages} pages were read{how}.", pages = number(pages, language))
        }
        (Language::English, _) if read == 1 => {
            format!("1 of {pages} pages was read{how}.", pages = number(pages, language))
        }
        (Language::English, _) => format!(
            "{read} of {pages} pages were read{how}.",
            pages = number(pages, language),
            read = number(read, language)
        ),
        (Language::German, 1) => format!("Die Seite wurde gelesen{how}."),
        (Language::German, _) if read == pages => {
            format!("Alle {pages} Seiten wurden gelesen{how}.", pages = number(pages, language))
        }
        (Language::German, _) if read == 1 => {
            format!("1 von {pages} Seiten wurde gelesen{how}.", pages = number(pages, language))
        }
        (Language::German, _) => format!(
            "{read} von {pages} Seiten wurden gelesen{how}.",
            pages = number(pages, language),
            read = number(read, language)
        ),
    }
}

/// Pages that were not looked at yet.
pub(super) fn waiting(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::English, 1) => "1 page has not been looked at yet.".to_owned(),
        (Language::English, _) => {
            format!("{count} pages have not been looked at yet.", count = number(count, language))
        }
        (Language::German, 1) => "1 Seite wurde noch nicht angesehen.".to_owned(),
        (Language::German, _) => {
            format!("{count} Seiten wurden noch nicht angesehen.", count = number(count, language))
        }
    }
}

/// That nothing speaks against what was read.
pub(super) const fn no_doubt(language: Language) -> &'static str {
    match language {
        Language::English => "Nothing suggests that a part of them was missed.",
        Language::German => "Nichts deutet darauf hin, dass ein Teil davon fehlt.",
    }
}

/// How many could not be read, and of how many perhaps not all was.
pub(super) fn doubts(unread: usize, in_part: usize, language: Language) -> String {
    let first = match (language, unread) {
        (_, 0) => None,
        (Language::English, 1) => Some("1 could not be read and is tried again.".to_owned()),
        (Language::English, _) => {
            Some(format!("{unread} could not be read and are tried again.", unread = number(unread, language)))
        }
        (Language::German, 1) => Some("1 ließ sich nicht lesen; der nächste Versuch folgt.".to_owned()),
        (Language::German, _) => Some(format!(
            "{unread} ließen sich nicht lesen; weitere Versuche folgen.",
            unread = number(unread, language)
        )),
    };
    let second = match (language, in_part) {
        (_, 0) => None,
        (Language::English, 1) => Some("Of 1 perhaps not all was read.".to_owned()),
        (Language::English, _) => {
            Some(format!("Of {in_part} perhaps not all was read.", in_part = number(in_part, language)))
        }
        (Language::German, 1) => Some("1 wurde womöglich nur zum Teil gelesen.".to_owned()),
        (Language::German, _) => {
            Some(format!("{in_part} wurden womöglich nur zum Teil gelesen.", in_part = number(in_part, language)))
        }
    };
    first.into_iter().chain(second).collect::<Vec<_>>().join(" ")
}

/// How many more there are than are listed.
pub(super) fn more(count: usize, language: Language) -> String {
    match language {
        Language::English => format!("And {count} more.", count = number(count, language)),
        Language::German => format!("Und {count} weitere.", count = number(count, language)),
    }
}
