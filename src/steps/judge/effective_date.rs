//! The day from which new words say that they hold: a date in added text, beside a word that makes it one.

use std::collections::HashSet;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::model::{Comparison, Edit, Hunk};
use crate::steps::text::dates::find_dates;

/// A day from which words hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Effective {
    pub(super) date: Date,
    /// The hunk that names it; none where it stands in a line that only dates the document.
    pub(super) hunk: Option<usize>,
}

/// How far from a date its cue may stand, in bytes.
const REACH: usize = 90;

/// Days ahead beyond which no platform announces terms; what is said of later days is about something else.
const FARTHEST: i32 = 800;

/// Days ahead that are no matter of time zones.
const AHEAD: i32 = 1;

/// The most words of a label such as "Last updated".
const LABEL: usize = 3;

/// Days back to which a date is news; an older one comes from a text that was served late or put together anew.
const NEAR: i32 = 60;

/// Days around an announced day within which its announcement gives way to the terms themselves.
const TURN: i32 = 7;

/// Words before a date that can mean nothing but effect.
static STRONG: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\beffective\b|(?:in|into) (?:force|effect)|\btakes? effect|\bwill (?:apply|be updated|be updating|update|change|replace)|\bappl(?:y|ies) (?:from|as of|starting|beginning)|\bupdates? .{0,40}\b(?:from|starting|on)|discontinued|\benforcement .{0,90}\b(?:began|begins|starts|will begin) on|\bupdating .{0,60}\bon\b|wirksam|wirkung|in kraft|\b(?:gilt|gelten|gültig|gültigkeit)\b.{0,30}\b(?:ab|seit|vom)\b|\b(?:tritt|treten)\b|en vigueur|prend(?:ra|ront|ront)? effet|prennent effet|s['’ ]appliquer?(?:a|ont|nt)? .{0,30}(?:compter|partir)|date d['’ ]effet|date d['’ ]application",
    )
    .ok()
});

/// Words right before a date that mean effect if nothing says otherwise.
static WEAK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?:\bas of|\bas from|\bstarting(?: on| from)?|\bbeginning(?: on)?|\bfrom(?: and including)?|\bon and after|\bon or after|\bab(?: dem)?|\bzum|\bseit dem|à compter du|à partir du|\bdès le)[:\s]*$",
    )
    .ok()
});

/// Words after a date that make it one of effect.
static AFTER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^.{0,60}?(?:in kraft|wirksam|en vigueur|(?:into|in) effect|becomes? effective|takes? effect|\bgelten\b|\bgilt\b)|^,?\s?(?:we(?: have|['’]ve)? updated|nous avons mis à jour|haben wir .{0,60}(?:aktualisiert|geändert))",
    )
    .ok()
});

/// Words after a day to come that announce a change on it: "On 20 November 2024, we are updating our terms".
static ANNOUNCED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^,?\s?(?:we\b|we['’]|our\b|the\b|wir\b|werden\b|nous\b|nos\b|les\b).{0,60}(?:updat|chang|modif|revis|replac|amend|änder|aktualisier|ersetz|mett(?:ons|rons)|remplac|actualis)|^,?\s?(?:ändern|ersetzen|aktualisieren|erneuern) wir\b",
    )
    .ok()
});

/// Words before a date that make it something else.
static OTHER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?:last (?:updated|modified|revised|amended|update|revision|reviewed)|(?:updated|modified|revised|amended|published|posted|dated|reviewed|created|accessed|registered|joined)(?: on)?|\bstand|zuletzt|fassung(?: vom)?|letzte \p{L}+|révisé[e]?|dernière \p{L}+|mise à jour|date de révision|\buntil|\bbefore|\bprior to|\bbis(?: zum)?|\bvor dem|jusqu['’ ]au|avant le|(?:most recent|latest) .{0,50}\bon|\bversion(?: of)?|regulation .{0,20}|directive .{0,20}|verordnung .{0,30}|updates as of)[:\s,(]*(?:on |as of |the |le |am |du )?$",
    )
    .ok()
});

/// The passage that names the day from which the new words hold, by its place in the comparison.
#[must_use]
pub fn names_the_day(comparison: &Comparison, seen_on: Date) -> Option<usize> {
    effective(comparison, seen_on)?.hunk
}

/// The day of effect that a change states, if it states one: in its hunks, else in the line that dates the document.
pub(super) fn effective(comparison: &Comparison, seen_on: Date) -> Option<Effective> {
    // A date that stood in another form in the line that dated the document is not new.
    let known: HashSet<Date> = comparison.date_lines.iter().flat_map(dates_before).collect();
    let in_hunks = strongest(&comparison.hunks, seen_on, &known);
    in_hunks
        .or_else(|| strongest(&comparison.date_lines, seen_on, &known).map(|found| Effective { hunk: None, ..found }))
}

/// Of several days with a strong cue the latest: terms hold for new users first, for all others later.
fn strongest(hunks: &[Hunk], seen_on: Date, known: &HashSet<Date>) -> Option<Effective> {
    let (mut strong, mut weak): (Option<Effective>, Option<Effective>) = (None, None);
    for (hunk, text) in hunks.iter().enumerate() {
        let Some(after) = &text.after else { continue };
        let before: Vec<Date> = dates_before(text).collect();
        for (range, date) in find_dates(after) {
            let away = seen_on.until(date).map_or(0, |span| span.get_days());
            if !(-NEAR..=FARTHEST).contains(&away) || known.contains(&date) {
                continue;
            }
            let found = Effective { date, hunk: Some(hunk) };
            if before.contains(&date) || !is_added(text, range.start, range.end) {
                if away.abs() <= TURN && has_come(text, after, range.start, range.end) {
                    strong = strong.or(Some(found));
                }
                continue;
            }
            let cue = if away > AHEAD && is_coming(after, range.start, range.end, !before.is_empty()) {
                Cue::Strong
            } else {
                cue(after, range.start, range.end)
            };
            match cue {
                Cue::Strong if strong.is_none_or(|known| known.date < date) => strong = Some(found),
                Cue::Weak if weak.is_none() => weak = Some(found),
                _ => {}
            }
        }
    }
    strong.or(weak)
}

/// Whether a line that only dates the document now says from when it holds: an announced day has come.
fn has_come(hunk: &Hunk, text: &str, start: usize, end: usize) -> bool {
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let (label, rest) = (text[line_start..start].to_lowercase(), &text[end..line_end]);
    label.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count() <= LABEL
        && !rest.chars().any(char::is_alphanumeric)
        && STRONG.as_ref().is_some_and(|pattern| pattern.is_match(&label))
        && is_added(hunk, line_start, start)
}

fn dates_before(hunk: &Hunk) -> impl Iterator<Item = Date> + '_ {
    find_dates(hunk.before.as_deref().unwrap_or_default()).into_iter().map(|(_, date)| date)
}

/// Whether a day that lies ahead is one of effect: it stands alone on a line that dates the document (no text was last
/// updated in the future), or something is announced for it.
///
/// A bare date counts only where it took the place of another: lists of news are full of them.
fn is_coming(text: &str, start: usize, end: usize, replaces: bool) -> bool {
    let line_start = text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line_end = text.get(end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| end + at);
    let words = |from: usize, to: usize| {
        let part = text.get(from..to).unwrap_or_default();
        part.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
    };
    let label = text.get(line_start..start).unwrap_or_default().to_lowercase();
    let is_end = ["until", "before", "through", "prior", "bis", "jusqu", "avant"].iter().any(|end| label.contains(end));
    let label_words = words(line_start, start);
    let alone = (1 - usize::from(replaces)..=LABEL).contains(&label_words) && words(end, line_end) == 0 && !is_end;
    let after = sentence_after(text, end).to_lowercase();
    alone || ANNOUNCED.as_ref().is_some_and(|pattern| pattern.is_match(&after))
}

/// How surely the words around a date make it one of effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    Strong,
    Weak,
    None,
}

fn cue(text: &str, start: usize, end: usize) -> Cue {
    let before = sentence_before(text, start).to_lowercase();
    let after = sentence_after(text, end).to_lowercase();
    let fits =
        |pattern: &LazyLock<Option<Regex>>, text: &str| pattern.as_ref().is_some_and(|pattern| pattern.is_match(text));
    if fits(&OTHER, &before) && !fits(&AFTER, &after) {
        Cue::None
    } else if fits(&STRONG, &before) || fits(&AFTER, &after) {
        Cue::Strong
    } else if fits(&WEAK, &before) {
        Cue::Weak
    } else {
        Cue::None
    }
}

/// What stands before that place in the same sentence, within reach.
fn sentence_before(text: &str, end: usize) -> &str {
    let mut start = end.saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let window = text.get(start..end).unwrap_or_default();
    let stop =
        [". ", "! ", "? ", "; ", "| "].iter().filter_map(|mark| window.rfind(mark).map(|at| at + mark.len())).max();
    window.get(stop.unwrap_or(0)..).unwrap_or_default()
}

/// What stands after that place in the same sentence, within reach.
fn sentence_after(text: &str, start: usize) -> &str {
    let mut end = text.len().min(start.saturating_add(REACH));
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let window = text.get(start..end).unwrap_or_default();
    let stop = [". ", "! ", "? ", "; ", "| "].iter().filter_map(|mark| window.find(mark)).min();
    window.get(..stop.unwrap_or(window.len())).unwrap_or_default()
}

/// Whether some of these bytes of the text after were added.
fn is_added(hunk: &Hunk, start: usize, end: usize) -> bool {
    let mut at = 0;
    for edit in &hunk.edits {
        match edit {
            Edit::Removed(_) => {}
            Edit::Kept(words) => at += words.len(),
            Edit::Added(words) => {
                if at < end && start < at + words.len() {
                    return true;
                }
                at += words.len();
            }
        }
    }
    hunk.edits.is_empty() && hunk.before.is_none()
}
