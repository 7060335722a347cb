//! The numbers that the screen shows before the items of a list.

use dom_query::{Document, LocalName, NodeRef};
use memchr::memmem;

use super::attributes::Attributes;
use crate::steps::extract::numbered::points_to;

/// A list whose items the screen numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbers {
    next: i64,
    step: i64,
    style: Style,
}

#[derive(Debug, Clone, Copy)]
enum Style {
    Digits,
    Letters,
    Roman,
}

/// The roman numbers go on for ever; lists do not.
const ROMANS: i64 = 400;

impl Numbers {
    /// The numbers of a list; none where it has none.
    pub fn of(name: &LocalName, attributes: &Attributes, node: &NodeRef<'_>) -> Option<Self> {
        if &**name != "ol" {
            return None;
        }
        let length = || node.children_it(false).filter(|child| child.has_name("li")).count();
        let style = match attributes.kind.as_str() {
            "a" => Style::Letters,
            "i" => Style::Roman,
            _ => Style::Digits,
        };
        let first = if attributes.reversed { i64::try_from(length()).unwrap_or(1) } else { 1 };
        Some(Self { next: attributes.start.unwrap_or(first), step: if attributes.reversed { -1 } else { 1 }, style })
    }

    /// The number of the next item, or that which the item names itself.
    pub fn take(&mut self, own: Option<i64>) -> String {
        let number = own.unwrap_or(self.next);
        self.next = number.saturating_add(self.step);
        match self.style {
            Style::Letters if (1..=26).contains(&number) => {
                let letter = u8::try_from(number - 1).map_or('?', |place| char::from(b'a' + place));
                format!("{letter}.")
            }
            Style::Roman if (1..=ROMANS).contains(&number) => format!("{}.", roman(number)),
            _ => format!("{number}."),
        }
    }
}

fn roman(number: i64) -> String {
    let signs = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let (mut rest, mut out) = (number, String::new());
    for (value, sign) in signs {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

/// Whether a list has numbers that the order of its items does not tell, and the text points to one of them: "rule 4".
pub(super) fn matter(page: &Document, source: &str) -> bool {
    let holds = |signs: &[&str]| signs.iter().any(|sign| memmem::find(source.as_bytes(), sign.as_bytes()).is_some());
    let may_begin = holds(&["start=", "START=", "reversed", "REVERSED"]);
    let may_be_valued = has_item_with_value(source);
    if !may_begin && !may_be_valued {
        return false;
    }
    let number = |node: &NodeRef<'_>, name: &str| node.attr(name).and_then(|value| value.trim().parse::<usize>().ok());
    let mut ranges = Vec::new();
    for list in page.select("ol[start], ol[reversed]").nodes() {
        let length = list.children_it(false).filter(|child| child.has_name("li")).count();
        let first = number(list, "start").unwrap_or(1);
        ranges.push((first.saturating_sub(length), first.saturating_add(length)));
    }
    let items = page.select("ol > li[value]");
    ranges.extend(items.nodes().iter().filter_map(|item| number(item, "value")).map(|own| (own, own)));
    !ranges.is_empty() && points_to(source, |number| ranges.iter().any(|(from, to)| (*from..=*to).contains(&number)))
}

/// Whether the tag of an item speaks of a value.
fn has_item_with_value(source: &str) -> bool {
    let bytes = source.as_bytes();
    let tags = |name: &'static str| memmem::find_iter(bytes, name).filter_map(|at| bytes.get(at + name.len()..));
    let speaks = |tag: &[u8]| {
        let tag = tag.split(|byte| *byte == b'>').next().unwrap_or_default();
        tag.first().is_some_and(u8::is_ascii_whitespace)
            && (memmem::find(tag, b"value").is_some() || memmem::find(tag, b"VALUE").is_some())
    };
    tags("<li").chain(tags("<LI")).any(speaks)
}
