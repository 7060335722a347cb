//! The shape of Slack's incoming webhooks (<https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks>).

use serde_json::{Value, json};

use super::bounds::{bounded_link, cut, fitted};
use super::notice::{Notice, Section, answered};

/// Characters of a paragraph.
const ROOM: usize = 2900;

/// A header and a section per paragraph; Slack takes 50 blocks of 3000 characters.
pub(super) fn body(notice: &Notice) -> Value {
    let mut blocks = vec![
        json!({"type": "header", "text": {"type": "plain_text", "text": cut(&notice.subject, 148), "emoji": false}}),
    ];
    if !notice.lead.is_empty() {
        blocks.push(paragraph(&escaped(&notice.lead.join("\n"))));
    }
    blocks.extend(notice.sections.iter().take(40).map(|section| paragraph(&text(section))));
    blocks.extend(notice.foot.as_ref().map(|line| paragraph(&escaped(line))));
    json!({"text": escaped(&notice.subject), "blocks": blocks, "unfurl_links": false, "unfurl_media": false})
}

fn paragraph(text: &str) -> Value {
    json!({"type": "section", "text": {"type": "mrkdwn", "text": cut(text, ROOM), "verbatim": true}})
}

fn text(section: &Section) -> String {
    let title = escaped(&section.title).replace('*', "∗");
    let title = match &section.link {
        Some(link) => format!("*<{}|{title}>*", bounded_link(link)),
        None => format!("*{title}*"),
    };
    let lines = section.lines.iter().map(|line| escaped(line));
    let last = section.last.as_deref().map(escaped);
    let last =
        last.map(|last| answered(last, section, |answer| format!("<{}|{}>", bounded_link(&answer.link), answer.label)));
    fitted(std::iter::once(title).chain(lines).collect(), last, ROOM)
}

/// Slack's three control characters: without them there is no mention, no link and no command.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
