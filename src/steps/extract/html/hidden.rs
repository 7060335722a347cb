//! What a page does not show, and what it shows once a section is opened.

use std::collections::HashSet;

use dom_query::{NodeData, Tree};

use super::element::{Attributes, Shown};
use super::zone::Purpose;

/// The ids that a link or a control on the page leads to.
pub(super) fn opened(tree: &Tree) -> HashSet<String> {
    let mut ids = HashSet::new();
    for node in tree.root().descendants_it() {
        node.query(|inner| {
            let NodeData::Element(element) = &inner.data else { return };
            for attribute in &element.attrs {
                let value: &str = &attribute.value;
                match attribute.name.local.as_ref() {
                    "aria-controls" => ids.extend(value.split_whitespace().map(str::to_owned)),
                    "href" | "data-target" | "data-bs-target" => {
                        if let Some(id) = value.strip_prefix('#')
                            && !id.is_empty()
                        {
                            ids.insert(id.to_owned());
                        }
                    }
                    _ => {}
                }
            }
        });
    }
    ids
}

/// Whether an element is hidden, and how. A section that a reader can open is text.
pub(super) fn purpose<'a>(attributes: &Attributes, opened: impl FnOnce() -> &'a HashSet<String>) -> Option<Purpose> {
    if attributes.shown == Shown::Hidden {
        return Some(Purpose::Hidden);
    }
    if !attributes.is_concealed() || attributes.shown == Shown::Folded {
        return match attributes {
            _ if attributes.shown == Shown::Faint => Some(Purpose::Faint),
            _ if attributes.is_closed_dialog() => Some(Purpose::Dialog),
            _ if attributes.aria_hidden || attributes.inert || attributes.takes_no_room() => Some(Purpose::Faint),
            _ => None,
        };
    }
    let opens = (!attributes.id.is_empty() && opened().contains(&attributes.id))
        || attributes.role == "tabpanel"
        || attributes.called.folded;
    (!opens).then_some(Purpose::Hidden)
}
