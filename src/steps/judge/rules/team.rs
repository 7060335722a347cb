//! A team's own rules: they raise or lower what the judgement alone would say.

use crate::model::{Matcher, TeamRule, Tier, Topic, Verdict, platform_key};
use crate::steps::judge::case::Case;

/// The rules whose conditions all hold.
pub(in crate::steps::judge) fn fitting<'a>(case: &Case<'a>, topics: &[Topic]) -> impl Iterator<Item = &'a TeamRule> {
    let here = *case;
    let topics = topics.to_vec();
    case.rules.iter().filter(move |rule| fits(rule, &here, &topics))
}

/// The tier after a rule.
pub(in crate::steps::judge) fn apply(verdict: Verdict, tier: Tier) -> Tier {
    match verdict {
        Verdict::Raise(least) => tier.max(least),
        Verdict::Lower(most) => tier.min(most),
    }
}

fn fits(rule: &TeamRule, case: &Case<'_>, found: &[Topic]) -> bool {
    let platform = platform_key(case.platform);
    let names = [case.document.to_lowercase(), case.watch.to_lowercase()];
    (rule.platforms.is_empty() || rule.platforms.iter().any(|wanted| platform_key(wanted) == platform))
        && (rule.documents.is_empty()
            || rule.documents.iter().any(|part| names.iter().any(|name| name.contains(&part.to_lowercase()))))
        && (rule.topics.is_empty() || rule.topics.iter().any(|topic| found.contains(topic)))
        && rule.matches.as_ref().is_none_or(|matcher| matches(matcher, case))
}

/// Whether a changed passage, as it was or as it is, holds what the rule looks for.
fn matches(matcher: &Matcher, case: &Case<'_>) -> bool {
    let mut texts = case.comparison.hunks.iter().flat_map(|hunk| [&hunk.before, &hunk.after]).flatten();
    match matcher {
        Matcher::Phrase(phrase) => {
            let phrase = phrase.to_lowercase();
            texts.any(|text| text.to_lowercase().contains(&phrase))
        }
        Matcher::Pattern(pattern) => texts.any(|text| pattern.is_match(text)),
    }
}
