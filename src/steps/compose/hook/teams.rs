//! The shape of Microsoft Teams' workflows: an adaptive card in a message
//! (<https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using>).

use serde_json::{Value, json};

use super::bounds::{bounded_link, cut};
use super::mattermost::escaped;
use super::notice::{Answering, Notice, Section};

/// Bytes of all sections.
const ROOM: usize = 20_000;

/// A card of at most about 20 kB; Teams takes 28.
pub(super) fn body(notice: &Notice) -> Value {
    let mut blocks = vec![block(&notice.subject, "Large", "Bolder")];
    blocks.extend(notice.lead.iter().map(|line| block(line, "Default", "Default")));
    // Titles and last lines are never left out: of every change there is the id at least.
    let ends = |section: &Section| {
        let answers = answers(section).map_or(0, |block| block.to_string().len());
        block(&section.title, "Medium", "Bolder").to_string().len() + 200 + answers
    };
    let kept = |section: &&Section| section.is_kept;
    let kept = notice.sections.iter().filter(kept).flat_map(|section| &section.lines);
    let kept: usize = kept.map(|line| block(line, "Default", "Default").to_string().len()).sum();
    let mut room = ROOM.saturating_sub(notice.sections.iter().map(ends).sum::<usize>() + kept);
    for section in &notice.sections {
        blocks.push(block(&section.title, "Medium", "Bolder"));
        for line in &section.lines {
            let line = block(line, "Default", "Default");
            let size = line.to_string().len();
            if section.is_kept || size <= room {
                room = room.saturating_sub(if section.is_kept { 0 } else { size });
                blocks.push(line);
            }
        }
        blocks.extend(section.last.as_ref().map(|line| block(line, "Default", "Default")));
        blocks.extend(answers(section));
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

/// The answers by mail as links, which are not cut.
fn answers(section: &Section) -> Option<Value> {
    if section.answers.is_empty() {
        return None;
    }
    let link = |answer: &Answering| format!("[{}]({})", answer.label, bounded_link(&answer.link));
    let links = section.answers.iter().map(link).collect::<Vec<_>>().join(" · ");
    Some(json!({"type": "TextBlock", "text": links, "wrap": true}))
}

fn action(section: &Section) -> Option<Value> {
    let link = section.link.as_ref().filter(|link| link.len() < 500)?;
    Some(json!({"type": "Action.OpenUrl", "title": cut(&section.title, 80), "url": link}))
}
