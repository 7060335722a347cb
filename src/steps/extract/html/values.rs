//! Values that mark-up holds and the screen shows without a text: scales, dates, numbers of items, what short words stand for.

use dom_query::{LocalName, NodeId, NodeRef};

use super::attributes::Attributes;
use super::picture;
use super::walk::Walker;
use crate::model::count_words;

/// What an abbreviation stands for is no longer.
const LONGEST: usize = 12;

impl Walker<'_> {
    /// The number of an item, on a page that numbers its items by more than their order.
    pub(super) fn numbered(&mut self, attributes: &Attributes) {
        if !self.manner.is_numbered {
            return;
        }
        if let Some(Some(numbers)) = self.numbers.last_mut() {
            let number = numbers.take(attributes.value.parse().ok());
            self.gatherer.lead(&number);
        }
    }

    /// How full a scale is: "3/5".
    pub(super) fn scale(&mut self, attributes: &Attributes) {
        let is_text = !self.gatherer.is_blank() || self.place.row || self.place.lists > 0;
        if attributes.value.is_empty() || !is_text {
            return;
        }
        self.gatherer.gap();
        self.gatherer.text(&attributes.value, self.place.strong);
        if !attributes.most.is_empty() {
            self.gatherer.text("/", self.place.strong);
            self.gatherer.text(&attributes.most, self.place.strong);
        }
        self.gatherer.gap();
    }

    /// What an element says by an attribute: a date or a number without words, what an abbreviation stands for.
    pub(super) fn value(&mut self, name: &LocalName, attributes: &Attributes, node: &NodeRef<'_>) {
        match &**name {
            "time" | "data" if !attributes.value.is_empty() && picture::is_empty(node) => {
                self.gatherer.gap();
                self.gatherer.text(&attributes.value, self.place.strong);
            }
            "abbr" | "dfn" if !attributes.title.is_empty() && count_words(&attributes.title) <= LONGEST => {
                self.behind.push((node.id, format!(" ({})", attributes.title)));
            }
            "math" => self.place.formula = true,
            _ if self.place.formula => self.formula(node),
            _ => {}
        }
    }

    /// Parts of a formula that stand above, below or beside one another are parted: a half is not twelve.
    fn formula(&mut self, node: &NodeRef<'_>) {
        let Some(around) = node.parent() else { return };
        let parts = match around.node_name().as_deref() {
            Some("mfrac") => "/",
            Some("msup") => "^",
            Some("msub") => "_",
            _ => return,
        };
        let mut before = node.prev_sibling();
        while let Some(text) = before.filter(|before| !before.is_element()) {
            before = text.prev_sibling();
        }
        if before.is_some() {
            self.gatherer.text(parts, true);
        }
    }

    /// What stands behind an element that ends.
    pub(super) fn end_of(&mut self, node: NodeId) {
        while let Some((_, text)) = self.behind.pop_if(|(of, _)| *of == node) {
            // Behind what ended with a block of its own nothing is left to add to.
            if !self.gatherer.is_blank() {
                self.gatherer.text(&text, self.place.strong);
            }
        }
    }
}
