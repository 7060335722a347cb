//! Why a page could not be read, in words for the terminal.

use super::tongue;
use crate::model::{Doubt, Language, Trouble};
use crate::steps::compose;

/// One phrase for a trouble, in the language of the terminal.
pub fn of(trouble: &Trouble) -> String {
    match tongue::spoken() {
        Language::English => english(trouble),
        Language::German => compose::trouble(trouble, Language::German),
    }
}

/// The same for what programs read.
pub fn english(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Dns { detail } => format!("its name cannot be resolved ({detail})"),
        Trouble::Connection { detail } => format!("no connection ({detail})"),
        Trouble::Tls { detail } => format!("its certificate was refused ({detail})"),
        Trouble::Timeout { detail } => format!("no answer in time ({detail})"),
        Trouble::LeftAlone { attempts } => {
            format!("its server gave no answer to {attempts} attempts in a row and is left alone until the next round")
        }
        Trouble::Status { code } => format!("the server answered {code}"),
        Trouble::TooLarge { limit_bytes } => format!("larger than {} MiB", limit_bytes / (1024 * 1024)),
        Trouble::TooManyRedirects { limit } => format!("more than {limit} redirects"),
        Trouble::PrivateAddress { address } => {
            format!("{address} is in a private network (`allow_private_network: true` permits it)")
        }
        Trouble::Format { detail } => format!("its format is not read ({detail})"),
        Trouble::TooIntricate { detail } => format!("it is too long or too intricate to be read ({detail})"),
        Trouble::PdfEncrypted => "the PDF opens only with a password".to_owned(),
        Trouble::PdfWithoutText => "the PDF holds no text that can be read (it may be scanned)".to_owned(),
        Trouble::PdfBroken => "the PDF is damaged or not whole".to_owned(),
        Trouble::PdfTooLarge => "the PDF takes too much time or memory to read".to_owned(),
        Trouble::SelectorMatchesNothing { selector } => format!("the selector `{selector}` matches nothing"),
        Trouble::Empty { scripts: false } => "it holds no text".to_owned(),
        Trouble::Empty { scripts: true } => {
            "it holds no text before its scripts have run: `render: browser` lets them".to_owned()
        }
        Trouble::LoginWall => "it asks for a login".to_owned(),
        Trouble::ConsentWall => "it asks for consent to cookies".to_owned(),
        Trouble::BotWall => "it asks for proof of being human".to_owned(),
        Trouble::SoftError { gone: false } => "it is an error page".to_owned(),
        Trouble::SoftError { gone: true } => "it says that there is no such page (any more)".to_owned(),
        Trouble::Redirecting { to: None } => "it only says that it leads elsewhere".to_owned(),
        Trouble::Redirecting { to: Some(to) } => format!("it only leads on to {to}"),
        Trouble::InPart { words, doubt } => format!("{words} words were read; {}", doubtful(doubt)),
        Trouble::Garbled => "its letters are damaged (a wrong character set)".to_owned(),
        Trouble::Partial => "it was not loaded to its end".to_owned(),
        Trouble::WrongLanguage { expected, found } => format!("it is in another language ({found}, not {expected})"),
        Trouble::WrongRegion { expected, found } => format!("it is another region's text ({found}, not {expected})"),
        Trouble::ShortNote { text } => format!("it holds only a short note (“{text}”)"),
        Trouble::OtherDocument { title } => format!("it is another document (“{title}”)"),
        Trouble::NoBrowser => {
            "it needs a browser, and there is none (install Chromium, or name it with `settings.chromium`)".to_owned()
        }
        Trouble::Browser { detail } => format!("the browser failed ({detail})"),
        Trouble::Failed { detail } => format!("hausrecht itself failed on it, please report that ({detail})"),
        Trouble::Access { detail } => format!("what the watch sends with its request cannot be used ({detail})"),
    }
}

/// What of a page may not have been read, and what to do.
pub fn doubtful(doubt: &Doubt) -> String {
    match doubt {
        Doubt::Frame { url } => {
            format!("the text may stand in a frame that could not be read: watch {url} instead, {IF_ALL}")
        }
        Doubt::File { url } => {
            format!("the text may stand in the file to which it leads: watch {url} instead, {IF_ALL}")
        }
        Doubt::Scripts { words } => {
            format!("some {words} more stand in scripts: `render: browser` shows them, {IF_ALL}")
        }
        Doubt::Hidden { words } => {
            format!("some {words} more are hidden until a script shows them: `render: browser`, {IF_ALL}")
        }
        Doubt::LeftOut { words } => format!("some {words} more were left out as menus and the like: `select`"),
        Doubt::Rows => {
            format!("one of its lists shows only the rows in view: look for a page that shows all, {IF_ALL}")
        }
        Doubt::Endless => format!("the page goes on and on: look for a page that ends, {IF_ALL}"),
        Doubt::Unfilled => format!("scripts seem to bring the rest: `render: browser` shows it, {IF_ALL}"),
    }
}

/// How to say that there is no more.
const IF_ALL: &str = "or `select` says that this is all";
