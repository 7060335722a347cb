//! The fields of one mapping: what its section does not know is unknown, what is wrong is noted.

use std::collections::HashMap;

use super::keys::KeySet;
use super::problem::Notes;
use super::said::{Spoken, said};
use super::suggestion::did_you_mean;
use super::tree::{Content, Node};
use crate::model::Language;

/// Why a value cannot be taken.
#[derive(Debug)]
pub(super) struct Wrong {
    message: Spoken,
    hint: Option<Spoken>,
}

impl Wrong {
    pub(super) fn new(message: impl Into<Spoken>) -> Self {
        Self { message: message.into(), hint: None }
    }

    pub(super) fn hint(self, hint: impl Into<Spoken>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    pub(super) fn maybe(self, hint: Option<Spoken>) -> Self {
        Self { hint, ..self }
    }
}

/// A mapping of the file while it is read.
pub(super) struct Fields<'a> {
    /// In whose name problems are noted ("watch `tiktok-ads`"); empty at the top.
    who: Spoken,
    /// The line on which the mapping begins.
    pub(super) line: usize,
    entries: &'a [(String, usize, Node)],
    /// The keys that it may hold; no other is ever read.
    section: &'static KeySet,
    notes: &'a Notes,
}

impl<'a> Fields<'a> {
    /// The fields of a node that must be a mapping.
    pub(super) fn of(
        node: &'a Node,
        section: &'static KeySet,
        who: Spoken,
        what: &Spoken,
        notes: &'a Notes,
    ) -> Option<Self> {
        if let Content::Mapping(entries) = &node.content {
            return Some(Self { who, line: node.line, entries, section, notes });
        }
        let (sort, english) = (node.content.sort(), what.in_language(Language::English));
        let message = Spoken::both(
            format!("{english} is a mapping of names and values, not {sort}"),
            format!(
                "{} besteht aus Namen und Werten; da steht {}",
                what.in_language(Language::German),
                sort.in_language(Language::German)
            ),
        );
        notes.add(
            node.line,
            message.of(&who),
            Some(said!(
                "each line needs a name and a colon, as in `platform: facebook`",
                "jede Zeile braucht einen Namen und einen Doppelpunkt, wie `platform: facebook`"
            )),
        );
        None
    }

    /// The node of a field, unless it is absent or left empty.
    pub(super) fn node(&self, name: &'static str) -> Option<&'a Node> {
        self.section.key(name)?;
        let (_, _, node) = self.entries.iter().find(|(key, ..)| key == name)?;
        (!matches!(node.content, Content::Nothing)).then_some(node)
    }

    /// The value of a field, if it is there and right.
    pub(super) fn get<T>(&self, name: &'static str, read: impl FnOnce(&str, &Node) -> Result<T, Wrong>) -> Option<T> {
        let node = self.node(name)?;
        read(name, node).map_err(|wrong| self.note(node.line, wrong)).ok()
    }

    /// The value of a field that must be there.
    pub(super) fn need<T>(&self, name: &'static str, read: impl FnOnce(&str, &Node) -> Result<T, Wrong>) -> Option<T> {
        if self.node(name).is_none() {
            self.note(self.line, Wrong::new(said!("`{name}` is missing", "`{name}` fehlt")));
            return None;
        }
        self.get(name, read)
    }

    /// The right values of a list; a lone value is a list of one.
    pub(super) fn list<T>(&self, name: &'static str, read: impl Fn(&str, &Node) -> Result<T, Wrong>) -> Vec<T> {
        let right = |node: &Node| read(name, node).map_err(|wrong| self.note(node.line, wrong)).ok();
        self.items(name).iter().filter_map(right).collect()
    }

    /// The nodes of a list; a lone value is a list of one.
    pub(super) fn items(&self, name: &'static str) -> &'a [Node] {
        match self.node(name) {
            None => &[],
            Some(Node { content: Content::List(items), .. }) => items,
            Some(lone) => std::slice::from_ref(lone),
        }
    }

    /// The entries of a section that must be a list of mappings, each with the name that `who` gives it.
    pub(super) fn entries(&self, section: &'static str, one: &Spoken, called: &'static str) -> Vec<Fields<'a>> {
        let Some(node) = self.node(section) else { return Vec::new() };
        let Content::List(items) = &node.content else {
            let wrong = must_be(section, &said!("a list", "eine Liste"), node);
            let hint = format!("begin each {one} with a dash: `- {called}: …`");
            let german = format!("jeder Eintrag beginnt mit einem Strich: `- {called}: …`");
            self.note(node.line, wrong.hint(Spoken::both(hint, german)));
            return Vec::new();
        };
        let Some(inner) = self.section_of(section) else { return Vec::new() };
        let named = |(number, item): (usize, &'a Node)| {
            let name = name_in(item, called).map_or_else(|| (number + 1).to_string(), |name| format!("`{name}`"));
            let named = |language| format!("{} {name}", one.in_language(language));
            let [english, german] = [Language::English, Language::German].map(named);
            Fields::of(item, inner, Spoken::both(english, german), &this(), self.notes)
        };
        items.iter().enumerate().filter_map(named).collect()
    }

    /// The fields of a section or a value that is a mapping of its own.
    pub(super) fn inner(&self, name: &'static str) -> Option<Fields<'a>> {
        let who = Spoken::from(format!("`{name}`")).of(&self.who);
        Fields::of(self.node(name)?, self.section_of(name)?, who, &this(), self.notes)
    }

    /// The fields of an item of a list within this mapping.
    pub(super) fn item(&self, name: &'static str, node: &'a Node) -> Option<Fields<'a>> {
        let who = Spoken::from(format!("`{name}`")).of(&self.who);
        Fields::of(node, self.section_of(name)?, who, &this(), self.notes)
    }

    /// The keys of what stands under a key.
    fn section_of(&self, name: &str) -> Option<&'static KeySet> {
        self.section.key(name)?.kind.section()
    }

    pub(super) fn note(&self, line: usize, wrong: Wrong) {
        self.notes.add(line, wrong.message.of(&self.who), wrong.hint);
    }

    /// Notes what is wrong with the mapping as a whole.
    pub(super) fn note_here(&self, wrong: Wrong) {
        self.note(self.line, wrong);
    }

    /// To be called when all fields were asked for: notes what is unknown or written twice.
    pub(super) fn close(self) {
        let known = || self.section.keys.iter().map(|key| key.name);
        let mut seen = HashMap::new();
        for (key, line, _) in self.entries {
            if let Some(first) = seen.insert(key, line) {
                self.note(
                    *line,
                    Wrong::new(said!(
                        "`{}` is written twice (first on line {first})",
                        "`{}` steht zweimal da (zuerst in Zeile {first})",
                        shortened(key)
                    )),
                );
            } else if !known().any(|name| name == key) {
                let wrong = Wrong::new(said!("unknown field `{}`", "unbekanntes Feld `{}`", shortened(key)));
                self.note(*line, wrong.maybe(did_you_mean(key, known())));
            }
        }
    }
}

/// That something else stands there than what must.
pub(super) fn must_be(name: &str, what: &Spoken, node: &Node) -> Wrong {
    let sort = node.content.sort();
    let german = [what, &sort].map(|said| said.in_language(Language::German));
    Wrong::new(Spoken::both(
        format!("`{name}` must be {what}, not {sort}"),
        format!("`{name}` muss {} sein; da steht {}", german[0], german[1]),
    ))
}

fn this() -> Spoken {
    said!("this", "das")
}

/// What an entry is called, if it says so in a way that can be shown.
fn name_in(node: &Node, field: &str) -> Option<String> {
    text_in(node, field).map(shortened)
}

/// The text of a field of an entry, as it is written.
pub(super) fn text_in<'a>(node: &'a Node, field: &str) -> Option<&'a str> {
    let Content::Mapping(entries) = &node.content else { return None };
    let (_, _, named) = entries.iter().find(|(key, ..)| key == field)?;
    match &named.content {
        Content::Text(text) if !text.is_empty() => Some(text),
        _ => None,
    }
}

/// A text of the file, fit to be shown in a line of a terminal.
pub(super) fn shortened(text: &str) -> String {
    let clean = |letter: char| if letter.is_control() { '\u{fffd}' } else { letter };
    let short: String = text.chars().take(80).map(clean).collect();
    if text.chars().nth(80).is_some() { short + "…" } else { short }
}
