//! What a page does not show, and what it shows once a section is opened.

use std::collections::HashSet;

use dom_query::{Attr, Element, NodeData, NodeRef, Tree, local_name};

use super::attributes::{Attributes, Shown};
use super::zone::Purpose;
use crate::model::count_words;
use crate::steps::extract::draft::{ends_sentence, rules};

/// So many elements around a hidden one are looked at for the panel that a control opens.
const AROUND: usize = 64;

/// A section that a control opens has more bytes of text among its first elements, or rules something, or says it in a
/// sentence of so many words.
const SECTION: usize = 100;
const RULE: usize = 4;
/// What a control names is no longer, in bytes.
const NAMED: usize = 200;

/// The ids that something on the page leads to.
#[derive(Debug, Default)]
pub(super) struct Opened {
    /// By a link or a control.
    any: HashSet<String>,
    /// By a control: whatever stands inside is shown once it is used.
    panels: HashSet<String>,
    /// What a control names in any way; not all that it names is what it opens.
    named: HashSet<String>,
}

/// The ids that a link or a control on the page leads to.
pub(super) fn opened(tree: &Tree) -> Opened {
    let mut opened = Opened::default();
    for node in tree.root().descendants_it() {
        node.query(|inner| {
            let NodeData::Element(element) = &inner.data else { return };
            let is_knob = is_knob(element);
            let (mut link, mut is_control) = (None, is_knob);
            for attribute in &element.attrs {
                let value: &str = &attribute.value;
                let id = || value.strip_prefix('#').filter(|id| !id.is_empty());
                match attribute.name.local.as_ref() {
                    "aria-controls" => opened.panels.extend(value.split_whitespace().map(str::to_owned)),
                    "data-target" | "data-bs-target" => opened.panels.extend(id().map(str::to_owned)),
                    "href" => link = id().map(str::to_owned),
                    "aria-expanded" | "aria-selected" | "data-toggle" | "data-bs-toggle" => is_control = true,
                    "role" => is_control |= matches!(value, "button" | "tab"),
                    "class" | "style" | "id" => {}
                    // A control names what it opens in whatever attribute its script reads, or in the script itself.
                    name if is_knob && value.len() <= NAMED && (name.starts_with("on") || is_a_target(name)) => {
                        let names =
                            value.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '-' | '_')));
                        opened.named.extend(names.filter(|name| name.len() > 1).map(str::to_owned));
                    }
                    _ => {}
                }
            }
            if let Some(id) = link {
                if is_control { &mut opened.panels } else { &mut opened.any }.insert(id);
            }
        });
    }
    opened
}

/// Where an element stands: in what the page calls its main part, in what it does not name, or in a part beside the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    Main,
    Text,
    Around,
}

/// Whether an element is hidden, and how. A section that a reader can open is text, wherever in it the style stands.
pub(super) fn purpose<'a>(
    attributes: &Attributes,
    node: &NodeRef<'_>,
    place: Where,
    opened: impl FnOnce() -> &'a Opened,
) -> Option<Purpose> {
    if attributes.shown == Shown::Hidden {
        return Some(Purpose::Hidden);
    }
    let folds = attributes.role == "tabpanel" || attributes.called.folded;
    if attributes.is_concealed() && attributes.shown != Shown::Folded {
        let is_named = |opened: &Opened| opened.named.contains(&attributes.id) && is_a_text(node);
        let opens = folds || follows_a_control(node, place) || precedes_a_control(node, place) || {
            let opened = opened();
            is_opened(attributes, node, opened) || is_named(opened)
        };
        return (!opens).then_some(Purpose::Hidden);
    }
    match attributes {
        _ if attributes.shown == Shown::Faint => Some(Purpose::Faint),
        _ if attributes.is_closed_dialog() => Some(Purpose::Dialog),
        _ if attributes.takes_no_room() => Some(Purpose::Faint),
        _ if attributes.aria_hidden || attributes.inert => {
            let is_panel = folds || !attributes.id.is_empty() && opened().leads_to(&attributes.id);
            (!is_panel).then_some(Purpose::Faint)
        }
        _ => None,
    }
}

/// Whether an attribute may name what a control opens.
fn is_a_target(name: &str) -> bool {
    name.starts_with("data-") || matches!(name, "popovertarget" | "commandfor" | "for")
}

/// Whether an element does something when it is clicked, by its name or by a script of its own.
fn is_knob(element: &Element) -> bool {
    let href = || element.attrs.iter().find(|attribute| &*attribute.name.local == "href");
    let leads_nowhere =
        || href().is_none_or(|href| matches!(href.value.trim(), "" | "#") || href.value.starts_with("javascript:"));
    match element.name.local {
        local_name!("button") | local_name!("summary") | local_name!("label") => true,
        local_name!("a") if leads_nowhere() => !element.attrs.iter().any(|attribute| &*attribute.name.local == "name"),
        _ => element.attrs.iter().any(|attribute| match &*attribute.name.local {
            "onclick" => true,
            "role" => matches!(&*attribute.value, "button" | "tab"),
            _ => false,
        }),
    }
}

impl Opened {
    /// Whether a control opens the part of that id.
    pub fn opens(&self, id: &str) -> bool {
        !id.is_empty() && (self.panels.contains(id) || self.named.contains(id))
    }

    fn leads_to(&self, id: &str) -> bool {
        self.any.contains(id) || self.panels.contains(id)
    }
}

/// Whether something on the page opens a hidden element, or a panel around it.
fn is_opened(attributes: &Attributes, node: &NodeRef<'_>, opened: &Opened) -> bool {
    if !attributes.id.is_empty() && opened.leads_to(&attributes.id) {
        return true;
    }
    let panel = node.ancestors_it(Some(AROUND)).find_map(|around| {
        around.query_or(None, |inner| {
            let NodeData::Element(element) = &inner.data else { return Some(false) };
            // What leads to all of the page, as a skip link does, opens nothing.
            if matches!(element.name.local, local_name!("main") | local_name!("body") | local_name!("html")) {
                return Some(false);
            }
            let opens = |attribute: &Attr| match attribute.name.local.as_ref() {
                "id" => opened.panels.contains(&*attribute.value),
                "role" => &*attribute.value == "tabpanel",
                _ => false,
            };
            (element.name.local == local_name!("details") || element.attrs.iter().any(opens)).then_some(true)
        })
    });
    panel.unwrap_or_default()
}

/// Whether the head of a folded section stands directly before an element: a control within the text, or a heading
/// with one; its script may name nothing.
fn follows_a_control(node: &NodeRef<'_>, place: Where) -> bool {
    let mut before = node.prev_sibling();
    while let Some(text) = before.filter(|node| !node.is_element()) {
        before = text.prev_sibling();
    }
    let Some(head) = before else { return false };
    let is_heading = ["h2", "h3", "h4", "h5", "h6"].iter().any(|name| head.has_name(name));
    let inner = || head.children_it(false).find(NodeRef::is_element);
    let expands = || is_expanding(&head) || inner().is_some_and(|inner| is_expanding(&inner));
    let is_panel = || match place {
        Where::Main => is_a_section(node) || expands() && is_plain(node, true),
        Where::Text => is_a_text(node) || expands() && is_plain(node, false),
        Where::Around => false,
    };
    (is_heading || is_panel()) && (is_control(&head) || inner().is_some_and(|inner| is_control(&inner)))
}

/// Whether more entries of a list, or rows of a table, are shown by a control right below it: "Show all". The first of them are
/// to be seen.
fn precedes_a_control(node: &NodeRef<'_>, place: Where) -> bool {
    let is_entry = ["li", "tr"].iter().any(|name| node.has_name(name));
    if place == Where::Around || !is_entry {
        return false;
    }
    let Some(list) = node.parent() else { return false };
    let is_shown = |entry: NodeRef<'_>| {
        entry.is_element()
            && !entry.has_attr("hidden")
            && !entry.has_attr("style")
            && !first_text(&entry).trim().is_empty()
    };
    if !list.children_it(false).take(AROUND).any(is_shown) {
        return false;
    }
    let is_part = ["tbody", "thead", "tfoot"].iter().any(|name| list.has_name(name));
    let list = if is_part { list.parent() } else { Some(list) };
    list.and_then(|list| next_element(&list)).is_some_and(|next| {
        let is_knob = |node: &NodeRef<'_>| {
            node.query_or(false, |inner| matches!(&inner.data, NodeData::Element(element) if is_knob(element)))
        };
        is_knob(&next) || next.children_it(false).find(NodeRef::is_element).is_some_and(|inner| is_knob(&inner))
    })
}

/// The element that follows.
fn next_element<'a>(node: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let mut next = node.next_sibling();
    while let Some(text) = next.filter(|node| !node.is_element()) {
        next = text.next_sibling();
    }
    next
}

/// Whether a control says by itself that it folds something.
fn is_expanding(node: &NodeRef<'_>) -> bool {
    node.has_attr("aria-expanded")
}

/// Whether a hidden part holds words and nothing to follow, to click or to fill in: "Not allowed" under "Auctions". Outside
/// of the main part a list may be one of languages to choose from.
fn is_plain(node: &NodeRef<'_>, lists: bool) -> bool {
    let is_text = |inner: NodeRef<'_>| {
        inner.query_or(true, |inner| match &inner.data {
            NodeData::Element(element) => match element.name.local {
                local_name!("a")
                | local_name!("button")
                | local_name!("input")
                | local_name!("select")
                | local_name!("textarea")
                | local_name!("form") => false,
                local_name!("li") => lists,
                _ => !element.attrs.iter().any(|attribute| matches!(&*attribute.name.local, "role" | "onclick")),
            },
            _ => true,
        })
    };
    node.descendants_it().take(FIELDS).all(is_text) && count_words(&first_text(node)) >= 2
}

/// Whether a hidden part has more to say than "Copied!" behind a button.
fn is_a_section(node: &NodeRef<'_>) -> bool {
    let text = first_text(node);
    text.len() >= SECTION || says(&text)
}

/// Whether it is written in sentences, no menu, and asks for nothing.
fn is_a_text(node: &NodeRef<'_>) -> bool {
    let text = first_text(node);
    let links: usize = node
        .descendants_it()
        .take(AROUND)
        .filter(|inner| inner.has_name("a"))
        .map(|link| first_text(&link).len())
        .sum();
    let asks = |inner: NodeRef<'_>| ["input", "textarea", "select"].iter().any(|name| inner.has_name(name));
    says(&text) && links * 2 < text.len() && !node.descendants_it().take(FIELDS).any(asks)
}

fn says(text: &str) -> bool {
    let words = count_words(text);
    words > 1 && rules(text) || words >= RULE && ends_sentence(text.trim_end())
}

/// So many nodes of a hidden part are looked at for fields to fill in.
const FIELDS: usize = 400;

/// What stands in the first nodes within an element.
pub(super) fn first_text(node: &NodeRef<'_>) -> String {
    let mut text = String::new();
    for inner in node.descendants_it().take(AROUND) {
        inner.query(|inner| {
            if let NodeData::Text { contents } = &inner.data {
                let length = contents.floor_char_boundary(LONGEST_PIECE);
                text.push_str(contents[..length].trim());
                text.push(' ');
            }
        });
    }
    text
}

/// So many bytes of each piece of text are looked at.
const LONGEST_PIECE: usize = 2000;

/// Whether a control stands directly before a hidden section of the text.
pub(super) fn opens_what_follows(control: &NodeRef<'_>) -> bool {
    let mut next = control.next_sibling();
    while let Some(text) = next.filter(|node| !node.is_element()) {
        next = text.next_sibling();
    }
    next.is_some_and(|panel| {
        let is_concealed = panel.has_attr("hidden")
            || panel
                .attr("style")
                .is_some_and(|style| style.to_ascii_lowercase().replace(' ', "").contains("display:none"));
        is_concealed && is_a_text(&panel)
    })
}

fn is_control(node: &NodeRef<'_>) -> bool {
    node.query_or(false, |inner| {
        let NodeData::Element(element) = &inner.data else { return false };
        let says = |attribute: &Attr| match attribute.name.local.as_ref() {
            "aria-expanded" => true,
            "role" => matches!(&*attribute.value, "button" | "tab"),
            _ => false,
        };
        is_knob(element) || element.attrs.iter().any(says)
    })
}
