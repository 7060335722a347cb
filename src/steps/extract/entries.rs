//! The links of a page outside of its menus: a policy hub is made of what the main text's judge would call boilerplate.

use super::format::{self, Format};
use super::html::parse;
use super::{Reading, charset};
use crate::model::{Link, Selection, Snapshot};
use crate::steps::text;

/// What leads through the site and not into the rules.
const BOILERPLATE: &str = "nav, header, footer, aside, dialog, template, [hidden], [aria-hidden=true], [role=navigation], \
                         [role=banner], [role=contentinfo], [role=complementary], [role=dialog], [role=search]";

/// The main part of a page, where it says which that is.
const MAIN: &str = "main, [role=main]";

/// The links of what the watch selects, else of the page's main part, in order.
#[must_use]
pub fn entries(snapshot: &Snapshot, reading: Reading<'_>) -> Vec<Link> {
    if format::of(snapshot) != Format::Html {
        return Vec::new();
    }
    let Ok(page) = parse::with_scripts(&charset::decode(snapshot, reading.language)) else { return Vec::new() };
    for selector in reading.remove.iter().filter_map(css).chain([BOILERPLATE]) {
        if let Some(found) = page.try_select(selector) {
            found.remove();
        }
    }
    let selected: Vec<&str> = reading.select.iter().filter_map(css).collect();
    let roots = match selected.as_slice() {
        [] if page.try_select(MAIN).is_some() => vec![MAIN],
        [] => vec!["body"],
        _ => selected,
    };
    let mut links = Vec::new();
    for root in roots.into_iter().filter_map(|root| page.try_select(root)) {
        for link in &root.select("a[href]") {
            let (text, target) = (text::tidy(&link.text()), link.attr("href").unwrap_or_default().to_string());
            links.push(Link { text, target });
        }
    }
    links
}

fn css(selection: &Selection) -> Option<&str> {
    match selection {
        Selection::Css(selector) => Some(selector),
        Selection::Range { .. } => None,
    }
}
