//! The answers that a letter offers for a change: prepared mails with a code each.

use std::fmt::Write as _;

use super::headline::full_headline;
use super::page::{Choice, Decide};
use super::plain::short;
use super::scene::Scene;
use crate::model::{Change, Decision};
use crate::steps::replies::{self, GOOD_FOR};

/// So many letters of a headline stand in the subject of an answer.
const SUBJECT: usize = 60;

/// In the order in which letters offer them.
const OFFERED: [Decision; 3] = [Decision::Act, Decision::Done, Decision::None];

/// The answers about a change, but for what was decided last; none where no mailbox is named.
pub(super) fn decide(scene: Scene<'_>, change: &Change, decided: Option<Decision>) -> Option<Decide> {
    let desk = scene.desk.answers?;
    let until = until(scene)?;
    let choice = |decision| {
        let code = replies::write(desk.key, &change.id, &scene.recipient.name, decision, until)?;
        let label = scene.words.answer(decision);
        let subject = format!("{label}: {} {code}", short(&full_headline(scene, change), SUBJECT));
        // Room for a note above the code.
        let body = format!("\r\n\r\n{code}\r\n");
        let link = format!("mailto:{}?subject={}&body={}", encoded(desk.address), encoded(&subject), encoded(&body));
        Some(Choice { label, code, link })
    };
    let choices: Vec<Choice> =
        OFFERED.into_iter().filter(|offered| Some(*offered) != decided).filter_map(choice).collect();
    (!choices.is_empty()).then(|| Decide { address: desk.address.to_owned(), choices })
}

/// The last day on which the answers of this letter are good.
pub(super) fn until(scene: Scene<'_>) -> Option<jiff::civil::Date> {
    scene.today.checked_add(jiff::Span::new().days(GOOD_FOR)).ok()
}

/// A text within an address (RFC 6068 §2).
pub(super) fn encoded(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len() * 2), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'@' | b':') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            let _ = write!(out, "{byte:02X}");
        }
        out
    })
}
