//! The fields of one mapping: what its section does not know is unknown, what is wrong is noted.

use std::collections::HashMap;

use super::keys::KeySet;
use super::problem::Notes;
use super::suggestion::did_you_mean;
use super::tree::{Content, Node};

/// Why a value cannot be taken.
#[derive(Debug)]
pub(super) struct Wrong {
    message: String,
    hint: Option<String>,
}

impl Wrong {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None }
    }

    pub(super) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    pub(super) fn maybe(self, hint: Option<String>) -> Self {
        Self { hint, ..self }
    }
}

/// A mapping of the file while it is read.
pub(super) struct Fields<'a> {
    /// In whose name problems are noted ("watch `tiktok-ads`"); empty at the top.
    who: String,
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
        who: String,
        what: &str,
        notes: &'a Notes,
    ) -> Option<Self> {
        if let Content::Mapping(entries) = &node.content {
            return Some(Self { who, line: node.line, entries, section, notes });
        }
        let said = format!("{what} is a mapping of names and values, not {}", node.content.sort());
        let message = if who.is_empty() { said } else { format!("{who}: {said}") };
        notes.add(
            node.line,
            message,
            Some("each line needs a name and a colon, as in `platform: facebook`".to_owned()),
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
            self.note(self.line, Wrong::new(format!("`{name}` is missing")));
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
    pub(super) fn entries(&self, section: &'static str, one: &str, called: &'static str) -> Vec<Fields<'a>> {
        let Some(node) = self.node(section) else { return Vec::new() };
        let Content::List(items) = &node.content else {
            let wrong = Wrong::new(format!("`{section}` must be a list, not {}", node.content.sort()));
            self.note(node.line, wrong.hint(format!("begin each {one} with a dash: `- {called}: …`")));
            return Vec::new();
        };
        let Some(inner) = self.section_of(section) else { return Vec::new() };
        let named = |(number, item): (usize, &'a Node)| {
            let who =
                name_in(item, called).map_or_else(|| format!("{one} {}", number + 1), |name| format!("{one} `{name}`"));
            Fields::of(item, inner, who, "this", self.notes)
        };
        items.iter().enumerate().filter_map(named).collect()
    }

    /// The fields of a section or a value that is a mapping of its own.
    pub(super) fn inner(&self, name: &'static str) -> Option<Fields<'a>> {
        let who = if self.who.is_empty() { format!("`{name}`") } else { format!("{}: `{name}`", self.who) };
        Fields::of(self.node(name)?, self.section_of(name)?, who, "this", self.notes)
    }

    /// The fields of an item of a list within this mapping.
    pub(super) fn item(&self, name: &'static str, node: &'a Node) -> Option<Fields<'a>> {
        Fields::of(node, self.section_of(name)?, format!("{}: `{name}`", self.who), "this", self.notes)
    }

    /// The keys of what stands under a key.
    fn section_of(&self, name: &str) -> Option<&'static KeySet> {
        self.section.key(name)?.kind.section()
    }

    pub(super) fn note(&self, line: usize, wrong: Wrong) {
        let message = if self.who.is_empty() { wrong.message } else { format!("{}: {}", self.who, wrong.message) };
        self.notes.add(line, message, wrong.hint);
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
                self.note(*line, Wrong::new(format!("`{}` is written twice (first on line {first})", shortened(key))));
            } else if !known().any(|name| name == key) {
                let wrong = Wrong::new(format!("unknown field `{}`", shortened(key)));
                self.note(*line, wrong.maybe(did_you_mean(key, known())));
            }
        }
    }
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
