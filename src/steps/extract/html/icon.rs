//! Icons without a word, by what their class or file is called: a tick or a cross may be the rule itself.

use dom_query::NodeRef;

use super::attributes::Attributes;
use super::element::Part;
use super::icon_name;
use super::picture;
use super::walk::Walker;

/// No name of an icon is longer.
const LONGEST_NAME: usize = 40;

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

    /// Whether an element holds the name of an icon that its font draws in the name's place; the sign that says yes or no is
    /// taken down, wherever it stands.
    pub(super) fn is_drawn_name(&mut self, attributes: &Attributes, node: &NodeRef<'_>) -> bool {
        let Some(name) = attributes.draws_its_name.then(|| name_alone(node)).flatten() else { return false };
        let sign = icon_name::of_drawn_name(&name).filter(|_| !self.place.control && !self.gatherer.is_in_link());
        if let Some(sign) = sign.filter(|_| !attributes.is_concealed()) {
            self.sign(sign);
        }
        true
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

/// The name that an element holds, where it is nothing but one of an icon: `open_in_new`.
fn name_alone(node: &NodeRef<'_>) -> Option<String> {
    let text = node.text();
    let name = text.trim();
    let is_name = !name.is_empty()
        && name.len() <= LONGEST_NAME
        && name.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'_');
    is_name.then(|| name.to_owned())
}

/// The sign of a drawing that is kept elsewhere: `<svg><use href="#icon-check"/></svg>`.
fn of_drawing(node: &NodeRef<'_>) -> Option<&'static str> {
    let place = node.children_it(false).take(8).find(|child| child.has_name("use"))?;
    let target = place.attr("href").or_else(|| place.attr("xlink:href"))?;
    icon_name::of_name(target.rsplit_once('#')?.1)
}
