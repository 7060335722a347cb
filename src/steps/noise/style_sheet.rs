//! Rule: a style sheet that leaked into the text, or is gone from it ("p.p1 {margin: 0.0px; font: 12.0px Times}").
//!
//! Evidence: each side is nothing, or nothing but selectors with declarations in braces behind them, several in all, all of how
//! something looks, some of which are lengths or colours; the sheet came or went whole, and is no code of a document. Verdict: markup.

use std::sync::LazyLock;

use regex::Regex;

use super::DifferingBlocks;
use super::surroundings::Surroundings;

/// A selector and what stands in its braces.
static RULE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?<selector>[^{};]{1,200})\{(?<declared>[^{}]{0,4000})\}").ok());
static SELECTOR: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"^\s*(?:[.#*@]|[a-z][a-z0-9]*\b)[\w\s.#:>,*~+\-\[\]="'()@]*$"#).ok());
static DECLARATION: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^\s*-?[a-z]+(?:-[a-z]+)*\s*:\s*\S").ok());
/// A length or a colour.
static VALUE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r":[^;]*(?:\d(?:px|em|rem|pt|vh|vw)\b|#[0-9a-fA-F]{3,8}\b)").ok());
/// What style sheets declare: how something looks. Rules in braces speak of something else.
const PROPERTIES: [&str; 40] = [
    "align-items",
    "background",
    "background-color",
    "border",
    "border-collapse",
    "border-color",
    "border-radius",
    "bottom",
    "box-shadow",
    "color",
    "cursor",
    "direction",
    "display",
    "flex",
    "float",
    "font",
    "font-family",
    "font-kerning",
    "font-size",
    "font-style",
    "font-weight",
    "height",
    "left",
    "letter-spacing",
    "line-height",
    "list-style",
    "list-style-type",
    "margin",
    "margin-bottom",
    "margin-left",
    "margin-right",
    "margin-top",
    "max-width",
    "min-height",
    "padding",
    "text-align",
    "text-decoration",
    "top",
    "vertical-align",
    "width",
];
/// A sheet declares so much.
const DECLARATIONS: usize = 3;

/// Whether each side is a style sheet, or nothing.
pub(super) fn holds(difference: &DifferingBlocks<'_>, _: &Surroundings) -> bool {
    let sides = [difference.before(), difference.after()];
    // Another value in a sheet that stays may be a rule of how something has to look.
    sides.iter().any(|text| text.is_empty())
        && sides.into_iter().all(|text| text.is_empty() || is_sheet(text))
        && !difference.blocks().any(|block| block.is_data() || block.is_introduced())
}

/// Whether a declaration is of how something looks.
fn is_of_looks(line: &str) -> bool {
    let property = line.split(':').next().unwrap_or_default().trim().trim_start_matches('-');
    PROPERTIES.contains(&property) || property.starts_with("webkit-") || property.starts_with("moz-")
}

fn is_sheet(text: &str) -> bool {
    let (Some(rule), Some(selector), Some(declaration), Some(value)) = (&*RULE, &*SELECTOR, &*DECLARATION, &*VALUE)
    else {
        return false;
    };
    let (mut at, mut declared, mut has_value) = (0, 0, false);
    for parts in rule.captures_iter(text) {
        let (Some(whole), selected, inside) = (parts.get(0), &parts["selector"], &parts["declared"]) else {
            return false;
        };
        let mut lines = inside.split(';').filter(|line| !line.trim().is_empty());
        // Nothing may stand between two rules.
        if !text[at..whole.start()].trim().is_empty()
            || !selector.is_match(selected)
            || !lines.all(|line| declaration.is_match(line) && is_of_looks(line))
        {
            return false;
        }
        declared += inside.matches(':').count();
        has_value |= value.is_match(&format!(":{inside}"));
        at = whole.end();
    }
    declared >= DECLARATIONS && has_value && text[at..].trim().is_empty()
}
