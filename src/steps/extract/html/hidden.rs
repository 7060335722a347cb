//! What a page does not show, and what it shows once a section is opened.

use std::collections::HashSet;

use dom_query::{Attr, NodeData, NodeRef, Tree, local_name};

use super::attributes::{Attributes, Shown};
use super::zone::Purpose;

/// So many elements around a hidden one are looked at for the panel that a control opens.
const AROUND: usize = 64;

/// A section that a control opens has more bytes of text among its first elements.
const SECTION: usize = 100;

/// The ids that something on the page leads to.
#[derive(Debug, Default)]
pub(super) struct Opened {
    /// By a link or a control.
    any: HashSet<String>,
    /// By a control: whatever stands inside is shown once it is used.
    panels: HashSet<String>,
}

/// The ids that a link or a control on the page leads to.
pub(super) fn opened(tree: &Tree) -> Opened {
    let mut opened = Opened::default();
    for node in tree.root().descendants_it() {
        node.query(|inner| {
            let NodeData::Element(element) = &inner.data else { return };
            let (mut link, mut is_control) = (None, false);
            for attribute in &element.attrs {
                let value: &str = &attribute.value;
                let id = || value.strip_prefix('#').filter(|id| !id.is_empty());
                match attribute.name.local.as_ref() {
                    "aria-controls" => opened.panels.extend(value.split_whitespace().map(str::to_owned)),
                    "data-target" | "data-bs-target" => opened.panels.extend(id().map(str::to_owned)),
                    "href" => link = id().map(str::to_owned),
                    "aria-expanded" | "aria-selected" | "data-toggle" | "data-bs-toggle" => is_control = true,
                    "role" => is_control |= matches!(value, "button" | "tab"),
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

/// Whether an element is hidden, and how. A section that a reader can open is text, wherever in it the style stands.
pub(super) fn purpose<'a>(
    attributes: &Attributes,
    node: &NodeRef<'_>,
    in_text: bool,
    opened: impl FnOnce() -> &'a Opened,
) -> Option<Purpose> {
    if attributes.shown == Shown::Hidden {
        return Some(Purpose::Hidden);
    }
    let folds = attributes.role == "tabpanel" || attributes.called.folded;
    if attributes.is_concealed() && attributes.shown != Shown::Folded {
        let opens = folds || follows_a_control(node, in_text) || is_opened(attributes, node, opened());
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

impl Opened {
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
fn follows_a_control(node: &NodeRef<'_>, in_text: bool) -> bool {
    let mut before = node.prev_sibling();
    while let Some(text) = before.filter(|node| !node.is_element()) {
        before = text.prev_sibling();
    }
    let Some(head) = before else { return false };
    let is_heading = ["h2", "h3", "h4", "h5", "h6"].iter().any(|name| head.has_name(name));
    let inner = || head.children_it(false).find(NodeRef::is_element);
    (is_heading || in_text && is_a_section(node))
        && (is_control(&head) || inner().is_some_and(|inner| is_control(&inner)))
}

/// Whether a hidden part has more to say than "Copied!" behind a button.
fn is_a_section(node: &NodeRef<'_>) -> bool {
    let length = |inner: &NodeRef<'_>| {
        inner.query_or(0, |inner| match &inner.data {
            NodeData::Text { contents } => contents.trim().len(),
            _ => 0,
        })
    };
    node.descendants_it().take(AROUND).map(|inner| length(&inner)).sum::<usize>() >= SECTION
}

fn is_control(node: &NodeRef<'_>) -> bool {
    node.query_or(false, |inner| {
        let NodeData::Element(element) = &inner.data else { return false };
        let says = |attribute: &Attr| match attribute.name.local.as_ref() {
            "aria-expanded" => true,
            "role" => matches!(&*attribute.value, "button" | "tab"),
            _ => false,
        };
        matches!(element.name.local, local_name!("button") | local_name!("summary")) || element.attrs.iter().any(says)
    })
}
