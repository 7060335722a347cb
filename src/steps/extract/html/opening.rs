//! What an element's beginning does to the text, the zone and the place of the walk.

use dom_query::{LocalName, NodeRef, local_name};

use super::attributes::{Attributes, Shown};
use super::called::Called;
use super::element::Part;
use super::hidden::Where;
use super::numbers::Numbers;
use super::spans::Spans;
use super::walk::{Walker, Zone};
use super::zone::{Purpose, purpose};
use super::{for_some, hidden, laid, table};
use crate::steps::extract::draft::is_more_than_a_label;

impl Walker<'_> {
    /// Takes note of an element; none where nothing inside it is read.
    pub(super) fn open(
        &mut self,
        part: Part,
        attributes: &Attributes,
        name: &LocalName,
        node: &NodeRef<'_>,
    ) -> Option<Part> {
        if !attributes.source.is_empty() {
            self.walked.sources.push(attributes.source.to_ascii_lowercase());
        }
        if for_some::is_spelled_out(name, node) {
            return None;
        }
        let part = self.role(part, attributes, node);
        // Words that are not to be seen within a sentence do not part it.
        let is_unseen = matches!(attributes.shown, Shown::Hidden | Shown::Faint);
        let runs_along = matches!(part, Part::Inline | Part::Link | Part::Strong | Part::Code);
        let part = if is_unseen && runs_along { Part::Unread } else { part };
        if part == Part::Unread {
            let is_written = matches!(*name, local_name!("select") | local_name!("textarea"));
            self.zone_mut().written_fields += usize::from(is_written);
            if *name == local_name!("noscript") {
                self.walked.noscript = self.walked.noscript.saturating_add(node.text().len());
            }
            self.gatherer.gap();
            self.put_aside(name, attributes, node);
            return None;
        }
        if part != Part::Box {
            self.played_box(attributes);
        }
        if part == Part::Struck || attributes.struck || self.is_taken_down(part, attributes, node) {
            return None;
        }
        let part = match part {
            Part::Term if self.place.row => Part::Strong,
            Part::Description if self.place.row => Part::Block,
            part => part,
        };
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
                | Part::Struck
                | Part::Picture
                | Part::Box
        ) || is_block(&attributes.style)
            || *name == local_name!("dt");
        let part = if ends_block && part == Part::Inline { Part::Block } else { part };
        let is_mark = || node.text().trim_start().starts_with(|letter: char| letter.is_ascii_digit());
        if *name == local_name!("sup") && self.gatherer.ends_in_a_digit() && is_mark() {
            // The mark of a footnote is no part of the number before it, and a power none either; "10th" is one word.
            self.gatherer.gap();
        }
        if ends_block && !(self.place.row && part == Part::Block) {
            self.flush();
        } else if ends_block || part == Part::Cell {
            self.gatherer.gap();
        }
        if part != Part::Break && ends_block {
            self.breaks = 0;
        }
        let runs_along = matches!(part, Part::Inline | Part::Strong | Part::Link | Part::Code | Part::Button);
        // What holds nothing and says nothing only moves the letters beside it, as pages made of a PDF do.
        let is_shim = runs_along && !self.place.spread && node.first_child().is_none();
        let is_part = || runs_along && laid::is_next_part(node) && !self.manner.laid.run_along(node);
        if attributes.spread_apart(self.place.spread) && !is_shim || is_part() {
            self.gatherer.gap();
        }
        self.place.spread = attributes.spread;
        self.place.defines = self.place.defines && *name != local_name!("dl") || *name == local_name!("dd");
        if matches!(part, Part::Inline | Part::Strong | Part::Link | Part::Code) {
            self.gatherer.edge(part == Part::Link, true);
        }
        self.place.control |= attributes.controls || attributes.role == "button" || *name == local_name!("summary");
        // A sign that is drawn for the eye alone is still what the reader goes by.
        if !self.is_for_the_eye(part, attributes, node) {
            self.open_zone(attributes, name, node);
        }
        let is_unseen = attributes.unseen && matches!(part, Part::Block | Part::Description) && self.place.lists == 0;
        if (is_unseen || attributes.is_tab) && !self.place.row && self.place.heading.is_none() {
            self.open_beside();
        }
        self.begin(part, attributes, node);
        self.begin_part_of_a_table(name);
        match part {
            Part::List => self.numbers.push(Numbers::of(name, attributes, node)),
            Part::Item => self.numbered(attributes),
            _ => {}
        }
        self.drawn_sign(part, attributes, node);
        self.value(name, attributes, node);
        self.place.strong |= attributes.is_bold();
        Some(part)
    }

    /// Whether an element says nothing in words of its own: a remark, an icon, a picture; what those say is taken down.
    fn is_taken_down(&mut self, part: Part, attributes: &Attributes, node: &NodeRef<'_>) -> bool {
        let runs_along = matches!(part, Part::Inline | Part::Strong);
        runs_along && (self.is_remark_on_a_link(attributes, node) || self.is_drawn_name(attributes, node))
            || self.is_icon(part, attributes, node)
            || self.is_picture(part, attributes, node)
    }

    /// Moves the walk into a part: what it is the place of, and what it begins.
    fn begin(&mut self, part: Part, attributes: &Attributes, node: &NodeRef<'_>) {
        match part {
            Part::Heading(level) => self.place.heading = Some(level),
            Part::List => self.place.lists = self.place.lists.saturating_add(1),
            Part::Item => self.place.lists = self.place.lists.max(1),
            Part::Strong => self.place.strong = true,
            Part::Term => {
                self.place.strong = true;
                self.term = self.walked.drafts.len();
            }
            Part::Code => self.place.code |= self.place.preformatted,
            Part::Preformatted => self.place.preformatted = true,
            Part::Link => self.gatherer.open_link(&attributes.href),
            Part::Break => self.line_break(),
            Part::Table => {
                let layout = attributes.role == "presentation" || table::is_layout(self.tree, node.id);
                self.layout_tables.push(layout);
                self.spans.push(Spans::default());
                self.place.row = false;
            }
            Part::Row if !self.is_layout() => {
                self.place.row = true;
                self.begin_row(attributes.is_left_out());
            }
            Part::Cell if self.place.row => {
                self.begin_cell(node);
                self.cell(attributes, node);
            }
            Part::Cell => self.flush(),
            _ => {}
        }
    }

    /// What an element is once its role was heard.
    fn role(&mut self, part: Part, attributes: &Attributes, node: &NodeRef<'_>) -> Part {
        if attributes.kind == "password" {
            self.zone_mut().passwords += 1;
        }
        if attributes.role == "heading" && !matches!(part, Part::Heading(_)) {
            return Part::Heading(attributes.level.unwrap_or(2).clamp(1, 6));
        }
        if part == Part::Box {
            let is_written = matches!(attributes.kind.as_str(), "" | "text" | "email" | "tel" | "url" | "number");
            self.zone_mut().fields += 1;
            self.zone_mut().written_fields += usize::from(is_written);
        }
        let button = part == Part::Button || attributes.role == "button";
        if !button {
            // What opens a section of the page leads to no other place.
            let opens =
                part == Part::Link && attributes.controls && matches!(attributes.href.get(..1), None | Some("#"));
            return if opens { Part::Inline } else { part };
        }
        self.zone_mut().buttons += 1;
        self.buttons += 1;
        if let Some(last) = self.walked.drafts.last_mut() {
            last.to_button = last.to_button.max(self.nearest);
        }
        self.walked.buttons_at.push((self.place.zone, node.id));
        // A button that opens a section bears its heading; any other is no text, unless it says more than a label does.
        if self.place.heading.is_some() || attributes.controls || part != Part::Button {
            if part == Part::Button { Part::Inline } else { part }
        } else if says_a_rule(node) || hidden::opens_what_follows(node) {
            if self.place.row { Part::Inline } else { Part::Block }
        } else {
            Part::Unread
        }
    }

    fn open_zone(&mut self, attributes: &Attributes, name: &LocalName, node: &NodeRef<'_>) {
        let around = self.walked.zones.get(self.place.zone).map(|zone| zone.purpose).unwrap_or_default();
        let opened = || self.opened.get_or_init(|| hidden::opened(self.tree));
        let place = match around {
            _ if self.place.in_text => Where::Main,
            Purpose::Text => Where::Text,
            _ => Where::Around,
        };
        let found = hidden::purpose(attributes, node, place, opened)
            .or_else(|| purpose(name, attributes, around, self.place.in_text));
        let Some(found) = found else { return };
        self.place.in_text |= found == Purpose::Main;
        if found != around {
            self.flush();
            let Called { banner, layout, .. } = attributes.called;
            let opens = found == Purpose::Dialog
                && (attributes.open || self.opened.get_or_init(|| hidden::opened(self.tree)).opens(&attributes.id));
            let parent = self.place.zone;
            self.walked.zones.push(Zone { purpose: found, parent, banner, layout, opens, ..Zone::default() });
            self.place.zone = self.walked.zones.len() - 1;
        }
    }

    /// A part of its own beside the text; what it says is read all the same.
    fn open_beside(&mut self) {
        self.flush();
        let purpose = self.zone_mut().purpose;
        self.walked.zones.push(Zone { purpose, parent: self.place.zone, beside: true, ..Zone::default() });
        self.place.zone = self.walked.zones.len() - 1;
    }

    fn is_layout(&self) -> bool {
        self.layout_tables.last().copied().unwrap_or(false)
    }

    fn zone_mut(&mut self) -> &mut Zone {
        let zone = self.place.zone.min(self.walked.zones.len().saturating_sub(1));
        &mut self.walked.zones[zone]
    }
}

/// Whether a style makes a block of an element.
fn is_block(style: &str) -> bool {
    let value = |rule: &str| rule.strip_prefix("display:").map(str::to_owned);
    let display = style.split(';').filter_map(value).next_back();
    display.is_some_and(|value| matches!(value.as_str(), "block" | "flex" | "grid" | "table" | "list-item"))
}

/// Whether a button says more than what it does.
fn says_a_rule(button: &NodeRef<'_>) -> bool {
    is_more_than_a_label(&hidden::first_text(button))
}
