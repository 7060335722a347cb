//! Walks a page in reading order, without recursion, and cuts it into blocks and zones.

use std::collections::HashSet;

use dom_query::{Document, LocalName, NodeData, NodeId, Tree};

use super::chosen::Chosen;
use super::element::{Attributes, Part, part};
use super::table;
use super::zone::{Purpose, purpose};
use crate::model::BlockKind;
use crate::steps::extract::draft::{Draft, Gatherer};

/// A part of the page with one purpose.
#[derive(Debug, Clone, Default)]
pub(crate) struct Zone {
    pub purpose: Purpose,
    /// The zone around it; the first zone is the page and its own parent.
    pub parent: usize,
    pub buttons: usize,
    pub passwords: usize,
}

/// Everything on a page that could be read.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    pub drafts: Vec<Draft>,
    pub zones: Vec<Zone>,
    /// Addresses of frames and scripts, by which bot walls betray themselves.
    pub sources: Vec<String>,
    pub buttons: usize,
}

/// What holds for the text at a place.
#[expect(clippy::struct_excessive_bools, reason = "each holds or does not, whatever the others do")]
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    zone: usize,
    heading: Option<u8>,
    lists: u8,
    row: bool,
    strong: bool,
    code: bool,
    preformatted: bool,
    in_text: bool,
}

/// What a node of the page is to the walk.
enum Seen {
    Done,
    Element(Part, Attributes, LocalName),
    Root,
}

enum Step {
    Enter(NodeId),
    Leave { node: NodeId, part: Part, around: Place },
}

struct Walker<'a> {
    tree: &'a Tree,
    chosen: Chosen,
    /// Ids that a control or a link on the page opens.
    opened: HashSet<String>,
    walked: Walked,
    gatherer: Gatherer,
    place: Place,
    layout_tables: Vec<bool>,
    breaks: u8,
    cells: usize,
    depth: usize,
    /// The least depth since the last block.
    nearest: usize,
    buttons: usize,
}

/// Walks the whole page.
pub(super) fn walk(page: &Document, chosen: Chosen) -> Walked {
    let mut walker = Walker {
        tree: &page.tree,
        chosen,
        opened: super::hidden::opened(page),
        walked: Walked { zones: vec![Zone::default()], ..Walked::default() },
        gatherer: Gatherer::default(),
        place: Place::default(),
        layout_tables: Vec::new(),
        breaks: 0,
        cells: 0,
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
    }
    walker.flush();
    walker.walked.buttons = walker.buttons;
    walker.walked
}

impl Walker<'_> {
    fn enter(&mut self, id: NodeId, steps: &mut Vec<Step>) {
        let node = self.tree.get_unchecked(&id);
        let seen = node.query_or(Seen::Done, |inner| match &inner.data {
            NodeData::Text { contents } => {
                let text: &str = contents;
                if self.chosen.is_inside() {
                    self.text(text);
                }
                Seen::Done
            }
            NodeData::Element(element) => {
                Seen::Element(part(&element.name.local), Attributes::of(element), element.name.local.clone())
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
                let Some(part) = self.open(part, &attributes, &name, id) else {
                    self.chosen.leave(id);
                    return;
                };
                kind = part;
            }
        }
        self.depth += 1;
        steps.push(Step::Leave { node: id, part: kind, around });
        let mut child = node.last_child();
        while let Some(inner) = child {
            steps.push(Step::Enter(inner.id));
            child = inner.prev_sibling();
        }
    }

    /// Takes note of an element; none where nothing inside it is read.
    fn open(&mut self, part: Part, attributes: &Attributes, name: &LocalName, id: NodeId) -> Option<Part> {
        if !attributes.source.is_empty() {
            self.walked.sources.push(attributes.source.to_ascii_lowercase());
        }
        let part = self.role(part, attributes);
        if part == Part::Unread {
            self.gatherer.gap();
            return None;
        }
        let ends_block = !matches!(
            part,
            Part::Inline
                | Part::Break
                | Part::Code
                | Part::Link
                | Part::Button
                | Part::Strong
                | Part::Cell
                | Part::Unread
        ) || attributes.style.contains("display:block")
            || &**name == "dt";
        let part = if ends_block && part == Part::Inline { Part::Block } else { part };
        if ends_block && !(self.place.row && part == Part::Block) {
            self.flush();
        } else if ends_block || part == Part::Cell {
            self.gatherer.gap();
        }
        if part != Part::Break && ends_block {
            self.breaks = 0;
        }
        self.open_zone(attributes, name);
        match part {
            Part::Heading(level) => self.place.heading = Some(level),
            Part::List => self.place.lists = self.place.lists.saturating_add(1),
            Part::Item => self.place.lists = self.place.lists.max(1),
            Part::Strong => self.place.strong = true,
            Part::Code => self.place.code |= self.place.preformatted,
            Part::Preformatted => self.place.preformatted = true,
            Part::Link => self.gatherer.open_link(&attributes.href),
            Part::Break => self.line_break(),
            Part::Table => {
                let layout = attributes.role == "presentation" || table::is_layout(self.tree, id);
                self.layout_tables.push(layout);
                self.place.row = false;
            }
            Part::Row if !self.is_layout() => {
                self.place.row = true;
                self.cells = 0;
            }
            Part::Cell if self.place.row => {
                if self.cells > 0 && !self.gatherer.is_blank() {
                    self.gatherer.text(" | ", true);
                }
                self.cells += 1;
            }
            Part::Cell => self.flush(),
            _ => {}
        }
        self.place.strong |= attributes.is_bold();
        Some(part)
    }

    /// What an element is once its role was heard.
    fn role(&mut self, part: Part, attributes: &Attributes) -> Part {
        if attributes.kind == "password" {
            self.zone_mut().passwords += 1;
        }
        if attributes.role == "heading" && !matches!(part, Part::Heading(_)) {
            return Part::Heading(attributes.level.unwrap_or(2).clamp(1, 6));
        }
        let button = part == Part::Button || attributes.role == "button";
        if !button {
            return part;
        }
        self.zone_mut().buttons += 1;
        self.buttons += 1;
        // A button that opens a section bears its heading; any other is no text.
        if self.place.heading.is_some() || attributes.controls || part != Part::Button {
            if part == Part::Button { Part::Inline } else { part }
        } else {
            Part::Unread
        }
    }

    fn open_zone(&mut self, attributes: &Attributes, name: &LocalName) {
        let around = self.walked.zones.get(self.place.zone).map(|zone| zone.purpose).unwrap_or_default();
        let found = super::hidden::purpose(attributes, &self.opened)
            .or_else(|| purpose(name, attributes, around, self.place.in_text));
        let Some(found) = found else { return };
        self.place.in_text |= found == Purpose::Main;
        if found != around {
            self.flush();
            self.walked.zones.push(Zone { purpose: found, parent: self.place.zone, ..Zone::default() });
            self.place.zone = self.walked.zones.len() - 1;
        }
    }

    fn leave(&mut self, node: NodeId, part: Part, around: Place) {
        self.depth = self.depth.saturating_sub(1);
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
            Part::Table => {
                self.flush();
                self.layout_tables.pop();
            }
            _ => self.flush(),
        }
        if self.chosen.has_edge(node) {
            self.flush();
        }
        self.chosen.leave(node);
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
        self.gatherer.text(text, self.place.strong);
    }

    /// Two line breaks in a row end a paragraph.
    fn line_break(&mut self) {
        self.gatherer.gap();
        self.breaks = self.breaks.saturating_add(1);
        if self.breaks >= 2 && !self.place.row {
            self.flush();
        }
    }

    fn is_layout(&self) -> bool {
        self.layout_tables.last().copied().unwrap_or(false)
    }

    fn zone_mut(&mut self) -> &mut Zone {
        let zone = self.place.zone.min(self.walked.zones.len().saturating_sub(1));
        &mut self.walked.zones[zone]
    }

    fn flush(&mut self) {
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
            if kind == BlockKind::Row {
                // Cells whose words became blocks of their own.
                draft.text.truncate(draft.text.trim_end_matches([' ', '|']).len());
            }
            self.walked.drafts.push(draft);
        }
    }
}
