//! A passage at the terminal: the old line and the new one, below each other or side by side.

use std::fmt::Write as _;

use anstyle::Style;

use super::terminal::{self, ADDED, FAINT, REMOVED, STRONG};
use crate::model::{Edit, Hunk};

/// How much of what did not change is shown around what did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Of long runs the ends, with `[…]` between them.
    Short,
    Full,
}

/// How passages stand on the screen.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    length: Length,
    /// The columns of the window, where it has an end.
    columns: Option<usize>,
    /// Whether old and new stand side by side, over so many columns.
    beside: Option<usize>,
}

/// From so many columns on there is room for two texts.
const WIDE: usize = 140;
/// Lines that are longer than half of these are hard to read.
const WIDEST: usize = 220;
/// Two texts in less are columns of single words.
const NARROWEST: usize = 60;

impl Layout {
    /// The new line below the old one.
    pub fn one_below_the_other(length: Length) -> Self {
        Self { length, columns: terminal::columns(), beside: None }
    }

    /// Side by side where somebody wants it, or where the window is wide enough.
    pub fn side_by_side_if(is_wanted: bool, length: Length) -> Self {
        let window = terminal::window();
        let is_wide = terminal::shows() && window.is_some_and(|columns| columns >= WIDE);
        let beside = (is_wanted || is_wide).then(|| window.unwrap_or(WIDE).clamp(NARROWEST, WIDEST));
        Self { beside, ..Self::one_below_the_other(length) }
    }
}

/// The words of a passage, the changed ones marked by colour, or by brackets without.
pub fn of(hunk: &Hunk, layout: Layout) -> String {
    let mut out = String::new();
    for (head, old, new) in hunk.cells() {
        let _ = writeln!(out, "  {}", terminal::painted(&format!("{head}: {old} → {new}"), STRONG));
    }
    let old = hunk.before.as_ref().map(|_| old(hunk, layout.length));
    let new = hunk.after.as_ref().map(|_| new(hunk, layout.length));
    if let Some(columns) = layout.beside {
        out.push_str(&beside(old.as_deref(), new.as_deref(), columns));
        return out;
    }
    for (words, sign) in [(old, minus()), (new, plus())] {
        let Some(words) = words else { continue };
        let room = layout.columns.map(|columns| columns.saturating_sub(INDENT));
        for (at, line) in lines(&words, room, Long::Whole).into_iter().enumerate() {
            let margin = if at == 0 { format!("  {sign} ") } else { " ".repeat(INDENT) };
            let _ = writeln!(out, "{}", format!("{margin}{}", painted(&line)).trim_end());
        }
    }
    out
}

/// The margin and the sign before a line.
const INDENT: usize = 4;
/// What stands between old and new.
const BETWEEN: &str = " │ ";

/// Old and new side by side, line by line.
fn beside(old: Option<&[Word]>, new: Option<&[Word]>, columns: usize) -> String {
    let width = (columns - INDENT - BETWEEN.chars().count() - 2) / 2;
    let broken =
        |words: Option<&[Word]>| words.map(|words| lines(words, Some(width), Long::Broken)).unwrap_or_default();
    let (left, right) = (broken(old), broken(new));
    let between = terminal::painted(BETWEEN, FAINT);
    let mut out = String::new();
    for at in 0..left.len().max(right.len()) {
        let [left, right] = [(&left, minus()), (&right, plus())].map(|(lines, sign)| {
            let sign = if at == 0 && !lines.is_empty() { sign } else { " ".to_owned() };
            let line = lines.get(at).map(Vec::as_slice).unwrap_or_default();
            let rest = width.saturating_sub(line_width(line));
            format!("{sign} {}{}", painted(line), " ".repeat(rest))
        });
        let _ = writeln!(out, "{}", format!("  {left}{between}{right}").trim_end());
    }
    out
}

fn minus() -> String {
    terminal::painted("-", Style::new().fg_color(REMOVED.get_fg_color()))
}

fn plus() -> String {
    terminal::painted("+", Style::new().fg_color(ADDED.get_fg_color()))
}

/// A word as it is shown: its pieces, each with its style.
type Word = Vec<(String, Option<Style>)>;

fn old(hunk: &Hunk, length: Length) -> Vec<Word> {
    words(hunk, length, |edit| match edit {
        Edit::Kept(text) => Some((text, None)),
        Edit::Removed(text) => Some((text, Some(Mark { style: REMOVED, open: "[-", close: "-]" }))),
        Edit::Added(_) => None,
    })
}

fn new(hunk: &Hunk, length: Length) -> Vec<Word> {
    words(hunk, length, |edit| match edit {
        Edit::Kept(text) => Some((text, None)),
        Edit::Added(text) => Some((text, Some(Mark { style: ADDED, open: "{+", close: "+}" }))),
        Edit::Removed(_) => None,
    })
}

/// How changed words are marked.
#[derive(Debug, Clone, Copy)]
struct Mark {
    style: Style,
    open: &'static str,
    close: &'static str,
}

/// The words of one side.
fn words<'a>(hunk: &'a Hunk, length: Length, pick: impl Fn(&'a Edit) -> Option<(&'a str, Option<Mark>)>) -> Vec<Word> {
    // A side that is new or gone as a whole needs no marks: the sign says it.
    let marks_matter = hunk.before.is_some() && hunk.after.is_some();
    let colour = terminal::shows_colour();
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    for (text, mark) in hunk.edits.iter().filter_map(pick) {
        let run: Vec<&str> = text.split_whitespace().collect();
        let mut run = shortened(&run, mark.is_none() && length == Length::Short);
        if let Some(mark) = mark.filter(|_| marks_matter && !colour) {
            bracket(&mut run, mark);
        }
        let style = mark.filter(|_| colour).map(|mark| mark.style);
        let mut run = run.into_iter().map(|word| vec![(word, style)]);
        if is_open
            && !text.starts_with(char::is_whitespace)
            && let (Some(last), Some(first)) = (words.last_mut(), run.next())
        {
            last.extend(first);
        }
        words.extend(run);
        is_open = !text.ends_with(char::is_whitespace);
    }
    words
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

/// How many unchanged words in a row are shown whole; of a longer run the ends are enough.
const SHOWN_WHOLE: usize = 40;
/// How many words of each end are shown of a longer run.
const SHOWN_END: usize = 14;

/// The words of a run, its middle left out where it is long and unchanged.
fn shortened(words: &[&str], may_cut: bool) -> Vec<String> {
    if !may_cut || words.len() <= SHOWN_WHOLE {
        return words.iter().map(|word| (*word).to_owned()).collect();
    }
    let head = words[..SHOWN_END].iter();
    let tail = words[words.len() - SHOWN_END..].iter();
    head.chain([&"[…]"]).chain(tail).map(|word| (*word).to_owned()).collect()
}

/// What becomes of a word that is longer than a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Long {
    /// It stays whole: an address can then be taken from the screen.
    Whole,
    Broken,
}

/// Words in lines of that width.
fn lines(words: &[Word], room: Option<usize>, long: Long) -> Vec<Vec<Word>> {
    let mut lines: Vec<Vec<Word>> = vec![Vec::new()];
    let mut width = 0;
    for word in words {
        let mut word = word.clone();
        loop {
            let length = word_width(&word);
            let gap = usize::from(width > 0);
            let fits = room.is_none_or(|room| width + gap + length <= room);
            if fits || (width == 0 && long == Long::Whole) {
                width += gap + length;
                lines.last_mut().into_iter().for_each(|line| line.push(std::mem::take(&mut word)));
                break;
            }
            if width == 0 {
                let rest = broken_off(&mut word, room.unwrap_or(usize::MAX));
                lines.last_mut().into_iter().for_each(|line| line.push(std::mem::replace(&mut word, rest.clone())));
            }
            lines.push(Vec::new());
            width = 0;
        }
    }
    lines
}

/// Cuts a word where the line ends, and returns the rest of it.
fn broken_off(word: &mut Word, room: usize) -> Word {
    let (mut head, mut rest): (Word, Word) = (Vec::new(), Vec::new());
    let mut width = 0;
    for (text, style) in word.drain(..) {
        let fits = |letter: char| {
            width += console::measure_text_width(letter.encode_utf8(&mut [0; 4]));
            width > room
        };
        let end = if rest.is_empty() { text.find(fits).unwrap_or(text.len()) } else { 0 };
        // One letter at least, or nothing would ever end.
        let end = if head.is_empty() && end == 0 { text.chars().next().map_or(0, char::len_utf8) } else { end };
        if end > 0 {
            head.push((text[..end].to_owned(), style));
        }
        if end < text.len() {
            rest.push((text[end..].to_owned(), style));
        }
    }
    *word = head;
    rest
}

fn word_width(word: &Word) -> usize {
    word.iter().map(|(text, _)| console::measure_text_width(text)).sum()
}

fn line_width(line: &[Word]) -> usize {
    line.iter().map(word_width).sum::<usize>() + line.len().saturating_sub(1)
}

fn painted(line: &[Word]) -> String {
    let piece = |(text, style): &(String, Option<Style>)| match style {
        Some(style) => format!("{style}{text}{style:#}"),
        None => text.clone(),
    };
    let word = |word: &Word| word.iter().map(piece).collect::<String>();
    line.iter().map(word).collect::<Vec<_>>().join(" ")
}
