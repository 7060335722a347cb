//! Icons without a word, by what their class or file is called: a tick or a cross may be the rule itself.

use dom_query::NodeRef;

use super::attributes::Attributes;
use super::element::Part;
use super::icon_name;
use super::picture;
use super::walk::Walker;

impl Walker<'_> {
    /// Whether an element is such an icon, in a row or a list; its sign is taken down.
    pub(super) fn is_icon(&mut self, part: Part, attributes: &Attributes, node: &NodeRef<'_>) -> bool {
        let is_silent = attributes.label.is_empty() && attributes.title.is_empty() && !attributes.is_concealed();
        if !matches!(part, Part::Inline | Part::Picture) || !is_silent || !self.is_place_of_icons() {
            return false;
        }
        let drawn = part == Part::Picture;
        let sign = attributes.sign.or_else(|| if drawn { of_drawing(node) } else { None });
        let is_one = sign.is_some() && if drawn { picture::title_of(node).is_none() } else { picture::is_bare(node) };
        if let Some(sign) = sign.filter(|_| is_one) {
            self.sign(sign);
        }
        is_one
    }

    /// The sign of an empty cell, or of an item: its style sheet draws it.
    pub(super) fn drawn_sign(&mut self, part: Part, attributes: &Attributes, node: &NodeRef<'_>) {
        let Some(sign) = attributes.sign.filter(|_| self.is_place_of_icons()) else { return };
        let is_one = match part {
            Part::Cell => attributes.label.is_empty() && attributes.title.is_empty() && picture::is_bare(node),
            Part::Item => true,
            _ => false,
        };
        if is_one {
            self.sign(sign);
        }
    }

    fn is_place_of_icons(&self) -> bool {
        (self.place.row || self.place.lists > 0) && !self.place.control && !self.gatherer.is_in_link()
    }

    fn sign(&mut self, sign: &'static str) {
        if self.gatherer.is_blank() && !self.place.row {
            self.gatherer.lead(sign);
        } else {
            self.gatherer.gap();
            self.gatherer.text(sign, true);
            self.gatherer.gap();
        }
    }
}

/// The sign of a drawing that is kept elsewhere: `<svg><use href="#icon-check"/></svg>`.
fn of_drawing(node: &NodeRef<'_>) -> Option<&'static str> {
    let place = node.children_it(false).take(8).find(|child| child.has_name("use"))?;
    let target = place.attr("href").or_else(|| place.attr("xlink:href"))?;
    icon_name::of_name(target.rsplit_once('#')?.1)
}
