//! Leaves out what stands at the top or foot of page after page: running titles, page numbers, addresses.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::lines::{Line, Pages};
use crate::steps::text::dates::find_dates;
use crate::steps::text::each_word;
use crate::steps::text::languages::union;

/// So many lines at each end of a page may be boilerplate.
const DEEP: usize = 4;
/// So far may a running title move from page to page.
const SAME_PLACE: f64 = 12.0;
/// On as many pages of a hundred it must stand; left and right pages may differ.
const OFTEN: usize = 40;
/// What stands there on so many is no text wherever on the page it is, as a notice that a browser prints on each.
const NEARLY_ALWAYS: usize = 75;
const THERE: f64 = 1.5;
const PAGES: usize = 3;

/// The lines of the text, and one copy of each running line that names a year: it may say from when the text holds, but
/// not where it says when the paper was printed.
pub(super) fn left_out(pages: Pages) -> (Vec<Line>, Vec<Line>) {
    let Pages { lines, heights } = pages;
    let enough = (heights.len() * OFTEN).div_ceil(100).max(2);
    if heights.len() < 2 {
        return (lines, Vec::new());
    }
    let ends = ends(&lines, heights.len());
    let mut running = vec![false; lines.len()];
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, line) in lines.iter().enumerate() {
        places.entry(pattern(&line.text())).or_default().push(index);
    }
    let nearly_all = (heights.len() * NEARLY_ALWAYS).div_ceil(100).max(PAGES);
    for found in places.into_values().filter(|found| found.len() >= enough) {
        let at_ends: Vec<_> = found.iter().copied().filter(|index| ends[*index]).collect();
        mark(at_ends, &lines, (enough, SAME_PLACE), &mut running);
        mark(found, &lines, (nearly_all, THERE), &mut running);
    }
    let (mut said_often, mut rest) = (HashMap::new(), 0);
    for (line, running) in lines.iter().zip(&running) {
        let text = line.text();
        if *running {
            said_often.entry(pattern(&text)).or_insert(text.len());
        } else {
            rest += text.len();
        }
    }
    // What makes up most of a file is its text, however often it says so.
    if said_often.into_values().sum::<usize>() > rest {
        return (lines, Vec::new());
    }
    let (mut text, mut dated) = (Vec::new(), Vec::<Line>::new());
    for (mut line, is_running) in lines.into_iter().zip(running) {
        if !is_running {
            text.push(line);
            continue;
        }
        line.cells.retain(|cell| names_a_year(&cell.text) && !says_when_printed(&cell.text));
        if !line.cells.is_empty() && dated.iter().all(|known| pattern(&known.text()) != pattern(&line.text())) {
            dated.push(line);
        }
    }
    (text, dated)
}

/// Marks those of some lines that stand at one height on enough pages.
fn mark(mut found: Vec<usize>, lines: &[Line], (enough, near): (usize, f64), running: &mut [bool]) {
    found.sort_by(|&a, &b| lines[a].down.total_cmp(&lines[b].down));
    let mut pages: HashMap<usize, usize> = HashMap::new();
    let (mut from, mut to) = (0, 0);
    for &index in &found {
        let down = lines[index].down;
        while let Some(&next) = found.get(to).filter(|next| lines[**next].down <= down + near) {
            *pages.entry(lines[next].page).or_default() += 1;
            to += 1;
        }
        while let Some(&first) = found.get(from).filter(|first| lines[**first].down < down - near) {
            if let Some(count) = pages.get_mut(&lines[first].page) {
                *count -= 1;
                if *count == 0 {
                    pages.remove(&lines[first].page);
                }
            }
            from += 1;
        }
        running[index] |= pages.len() >= enough;
    }
}

/// Which lines stand at an end of their page.
fn ends(lines: &[Line], pages: usize) -> Vec<bool> {
    let mut by_page: Vec<Vec<usize>> = vec![Vec::new(); pages + 1];
    for (index, line) in lines.iter().enumerate() {
        if let Some(page) = by_page.get_mut(line.page) {
            page.push(index);
        }
    }
    let mut ends = vec![false; lines.len()];
    for mut page in by_page {
        page.sort_by(|&a, &b| lines[a].down.total_cmp(&lines[b].down));
        for &index in page.iter().take(DEEP).chain(page.iter().rev().take(DEEP)) {
            ends[index] = true;
        }
    }
    ends
}

/// A line with its numbers made alike, since pages are counted.
fn pattern(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if !letter.is_ascii_digit() {
            out.extend(letter.to_lowercase());
        } else if !out.ends_with('#') {
            out.push('#');
        }
    }
    out
}

fn names_a_year(text: &str) -> bool {
    text.split(|letter: char| !letter.is_ascii_digit())
        .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
}

static PRINTED: LazyLock<HashSet<&str>> = LazyLock::new(|| union(|words| &words.printed).into_iter().collect());

/// Whether a running line says when the paper was made: by its word, or to the minute.
fn says_when_printed(text: &str) -> bool {
    let is_clock = |part: &str| {
        let numbers = part.trim_matches(|letter: char| !letter.is_ascii_digit()).split_once(':');
        let is_number = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        // A day begins or ends at midnight, and so may what holds from then on.
        numbers.is_some_and(|(hour, rest)| {
            let minute = rest.split(':').next().unwrap_or_default();
            is_number(hour) && is_number(minute) && !(matches!(hour, "0" | "00" | "24") && minute == "00")
        })
    };
    let mut is_printed = text.split(' ').any(is_clock);
    each_word(text, |word, _| is_printed |= PRINTED.contains(word));
    // Beside another day it may say from when the text holds.
    is_printed && find_dates(text).len() < 2
}
