//! Walks a page in reading order, without recursion, and cuts it into blocks and zones.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashSet;

use dom_query::{Document, LocalName, NodeData, NodeId, Tree, local_name};

use super::attributes::Attributes;
use super::chosen::Chosen;
use super::element::{Part, part};
use super::hidden::Opened;
use super::zone::Purpose;
use crate::model::{BlockKind, Trouble};
use crate::steps::extract::draft::{Draft, Gatherer};
use crate::steps::extract::literal_marks::without_marks;
use crate::steps::extract::script_call::is_script_call;

/// A part of the page with one purpose.
#[derive(Debug, Clone, Default)]
pub(crate) struct Zone {
    pub purpose: Purpose,
    /// The zone around it; the first zone is the page and its own parent.
    pub parent: usize,
    pub buttons: usize,
    pub passwords: usize,
    /// Fields to fill in.
    pub fields: usize,
    /// Those that are written in or chosen from.
    pub written_fields: usize,
    /// For screen readers alone, or the name of a tab: no part of the text.
    pub beside: bool,
    /// Called like a thing to click away.
    pub banner: bool,
    /// Called like a place on the page, not like a subject.
    pub layout: bool,
}

/// Everything on a page that could be read.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    pub drafts: Vec<Draft>,
    pub zones: Vec<Zone>,
    /// Addresses of frames and scripts, by which bot walls betray themselves.
    pub sources: Vec<String>,
    pub buttons: usize,
    /// Bytes that stand there for readers without scripts.
    pub noscript: usize,
    /// Where buttons stand: their zones.
    pub buttons_at: Vec<(usize, NodeId)>,
}

impl Walked {
    /// Whether a block stands in what the page calls its main part.
    pub(crate) fn is_in_main(&self, index: usize) -> bool {
        let mut zone = self.drafts.get(index).map_or(0, |draft| draft.zone);
        while let Some(here) = self.zones.get(zone) {
            if here.purpose == Purpose::Main {
                return true;
            }
            if zone == 0 {
                break;
            }
            zone = here.parent;
        }
        false
    }

    /// Whether a block is for screen readers alone, or the name of a tab.
    pub(crate) fn is_beside(&self, index: usize) -> bool {
        let zone = self.drafts.get(index).and_then(|draft| self.zones.get(draft.zone));
        zone.is_some_and(|zone| zone.beside)
    }

    /// Which zones are of one of these purposes, or stand within one that is.
    pub fn within(&self, purposes: &[Purpose]) -> Vec<bool> {
        let mut within = vec![false; self.zones.len()];
        for zone in 0..self.zones.len() {
            // Each comes after the one around it.
            let around = zone > 0 && within[self.zones[zone].parent];
            within[zone] = around || purposes.contains(&self.zones[zone].purpose);
        }
        within
    }
}

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
    /// Classes that the page strikes out.
    struck: HashSet<String>,
    /// Whether the page is read as browsers without scripts do.
    without_scripts: bool,
    pub(super) walked: Walked,
    pub(super) gatherer: Gatherer,
    pub(super) place: Place,
    pub(super) layout_tables: Vec<bool>,
    pub(super) breaks: u8,
    pub(super) cells: usize,
    pub(super) depth: usize,
    /// The least depth since the last block.
    pub(super) nearest: usize,
    pub(super) buttons: usize,
}

/// How a page is read.
#[derive(Debug, Default)]
pub(super) struct Manner {
    /// Classes that the page strikes out.
    pub struck: HashSet<String>,
    /// As browsers without scripts do.
    pub without_scripts: bool,
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
        struck: manner.struck,
        without_scripts: manner.without_scripts,
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
                let attributes = Attributes::of(element, &self.struck);
                if attributes.is_shadow {
                    shadow = element.template_contents;
                    return Seen::Element(Part::Block, Box::new(attributes), name.clone());
                }
                let is_shown = self.without_scripts && *name == local_name!("noscript");
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
        if matches!(part, Part::Inline | Part::Strong | Part::Link | Part::Code) {
            self.gatherer.edge(part == Part::Link, false);
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
            if kind == BlockKind::Row {
                // Cells whose words became blocks of their own.
                draft.text.truncate(draft.text.trim_end_matches([' ', '|']).len());
            }
            self.walked.drafts.push(draft);
        }
    }
}
