//! A letter as the bytes of a message (RFC 5322, RFC 2045 to 2049), the same bytes at every try.

use std::time::SystemTime;

use lettre::Message;
use lettre::message::header::{ContentType, Date, HeaderName, HeaderValue, Headers, To};
use lettre::message::{Attachment, Mailbox, Mailboxes, MultiPart, SinglePart};

use crate::model::{Letter, sha256_hex};

/// The letter as a mail server or a mail program reads it; an error says which part of it cannot be written.
pub(super) fn message(letter: &Letter) -> Result<Message, String> {
    let from: Mailbox = letter.from.parse().map_err(|error| format!("sender `{}`: {error}", one_line(&letter.from)))?;
    let mut builder = Message::builder()
        .from(from.clone())
        .raw_header(addressed(&letter.to)?)
        .subject(one_line(&letter.subject))
        .header(Date::new(SystemTime::from(letter.composed_at)))
        .message_id(Some(format!("<{}>", id(&letter.message_id))));
    if let Some(to) = &letter.reply_to {
        builder = builder.reply_to(to.parse().map_err(|error| format!("answers to `{}`: {error}", one_line(to)))?);
    }
    if let Some(first) = &letter.in_reply_to {
        let first = format!("<{}>", id(first));
        builder = builder.in_reply_to(first.clone()).references(first);
    }
    for (name, value) in extra(letter, &from) {
        builder = builder.raw_header(HeaderValue::new(HeaderName::new_from_ascii_str(name), value));
    }
    builder.multipart(parts(letter)?).map_err(|error| error.to_string())
}

/// `To:` with each address on a line of its own, so that no line grows with their number (RFC 5322 section 2.1.1).
fn addressed(all: &[String]) -> Result<HeaderValue, String> {
    let name = HeaderName::new_from_ascii_str("To");
    let (mut plain, mut encoded) = (Vec::new(), Vec::new());
    for to in all {
        let to: Mailbox = to.parse().map_err(|error| format!("address `{}`: {error}", one_line(to)))?;
        plain.push(to.to_string());
        let mut alone = Headers::new();
        alone.set(To::from(Mailboxes::from(to)));
        let alone = alone.to_string();
        encoded.push(alone.trim_start_matches("To:").trim().to_owned());
    }
    Ok(HeaderValue::dangerous_new_pre_encoded(name, plain.join(", "), encoded.join(",\r\n ")))
}

/// Headers that let programs sort the letter, answer it or leave it unanswered.
fn extra(letter: &Letter, from: &Mailbox) -> Vec<(&'static str, String)> {
    let contact = letter.contact.as_deref().and_then(|contact| contact.parse::<Mailbox>().ok());
    let contact = contact.unwrap_or_else(|| from.clone()).email;
    vec![
        // RFC 2919
        ("List-Id", format!("hausrecht <hausrecht.{}>", from.email.domain())),
        // RFC 2369
        ("List-Unsubscribe", format!("<mailto:{contact}?subject=unsubscribe%20hausrecht>")),
        // RFC 3834 §5: keeps vacation notices from answering.
        ("Auto-Submitted", "auto-generated".to_owned()),
        ("Content-Language", letter.language.tag().to_owned()),
    ]
}

/// The text, then the HTML (the last one is the richest, RFC 2046 §5.1.4), then the calendar entries and other files.
fn parts(letter: &Letter) -> Result<MultiPart, String> {
    let seal = sha256_hex(letter.message_id.as_bytes());
    let alternative = MultiPart::alternative()
        .boundary(format!("=_a_{}", &seal[..24]))
        .singlepart(SinglePart::plain(letter.text.clone()))
        .singlepart(SinglePart::html(letter.html.clone()));
    if letter.calendars.is_empty() && letter.attachments.is_empty() {
        return Ok(alternative);
    }
    let mut mixed = MultiPart::mixed().boundary(format!("=_m_{}", &seal[..24])).multipart(alternative);
    for (name, entry) in &letter.calendars {
        // What the entry says by itself and what its part says must be one (RFC 6047 §2.4).
        let method = if entry.lines().any(|line| line == "METHOD:CANCEL") { "CANCEL" } else { "PUBLISH" };
        let kind = ContentType::parse(&format!("text/calendar; charset=utf-8; method={method}"))
            .map_err(|error| error.to_string())?;
        mixed = mixed.singlepart(Attachment::new(one_line(name)).body(entry.clone(), kind));
    }
    for (name, page) in &letter.attachments {
        mixed = mixed.singlepart(Attachment::new(one_line(name)).body(page.clone(), ContentType::TEXT_HTML));
    }
    Ok(mixed)
}

/// Header text without line ends and other control characters, so that nothing can begin a header of its own.
fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).take(900).collect()
}

/// A Message-ID of characters that every server lets through.
fn id(text: &str) -> String {
    text.chars().filter(|letter| letter.is_ascii_graphic() && !matches!(letter, '<' | '>')).take(200).collect()
}
