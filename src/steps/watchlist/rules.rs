//! The `rules` section: what the team itself wants raised or lowered.

use regex::{Regex, RegexBuilder};

use super::fields::{Fields, Wrong, shortened};
use super::said::said;
use super::tree::Node;
use super::values::{platform, text, tier, topic};
use crate::model::{Matcher, TeamRule, Verdict};

/// A compiled pattern larger than this is a mistake or an attack.
const LARGEST_PATTERN: usize = 1 << 20;

/// Reads the rules.
pub(super) fn read(top: &Fields) -> Vec<TeamRule> {
    top.entries("rules", &said!("rule", "Regel"), "because").into_iter().filter_map(rule).collect()
}

fn rule(fields: Fields) -> Option<TeamRule> {
    let because = fields.need("because", text);
    let platforms = fields.list("platforms", platform);
    let documents = fields.list("documents", text);
    let topics = fields.list("topics", topic);
    let phrase = fields.get("phrase", text).map(Matcher::Phrase);
    let pattern = fields.get("pattern", pattern).map(Matcher::Pattern);
    let raise = fields.get("raise", tier).map(Verdict::Raise);
    let lower = fields.get("lower", tier).map(Verdict::Lower);
    let written = |name| fields.node(name).is_some();
    if written("raise") == written("lower") {
        fields.note_here(
            Wrong::new(said!(
                "needs `raise` or `lower`, and only one of them",
                "braucht `raise` oder `lower`, und nur eines davon"
            ))
            .hint(said!("as in `raise: alert` or `lower: fyi`", "wie `raise: alert` oder `lower: fyi`")),
        );
    }
    if written("phrase") && written("pattern") {
        fields.note_here(Wrong::new(said!(
            "either `phrase` or `pattern`, not both",
            "entweder `phrase` oder `pattern`, nicht beides"
        )));
    }
    if !["platforms", "documents", "topics", "phrase", "pattern"].into_iter().any(written) {
        let wrong = Wrong::new(said!("would hold for every change", "gälte für jede Änderung"));
        fields.note_here(wrong.hint(said!(
            "name `platforms`, `documents`, `topics`, a `phrase` or a `pattern`",
            "`platforms`, `documents`, `topics`, `phrase` oder `pattern` nennen"
        )));
    }
    fields.close();
    Some(TeamRule {
        platforms,
        documents,
        topics,
        matches: phrase.or(pattern),
        verdict: raise.or(lower)?,
        because: because?,
    })
}

fn pattern(name: &str, node: &Node) -> Result<Regex, Wrong> {
    let written = text(name, node)?;
    RegexBuilder::new(&written).size_limit(LARGEST_PATTERN).build().map_err(|error| {
        let said = error.to_string();
        // The last line says why; those before it draw the pattern.
        let why = said.lines().last().unwrap_or_default().trim_start_matches("error: ");
        Wrong::new(said!(
            "`{name}` is not a regular expression: `{}` ({why})",
            "`{name}` ist kein regulärer Ausdruck: `{}` ({why})",
            shortened(&written)
        ))
    })
}
