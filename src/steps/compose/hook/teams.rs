//! The shape of Microsoft Teams' workflows: an adaptive card in a message
//! (<https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using>).

use serde_json::{Value, json};

use super::bounds::cut;
use super::mattermost::escaped;
use super::notice::{Notice, Section};

/// A card of at most about 20 kB; Teams takes 28.
pub(super) fn body(notice: &Notice) -> Value {
    let mut blocks = vec![block(&notice.subject, "Large", "Bolder")];
    blocks.extend(notice.lead.iter().map(|line| block(line, "Default", "Default")));
    for section in notice.sections.iter().take(6) {
        blocks.push(block(&section.title, "Medium", "Bolder"));
        blocks.extend(section.lines.iter().map(|line| block(line, "Default", "Default")));
    }
    blocks.extend(notice.foot.as_ref().map(|line| block(line, "Default", "Default")));
    let actions: Vec<Value> = notice.sections.iter().filter_map(action).take(6).collect();
    json!({
        "type": "message",
        "attachments": [{
            "contentType": "application/vnd.microsoft.card.adaptive",
            "contentUrl": null,
            "content": {
                "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                "type": "AdaptiveCard",
                "version": "1.4",
                "body": blocks,
                "actions": actions,
                "msteams": {"width": "Full"},
            },
        }],
    })
}

fn block(text: &str, size: &str, weight: &str) -> Value {
    json!({"type": "TextBlock", "text": cut(&escaped(text), 240), "size": size, "weight": weight, "wrap": true})
}

fn action(section: &Section) -> Option<Value> {
    let link = section.link.as_ref().filter(|link| link.len() < 500)?;
    Some(json!({"type": "Action.OpenUrl", "title": cut(&section.title, 80), "url": link}))
}
