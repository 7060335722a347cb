//! Reads Markdown, and the remnants of HTML in it, into blocks without marks.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::draft::{Draft, Gatherer};
use super::html::budget::Budget;
use super::html::{icon_sign, is_file_name};
use super::markdown_away::{Away, strikes};
use super::markdown_bounds::check;
use super::markdown_marks;
use super::numbered;
use crate::model::{BlockKind, Trouble, count_words};
use crate::steps::text::tidy;

/// Texts that a converter moved to the right within one another.
const MOVED: usize = 8;

/// Reads Markdown.
///
/// # Errors
/// Where reading it would take too much.
pub(super) fn read(source: &str) -> Result<Vec<Draft>, Trouble> {
    check(source)?;
    let budget = Budget::of(source.len());
    let mut reader = Reader::new(&budget, Gatherer::default());
    reader.is_numbered = numbered::matters(source);
    reader.read(&markdown_marks::without(source))?;
    Ok(reader.drafts)
}

struct Reader<'a> {
    budget: &'a Budget,
    /// In how many texts it stands that were moved to the right.
    moved: usize,
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
    /// What a picture is called, and its file, while it is being read.
    picture: Option<(String, String)>,
    /// An element that no longer holds, or is not shown, and what stood before it.
    away: Option<Away>,
    /// The numbers of the lists around, where the text points to one of them.
    numbers: Vec<Option<u64>>,
    is_numbered: bool,
}

/// What is called in more words describes what is to be seen.
const PICTURE: usize = 12;

struct Code {
    text: String,
    fenced: bool,
}

impl<'a> Reader<'a> {
    fn new(budget: &'a Budget, gatherer: Gatherer) -> Self {
        Self {
            budget,
            gatherer,
            moved: 0,
            drafts: Vec::new(),
            lists: 0,
            heading: None,
            strong: 0,
            struck: 0,
            row: None,
            code: None,
            html: None,
            picture: None,
            away: None,
            numbers: Vec::new(),
            is_numbered: false,
        }
    }

    fn read(&mut self, source: &str) -> Result<(), Trouble> {
        for event in Parser::new_ext(source, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(tag) => self.start(&tag),
                Event::End(tag) => self.end(tag)?,
                Event::Text(text) => self.text(&text),
                Event::Code(text) if self.struck == 0 => self.gatherer.text(&text, self.strong > 0),
                Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
                Event::SoftBreak | Event::HardBreak => self.gatherer.gap(),
                _ => {}
            }
            self.gatherer.check()?;
        }
        self.flush();
        Ok(())
    }

    fn start(&mut self, tag: &Tag<'_>) {
        if matches!(tag, Tag::Paragraph | Tag::Item | Tag::Heading { .. } | Tag::TableCell) {
            // A tag that nobody closed strikes nothing out beyond its own block.
            self.struck = 0;
        }
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(*level as u8);
            }
            Tag::List(first) => {
                self.flush();
                self.lists = self.lists.saturating_add(1);
                self.numbers.push(first.filter(|_| self.is_numbered));
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
            Tag::Image { dest_url, .. } => self.picture = Some((String::new(), dest_url.to_string())),
            Tag::Item => {
                self.flush();
                if let Some(Some(number)) = self.numbers.last_mut() {
                    self.gatherer.lead(&format!("{number}."));
                    *number = number.saturating_add(1);
                }
            }
            Tag::Paragraph | Tag::BlockQuote(_) => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), Trouble> {
        match tag {
            TagEnd::Heading(_) => {
                self.flush();
                self.heading = None;
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists = self.lists.saturating_sub(1);
                self.numbers.pop();
            }
            TagEnd::CodeBlock => self.end_code()?,
            TagEnd::HtmlBlock => {
                if let Some(html) = self.html.take() {
                    let shown = self.behind_what_goes_away(&html);
                    self.drafts.append(&mut super::html::read_fragment(&html[shown..], self.budget)?);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.flush();
                self.row = None;
            }
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => self.gatherer.close_link(),
            TagEnd::Image => self.end_picture(),
            TagEnd::Item => {
                self.flush();
                self.gatherer.drop_lead();
            }
            TagEnd::Paragraph | TagEnd::BlockQuote(_) => self.flush(),
            _ => {}
        }
        Ok(())
    }

    /// What a picture says: in a table or a list it may be the rule itself; elsewhere what it is called is no word of the policy.
    fn end_picture(&mut self) {
        let Some((words, file)) = self.picture.take() else { return };
        let words = tidy(&words);
        let said = if words.is_empty() { icon_sign(&file).unwrap_or_default() } else { &words };
        let is_placed = (self.row.is_some() || self.lists > 0) && self.struck == 0 && !self.gatherer.is_in_link();
        if is_placed && !said.is_empty() && count_words(said) <= PICTURE && !is_file_name(said) {
            self.gatherer.gap();
            self.gatherer.text(said, self.strong > 0);
            self.gatherer.gap();
        }
    }

    /// From where on a piece of HTML holds: behind the end of an element whose content is not shown or no longer holds. What
    /// stood in it is gone then; one that never ends takes nothing away.
    fn behind_what_goes_away(&mut self, html: &str) -> usize {
        let Some(away) = &mut self.away else {
            self.away = Away::begins(html, self.drafts.len());
            return 0;
        };
        let Some(end) = away.ends(html) else { return 0 };
        self.drafts.truncate(away.from);
        self.away = None;
        end
    }

    fn text(&mut self, text: &str) {
        if let Some((words, _)) = &mut self.picture {
            words.push_str(text);
            return;
        }
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
        } else if let Some(opens) = strikes(html) {
            self.struck = if opens { self.struck + 1 } else { self.struck.saturating_sub(1) };
        }
    }

    /// Indented code in a policy is text that a converter moved to the right: its lines are read once more.
    fn end_code(&mut self) -> Result<(), Trouble> {
        let Some(code) = self.code.take() else { return Ok(()) };
        if code.fenced || self.moved >= MOVED {
            self.gatherer.text(&code.text, false);
            self.drafts.extend(self.gatherer.finish(BlockKind::Code));
            return Ok(());
        }
        let moved_back: Vec<_> = code.text.lines().map(str::trim_start).collect();
        // One count of all that is read.
        let mut inner = Self::new(self.budget, std::mem::take(&mut self.gatherer));
        (inner.lists, inner.moved, inner.is_numbered) = (self.lists, self.moved + 1, self.is_numbered);
        inner.read(&moved_back.join("\n"))?;
        self.drafts.append(&mut inner.drafts);
        self.gatherer = inner.gatherer;
        Ok(())
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
