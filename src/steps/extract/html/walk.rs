//! Walks a page in reading order, without recursion, and cuts it into blocks and zones.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashSet;

use dom_query::{Document, LocalName, NodeData, NodeId, Tree, local_name};

use super::attributes::{Attributes, Shown};
use super::chosen::Chosen;
use super::element::{Part, part};
use super::generated::Generated;
use super::hidden::Opened;
use super::laid::Laid;
use super::numbers::Numbers;
use super::spans::Spans;
use crate::model::{BlockKind, Trouble};
use crate::steps::extract::draft::Gatherer;
use crate::steps::extract::literal_marks::without_marks;
use crate::steps::extract::script_call::is_script_call;

pub(crate) use super::walked::{Walked, Zone};

/// What holds for the text at a place.
#[expect(clippy::struct_excessive_bools, reason = "each holds or does not, whatever the others do")]
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    pub(super) zone: usize,
    pub(super) heading: Option<u8>,
    pub(super) lists: u8,
    pub(super) row: bool,
    pub(super) strong: bool,
    pub(super) code: bool,
    pub(super) preformatted: bool,
    pub(super) in_text: bool,
    /// Within what opens or closes something.
    pub(super) control: bool,
    /// The parts of the element stand apart on the screen.
    pub(super) spread: bool,
    /// Within a formula.
    pub(super) formula: bool,
    /// Within what says what a term means.
    pub(super) defines: bool,
}

/// What a node of the page is to the walk.
enum Seen {
    Done,
    Element(Part, Box<Attributes>, LocalName),
    Root,
}

enum Step {
    Enter(NodeId),
    Leave { node: NodeId, part: Part, around: Place },
}

pub(super) struct Walker<'a> {
    pub(super) tree: &'a Tree,
    pub(super) chosen: Chosen,
    /// Ids that a control or a link on the page opens; gathered when the first hidden part is met.
    pub(super) opened: OnceCell<Opened>,
    pub(super) manner: Manner,
    /// How many texts within what is no text were read.
    pub(super) asides: usize,
    /// The numbers of the lists around, the innermost last.
    pub(super) numbers: Vec<Option<Numbers>>,
    /// What stands behind elements that are open.
    pub(super) behind: Vec<(NodeId, String)>,
    pub(super) walked: Walked,
    pub(super) gatherer: Gatherer,
    pub(super) place: Place,
    pub(super) layout_tables: Vec<bool>,
    /// Cells of the tables around that reach over several rows, the innermost table last.
    pub(super) spans: Vec<Spans>,
    pub(super) breaks: u8,
    pub(super) cells: usize,
    /// Where the block of the last term stands, if it has one.
    pub(super) term: usize,
    pub(super) depth: usize,
    /// The least depth since the last block.
    pub(super) nearest: usize,
    pub(super) buttons: usize,
}

/// How a page is read.
#[expect(clippy::struct_excessive_bools, reason = "each holds or does not, whatever the others do")]
#[derive(Debug, Default)]
pub(super) struct Manner {
    /// Classes that the page strikes out.
    pub struck: HashSet<String>,
    /// What style sheets of the page write into it.
    pub generated: Generated,
    /// What they set apart.
    pub laid: Laid,
    /// As browsers without scripts do.
    pub without_scripts: bool,
    /// A browser has shown it, and its door has marked what is hidden; no server's word is taken for that.
    pub is_rendered: bool,
    /// Its lists have numbers that their order does not tell.
    pub is_numbered: bool,
    /// A text within another page.
    pub is_inner: bool,
}

/// Walks the whole page.
///
/// # Errors
/// Where it says more than any document does.
pub(super) fn walk(page: &Document, chosen: Chosen, manner: Manner) -> Result<Walked, Trouble> {
    let mut walker = Walker {
        tree: &page.tree,
        chosen,
        opened: OnceCell::new(),
        manner,
        asides: 0,
        numbers: Vec::new(),
        behind: Vec::new(),
        walked: Walked { zones: vec![Zone::default()], ..Walked::default() },
        gatherer: Gatherer::default(),
        place: Place::default(),
        layout_tables: Vec::new(),
        spans: Vec::new(),
        breaks: 0,
        cells: 0,
        term: 0,
        depth: 0,
        nearest: 0,
        buttons: 0,
    };
    let mut steps = vec![Step::Enter(page.root().id)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) => walker.enter(node, &mut steps),
            Step::Leave { node, part, around } => walker.leave(node, part, around),
        }
        walker.gatherer.check()?;
    }
    walker.flush();
    walker.walked.buttons = walker.buttons;
    Ok(walker.walked)
}

impl Walker<'_> {
    fn enter(&mut self, id: NodeId, steps: &mut Vec<Step>) {
        let node = self.tree.get_unchecked(&id);
        let mut shadow = None;
        let (mut before, mut behind) = (None, None);
        let seen = node.query_or(Seen::Done, |inner| match &inner.data {
            NodeData::Text { contents } => {
                let text: &str = contents;
                if self.chosen.is_inside() && (self.place.code || self.place.preformatted || !is_script_call(text)) {
                    self.text(text);
                }
                Seen::Done
            }
            NodeData::Element(element) => {
                let name = &element.name.local;
                let mut attributes = Attributes::of(element, &self.manner.struck);
                if !self.manner.is_rendered {
                    attributes.shown = Shown::Unsaid;
                }
                self.manner.laid.tell(element, &mut attributes);
                let written = self.manner.generated.around(element);
                (before, behind) = written;
                if attributes.is_shadow {
                    shadow = element.template_contents;
                    return Seen::Element(Part::Block, Box::new(attributes), name.clone());
                }
                let is_shown = self.manner.without_scripts && *name == local_name!("noscript");
                let part = if is_shown { Part::Block } else { part(name) };
                Seen::Element(part, Box::new(attributes), name.clone())
            }
            NodeData::Document | NodeData::Fragment => Seen::Root,
            _ => Seen::Done,
        });
        let around = self.place;
        let mut kind = Part::Block;
        match seen {
            Seen::Done => return,
            Seen::Root => {}
            Seen::Element(part, attributes, name) => {
                if self.chosen.has_edge(id) {
                    self.flush();
                }
                self.chosen.enter(id);
                let Some(part) = self.open(part, &attributes, &name, &node) else {
                    // What is skipped may hold the place where a range begins or ends.
                    if self.chosen.has_ranges() {
                        for inner in node.descendants_it() {
                            self.chosen.enter(inner.id);
                            self.chosen.leave(inner.id);
                        }
                    }
                    self.chosen.leave(id);
                    return;
                };
                kind = part;
                if let Some(before) = before.filter(|_| self.chosen.is_inside()) {
                    self.gatherer.text(&before, self.place.strong);
                    self.gatherer.gap();
                }
                self.behind.extend(behind.map(|behind| (id, format!(" {behind}"))));
            }
        }
        self.depth += 1;
        steps.push(Step::Leave { node: id, part: kind, around });
        if let Some(shadow) = shadow {
            // What a template holds stands in a fragment of its own.
            steps.push(Step::Enter(shadow));
            return;
        }
        let mut child = node.last_child();
        while let Some(inner) = child {
            steps.push(Step::Enter(inner.id));
            child = inner.prev_sibling();
        }
    }

    fn leave(&mut self, node: NodeId, part: Part, around: Place) {
        self.depth = self.depth.saturating_sub(1);
        self.end_of(node);
        if matches!(part, Part::Inline | Part::Strong | Part::Link | Part::Code) {
            self.gatherer.edge(part == Part::Link, false);
        }
        match part {
            Part::Cell if self.place.row => self.end_cell(),
            Part::Row if self.place.row => self.end_row(),
            _ => {}
        }
        match part {
            Part::Link => self.gatherer.close_link(),
            Part::Block if self.place.row && around.row => self.gatherer.gap(),
            Part::Inline | Part::Break | Part::Code | Part::Button | Part::Strong | Part::Cell
                if self.place.zone == around.zone =>
            {
                if part == Part::Cell && !self.place.row {
                    self.flush();
                }
            }
            Part::Description => {
                self.flush();
                self.join_to_its_term(node);
            }
            Part::Table => {
                self.flush();
                self.layout_tables.pop();
                self.spans.pop();
            }
            Part::List => {
                self.flush();
                self.numbers.pop();
            }
            Part::Item => {
                self.flush();
                self.gatherer.drop_lead();
            }
            _ => self.flush(),
        }
        if self.chosen.has_edge(node) {
            self.flush();
        }
        self.chosen.leave(node);
        if around.spread {
            self.gatherer.gap();
        }
        self.place = around;
        self.nearest = self.nearest.min(self.depth);
    }

    fn text(&mut self, text: &str) {
        if self.place.preformatted && !self.place.code {
            let mut rest = text;
            while let Some((paragraph, after)) = rest.split_once("\n\n") {
                self.gatherer.text(paragraph, self.place.strong);
                self.flush();
                rest = after;
            }
            self.gatherer.text(rest, self.place.strong);
            return;
        }
        if !text.trim().is_empty() {
            self.breaks = 0;
        }
        let text = if self.place.code { Cow::Borrowed(text) } else { without_marks(text) };
        self.gatherer.text(&text, self.place.strong);
    }

    /// Two line breaks in a row end a paragraph.
    pub(super) fn line_break(&mut self) {
        self.gatherer.gap();
        self.breaks = self.breaks.saturating_add(1);
        if self.breaks >= 2 && !self.place.row {
            self.flush();
        }
    }

    pub(super) fn flush(&mut self) {
        let kind = match self.place {
            Place { heading: Some(level), .. } => BlockKind::Heading(level),
            Place { lists: 1.., .. } => BlockKind::Item(self.place.lists),
            Place { row: true, .. } => BlockKind::Row,
            Place { code: true, .. } => BlockKind::Code,
            _ => BlockKind::Paragraph,
        };
        if let Some(mut draft) = self.gatherer.finish(kind) {
            draft.zone = self.place.zone;
            draft.apart = std::mem::replace(&mut self.nearest, self.depth);
            draft.buttons = self.buttons;
            draft.defines = self.place.defines;
            if kind == BlockKind::Row {
                // Cells whose words became blocks of their own.
                draft.text.truncate(draft.text.trim_end_matches([' ', '|']).len());
            }
            self.walked.drafts.push(draft);
        }
    }
}
