//! Text that stands in a page for other readers than the one at a screen, or within what is no text: frames that are written
//! into the page, fallbacks of pictures and programs, what is for readers without scripts, lists to choose from.

use dom_query::{LocalName, NodeRef};

use super::attributes::Attributes;
use super::budget::Budget;
use super::chosen::Chosen;
use super::parse;
use super::walk::{self, Manner, Walker};
use crate::model::BlockKind;
use crate::steps::extract::draft::{Draft, Gatherer, counts, rules};
use crate::steps::text::languages::union;

/// So many such texts of a page are read.
const MOST: usize = 500;
/// So many entries of a list to choose from are listened to.
const ENTRIES: usize = 300;
/// A box with more is one of countries or years.
const SHOWN: usize = 40;
/// An entry of it that says something has so many words, or rules something.
const ENTRY: usize = 6;

impl Walker<'_> {
    /// Reads what is no text by its name, where it says something all the same.
    pub(super) fn put_aside(&mut self, name: &LocalName, attributes: &Attributes, node: &NodeRef<'_>) {
        if self.manner.is_inner || self.asides >= MOST || !self.chosen.is_inside() {
            return;
        }
        match &**name {
            // Readers without scripts are few: what is for them is read where it rules something.
            "noscript" => self.fallback(&node.text()),
            "object" | "canvas" | "video" | "audio" => self.fallback(&node.inner_html()),
            "iframe" if !attributes.is_concealed() && !attributes.aria_hidden => {
                if let Some(source) = node.attr("srcdoc") {
                    let drafts = self.fragment(&source);
                    self.take_in(drafts, false);
                }
            }
            "select" => self.entries(attributes, node),
            "meter" | "progress" => self.scale(attributes),
            _ => {}
        }
    }

    fn fragment(&mut self, source: &str) -> Vec<Draft> {
        if !source.contains(|letter: char| letter.is_alphanumeric()) {
            return Vec::new();
        }
        self.asides += 1;
        let Ok(page) = parse::fragment(source, &Budget::of(source.len())) else { return Vec::new() };
        let manner = Manner { is_inner: true, ..Manner::default() };
        walk::walk(&page, Chosen::all(&page, &[]), manner).map(|walked| walked.drafts).unwrap_or_default()
    }

    fn fallback(&mut self, source: &str) {
        if source.split(' ').nth(ENTRY - 1).is_none() {
            return;
        }
        let scripts = union(|words| &words.scripts);
        let asks = |text: &str| {
            let text = text.to_lowercase();
            scripts.iter().chain(["browser"].iter()).any(|word| text.contains(word))
        };
        let drafts = self.fragment(source);
        self.take_in(
            drafts
                .into_iter()
                .filter(|draft| (draft.is_prose() && rules(&draft.text) || counts(&draft.text)) && !asks(&draft.text)),
            true,
        );
    }

    /// Takes blocks in at this place; `aside` where no reader at a screen sees them.
    fn take_in(&mut self, drafts: impl IntoIterator<Item = Draft>, aside: bool) {
        for mut draft in drafts {
            self.flush();
            draft.zone = self.place.zone;
            draft.apart = std::mem::replace(&mut self.nearest, self.depth);
            draft.buttons = self.buttons;
            draft.aside = aside;
            self.walked.drafts.push(draft);
        }
    }

    /// A list to choose from is text where most of it are rules, and its choice where nobody can change it.
    fn entries(&mut self, attributes: &Attributes, node: &NodeRef<'_>) {
        let options: Vec<NodeRef<'_>> =
            node.descendants_it().filter(|inner| inner.has_name("option")).take(ENTRIES).collect();
        if attributes.disabled {
            let chosen = options.iter().find(|option| option.has_attr("selected")).or(options.first());
            if let Some(chosen) = chosen {
                self.gatherer.gap();
                self.gatherer.text(&chosen.text(), self.place.strong);
                self.gatherer.gap();
            }
            return;
        }
        let drafts = options.iter().filter_map(|option| {
            let mut gatherer = Gatherer::default();
            gatherer.text(&option.text(), false);
            gatherer.finish(BlockKind::Item(1))
        });
        let drafts: Vec<Draft> = drafts.collect();
        let says = drafts.iter().filter(|draft| draft.words >= ENTRY || draft.words > 1 && rules(&draft.text)).count();
        // A box of several lines shows its entries without being opened.
        let is_long = |size: &str| size.trim().parse::<u32>().is_ok_and(|lines| lines > 1);
        let is_shown = node.has_attr("multiple") || node.attr("size").is_some_and(|size| is_long(&size));
        if says * 2 > drafts.len() || is_shown && drafts.len() <= SHOWN {
            self.asides += 1;
            self.take_in(drafts, false);
        }
    }
}
