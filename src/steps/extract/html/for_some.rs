//! Words within a line that are for some readers alone: for the eye, for screen readers, for those who learn to read.

use dom_query::{LocalName, NodeRef, local_name};

use super::attributes::{Attributes, is_for_screen_readers};
use super::element::Part;
use super::walk::Walker;
use super::{hidden, picture};
use crate::model::count_words;
use crate::steps::extract::draft::{rules, says_which};

/// So many siblings to each side are looked at: what says the same in other words stands right beside.
const NEAR: usize = 8;

impl Walker<'_> {
    /// Whether an element within a line is hidden from screen readers alone, and shows a sign, an answer, or words of the line.
    pub(super) fn is_for_the_eye(&self, part: Part, attributes: &Attributes, node: &NodeRef<'_>) -> bool {
        attributes.aria_hidden
            && matches!(part, Part::Inline | Part::Strong)
            && (picture::is_sign(node) || picture::is_label(node) || self.is_of_its_line(attributes, node))
    }

    /// Whether words that are hidden from screen readers are a part of the sentence around them, and said nowhere else in it.
    fn is_of_its_line(&self, attributes: &Attributes, node: &NodeRef<'_>) -> bool {
        let is_control = self.place.control || self.gatherer.is_in_link() || attributes.draws_its_name;
        !is_control && !attributes.is_concealed() && stands_in_a_sentence(node)
    }

    /// Whether an element says to screen readers alone what a link does: ", opens in a new tab". What rules something, counts or
    /// answers is none.
    pub(super) fn is_remark_on_a_link(&self, attributes: &Attributes, node: &NodeRef<'_>) -> bool {
        attributes.unseen && self.gatherer.is_behind_words_of_a_link() && {
            let text = hidden::first_text(node);
            !(rules(&text) || says_which(text.trim()) || text.contains(char::is_numeric))
        }
    }
}

/// Whether words stand beside others in the text around, and none of that is for screen readers alone, who are told the same
/// in other words. A word by itself may be the name of an icon.
fn stands_in_a_sentence(node: &NodeRef<'_>) -> bool {
    let says = |beside: &NodeRef<'_>| beside.is_text() && beside.text().contains(char::is_alphabetic);
    let [before, after] =
        [node.prev_sibling(), node.next_sibling()].map(|beside| beside.is_some_and(|text| says(&text)));
    let words = hidden::first_text(node);
    let is_a_word = || {
        let names_an_icon = node.has_name("i") || node.attr("class").is_some_and(|class| class.contains("icon"));
        before && after && !names_an_icon && words.trim().chars().all(char::is_alphabetic)
    };
    let says_something = match count_words(&words) {
        0 => false,
        1 => words.contains(char::is_numeric) || is_a_word(),
        _ => true,
    };
    let is_doublet = || {
        let unseen = |part: &NodeRef<'_>| part.attr("class").is_some_and(|class| is_for_screen_readers(&class));
        let behind = std::iter::successors(node.next_sibling(), NodeRef::next_sibling).take(NEAR);
        let ahead = std::iter::successors(node.prev_sibling(), NodeRef::prev_sibling).take(NEAR);
        behind.chain(ahead).any(|part| unseen(&part))
    };
    (before || after) && says_something && !is_doublet()
}

/// Whether an element spells the signs before it out: kana or letters beside Han signs. What holds such signs itself, or a
/// number, says something of its own.
pub(super) fn is_spelled_out(name: &LocalName, node: &NodeRef<'_>) -> bool {
    if *name == local_name!("rp") {
        return true;
    }
    if *name != local_name!("rt") {
        return false;
    }
    let says = |letter: char| is_han(letter) || letter.is_numeric();
    let mut before = std::iter::successors(node.prev_sibling(), NodeRef::prev_sibling).take(NEAR);
    let mut is_over_han = || before.any(|part| part.text().contains(is_han));
    !node.text().contains(says) && is_over_han()
}

const fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '々')
}
