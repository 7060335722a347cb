//! A change as a person reads it at the terminal.

use std::fmt::Write as _;

use anstyle::Style;
use jiff::tz::TimeZone;

use super::terminal::{self, ADDED, FAINT, LOUD, REMOVED, STRONG, WARM};
use super::times;
use crate::model::{Change, Edit, Held, Hunk, Language, Tier, platform_name};
use crate::steps::compose;

/// A change in one line, for lists.
pub fn line(change: &Change, zone: &TimeZone) -> String {
    let assessment = &change.assessment;
    let topics: Vec<_> = assessment.topics.iter().map(|topic| topic.key()).collect();
    let date = assessment.effective_date.map_or_else(String::new, |date| format!("  from {date}"));
    format!(
        "{}  {}  {}  {} · {}  {}{date}  {}",
        terminal::painted(&change.id, FAINT),
        times::shown(change.detected_at, zone),
        terminal::painted(&format!("{:5}", assessment.tier.key()), tier_style(assessment.tier)),
        platform_name(&change.platform),
        change.document,
        [assessment.direction.key(), topics.join(", ").as_str()].join(" ").trim_end(),
        terminal::painted(
            &format!(
                "+{} −{} words{}",
                change.words_added,
                change.words_removed,
                if change.to.by_hand { ", handed in" } else { "" }
            ),
            FAINT
        ),
    )
}

/// A change in a few words, behind a line on something else.
pub fn in_short(change: &Change) -> String {
    let assessment = &change.assessment;
    let topic = assessment.topics.first().map_or("", |topic| topic.key());
    let date = assessment.effective_date.map_or_else(String::new, |date| format!(" from {date}"));
    let words = format!("{}  {} {} {topic}", change.id, assessment.tier.key(), assessment.direction.key());
    format!("{}{date}", words.trim_end())
}

/// A passage that is held back: its rule, when it was seen, and the words.
pub fn held(held: &Held, zone: &TimeZone) -> String {
    let change = &held.change;
    let mut out = format!(
        "{}  {}  {}  {} · {}  {}\n",
        terminal::painted(&change.id, FAINT),
        times::shown(held.first_seen, zone),
        terminal::painted(held.rule(), WARM),
        platform_name(&change.platform),
        change.document,
        terminal::painted(&seen_again(held, zone), FAINT),
    );
    for hunk in &change.hunks {
        out.push_str(&hunk_text(hunk, terminal::columns()));
    }
    out
}

fn seen_again(held: &Held, zone: &TimeZone) -> String {
    let last = times::shown(held.last_seen, zone);
    match (held.taken, held.looks) {
        (true, _) => "taken into the text".to_owned(),
        (false, 1) => format!("seen once, {last}"),
        (false, looks) => format!("seen {looks} times, last {last}"),
    }
}

/// Passages that rules hold back, each under the rule's key; nothing where there are none.
pub fn held_passages(hunks: &[Hunk]) -> String {
    let mut out = String::new();
    for hunk in hunks {
        let rule = hunk.held_by.as_deref().unwrap_or_default();
        let _ = writeln!(out, "\n{} {}", terminal::painted("held back:", FAINT), terminal::painted(rule, WARM));
        out.push_str(&hunk_text(hunk, terminal::columns()));
    }
    out
}

/// A change in a phrase, for the line of its watch.
pub fn brief(change: &Change) -> String {
    let assessment = &change.assessment;
    let date = assessment.effective_date.map_or_else(String::new, |date| format!(", in force from {date}"));
    let reason = assessment.reasons.first().map(|reason| format!(": {}", compose::reason(reason, Language::English)));
    let reason = reason.unwrap_or_default();
    format!("{} {}{date}{reason}", painted_tier(assessment.tier), assessment.direction.key())
}

fn painted_tier(tier: Tier) -> String {
    terminal::painted(tier.key(), tier_style(tier))
}

/// What lies between two texts that were named on the command line: nobody recorded it, so that no command knows its id, and
/// two files were seen at no time.
pub fn between_texts(change: &Change, zone: &TimeZone) -> String {
    let bare = Change { id: String::new(), ..change.clone() };
    whole(&bare, zone)
}

/// A change in full: what it is, why it matters, and the words.
pub fn whole(change: &Change, zone: &TimeZone) -> String {
    let mut out = head(change, zone);
    let columns = terminal::columns();
    let mut above: Option<&[String]> = None;
    for hunk in &change.hunks {
        if above != Some(&hunk.heading) {
            let path = if hunk.heading.is_empty() { "(beginning)".to_owned() } else { hunk.heading.join(" › ") };
            let _ = writeln!(out, "\n{}", terminal::painted(&path, STRONG));
            above = Some(&hunk.heading);
        }
        out.push_str(&hunk_text(hunk, columns));
    }
    if change.moved > 0 {
        let _ = writeln!(out, "\n{}", terminal::painted(&moved(change.moved), FAINT));
    }
    out
}

fn moved(count: usize) -> String {
    if count == 1 { "1 passage only moved".to_owned() } else { format!("{count} passages only moved") }
}

/// What a change is, and why it matters.
fn head(change: &Change, zone: &TimeZone) -> String {
    let assessment = &change.assessment;
    let mut out = String::new();
    let name = format!("{} · {}", platform_name(&change.platform), change.document);
    let tier = assessment.tier.key().to_uppercase();
    let _ = writeln!(
        out,
        "{}  {}  {}, {}",
        terminal::painted(&name, STRONG),
        terminal::painted(&tier, tier_style(assessment.tier)),
        assessment.kind.key(),
        assessment.direction.key()
    );
    let columns = terminal::columns();
    let mut row = |label: &str, text: &str| {
        let sign = terminal::painted(&format!("{label:9}"), FAINT);
        let _ = writeln!(out, "{}", wrapped(&sign, text.split_whitespace(), columns));
    };
    if !assessment.topics.is_empty() {
        let topics: Vec<_> = assessment.topics.iter().map(|topic| topic.key()).collect();
        row("topics", &topics.join(", "));
    }
    match (assessment.effective_date, assessment.notice_days) {
        (Some(date), Some(days)) if days < 0 => row("in force", &format!("since {date}, before we first saw it")),
        (Some(date), Some(days)) => row("in force", &format!("from {date}, {days} days after we first saw it")),
        (Some(date), None) => row("in force", &format!("from {date}")),
        (None, _) if change.id.is_empty() && change.watch.is_empty() => row("in force", "no date given"),
        (None, _) => row(
            "in force",
            &format!(
                "no date given; first seen between {} and {}",
                times::shown(change.from.last_seen.unwrap_or(change.from.seen_at), zone),
                times::shown(change.detected_at, zone)
            ),
        ),
    }
    if let Some(then) = change.back_to {
        row("back to", &format!("the text of {}", times::shown(then, zone)));
    }
    if let Some(rewriting) = &change.rewriting {
        row("rewritten", &format!("{} % of the words in a row stayed", rewriting.kept));
        for (label, headings) in [("stayed", &rewriting.stayed), ("new", &rewriting.new), ("gone", &rewriting.gone)] {
            if !headings.is_empty() {
                row(label, &headings.join(" · "));
            }
        }
    }
    if let Some(first) = &change.same_as {
        row("same as", first);
    }
    if change.to.by_hand {
        row("handed in", &format!("saved by a person on {}", times::shown(change.to.seen_at, zone)));
    }
    if !assessment.assets.is_empty() {
        row("touches", &assessment.assets.join(", "));
    }
    for (index, reason) in assessment.reasons.iter().enumerate() {
        row(if index == 0 { "why" } else { "" }, &compose::reason(reason, Language::English));
    }
    row("words", &format!("+{} −{}", change.words_added, change.words_removed));
    if !change.url.is_empty() {
        row("page", &change.url);
    }
    if !change.id.is_empty() {
        row("change", &change.id);
    }
    out
}

const fn tier_style(tier: Tier) -> Style {
    match tier {
        Tier::Alert => LOUD,
        Tier::Fyi => WARM,
        Tier::None => FAINT,
    }
}

/// How many unchanged words in a row are shown whole; of a longer run the ends are enough.
const SHOWN_WHOLE: usize = 40;
/// How many words of each end are shown of a longer run.
const SHOWN_END: usize = 14;

/// The words of a hunk: the old line, the new line, the changed words marked by colour, or by brackets without.
fn hunk_text(hunk: &Hunk, columns: Option<usize>) -> String {
    let mut out = String::new();
    if hunk.before.is_some() {
        side(&mut out, hunk, "-", columns, |edit| match edit {
            Edit::Kept(text) => Some((text, None)),
            Edit::Removed(text) => Some((text, Some(Mark { style: REMOVED, open: "[-", close: "-]" }))),
            Edit::Added(_) => None,
        });
    }
    if hunk.after.is_some() {
        side(&mut out, hunk, "+", columns, |edit| match edit {
            Edit::Kept(text) => Some((text, None)),
            Edit::Added(text) => Some((text, Some(Mark { style: ADDED, open: "{+", close: "+}" }))),
            Edit::Removed(_) => None,
        });
    }
    out
}

/// How changed words are marked.
#[derive(Debug, Clone, Copy)]
struct Mark {
    style: Style,
    open: &'static str,
    close: &'static str,
}

fn side<'a>(
    out: &mut String,
    hunk: &'a Hunk,
    sign: &str,
    columns: Option<usize>,
    pick: impl Fn(&'a Edit) -> Option<(&'a str, Option<Mark>)>,
) {
    // A side that is new or gone as a whole needs no marks: the sign says it.
    let marks_matter = hunk.before.is_some() && hunk.after.is_some();
    let colour = terminal::shows_colour();
    let mut words: Vec<String> = Vec::new();
    let mut is_open = false;
    for (text, mark) in hunk.edits.iter().filter_map(pick) {
        let run: Vec<&str> = text.split_whitespace().collect();
        let mut run = shortened(&run, mark.is_none());
        match mark {
            Some(mark) if colour => run.iter_mut().for_each(|word| *word = painted(word, mark.style)),
            Some(mark) if marks_matter => bracket(&mut run, mark),
            _ => {}
        }
        let mut run = run.into_iter();
        if is_open
            && !text.starts_with(char::is_whitespace)
            && let (Some(last), Some(first)) = (words.last_mut(), run.next())
        {
            last.push_str(&first);
        }
        words.extend(run);
        is_open = !text.ends_with(char::is_whitespace);
    }
    let sign_style = Style::new().fg_color(if sign == "-" { REMOVED } else { ADDED }.get_fg_color());
    let sign = terminal::painted(sign, sign_style);
    let _ = writeln!(out, "{}", wrapped(&sign, words.iter().map(String::as_str), columns));
}

/// Marks a run of words without colour.
fn bracket(run: &mut [String], mark: Mark) {
    if let Some(first) = run.first_mut() {
        first.insert_str(0, mark.open);
    }
    if let Some(last) = run.last_mut() {
        last.push_str(mark.close);
    }
}

fn painted(word: &str, style: Style) -> String {
    format!("{style}{word}{style:#}")
}

/// The words of a run, its middle left out where it is long and unchanged.
fn shortened(words: &[&str], may_cut: bool) -> Vec<String> {
    if !may_cut || words.len() <= SHOWN_WHOLE {
        return words.iter().map(|word| (*word).to_owned()).collect();
    }
    let head = words[..SHOWN_END].iter();
    let tail = words[words.len() - SHOWN_END..].iter();
    head.chain([&"…"]).chain(tail).map(|word| (*word).to_owned()).collect()
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
