//! A mail that came back (RFC 5322, MIME), as codes and a note.

use mail_parser::{Message, MessageParser, PartType};

use super::codes::{AnswerCode, codes_in, first_in, mangled_in};
use super::own_words::{self, Parted};
use crate::model::NoDecision;
use crate::steps::text::tidy;

/// So many letters of a note are kept.
const LONGEST_NOTE: usize = 500;
/// So many letters of a sender's address are kept.
const LONGEST_SENDER: usize = 120;
/// More codes than any letter's reader pastes into one reply.
const MOST_CODES: usize = 40;

/// What a mail says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// It holds no code: somebody else's mail.
    Other,
    /// It holds codes and decides nothing.
    Nothing(NoDecision),
    /// It answers with these codes, right or not.
    Codes {
        codes: Vec<AnswerCode>,
        /// So many things besides begin like a code and are none.
        mangled: usize,
        note: Option<String>,
        /// Its sender as it names itself; nothing shows that it is.
        from: Option<String>,
    },
}

/// Reads a mail, or the beginning of one.
///
/// Codes count that stand in the subject or in the sender's own words, above what is quoted or, where they repeat a code of
/// it, below. What is quoted counts for nothing, be it one code: it is the letter that offers it, and not the sender who answers.
#[must_use]
pub fn read(mail: &[u8]) -> Reply {
    let Some(message) = MessageParser::default().parse(mail) else { return Reply::Other };
    let Parted { own, quoted } = body(&message);
    let subject = message.subject().unwrap_or_default();
    let in_own = codes_in(&own);
    let mut codes: Vec<AnswerCode> = codes_in(subject).into_iter().map(|(_, code)| code).collect();
    for (_, code) in &in_own {
        if !codes.contains(code) {
            codes.push(*code);
        }
    }
    let mangled = mangled_in(subject, &codes).max(mangled_in(&own, &codes));
    if codes.is_empty() && mangled == 0 && codes_in(&quoted).is_empty() {
        return Reply::Other;
    }
    if is_automatic(&message) {
        return Reply::Nothing(NoDecision::Automatic);
    }
    if codes.is_empty() {
        return Reply::Nothing(if mangled > 0 { NoDecision::Unknown } else { NoDecision::OnlyQuoted });
    }
    if codes.len() > MOST_CODES {
        // The letter itself, without a mark that it is quoted: what is cut off would hide that it contradicts itself.
        return Reply::Nothing(NoDecision::TwoAnswers);
    }
    let above = first_in(&own).map_or(own.as_str(), |at| &own[..at]);
    // "Code: HR-…"
    let above = above.trim_end();
    let above =
        if above.ends_with(':') { above.rsplit_once(char::is_whitespace).map_or("", |(rest, _)| rest) } else { above };
    Reply::Codes { codes, mangled: mangled.min(MOST_CODES), note: note(above), from: sender(&message) }
}

/// Whether a program wrote it (RFC 3834, RFC 3464, RFC 5321 §4.5.5).
fn is_automatic(message: &Message<'_>) -> bool {
    let header = |name: &'static str| message.header_raw(name).map(|value| value.trim().to_ascii_lowercase());
    let submitted = header("Auto-Submitted").is_some_and(|value| !value.is_empty() && !value.starts_with("no"));
    let bounced = header("Return-Path").is_some_and(|value| value.replace(char::is_whitespace, "") == "<>");
    let precedence = header("Precedence").is_some_and(|value| ["bulk", "junk", "auto_reply"].contains(&value.as_str()));
    let reported = header("Content-Type").is_some_and(|value| value.starts_with("multipart/report"));
    let answered = ["X-Autoreply", "X-Autorespond"].into_iter().any(|name| header(name).is_some());
    submitted || bounced || precedence || reported || answered
}

/// The words of a mail; of a page only where there is no plain text.
fn body(message: &Message<'_>) -> Parted {
    let mut all = Parted::default();
    for part in message.text_bodies() {
        let parted = match &part.body {
            PartType::Text(text) => own_words::of_text(text),
            PartType::Html(html) => own_words::of_html(html),
            _ => continue,
        };
        // What comes after a quotation stands below it, in whatever part.
        let is_below = !all.quoted.trim().is_empty();
        let own = if is_below { &mut all.quoted } else { &mut all.own };
        own.push_str(&parted.own);
        own.push('\n');
        all.quoted.push_str(&parted.quoted);
        all.quoted.push('\n');
    }
    // Some programs send a plain part that says nothing.
    if all.own.trim().is_empty() && all.quoted.trim().is_empty() {
        for part in message.html_bodies() {
            if let PartType::Html(html) = &part.body {
                all = own_words::of_html(html);
            }
        }
    }
    all
}

/// What a person wrote, on one line and without what could steer a screen; up to the signature.
fn note(text: &str) -> Option<String> {
    let lines = text.lines().take_while(|line| !matches!(line.trim_end(), "--" | "-- "));
    // Nothing beyond this is kept, however long the text is.
    let head: String = lines.collect::<Vec<_>>().join(" ").chars().take(8 * LONGEST_NOTE).collect();
    let clean = printable(&head);
    let mut note: String = clean.chars().take(LONGEST_NOTE).collect();
    if note.len() < clean.len() {
        note.push('…');
    }
    note.chars().any(char::is_alphanumeric).then_some(note)
}

/// The sender's address, where it is one.
fn sender(message: &Message<'_>) -> Option<String> {
    let address = printable(message.from()?.first()?.address()?);
    let fits =
        address.chars().count() <= LONGEST_SENDER && address.contains('@') && !address.contains(char::is_whitespace);
    fits.then_some(address)
}

fn printable(text: &str) -> String {
    tidy(text).chars().filter(|letter| !letter.is_control()).collect::<String>().trim().to_owned()
}
