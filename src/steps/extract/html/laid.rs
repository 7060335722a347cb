//! What a page lays out apart although nothing stands between in its source: columns, labels above values.
//!
//! Read are the rules of its own style sheets for everybody who looks at a screen, by the class, the id or the name that
//! their selector ends in; and where no sheet is at hand, an element that holds nothing but others, which are then its parts.

use std::collections::HashSet;

use dom_query::{Element, NodeData, NodeRef, local_name};

use super::attributes::Attributes;
use super::generated::key;

/// What the style sheets within a page set apart.
#[derive(Debug, Default)]
pub(super) struct Laid {
    /// Elements whose parts stand apart.
    spread: HashSet<String>,
    /// Elements that stand apart themselves.
    apart: HashSet<String>,
    /// Classes of which a sheet says something, and those that it moves.
    styled: HashSet<String>,
    moved: HashSet<String>,
}

/// So many rules of either sort are kept.
const MOST: usize = 5000;
/// Properties that set an element apart from what stands beside it.
const MOVES: [&str; 6] = ["display", "float", "margin", "padding", "position", "width"];
/// So many classes of an element are looked up.
const CLASSES: usize = 20;
/// So many nodes of a holder are looked at, and its parts have so many letters.
const PARTS: usize = 32;
const LETTERS: usize = 2;

impl Laid {
    /// Takes note of a rule.
    pub fn rule(&mut self, selectors: &str, body: &str) {
        self.class(selectors, body);
        let Some(value) = display(body) else { return };
        let spreads = matches!(value, "flex" | "grid" | "inline-flex" | "inline-grid");
        let is_apart = spreads || value.starts_with("inline-") || value.starts_with("table") || value == "block";
        for key in selectors.split(',').filter_map(|selector| own_key(selector.trim())) {
            if spreads && self.spread.len() < MOST {
                self.spread.insert(key.clone());
            }
            if is_apart && self.apart.len() < MOST {
                self.apart.insert(key);
            }
        }
    }

    /// Takes note of the classes that a rule is about.
    fn class(&mut self, selectors: &str, body: &str) {
        let moves = MOVES.iter().any(|property| body.contains(property));
        let is_class =
            |selector: &&str| selector.starts_with('.') && !selector[1..].contains(['.', ' ', '>', ':', '[']);
        for selector in selectors.split(',').map(str::trim) {
            if moves && self.moved.len() < MOST {
                self.moved.extend(key(selector));
            } else if is_class(&selector) && self.styled.len() < MOST {
                self.styled.insert(selector.to_owned());
            }
        }
    }

    /// Whether an element and the one before it are of classes whose words run along, as the sheets have it: pages that are
    /// made of a text document cut their words so.
    pub fn run_along(&self, node: &NodeRef<'_>) -> bool {
        let does = |node: &NodeRef<'_>| {
            let class = node.attr("class").unwrap_or_default();
            let mut names = class.split_whitespace().map(|name| format!(".{name}")).peekable();
            names.peek().is_some() && names.all(|name| self.styled.contains(&name) && !self.moved.contains(&name))
        };
        !self.styled.is_empty() && does(node) && node.prev_sibling().is_some_and(|before| does(&before))
    }

    /// Adds what the sheets say of an element to its attributes.
    pub fn tell(&self, element: &Element, attributes: &mut Attributes) {
        if self.apart.is_empty() {
            return;
        }
        let mut is_in = |key: &str| {
            // What spreads its parts stands apart, too.
            if self.apart.contains(key) {
                attributes.apart = true;
                attributes.spread |= self.spread.contains(key);
            }
        };
        is_in(&element.name.local);
        for attribute in &element.attrs {
            match attribute.name.local.as_ref() {
                "class" => {
                    let mut key = String::with_capacity(attribute.value.len() + 1);
                    for name in attribute.value.split_whitespace().take(CLASSES) {
                        key.clear();
                        key.extend([".", name]);
                        is_in(&key);
                    }
                }
                "id" => is_in(&format!("#{}", &*attribute.value)),
                _ => {}
            }
        }
    }
}

/// By what the elements of a selector are looked up; a name within another element says nothing of all that bear it: the
/// days of a calendar stand apart, the words of the page do not.
fn own_key(selector: &str) -> Option<String> {
    let key = key(selector)?;
    (key.starts_with(['.', '#']) || !selector.contains([' ', '>', '+', '~'])).then_some(key)
}

/// How a rule displays its elements.
fn display(body: &str) -> Option<&str> {
    let mut declarations = body.split(';').filter_map(|declaration| declaration.split_once(':'));
    let (_, value) = declarations.rfind(|(property, _)| property.trim() == "display")?;
    value.split_whitespace().next()
}

/// Whether an element follows on another one with nothing between, in one that holds nothing but such parts: a label and
/// its value. In a paragraph, words are cut like that.
pub(super) fn is_next_part(node: &NodeRef<'_>) -> bool {
    let Some(before) = node.prev_sibling().filter(NodeRef::is_element) else { return false };
    let Some(holder) = node.parent() else { return false };
    is_holder(&holder) && [&before, node].into_iter().all(is_part) && {
        let mut parts = holder.children_it(false).take(PARTS);
        parts.all(|part| part.is_element() || part.is_comment() || part.text().trim().is_empty())
    }
}

/// Whether an element may be a label or a value: it has more than a letter, and is no picture.
fn is_part(node: &NodeRef<'_>) -> bool {
    let is_mark = ["sub", "sup", "br", "wbr", "img", "svg"].iter().any(|name| node.has_name(name));
    let letters = |node: NodeRef<'_>| -> usize {
        node.query_or(0, |inner| match &inner.data {
            NodeData::Text { contents } => {
                contents.chars().filter(|letter| letter.is_alphanumeric()).take(LETTERS).count()
            }
            _ => 0,
        })
    };
    !is_mark && node.descendants_it().take(PARTS).map(letters).sum::<usize>() >= LETTERS
}

fn is_holder(node: &NodeRef<'_>) -> bool {
    node.query_or(false, |inner| match &inner.data {
        NodeData::Element(element) => match element.name.local {
            local_name!("div")
            | local_name!("li")
            | local_name!("td")
            | local_name!("th")
            | local_name!("dt")
            | local_name!("dd")
            | local_name!("section")
            | local_name!("a")
            | local_name!("button")
            | local_name!("summary")
            | local_name!("label") => true,
            // An element of the page's own making.
            ref name => name.contains('-'),
        },
        _ => false,
    })
}
