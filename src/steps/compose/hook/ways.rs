//! One letter for each way in which its recipient is told.

use crate::model::{Channel, Letter};

/// The letter for every way in which its recipient is told: one for the webhook, one for the mail.
///
/// Each way has its own place in the outbox, so that a dead mail server does not silence a chat, nor the other way round.
#[must_use]
pub fn by_every_way(mut letter: Letter) -> Vec<Letter> {
    let mut ways = Vec::new();
    if let Some((shape, body)) = letter.hook.take() {
        ways.push(Letter {
            message_id: format!("hook.{}", letter.message_id),
            channel: Channel::Webhook(shape),
            to: vec![format!("webhook of {}", letter.recipient)],
            text: body,
            html: String::new(),
            calendars: Vec::new(),
            attachments: Vec::new(),
            ..letter.clone()
        });
    }
    if !letter.to.is_empty() {
        // Last, so that a follow-up finds the mail as the newest letter.
        ways.push(letter);
    }
    ways
}
