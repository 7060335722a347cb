//! Reads Markdown, and the remnants of HTML in it, into blocks without marks.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::draft::{Draft, Gatherer};
use super::html::budget::Budget;
use crate::model::{BlockKind, Trouble};

/// The parser keeps all of a source in pieces, one for each line and each mark: these are some ten times what the
/// longest of real documents has.
const LONGEST: usize = 8 * 1024 * 1024;
const LINES: usize = 300_000;
const MARKS: usize = 400_000;
/// Quotes and lists that begin in one line, and texts that a converter moved to the right within one another.
const NESTED: usize = 100;
const MOVED: usize = 8;

/// Reads Markdown.
///
/// # Errors
/// Where reading it would take too much.
pub(super) fn read(source: &str) -> Result<Vec<Draft>, Trouble> {
    check(source)?;
    let budget = Budget::of(source.len());
    let mut reader = Reader::new(&budget, Gatherer::default());
    reader.read(source)?;
    Ok(reader.drafts)
}

/// Whether a source has no more of anything than a document can have.
fn check(source: &str) -> Result<(), Trouble> {
    let too_much = |what: &str| Err(Trouble::TooIntricate { detail: what.to_owned() });
    let is_mark = |byte: &u8| b"*_[]<>&|`~!\\".contains(byte);
    if source.len() > LONGEST || source.lines().count() > LINES {
        return too_much("more text than any document has");
    }
    if source.bytes().filter(is_mark).count() > MARKS {
        return too_much("more marks than any document has");
    }
    // Quotes, bullets and numbers of lists, each with a space behind it.
    let opens = |line: &str| {
        let front = line.bytes().take_while(|byte| b" \t>-*+.)0123456789".contains(byte)).count();
        let pairs = line.as_bytes().windows(2).take(front);
        pairs.filter(|pair| pair[0] == b'>' || b"-*+.)".contains(&pair[0]) && b" \t".contains(&pair[1])).count()
    };
    // A line of dashes or stars alone divides the text.
    let is_rule = |line: &str| line.bytes().all(|byte| b" \t-*_=".contains(&byte));
    if source.lines().any(|line| opens(line) > NESTED && !is_rule(line)) {
        return too_much("lists and quotes are nested too deeply");
    }
    Ok(())
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
}

/// What strikes words out in HTML.
const STRIKES: [&str; 3] = ["del", "s", "strike"];

/// Whether a tag begins what is struck out (true) or ends it (false).
fn strikes(tag: &str) -> Option<bool> {
    let inner = tag.strip_prefix('<')?;
    let (opens, inner) = inner.strip_prefix('/').map_or((true, inner), |inner| (false, inner));
    let name = inner.split(|letter: char| !letter.is_ascii_alphanumeric()).next()?;
    STRIKES.iter().any(|known| known.eq_ignore_ascii_case(name)).then_some(opens)
}

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

    fn end(&mut self, tag: TagEnd) -> Result<(), Trouble> {
        match tag {
            TagEnd::Heading(_) => {
                self.flush();
                self.heading = None;
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::CodeBlock => self.end_code()?,
            TagEnd::HtmlBlock => {
                if let Some(html) = self.html.take() {
                    self.drafts.append(&mut super::html::read_fragment(&html, self.budget)?);
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
        Ok(())
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
        (inner.lists, inner.moved) = (self.lists, self.moved + 1);
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
