//! Reads Markdown, and the remnants of HTML in it, into blocks without marks.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::draft::{Draft, Gatherer};
use crate::model::BlockKind;

/// Reads Markdown.
pub(super) fn read(source: &str) -> Vec<Draft> {
    let mut reader = Reader::default();
    reader.read(source);
    reader.drafts
}

#[derive(Default)]
struct Reader {
    drafts: Vec<Draft>,
    gatherer: Gatherer,
    lists: u8,
    heading: Option<u8>,
    strong: usize,
    /// Within words that no longer hold.
    struck: usize,
    row: Option<usize>,
    code: Option<Code>,
    html: Option<String>,
}

struct Code {
    text: String,
    fenced: bool,
}

impl Reader {
    fn read(&mut self, source: &str) {
        for event in Parser::new_ext(source, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(tag) => self.start(&tag),
                Event::End(tag) => self.end(tag),
                Event::Text(text) => self.text(&text),
                Event::Code(text) if self.struck == 0 => self.gatherer.text(&text, self.strong > 0),
                Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
                Event::SoftBreak | Event::HardBreak => self.gatherer.gap(),
                _ => {}
            }
        }
        self.flush();
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(*level as u8);
            }
            Tag::List(_) => {
                self.flush();
                self.lists = self.lists.saturating_add(1);
            }
            Tag::CodeBlock(kind) => {
                self.flush();
                let fenced = matches!(kind, CodeBlockKind::Fenced(_));
                self.code = Some(Code { text: String::new(), fenced });
            }
            Tag::HtmlBlock => {
                self.flush();
                self.html = Some(String::new());
            }
            Tag::TableHead | Tag::TableRow => {
                self.flush();
                self.row = Some(0);
            }
            Tag::TableCell => {
                if let Some(cells) = &mut self.row {
                    if *cells > 0 {
                        self.gatherer.text(" | ", true);
                    }
                    *cells += 1;
                }
            }
            Tag::Strong => self.strong += 1,
            Tag::Strikethrough => self.struck += 1,
            Tag::Link { dest_url, .. } => self.gatherer.open_link(dest_url),
            // What an image is called is not a word of the policy.
            Tag::Image { .. } => self.html = Some(String::new()),
            Tag::Paragraph | Tag::Item | Tag::BlockQuote(_) => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.flush();
                self.heading = None;
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => {
                if let Some(html) = self.html.take() {
                    self.drafts.append(&mut super::html::read_fragment(&html));
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.flush();
                self.row = None;
            }
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => self.gatherer.close_link(),
            TagEnd::Image => self.html = None,
            TagEnd::Paragraph | TagEnd::Item | TagEnd::BlockQuote(_) => self.flush(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.html.is_some() || self.struck > 0 {
            return;
        }
        if let Some(code) = &mut self.code {
            code.text.push_str(text);
            return;
        }
        self.gatherer.text(&without_stray_marks(text), self.strong > 0);
    }

    fn html(&mut self, html: &str) {
        if let Some(block) = &mut self.html {
            block.push_str(html);
        } else if html.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<br")) {
            self.gatherer.gap();
        }
    }

    /// Indented code in a policy is text that a converter moved to the right: its lines are read once more.
    fn end_code(&mut self) {
        let Some(code) = self.code.take() else { return };
        if code.fenced {
            self.gatherer.text(&code.text, false);
            self.drafts.extend(self.gatherer.finish(BlockKind::Code));
            return;
        }
        let moved_back: Vec<_> = code.text.lines().map(str::trim_start).collect();
        let mut inner = Self { lists: self.lists, ..Self::default() };
        inner.read(&moved_back.join("\n"));
        self.drafts.append(&mut inner.drafts);
    }

    fn flush(&mut self) {
        let kind = match (self.heading, self.row, self.lists) {
            (Some(level), _, _) => BlockKind::Heading(level),
            (_, Some(_), _) => BlockKind::Row,
            (_, _, 0) => BlockKind::Paragraph,
            (_, _, depth) => BlockKind::Item(depth),
        };
        self.drafts.extend(self.gatherer.finish(kind));
    }
}

/// Marks that a converter set where Markdown does not read them as such ("**Note: **this").
fn without_stray_marks(text: &str) -> String {
    let mut out = text.replace("**", "").replace("__", "");
    if out == "_" || out == "*" {
        out.clear();
    }
    out
}
