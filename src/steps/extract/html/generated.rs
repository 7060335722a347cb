//! Words that a style sheet within the page writes before or behind an element: `.fee::before { content: "not " }`.
//!
//! Read are rules for everybody who looks at a screen, by the class, the id or the name that their selector ends in. What
//! sheets at other addresses write and counters are beyond what a page by itself tells.

use std::collections::HashMap;

use dom_query::Element;

use super::sheet::past_string;
use crate::steps::text;

/// By class (`.name`), id (`#name`) or name of the element.
#[derive(Debug, Default)]
pub(super) struct Generated {
    before: HashMap<String, DrawnWords>,
    behind: HashMap<String, DrawnWords>,
}

/// What a rule writes.
#[derive(Debug, Clone)]
enum DrawnWords {
    Words(String),
    /// The value of an attribute of that name.
    Attribute(String),
}

/// So many rules are kept; a page has a handful.
const MOST: usize = 2000;
/// What is written so is a word or two.
const LONGEST: usize = 200;
/// So many classes of an element are looked up.
const CLASSES: usize = 20;

impl Generated {
    /// Takes note of a rule.
    pub fn rule(&mut self, selectors: &str, body: &str) {
        let Some(words) = content(body) else { return };
        for selector in selectors.split(',') {
            let Some((element, side)) = selector.trim().rsplit_once(':') else { continue };
            let element = element.trim_end_matches(':');
            let side = match side {
                "before" => &mut self.before,
                "after" => &mut self.behind,
                _ => continue,
            };
            if let Some(key) = key(element).filter(|_| side.len() < MOST) {
                side.insert(key, words.clone());
            }
        }
    }

    /// What is written before and behind an element.
    pub fn around(&self, element: &Element) -> (Option<String>, Option<String>) {
        if self.before.is_empty() && self.behind.is_empty() {
            return (None, None);
        }
        let mut keys = vec![element.name.local.to_string()];
        for attribute in &element.attrs {
            match attribute.name.local.as_ref() {
                "class" => keys.extend(attribute.value.split_whitespace().take(CLASSES).map(|name| format!(".{name}"))),
                "id" => keys.push(format!("#{}", &*attribute.value)),
                _ => {}
            }
        }
        let of = |side: &HashMap<String, DrawnWords>| {
            let written = keys.iter().rev().find_map(|key| side.get(key))?;
            written.of(element)
        };
        (of(&self.before), of(&self.behind))
    }
}

impl DrawnWords {
    /// The words beside an element.
    fn of(&self, element: &Element) -> Option<String> {
        match self {
            Self::Words(words) => Some(words.clone()),
            Self::Attribute(name) => {
                let attribute = element.attrs.iter().find(|attribute| *attribute.name.local == **name)?;
                weighty(&attribute.value)
            }
        }
    }
}

/// What a rule writes; none where it writes a mark or nothing.
fn content(body: &str) -> Option<DrawnWords> {
    let (_, value) = body.split_once("content")?;
    let value = value.trim_start().strip_prefix(':')?.trim_start();
    let name = value.strip_prefix("attr(").and_then(|rest| rest.split_once(')')).map(|(name, _)| name.trim());
    if name.is_none() && !value.starts_with(['"', '\'']) {
        return None;
    }
    // What is laid over the page, or not shown, does not run along with the text.
    let bare: String = body.chars().filter(|letter| !letter.is_whitespace()).collect();
    if ["position:absolute", "position:fixed", "display:none", "visibility:hidden"]
        .iter()
        .any(|rule| bare.contains(rule))
    {
        return None;
    }
    if let Some(name) = name {
        return Some(DrawnWords::Attribute(name.to_ascii_lowercase()));
    }
    let written = value.get(1..past_string(value.as_bytes(), 0)).filter(|written| written.len() <= LONGEST)?;
    weighty(&unescaped(written)).map(DrawnWords::Words)
}

/// Words that say something, and no mark alone.
fn weighty(written: &str) -> Option<String> {
    let words = text::tidy(&written[..written.floor_char_boundary(LONGEST)]);
    let is_word = words.split(|letter: char| !letter.is_alphabetic()).any(|word| word.chars().count() > 1);
    (is_word || words.contains(text::is_weighty_sign)).then_some(words)
}

/// `\2713 ` is the letter of that number; a backslash before any other letter only keeps it.
fn unescaped(written: &str) -> String {
    let mut out = String::new();
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let digits = after.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        if digits == 0 {
            rest = after;
            continue;
        }
        out.extend(u32::from_str_radix(&after[..digits], 16).ok().and_then(char::from_u32));
        rest = after[digits..].strip_prefix(' ').unwrap_or(&after[digits..]);
    }
    out.push_str(rest);
    out
}

/// By what a selector's last part is looked up.
pub(super) fn key(selector: &str) -> Option<String> {
    let last = selector.rsplit([' ', '>', '+', '~']).next()?;
    if last.is_empty() || last.contains([':', '[', '*', '(']) {
        return None;
    }
    let place = last.rfind(['.', '#']);
    Some(place.map_or_else(|| last.to_ascii_lowercase(), |place| last[place..].to_owned()))
}
