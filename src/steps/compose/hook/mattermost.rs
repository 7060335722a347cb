//! The shape of Mattermost's incoming webhooks (<https://developers.mattermost.com/integrate/webhooks/incoming/>).

use serde_json::{Value, json};

use super::bounds::{bounded_link, cut};
use super::notice::{Notice, Section};

/// Markdown; Mattermost takes 16383 characters in a post.
pub(super) fn body(notice: &Notice) -> Value {
    let mut parts = vec![format!("#### {}", escaped(&notice.subject))];
    parts.extend(notice.lead.iter().map(|line| escaped(line)));
    parts.extend(notice.sections.iter().map(text));
    let text = cut(&parts.join("\n\n"), 15_000);
    let foot = notice.foot.as_ref().map(|line| format!("\n\n{}", escaped(line))).unwrap_or_default();
    json!({"username": "hausrecht", "text": format!("{text}{foot}")})
}

fn text(section: &Section) -> String {
    let title = escaped(&section.title);
    let title = match &section.link {
        Some(link) => format!("**[{title}]({})**", bounded_link(link)),
        None => format!("**{title}**"),
    };
    let lines = section.lines.iter().map(|line| format!("- {}", escaped(line)));
    std::iter::once(title).chain(lines).collect::<Vec<_>>().join("\n")
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
