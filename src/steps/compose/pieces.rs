//! One side of a clause, cut down to the changed words and what stands around them.

use super::page::{Column, Piece};
use super::plain::bounded;
use super::words::Words;
use crate::model::{Edit, Hunk};

/// With this limit nothing is left out.
pub(super) const WHOLE: usize = usize::MAX;

/// What stands between the lines of a list, or between a heading and what is below it.
const LINE_END: char = '\n';

/// Kept words shown on each side of a change.
const CONTEXT: usize = 16;

/// Which side of the hunk is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Before,
    After,
}

/// A side of a hunk in at most about `limit` words; none where the hunk has no such side.
pub(super) fn side(hunk: &Hunk, which: Which, limit: usize, words: &dyn Words) -> Option<Column> {
    let text = match which {
        Which::Before => hunk.before.as_deref(),
        Which::After => hunk.after.as_deref(),
    }?;
    let alone = hunk.before.is_none() || hunk.after.is_none();
    let label = match (which, alone) {
        (Which::Before, true) => words.only_before(),
        (Which::Before, false) => words.before(),
        (Which::After, true) => words.only_after(),
        (Which::After, false) => words.after(),
    };
    // Where hardly a word was kept, marks on every word would only be in the way of reading.
    let runs = if alone || !keeps_something(&hunk.edits) {
        vec![Run { kind: Kind::Kept, text }]
    } else {
        runs(&hunk.edits, which)
    };
    let marked = runs.iter().any(|run| run.kind == Kind::Changed);
    let pieces = Cutter { which, limit, words, used: 0, left_out: 0, out: Vec::new() }.cut(&runs, marked);
    Some(Column { label, pieces })
}

/// Words that share a fate.
struct Run<'a> {
    kind: Kind,
    text: &'a str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Kept,
    Changed,
}

fn keeps_something(edits: &[Edit]) -> bool {
    let count = |text: &str| text.split_whitespace().take(2000).count();
    let (mut kept, mut all) = (0, 0);
    for edit in edits {
        match edit {
            Edit::Kept(text) => {
                kept += count(text);
                all += count(text);
            }
            Edit::Removed(text) | Edit::Added(text) => all += count(text),
        }
    }
    kept * 4 >= all
}

fn runs<'a>(edits: &'a [Edit], which: Which) -> Vec<Run<'a>> {
    let of_side = |edit: &'a Edit| match (edit, which) {
        (Edit::Kept(text), _) => Some(Run { kind: Kind::Kept, text: text.as_str() }),
        (Edit::Removed(text), Which::Before) | (Edit::Added(text), Which::After) => {
            Some(Run { kind: Kind::Changed, text: text.as_str() })
        }
        _ => None,
    };
    edits.iter().filter_map(of_side).collect()
}

/// Writes runs until the limit is reached.
struct Cutter<'a> {
    which: Which,
    limit: usize,
    words: &'a dyn Words,
    used: usize,
    left_out: usize,
    out: Vec<Piece>,
}

impl Cutter<'_> {
    fn cut(mut self, runs: &[Run<'_>], marked: bool) -> Vec<Piece> {
        for (index, run) in runs.iter().enumerate() {
            let (first, last) = (index == 0, index + 1 == runs.len());
            let words = words_and_lines(run.text);
            self.space(run.text.starts_with(char::is_whitespace) && !first);
            match run.kind {
                Kind::Kept if marked => self.kept(&words, first, last),
                kind => self.write(&words, kind),
            }
            self.space(run.text.ends_with(char::is_whitespace) && !last);
        }
        if self.left_out > 0 {
            let gap = format!(" {}", self.words.cut_words(self.left_out));
            self.out.push(Piece::Gap(gap));
        }
        self.out
    }

    /// Kept words far from any change are left out.
    fn kept(&mut self, words: &[&str], first: bool, last: bool) {
        let head = if first { 0 } else { CONTEXT };
        let tail = if last { 0 } else { CONTEXT };
        if words.len() <= head + tail + 4 || self.limit == WHOLE {
            self.write(words, Kind::Kept);
            return;
        }
        let (start, end) = (&words[..head], &words[words.len() - tail..]);
        self.write(start, Kind::Kept);
        if self.left_out == 0 {
            let gap = if first {
                "… "
            } else if last {
                " …"
            } else {
                " … "
            };
            self.out.push(Piece::Gap(gap.to_owned()));
        }
        self.write(end, Kind::Kept);
    }

    fn write(&mut self, words: &[&str], kind: Kind) {
        let room = self.limit.saturating_sub(self.used).min(words.len());
        let fits = if self.left_out > 0 { 0 } else { room };
        self.left_out += words.len() - fits;
        self.used += fits;
        let text = in_lines(&words[..fits]);
        if text.is_empty() {
            return;
        }
        self.out.push(match (kind, self.which) {
            (Kind::Kept, _) => Piece::Kept(text),
            (Kind::Changed, Which::Before) => Piece::Removed(text),
            (Kind::Changed, Which::After) => Piece::Added(text),
        });
    }

    /// Spaces stand between marked words, not inside the mark; there is never more than one.
    fn space(&mut self, wanted: bool) {
        let ends_open = match self.out.last() {
            None => true,
            Some(Piece::Kept(text) | Piece::Gap(text) | Piece::Removed(text) | Piece::Added(text)) => {
                text.ends_with([' ', LINE_END])
            }
        };
        if wanted && !ends_open && self.left_out == 0 {
            self.out.push(Piece::Kept(" ".to_owned()));
        }
    }
}

/// The words of a text, and a line end by itself wherever a line ends.
fn words_and_lines(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (index, line) in text.split(LINE_END).enumerate() {
        if index > 0 {
            found.push("\n");
        }
        found.extend(line.split_whitespace());
    }
    found
}

/// Words with a blank between them, and lines as they are.
fn in_lines(words: &[&str]) -> String {
    let mut text = String::new();
    for word in words {
        if *word == "\n" {
            text.push(LINE_END);
            continue;
        }
        let word = bounded(word);
        if !text.is_empty() && !text.ends_with(LINE_END) && !word.is_empty() {
            text.push(' ');
        }
        text.push_str(&word);
    }
    text
}
