//! Why a page could not be read, for people who do not know HTTP.

use super::days::grouped;
use super::{languages, regions};
use crate::model::{Doubt, Language, Trouble};

/// The reason in a clause; details of ours or of the server stand in brackets.
pub(super) fn sentence(trouble: &Trouble, language: Language) -> String {
    match language {
        Language::English => english(trouble),
        Language::German => german(trouble),
    }
}

fn english(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Dns { .. } => "the address of the server is not found".to_owned(),
        Trouble::Connection { .. } => "no connection to the server".to_owned(),
        Trouble::Tls { .. } => "the server's certificate is not valid".to_owned(),
        Trouble::Timeout { .. } | Trouble::LeftAlone { .. } => "the server did not answer in time".to_owned(),
        Trouble::Failed { .. } => "hausrecht itself failed on this page".to_owned(),
        Trouble::Status { code: 401 | 403 } => "the server refuses access".to_owned(),
        Trouble::Status { code: code @ (404 | 410) } => format!("there is no page at this address ({code})"),
        Trouble::Status { code: 429 } => "the server asks for fewer visits".to_owned(),
        Trouble::Status { code: code @ 500.. } => format!("the server has a fault (status {code})"),
        Trouble::Status { code } => format!("the server answers with status {code}"),
        Trouble::TooLarge { .. } => "the page is too large".to_owned(),
        Trouble::TooManyRedirects { .. } => "the address leads round in circles".to_owned(),
        Trouble::PrivateAddress { .. } => "the address leads into a private network".to_owned(),
        Trouble::Format { .. } => "the answer is in a form that cannot be read".to_owned(),
        Trouble::TooIntricate { .. } => "the page is too long or too intricate to be read".to_owned(),
        Trouble::PdfEncrypted => "the PDF file is locked with a password".to_owned(),
        Trouble::PdfWithoutText => "the PDF file shows pictures of text instead of text".to_owned(),
        Trouble::PdfBroken => "the PDF file is damaged".to_owned(),
        Trouble::PdfTooLarge => "the PDF file is too large or too intricate".to_owned(),
        Trouble::SelectorMatchesNothing { selector } => {
            format!("the page is built differently: “{selector}” finds nothing")
        }
        Trouble::Empty { scripts: false } => "the page has no text".to_owned(),
        Trouble::Empty { scripts: true } => "the page has no text until its scripts have run".to_owned(),
        Trouble::LoginWall => "the page asks for a login".to_owned(),
        Trouble::ConsentWall => "a cookie question hides the page".to_owned(),
        Trouble::BotWall => "the page wants to be visited by people only".to_owned(),
        Trouble::SoftError { gone: false } => "an error message stands in place of the page".to_owned(),
        Trouble::SoftError { gone: true } => "the page says itself that it does not exist".to_owned(),
        Trouble::Redirecting { to: None } => "the page only says that it leads elsewhere".to_owned(),
        Trouble::Redirecting { to: Some(to) } => format!("the page only leads on to {to}"),
        Trouble::InPart { words, doubt } => {
            let read = if *words == 1 {
                "1 word was read".to_owned()
            } else {
                format!("{} words were read", grouped(*words, ','))
            };
            let rest = match doubt {
                Doubt::Frame { url } => format!("what its frame {url} shows was not"),
                Doubt::File { url } => format!("what stands in the file {url} was not"),
                Doubt::Scripts { words } => format!("some {} words that scripts keep were not", grouped(*words, ',')),
                Doubt::Hidden { words } => format!("some {} words that it hides were not", grouped(*words, ',')),
                Doubt::LeftOut { words } => {
                    format!("some {} words beside them were taken for menus and the like", grouped(*words, ','))
                }
                Doubt::Unfilled => "scripts seem to bring the rest".to_owned(),
                Doubt::Rows => "one of its lists shows only the rows in view".to_owned(),
                Doubt::Endless => "the page goes on and on".to_owned(),
            };
            format!("{read}, {rest}")
        }
        Trouble::Garbled => "the letters of the text arrive damaged".to_owned(),
        Trouble::Partial => "only a part of the page arrived".to_owned(),
        Trouble::WrongLanguage { expected, found } => {
            let which = languages::instead(found, expected, Language::English);
            format!("the page came in another language ({which})")
        }
        Trouble::WrongRegion { expected, found } => format!(
            "the page shows the text for {} instead of {}",
            regions::name(found, Language::English),
            regions::name(expected, Language::English)
        ),
        Trouble::ShortNote { text } => format!("only a short note stands there: “{text}”"),
        Trouble::OtherDocument { title } => format!("another document stands there: “{title}”"),
        Trouble::NoBrowser => "the page needs a browser, and none is installed".to_owned(),
        Trouble::Browser { .. } => "the browser could not load the page".to_owned(),
        Trouble::Access { .. } => "cookies or password for the page cannot be used".to_owned(),
    }
}

fn german(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Dns { .. } => "die Adresse des Servers ist nicht zu finden".to_owned(),
        Trouble::Connection { .. } => "keine Verbindung zum Server".to_owned(),
        Trouble::Tls { .. } => "das Zertifikat des Servers ist ungültig".to_owned(),
        Trouble::Timeout { .. } | Trouble::LeftAlone { .. } => {
            "der Server hat nicht rechtzeitig geantwortet".to_owned()
        }
        Trouble::Failed { .. } => "hausrecht selbst ist an dieser Seite gescheitert".to_owned(),
        Trouble::Status { code: 401 | 403 } => "der Server verweigert den Zugriff".to_owned(),
        Trouble::Status { code: code @ (404 | 410) } => format!("unter dieser Adresse gibt es keine Seite ({code})"),
        Trouble::Status { code: 429 } => "der Server bittet um weniger Zugriffe".to_owned(),
        Trouble::Status { code: code @ 500.. } => format!("der Server ist gestört (Status {code})"),
        Trouble::Status { code } => format!("der Server antwortet mit Status {code}"),
        Trouble::TooLarge { .. } => "die Seite ist zu groß".to_owned(),
        Trouble::TooManyRedirects { .. } => "die Adresse führt im Kreis".to_owned(),
        Trouble::PrivateAddress { .. } => "die Adresse führt in ein privates Netz".to_owned(),
        Trouble::Format { .. } => "die Antwort hat ein Format, das nicht lesbar ist".to_owned(),
        Trouble::TooIntricate { .. } => "die Seite ist zu lang oder zu verschachtelt, um sie zu lesen".to_owned(),
        Trouble::PdfEncrypted => "die PDF-Datei ist mit einem Passwort gesperrt".to_owned(),
        Trouble::PdfWithoutText => "die PDF-Datei zeigt nur Bilder von Text".to_owned(),
        Trouble::PdfBroken => "die PDF-Datei ist beschädigt".to_owned(),
        Trouble::PdfTooLarge => "die PDF-Datei ist zu groß oder zu verschachtelt".to_owned(),
        Trouble::SelectorMatchesNothing { selector } => {
            format!("die Seite ist anders aufgebaut: „{selector}“ findet nichts")
        }
        Trouble::Empty { scripts: false } => "die Seite enthält keinen Text".to_owned(),
        Trouble::Empty { scripts: true } => "die Seite enthält keinen Text, bevor ihre Skripte liefen".to_owned(),
        Trouble::LoginWall => "die Seite verlangt eine Anmeldung".to_owned(),
        Trouble::ConsentWall => "eine Cookie-Abfrage verdeckt die Seite".to_owned(),
        Trouble::BotWall => "die Seite lässt nur Menschen zu".to_owned(),
        Trouble::SoftError { gone: false } => "statt der Seite kam eine Fehlermeldung".to_owned(),
        Trouble::SoftError { gone: true } => "die Seite sagt selbst, dass es sie nicht gibt".to_owned(),
        Trouble::Redirecting { to: None } => "die Seite sagt nur, dass sie weiterleitet".to_owned(),
        Trouble::Redirecting { to: Some(to) } => format!("die Seite leitet nur weiter zu {to}"),
        Trouble::InPart { words, doubt } => {
            let read = if *words == 1 {
                "1 Wort gelesen".to_owned()
            } else {
                format!("{} Wörter gelesen", grouped(*words, '.'))
            };
            let rest = match doubt {
                Doubt::Frame { url } => format!("nicht aber, was ihr Rahmen {url} zeigt"),
                Doubt::File { url } => format!("nicht aber, was in der Datei {url} steht"),
                Doubt::Scripts { words } => format!("etwa {} weitere halten Skripte zurück", grouped(*words, '.')),
                Doubt::Hidden { words } => format!("etwa {} weitere verbirgt die Seite", grouped(*words, '.')),
                Doubt::LeftOut { words } => {
                    format!("etwa {} weitere galten als Menü und Beiwerk", grouped(*words, '.'))
                }
                Doubt::Unfilled => "den Rest liefern wohl Skripte".to_owned(),
                Doubt::Rows => "eine ihrer Listen zeigt nur die sichtbaren Zeilen".to_owned(),
                Doubt::Endless => "die Seite geht immer weiter".to_owned(),
            };
            format!("{read}, {rest}")
        }
        Trouble::Garbled => "die Buchstaben des Textes kommen beschädigt an".to_owned(),
        Trouble::Partial => "nur ein Teil der Seite kam an".to_owned(),
        Trouble::WrongLanguage { expected, found } => {
            let which = languages::instead(found, expected, Language::German);
            format!("die Seite kam in einer anderen Sprache ({which})")
        }
        Trouble::WrongRegion { expected, found } => format!(
            "die Seite zeigt den Text für {} statt für {}",
            regions::name(found, Language::German),
            regions::name(expected, Language::German)
        ),
        Trouble::ShortNote { text } => format!("dort steht nur ein kurzer Hinweis: „{text}“"),
        Trouble::OtherDocument { title } => format!("dort steht ein anderes Dokument: „{title}“"),
        Trouble::NoBrowser => "die Seite braucht einen Browser, und es ist keiner installiert".to_owned(),
        Trouble::Browser { .. } => "der Browser konnte die Seite nicht laden".to_owned(),
        Trouble::Access { .. } => "Cookies oder Passwort für die Seite sind nicht brauchbar".to_owned(),
    }
}

/// What could be done about it, where we know.
pub(super) fn advice(trouble: &Trouble, language: Language) -> Option<&'static str> {
    let english = language == Language::English;
    Some(match trouble {
        Trouble::InPart { doubt: Doubt::Frame { .. }, .. } if english => {
            "Watch the frame's address, or, if this is all, say so with “select”."
        }
        Trouble::InPart { doubt: Doubt::Frame { .. }, .. } => {
            "Die Adresse des Rahmens beobachten oder, falls das alles ist, es mit „select“ festhalten."
        }
        Trouble::InPart { doubt: Doubt::File { .. }, .. } if english => {
            "Watch the file's address, or, if this is all, say so with “select”."
        }
        Trouble::InPart { doubt: Doubt::File { .. }, .. } => {
            "Die Adresse der Datei beobachten oder, falls das alles ist, es mit „select“ festhalten."
        }
        Trouble::InPart { doubt: Doubt::LeftOut { .. }, .. } if english => "Name what to read with “select”.",
        Trouble::InPart { doubt: Doubt::LeftOut { .. }, .. } => "Mit „select“ nennen, was zu lesen ist.",
        Trouble::InPart { doubt: Doubt::Rows | Doubt::Endless, .. } if english => {
            "Watch a page that shows all of it, or, if this is all, say so with “select”."
        }
        Trouble::InPart { doubt: Doubt::Rows | Doubt::Endless, .. } => {
            "Eine Seite beobachten, die alles zeigt, oder, falls das alles ist, es mit „select“ festhalten."
        }
        Trouble::InPart { .. } if english => "Try “render: browser”, or, if this is all, say so with “select”.",
        Trouble::InPart { .. } => "„render: browser“ versuchen oder, falls das alles ist, es mit „select“ festhalten.",
        Trouble::Empty { scripts: true } if english => "Try “render: browser”.",
        Trouble::Empty { scripts: true } => "„render: browser“ versuchen.",
        Trouble::ConsentWall if english => "Try “render: browser”; if this is the document, name it with “select”.",
        Trouble::ConsentWall => "„render: browser“ versuchen; falls das das Dokument ist, es mit „select“ nennen.",
        Trouble::Redirecting { .. } if english => "Correct the address in the watchlist.",
        Trouble::Redirecting { .. } => "Die Adresse in der Watchlist berichtigen.",
        _ => return None,
    })
}

/// Since when; a page that was read in part is not unreadable.
pub(super) fn in_part_since(time: &str, language: Language) -> String {
    match language {
        Language::English => format!("perhaps read in part only, since {time}"),
        Language::German => format!("vielleicht nur zum Teil gelesen, seit dem {time}"),
    }
}
