//! One letter for each way in which its recipient is told.

use crate::model::{Channel, HookBody, Letter};

/// The letter for every way in which its recipient is told: those for the webhook, and one for the mail.
///
/// Each way has its own place in the outbox, so that a dead mail server does not silence a chat, nor the other way round.
#[must_use]
pub fn by_every_way(mut letter: Letter) -> Vec<Letter> {
    let mut ways = Vec::new();
    let posted = std::mem::take(&mut letter.hooks);
    for (index, HookBody { shape, text, changes }) in posted.into_iter().enumerate() {
        // The first one keeps the name that a single one always had.
        let number = if index == 0 { String::new() } else { format!("{}.", index + 1) };
        ways.push(Letter {
            message_id: format!("hook.{number}{}", letter.message_id),
            channel: Channel::Webhook(shape),
            to: vec![format!("webhook of {}", letter.recipient)],
            text,
            html: String::new(),
            calendars: Vec::new(),
            attachments: Vec::new(),
            changes,
            ..letter.clone()
        });
    }
    if !letter.to.is_empty() {
        // Last, so that a follow-up finds the mail as the newest letter.
        ways.push(letter);
    }
    ways
}
