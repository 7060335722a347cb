//! A change as a person reads it at the terminal.

use std::fmt::Write as _;

use anstyle::Style;
use jiff::tz::TimeZone;

use super::terminal::{self, ADDED, FAINT, LOUD, REMOVED, STRONG, WARM};
use super::{judged_words, times, tongue};
use crate::model::{Because, Change, Direction, Edit, Held, Hunk, Language, Tier, platform_name};
use crate::steps::compose;

/// A change in one line, for lists.
pub fn line(change: &Change, zone: &TimeZone) -> String {
    let assessment = &change.assessment;
    let topics = judged_words::topics(&assessment.topics);
    let date = assessment
        .effective_date
        .map(times::day)
        .map_or_else(String::new, |date| phrase!("  from {date}", "  ab {date}"));
    let tier = judged_words::tier(assessment.tier);
    let width = judged_words::tier(Tier::Fyi).chars().count().max(5);
    format!(
        "{}  {}  {}  {} · {}  {}{date}  {}",
        terminal::painted(&change.id, FAINT),
        times::shown(change.detected_at, zone),
        terminal::painted(&format!("{tier:width$}"), tier_style(assessment.tier)),
        platform_name(&change.platform),
        change.document,
        in_a_row(assessment.direction, &topics),
        terminal::painted(
            &phrase!(
                "+{} −{} words{}",
                "+{} −{} Wörter{}",
                change.words_added,
                change.words_removed,
                if change.to.by_hand { phrase!(", handed in", ", eingereicht") } else { String::new() }
            ),
            FAINT
        ),
    )
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

/// A change in a few words, behind a line on something else.
pub fn in_short(change: &Change) -> String {
    let assessment = &change.assessment;
    let topic = assessment.topics.first().map_or("", |topic| judged_words::topic(*topic));
    let date = assessment
        .effective_date
        .map(times::day)
        .map_or_else(String::new, |date| phrase!(" from {date}", " ab {date}"));
    let tier = judged_words::tier(assessment.tier);
    format!("{}  {tier} {}{date}", change.id, in_a_row(assessment.direction, topic))
}

/// A passage that is held back: its rule, when it was seen, and the words.
pub fn held(held: &Held, zone: &TimeZone, length: Length) -> String {
    let change = &held.change;
    let mut out = format!(
        "{}  {}  {}  {} · {}  {}\n",
        terminal::painted(&change.id, FAINT),
        times::shown(held.first_seen, zone),
        terminal::painted(&rule(held.rule()), WARM),
        platform_name(&change.platform),
        change.document,
        terminal::painted(&seen_again(held, zone), FAINT),
    );
    for hunk in &change.hunks {
        out.push_str(&hunk_text(hunk, terminal::columns(), length));
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
        out.push_str(&hunk_text(hunk, terminal::columns(), Length::Short));
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
/// two files were seen at no time.
pub fn between_texts(change: &Change, zone: &TimeZone) -> String {
    let bare = Change { id: String::new(), ..change.clone() };
    whole(&bare, zone, Length::Short)
}

/// How much of what did not change is shown around what did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Of long runs the ends, with `[…]` between them.
    Short,
    Full,
}

/// A change in full: what it is, why it matters, and the words.
pub fn whole(change: &Change, zone: &TimeZone, length: Length) -> String {
    let mut out = head(change, zone);
    let columns = terminal::columns();
    let mut above: Option<&[String]> = None;
    for hunk in &change.hunks {
        if above != Some(&hunk.heading) {
            let beginning = phrase!("(beginning)", "(Anfang)");
            let path = if hunk.heading.is_empty() { beginning } else { hunk.heading.join(" › ") };
            let _ = writeln!(out, "\n{}", terminal::painted(&path, STRONG));
            above = Some(&hunk.heading);
        }
        out.push_str(&hunk_text(hunk, columns, length));
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
    let _ = writeln!(
        out,
        "{named}{}  {}, {}",
        terminal::painted(&tier, tier_style(assessment.tier)),
        judged_words::kind(assessment.kind),
        judged_words::direction(assessment.direction)
    );
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
        row(&phrase!("back to", "zurück zu"), &phrase!("the text of {then}", "dem Text von {then}"));
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

/// How many unchanged words in a row are shown whole; of a longer run the ends are enough.
const SHOWN_WHOLE: usize = 40;
/// How many words of each end are shown of a longer run.
const SHOWN_END: usize = 14;

/// The words of a hunk: the old line, the new line, the changed words marked by colour, or by brackets without.
fn hunk_text(hunk: &Hunk, columns: Option<usize>, length: Length) -> String {
    let mut out = String::new();
    for (head, old, new) in hunk.cells() {
        let _ = writeln!(out, "  {}", terminal::painted(&format!("{head}: {old} → {new}"), STRONG));
    }
    if hunk.before.is_some() {
        side(&mut out, hunk, "-", (columns, length), |edit| match edit {
            Edit::Kept(text) => Some((text, None)),
            Edit::Removed(text) => Some((text, Some(Mark { style: REMOVED, open: "[-", close: "-]" }))),
            Edit::Added(_) => None,
        });
    }
    if hunk.after.is_some() {
        side(&mut out, hunk, "+", (columns, length), |edit| match edit {
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
    (columns, length): (Option<usize>, Length),
    pick: impl Fn(&'a Edit) -> Option<(&'a str, Option<Mark>)>,
) {
    // A side that is new or gone as a whole needs no marks: the sign says it.
    let marks_matter = hunk.before.is_some() && hunk.after.is_some();
    let colour = terminal::shows_colour();
    let mut words: Vec<String> = Vec::new();
    let mut is_open = false;
    for (text, mark) in hunk.edits.iter().filter_map(pick) {
        let run: Vec<&str> = text.split_whitespace().collect();
        let mut run = shortened(&run, mark.is_none() && length == Length::Short);
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
    head.chain([&"[…]"]).chain(tail).map(|word| (*word).to_owned()).collect()
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
