//! What a picture or an icon says in a reader's words: in a table, a list or a line of text it may be the rule itself.

use dom_query::{NodeData, NodeRef, local_name};

use super::attributes::Attributes;
use super::element::Part;
use super::walk::Walker;
use crate::model::count_words;
use crate::steps::extract::draft::{counts, ends_sentence, is_more_than_a_label, rules, says_which};
use crate::steps::text;

/// A text in place of a picture that has more words describes what is to be seen.
const LONGEST: usize = 12;
/// A rule in a picture is a sentence of so many words.
const SENTENCE: (usize, usize) = (4, 60);
/// Before or within a line of text stands an icon, whose name is short.
const ICON: usize = 3;
/// So many nodes of a drawing are looked at for its text.
const DRAWN: usize = 400;
/// As many elements may stand around its words within it, and no piece of it is longer, in bytes.
const SPANS: usize = 3;
const LONG: usize = 2000;
/// A label that stands beside a name is no longer, in bytes.
const LABEL: usize = 40;
/// So many nodes within an element are looked at before it is taken to have words of its own.
const ENOUGH: usize = 40;

impl Walker<'_> {
    /// Whether an element is a picture; what it says is taken down.
    pub(super) fn is_picture(&mut self, part: Part, attributes: &Attributes, node: &NodeRef<'_>) -> bool {
        let drawn = part == Part::Picture;
        let may_be = drawn || attributes.role == "img" || matches!(part, Part::Inline | Part::Box);
        if !may_be || !drawn && part != Part::Box && attributes.label.is_empty() && attributes.title.is_empty() {
            return false;
        }
        if part == Part::Box {
            if !attributes.is_concealed() {
                self.tick(attributes);
            }
            return true;
        }
        // What is called only when a pointer rests on it may hold a picture that says more.
        if !drawn && !(if attributes.label.is_empty() { is_bare(node) } else { is_empty(node) }) {
            return false;
        }
        if let Some(words) = self.said(drawn, attributes, node) {
            self.picture(&words, attributes);
        } else if drawn && !attributes.is_concealed() {
            self.drawn_text(node);
        }
        true
    }

    /// The words in place of a picture that a reader is to see.
    fn said(&self, drawn: bool, attributes: &Attributes, node: &NodeRef<'_>) -> Option<String> {
        if attributes.aria_hidden
            || attributes.is_concealed()
            || matches!(attributes.role.as_str(), "presentation" | "none")
        {
            return None;
        }
        let inner = || drawn.then(|| title_of(node)).flatten();
        // What an element is called when a pointer rests on it is said where nothing else fills the cell.
        let title = || (self.place.row && !attributes.title.is_empty()).then(|| attributes.title.clone());
        let own = (!attributes.label.is_empty()).then(|| attributes.label.clone());
        let words = own.or_else(inner).or_else(title).map(|words| text::tidy(&words))?;
        (!words.is_empty() && (count_words(&words) <= LONGEST || is_sentence(&words)) && !is_file_name(&words))
            .then_some(words)
    }

    /// The text in a drawing, where it rules something; others are logos and diagrams.
    fn drawn_text(&mut self, node: &NodeRef<'_>) {
        let mut words = String::new();
        for inner in node.descendants_it().take(DRAWN) {
            inner.query(|text| {
                if let NodeData::Text { contents } = &text.data
                    && inner.ancestors_it(Some(SPANS)).any(|around| around.has_name("text"))
                {
                    words.push_str(&contents[..contents.floor_char_boundary(LONG)]);
                    words.push(' ');
                }
            });
        }
        let words = text::tidy(&words);
        if count_words(&words) > 1 && (rules(&words) || counts(&words)) {
            let parts = !self.place.row && self.place.heading.is_none();
            if parts {
                self.flush();
            }
            self.gatherer.gap();
            self.gatherer.text(&words, self.place.strong);
            self.gatherer.gap();
            if parts {
                self.flush();
            }
        }
    }

    fn picture(&mut self, words: &str, attributes: &Attributes) {
        if self.place.control || self.gatherer.is_in_link() {
            // The arrow of a folded section, the logo that leads home.
            return;
        }
        // What a photo shows may look like a rule, but is no sentence.
        let is_rule = || counts(words) || is_sentence(words);
        if self.place.heading.is_none() && (self.place.row || self.place.lists > 0 || is_rule()) {
            self.gatherer.gap();
            self.gatherer.text(words, self.place.strong);
            self.gatherer.gap();
        } else if attributes.small || count_words(words) <= ICON {
            self.gatherer.picture(words);
        }
    }

    /// A box that is shown ticked or not, or a field with something in it that nobody can change.
    ///
    fn tick(&mut self, attributes: &Attributes) {
        let is_box = matches!(attributes.kind.as_str(), "checkbox" | "radio");
        let words = if is_box {
            self.ticked(attributes)
        } else {
            let is_shown = matches!(attributes.kind.as_str(), "" | "text" | "number" | "date");
            let is_button = matches!(attributes.kind.as_str(), "button" | "submit");
            let says = is_shown && attributes.disabled && count_words(&attributes.value) <= LONGEST
                || is_button && is_more_than_a_label(&attributes.value);
            says.then_some(attributes.value.as_str()).filter(|value| !value.is_empty())
        };
        if let Some(words) = words {
            self.gatherer.gap();
            self.gatherer.text(words, self.place.strong);
            self.gatherer.gap();
        }
    }

    /// The sign of a box: in a table each says something; in a list one that can be used says something only where it is
    /// ticked, and elsewhere none does that can be used.
    fn ticked(&self, attributes: &Attributes) -> Option<&'static str> {
        let is_row = self.place.row;
        let says = is_row || attributes.disabled || attributes.checked && self.place.lists > 0;
        says.then_some(if attributes.checked { "☑" } else { "☐" })
    }

    /// The state of an element that plays the part of such a box.
    pub(super) fn played_box(&mut self, attributes: &Attributes) {
        if !matches!(attributes.role.as_str(), "checkbox" | "switch" | "radio") {
            return;
        }
        if let Some(sign) = self.ticked(attributes) {
            self.gatherer.gap();
            self.gatherer.text(sign, self.place.strong);
            self.gatherer.gap();
        }
    }

    /// What an empty cell is called.
    pub(super) fn cell(&mut self, attributes: &Attributes, node: &NodeRef<'_>) {
        let words = if attributes.label.is_empty() { &attributes.title } else { &attributes.label };
        if !words.is_empty() && count_words(words) <= LONGEST && is_bare(node) {
            self.gatherer.text(words, self.place.strong);
        }
    }
}

/// Whether an element that is hidden from screen readers shows a sign that bears a rule, as ticks and crosses do.
pub(super) fn is_sign(node: &NodeRef<'_>) -> bool {
    let mut children = node.children_it(false);
    let Some(only) = children.next() else { return false };
    let is_sign = |text: &str| {
        let text = text.trim();
        !text.is_empty()
            && text.len() <= 16
            && !text.contains(char::is_alphanumeric)
            && text.contains(text::is_weighty_sign)
    };
    children.next().is_none()
        && only.query_or(false, |inner| matches!(&inner.data, NodeData::Text { contents } if is_sign(contents)))
}

/// Whether an element that is hidden from screen readers shows a word or two that answer or rule: "Allowed" before a name.
/// Fonts draw icons in the place of such words as well, but write them small.
pub(super) fn is_label(node: &NodeRef<'_>) -> bool {
    let mut children = node.children_it(false);
    let Some(only) = children.next() else { return false };
    let is_label = |text: &str| {
        let text = text.trim();
        text.len() <= LABEL
            && text.chars().next().is_some_and(|first| first.is_alphabetic() && !first.is_lowercase())
            && says_which(text)
    };
    children.next().is_none()
        && only.query_or(false, |inner| matches!(&inner.data, NodeData::Text { contents } if is_label(contents)))
}

/// Whether what stands for a picture is a sentence that rules: no more than a picture shows in print.
fn is_sentence(words: &str) -> bool {
    (SENTENCE.0..=SENTENCE.1).contains(&count_words(words)) && ends_sentence(words) && rules(words)
}

/// Whether a picture is called by its file alone: nobody wrote that for readers.
pub(in crate::steps::extract) fn is_file_name(words: &str) -> bool {
    let ending = words.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| {
        matches!(ending.as_str(), "png" | "jpg" | "jpeg" | "gif" | "svg" | "webp" | "avif" | "ico")
    })
}

/// The title that a drawing bears.
pub(super) fn title_of(node: &NodeRef<'_>) -> Option<String> {
    let title = node.children_it(false).take(ENOUGH).find(|child| child.has_name("title"))?;
    Some(title.text().to_string())
}

/// Whether an element has no words.
pub(super) fn is_empty(node: &NodeRef<'_>) -> bool {
    let mut seen = 0;
    node.descendants_it().take(ENOUGH + 1).all(|inner| {
        seen += 1;
        seen <= ENOUGH
            && inner.query_or(
                true,
                |inner| !matches!(&inner.data, NodeData::Text { contents } if !contents.trim().is_empty()),
            )
    })
}

/// Whether an element has no words, nor anything that may say some.
pub(super) fn is_bare(node: &NodeRef<'_>) -> bool {
    let is_silent = |inner: &NodeRef<'_>| {
        inner.query_or(true, |inner| match &inner.data {
            NodeData::Element(element) => {
                !matches!(element.name.local, local_name!("img") | local_name!("svg"))
                    && element.attrs.iter().all(|attribute| &*attribute.name.local != "aria-label")
            }
            _ => true,
        })
    };
    is_empty(node) && node.descendants_it().take(ENOUGH).all(|inner| is_silent(&inner))
}
