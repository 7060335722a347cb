//! The shape of Mattermost's incoming webhooks (<https://developers.mattermost.com/integrate/webhooks/incoming/>).

use serde_json::{Value, json};

use super::bounds::{bounded_link, cut, fitted};
use super::notice::{Notice, Section, answered};

/// Characters of all sections, and of what stands above them.
const ROOM: usize = 13_000;
const HEAD: usize = 2_000;

/// Markdown; Mattermost takes 16383 characters in a post.
pub(super) fn body(notice: &Notice) -> Value {
    let mut parts = vec![format!("#### {}", escaped(&notice.subject))];
    parts.extend(notice.lead.iter().map(|line| escaped(line)));
    let room = ROOM / notice.sections.len().max(1);
    parts.extend(notice.sections.iter().map(|section| text(section, room)));
    let text = cut(&parts.join("\n\n"), ROOM + HEAD);
    let foot = notice.foot.as_ref().map(|line| format!("\n\n{}", escaped(line))).unwrap_or_default();
    json!({"username": "hausrecht", "text": format!("{text}{foot}")})
}

fn text(section: &Section, room: usize) -> String {
    let title = escaped(&section.title);
    let title = match &section.link {
        Some(link) => format!("**[{title}]({})**", bounded_link(link)),
        None => format!("**{title}**"),
    };
    let lines = section.lines.iter().map(|line| format!("- {}", escaped(line)));
    let last = section.last.as_ref().map(|line| format!("- {}", escaped(line)));
    let last = last
        .map(|last| answered(last, section, |answer| format!("[{}]({})", answer.label, bounded_link(&answer.link))));
    fitted(std::iter::once(title).chain(lines).collect(), last, room)
}

/// Text that stays text: no markup, no picture, and nobody is called by name.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '(' | ')' | '#' | '|' | '~' | '<' | '>' | '!') {
            out.push('\\');
        }
        out.push(letter);
        if letter == '@' {
            // A word joiner: "@channel" from a page must not wake the team.
            out.push('\u{2060}');
        }
    }
    out
}
