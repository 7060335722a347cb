//! Differences in words that say nothing of the rules, and their neighbours that do.

mod around_in_eight_languages;
mod buttons;
mod confirmed;
mod courtesies;
mod dates;
mod labels_above;
mod languages;
mod menus;
mod other_words;
mod sections;
mod table;
mod whole;
mod words;

use hausrecht::model::{Block, BlockKind, Comparison, Document, Link};
use hausrecht::steps::compare::compare;

/// A document: `#` headings, `- ` items, `|` rows of a table, else paragraphs, a line each; `[words](target)` is a link;
/// what begins with `~` stands outside of the text.
fn document(text: &str) -> Document {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    Document { blocks: lines.map(block).collect(), ..Document::default() }
}

fn block(line: &str) -> Block {
    let (outside, line) = line.strip_prefix('~').map_or((false, line), |line| (true, line));
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    let (kind, mut rest) = match (marks, line.strip_prefix("- ")) {
        (0, None) if line.starts_with('|') => (BlockKind::Row, line.trim_start_matches(['|', ' '])),
        (0, None) => (BlockKind::Paragraph, line),
        (0, Some(item)) => (BlockKind::Item(1), item),
        (level, _) => (BlockKind::Heading(u8::try_from(level).expect("few marks")), line[level..].trim_start()),
    };
    let (mut text, mut links) = (String::new(), Vec::new());
    while let Some((before, link)) = rest.split_once('[') {
        let Some(((words, target), after)) =
            link.split_once(')').and_then(|(link, after)| Some((link.split_once("](")?, after)))
        else {
            break;
        };
        text.push_str(before);
        text.push_str(words);
        links.push(Link { text: words.to_owned(), target: target.to_owned() });
        rest = after;
    }
    text.push_str(rest);
    Block { kind, text, links, outside }
}

/// A policy of a few sections around what a test is about.
fn policy(top: &str, section: &str) -> Document {
    document(&format!(
        "# Page rules\n{top}\n## Contests\nContests may be run on pages. Entrants must be told the rules.\n{section}\n\
         ## Ads\nAds must be marked as such and must not mislead.\n## Appeals\nYou may ask for a second look within 30 days."
    ))
}

fn at_top(before: &str, after: &str) -> Comparison {
    compare(&policy(before, ""), &policy(after, ""))
}

fn in_section(before: &str, after: &str) -> Comparison {
    compare(&policy("", before), &policy("", after))
}

/// That this rule held something back, and nothing is told.
fn held(key: &str, comparison: &Comparison) {
    let rules = comparison.held.iter().chain(&comparison.hunks).map(|hunk| hunk.held_by.as_deref());
    let rules: Vec<_> = rules.collect();
    assert!(rules.contains(&Some(key)) && !rules.contains(&None), "{key} was expected of {comparison:#?}");
}

/// That what looks like the matter of this rule is told.
fn told(key: &str, comparison: &Comparison) {
    let is_told = comparison.hunks.iter().any(|hunk| hunk.held_by.is_none());
    assert!(is_told && !comparison.is_noise(), "not to be held back as `{key}`: {comparison:#?}");
}
