//! Letters as the bodies of webhooks: our own JSON, and what chat services understand.

mod json;
mod mattermost;
mod notice;
mod slack;
mod teams;

use super::Scene;
use super::page::Page;
use crate::model::{Change, Channel, HookShape, Letter, LetterKind};

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
            ..letter.clone()
        });
    }
    if !letter.to.is_empty() {
        // Last, so that a follow-up finds the mail as the newest letter.
        ways.push(letter);
    }
    ways
}

/// What is posted.
pub(super) fn body(
    shape: HookShape,
    scene: Scene<'_>,
    kind: LetterKind,
    id: &str,
    page: &Page,
    changes: &[&Change],
) -> String {
    let body = match shape {
        HookShape::Json => json::body(scene, kind, id, page, changes),
        HookShape::Slack => slack::body(&notice::notice(page)),
        HookShape::Teams => teams::body(&notice::notice(page)),
        HookShape::Mattermost => mattermost::body(&notice::notice(page)),
    };
    body.to_string()
}

/// At most so many characters.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((index, _)) => format!("{}…", &text[..index]),
    }
}

/// An address without the characters that end a link in chat markup.
fn bounded_link(link: &str) -> String {
    link.replace('|', "%7C").replace('>', "%3E").replace('<', "%3C").replace(')', "%29").replace('(', "%28")
}
