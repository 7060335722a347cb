//! A change as a person reads it at the terminal.

use std::fmt::Write as _;

use anstyle::Style;
use jiff::tz::TimeZone;

use super::passage_text::{self, Layout, Length};
use super::terminal::{self, FAINT, LOUD, STRONG, WARM};
use super::{judged_words, times, tongue};
use crate::model::{Because, Change, Direction, Held, Hunk, Language, Tier, platform_name};
use crate::steps::compose;

/// A change in one line, for lists; in several where the window is narrow.
pub fn line(change: &Change, zone: &TimeZone) -> String {
    let assessment = &change.assessment;
    let topics = judged_words::topics(&assessment.topics);
    let date = assessment.effective_date.map(times::day);
    let date = date.map_or_else(String::new, |date| phrase!("from {date}", "ab {date}"));
    let tier = judged_words::tier(assessment.tier);
    let width = judged_words::tier(Tier::Fyi).chars().count().max(5);
    let handed_in = if change.to.by_hand { phrase!(", handed in", ", eingereicht") } else { String::new() };
    let (added, removed) = (change.words_added, change.words_removed);
    let words = phrase!("+{added} −{removed} words{handed_in}", "+{added} −{removed} Wörter{handed_in}");
    let parts = [
        terminal::painted(&change.id, FAINT),
        times::shown(change.detected_at, zone),
        terminal::painted(&format!("{tier:width$}"), tier_style(assessment.tier)),
        format!("{} · {}", platform_name(&change.platform), change.document),
        in_a_row(assessment.direction, &topics),
        date,
        terminal::painted(&words, FAINT),
    ];
    terminal::in_parts(&parts, 4)
}

/// "stricter promotions", "Gewinnspiele: strenger".
fn in_a_row(direction: Direction, topics: &str) -> String {
    let direction = judged_words::direction(direction);
    match (tongue::spoken(), topics) {
        (_, "") => direction.to_owned(),
        (Language::English, topics) => format!("{direction} {topics}"),
        (Language::German, topics) => format!("{topics}: {direction}"),
    }
}

/// A change in a few words, behind a line on something else: its id, and what it is.
pub fn in_short(change: &Change) -> [String; 2] {
    let assessment = &change.assessment;
    let topic = assessment.topics.first().map_or("", |topic| judged_words::topic(*topic));
    let date = assessment
        .effective_date
        .map(times::day)
        .map_or_else(String::new, |date| phrase!(" from {date}", " ab {date}"));
    let tier = judged_words::tier(assessment.tier);
    [change.id.clone(), format!("{tier} {}{date}", in_a_row(assessment.direction, topic))]
}

/// A passage that is held back: its rule, when it was seen, and the words.
pub fn held(held: &Held, zone: &TimeZone, length: Length) -> String {
    let change = &held.change;
    let parts = [
        terminal::painted(&change.id, FAINT),
        times::shown(held.first_seen, zone),
        terminal::painted(&rule(held.rule()), WARM),
        format!("{} · {}", platform_name(&change.platform), change.document),
        terminal::painted(&seen_again(held, zone), FAINT),
    ];
    let mut out = format!("{}\n", terminal::in_parts(&parts, 4));
    for hunk in &change.hunks {
        out.push_str(&passage_text::of(hunk, Layout::one_below_the_other(length)));
    }
    out
}

/// A rule that holds back, in plain words and by its key.
fn rule(key: &str) -> String {
    format!("{} ({key})", compose::rule(key, tongue::spoken()))
}

fn seen_again(held: &Held, zone: &TimeZone) -> String {
    let last = times::shown(held.last_seen, zone);
    match (held.taken, held.looks) {
        (true, _) => phrase!("taken into the text", "in den Text übernommen"),
        (false, 1) => phrase!("seen once, {last}", "einmal gesehen, {last}"),
        (false, looks) => phrase!("seen {looks} times, last {last}", "{looks}-mal gesehen, zuletzt {last}"),
    }
}

/// Passages that rules hold back, each under the rule's key; nothing where there are none.
pub fn held_passages(hunks: &[Hunk]) -> String {
    let mut out = String::new();
    for hunk in hunks {
        let rule = &rule(hunk.held_by.as_deref().unwrap_or_default());
        let held_back = phrase!("held back:", "zurückgehalten:");
        let _ = writeln!(out, "\n{} {}", terminal::painted(&held_back, FAINT), terminal::painted(rule, WARM));
        out.push_str(&passage_text::of(hunk, Layout::one_below_the_other(Length::Short)));
    }
    out
}

/// A change in a phrase, for the line of its watch.
pub fn brief(change: &Change) -> String {
    let assessment = &change.assessment;
    // The reason says it where it is the day itself.
    let is_said = assessment.reasons.first().is_some_and(|first| matches!(first.because, Because::HoldsFrom { .. }));
    let date = assessment.effective_date.filter(|_| !is_said).map(times::day);
    let date = date.map_or_else(String::new, |date| phrase!(", in force from {date}", ", gilt ab {date}"));
    let reason = assessment.reasons.first().map(|reason| format!(": {}", compose::reason(reason, tongue::spoken())));
    let reason = reason.unwrap_or_default();
    let direction = judged_words::direction(assessment.direction);
    let between = phrase!(" ", ", ");
    format!("{}{between}{direction}{date}{reason}", painted_tier(assessment.tier))
}

fn painted_tier(tier: Tier) -> String {
    terminal::painted(judged_words::tier(tier), tier_style(tier))
}

/// What lies between two texts that were named on the command line: nobody recorded it, so that no command knows its id, and
/// where the new one is a file or a page as it is now, nobody knows since when it says that.
pub fn between_texts(change: &Change, zone: &TimeZone, layout: Layout, is_seen: bool) -> String {
    let mut bare = Change { id: String::new(), ..change.clone() };
    if !is_seen {
        bare.watch = String::new();
        bare.assessment.notice_days = None;
    }
    whole(&bare, zone, layout)
}

/// A change in full: what it is, why it matters, and the words.
pub fn whole(change: &Change, zone: &TimeZone, layout: Layout) -> String {
    let mut out = head(change, zone);
    let mut above: Option<&[String]> = None;
    for hunk in &change.hunks {
        if above != Some(&hunk.heading) {
            let beginning = phrase!("(beginning)", "(Anfang)");
            let path = if hunk.heading.is_empty() { beginning } else { hunk.heading.join(" › ") };
            let _ = writeln!(out, "\n{}", terminal::hanging(&terminal::painted(&path, STRONG), 2));
            above = Some(&hunk.heading);
        }
        out.push_str(&passage_text::of(hunk, layout));
    }
    if change.moved > 0 {
        let _ = writeln!(out, "\n{}", terminal::painted(&moved(change.moved), FAINT));
    }
    out
}

fn moved(count: usize) -> String {
    match count {
        1 => phrase!("1 passage only moved", "1 Stelle wurde nur verschoben"),
        _ => phrase!("{count} passages only moved", "{count} Stellen wurden nur verschoben"),
    }
}

/// What a change is, and why it matters.
fn head(change: &Change, zone: &TimeZone) -> String {
    let assessment = &change.assessment;
    let mut out = String::new();
    let name = format!("{} · {}", platform_name(&change.platform), change.document);
    let name = name.trim_matches([' ', '·']);
    let named = if name.is_empty() { String::new() } else { format!("{}  ", terminal::painted(name, STRONG)) };
    let tier = judged_words::tier(assessment.tier).to_uppercase();
    let title = format!(
        "{named}{}  {}, {}",
        terminal::painted(&tier, tier_style(assessment.tier)),
        judged_words::kind(assessment.kind),
        judged_words::direction(assessment.direction)
    );
    let _ = writeln!(out, "{}", terminal::hanging(&title, 2));
    let columns = terminal::columns();
    let width = match tongue::spoken() {
        Language::English => 9,
        Language::German => 12,
    };
    let mut row = |label: &str, text: &str| {
        let sign = terminal::painted(&format!("{label:width$}"), FAINT);
        let _ = writeln!(out, "{}", wrapped(&sign, text.split_whitespace(), columns));
    };
    if !assessment.topics.is_empty() {
        row(&phrase!("topics", "Themen"), &judged_words::topics(&assessment.topics));
    }
    row(&phrase!("in force", "gilt"), &in_force(change, zone));
    if let Some(then) = change.back_to {
        let then = times::shown(then, zone);
        row(&phrase!("back to", "zurück zu"), &phrase!("these words as of {then}", "diesen Worten vom {then}"));
    }
    if let Some(rewriting) = &change.rewriting {
        let kept = rewriting.kept;
        let said = phrase!("{kept} % of the words in a row stayed", "{kept} % der zusammenhängenden Wörter blieben");
        row(&phrase!("rewritten", "neu gefasst"), &said);
        for (label, headings) in [
            (phrase!("stayed", "geblieben"), &rewriting.stayed),
            (phrase!("new", "neu"), &rewriting.new),
            (phrase!("gone", "entfallen"), &rewriting.gone),
        ] {
            if !headings.is_empty() {
                row(&label, &headings.join(" · "));
            }
        }
    }
    if let Some(first) = &change.same_as {
        row(&phrase!("same as", "wie"), first);
    }
    if change.to.by_hand {
        let saved = times::shown(change.to.seen_at, zone);
        let said = phrase!("saved by a person on {saved}", "von einem Menschen gespeichert, {saved}");
        row(&phrase!("handed in", "eingereicht"), &said);
    }
    if !assessment.assets.is_empty() {
        row(&phrase!("touches", "betrifft"), &assessment.assets.join(", "));
    }
    let why = phrase!("why", "Grund");
    for (index, reason) in assessment.reasons.iter().enumerate() {
        row(if index == 0 { &why } else { "" }, &compose::reason(reason, tongue::spoken()));
    }
    row(&phrase!("words", "Wörter"), &format!("+{} −{}", change.words_added, change.words_removed));
    if !change.url.is_empty() {
        row(&phrase!("page", "Seite"), &change.url);
    }
    if !change.id.is_empty() {
        row(&phrase!("change", "Änderung"), &change.id);
    }
    out
}

/// From when a change holds, as far as it says.
fn in_force(change: &Change, zone: &TimeZone) -> String {
    match (change.assessment.effective_date.map(times::day), change.assessment.notice_days) {
        (Some(date), Some(days)) if days < 0 => {
            phrase!("since {date}, before we first saw it", "seit {date}, schon vor der Entdeckung")
        }
        (Some(date), Some(1)) => {
            phrase!("from {date}, 1 day after we first saw it", "ab {date}, 1 Tag nach der Entdeckung")
        }
        (Some(date), Some(days)) => {
            phrase!("from {date}, {days} days after we first saw it", "ab {date}, {days} Tage nach der Entdeckung")
        }
        (Some(date), None) => phrase!("from {date}", "ab {date}"),
        (None, _) if change.id.is_empty() && change.watch.is_empty() => {
            phrase!("no day of effect given", "kein Tag des Inkrafttretens genannt")
        }
        (None, _) => phrase!(
            "no day of effect given; first seen between {} and {}",
            "kein Tag des Inkrafttretens genannt; zum ersten Mal gesehen zwischen {} und {}",
            times::shown(change.from.last_seen.unwrap_or(change.from.seen_at), zone),
            times::shown(change.detected_at, zone)
        ),
    }
}

const fn tier_style(tier: Tier) -> Style {
    match tier {
        Tier::Alert => LOUD,
        Tier::Fyi => WARM,
        Tier::None => FAINT,
    }
}

/// Words in lines of the window's width, under a sign.
fn wrapped<'a>(sign: &str, words: impl Iterator<Item = &'a str>, columns: Option<usize>) -> String {
    let mut out = format!("  {sign}");
    let indent = 2 + console::measure_text_width(sign);
    let mut width = indent;
    for word in words {
        let length = console::measure_text_width(word);
        if columns.is_some_and(|columns| width + 1 + length > columns && width > indent) {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            width = indent;
        }
        out.push(' ');
        out.push_str(word);
        width += 1 + length;
    }
    out
}
