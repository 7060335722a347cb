//! Takes the page out of a file that holds a page with all that belongs to it (MHTML, RFC 2557).

use mail_parser::{MessageParser, MimeHeaders as _, PartType};

/// The page's HTML; none where the file holds none.
pub(super) fn page(file: &[u8]) -> Option<String> {
    let message = MessageParser::default().parse(file)?;
    let root = message.header_raw("Snapshot-Content-Location").map(str::trim);
    let pages = || message.parts.iter().filter(|part| matches!(part.body, PartType::Html(_)));
    let named = pages().find(|part| root.is_some() && part.content_location() == root);
    // The page comes first; further ones are its frames.
    match &named.or_else(|| pages().next())?.body {
        PartType::Html(html) => Some(unfolded(html)),
        _ => None,
    }
}

/// Browsers put what a shadow root shows into a template, and the text of templates is not shown.
fn unfolded(html: &str) -> String {
    let shadows = html.matches("<template shadowmode=").count() + html.matches("<template shadowrootmode=").count();
    if shadows == 0 || html.matches("<template").count() != shadows {
        return html.to_owned();
    }
    html.replace("<template shadow", "<div data-shadow").replace("</template>", "</div>")
}

/// Whether bytes begin like such a file: headers of a mail, one of which says that parts belong together.
pub(super) fn is_mhtml(file: &[u8]) -> bool {
    let head = String::from_utf8_lossy(file.get(..4096).unwrap_or(file)).to_ascii_lowercase();
    let head = head.trim_start();
    let headers = head.split("\n\n").next().unwrap_or(head).split("\r\n\r\n").next().unwrap_or_default();
    headers.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && headers.contains("mime-version:")
        && headers.contains("multipart/related")
}
