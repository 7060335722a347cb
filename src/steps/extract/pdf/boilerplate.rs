//! Leaves out what stands at the top or foot of page after page: running titles, page numbers, addresses.

use std::collections::{HashMap, HashSet};

use super::lines::{Line, Pages};

/// So many lines at each end of a page may be boilerplate.
const DEEP: usize = 4;
/// So far may a running title move from page to page.
const SAME_PLACE: f64 = 12.0;
/// On as many pages of a hundred it must stand; left and right pages may differ.
const OFTEN: usize = 40;

/// The lines of the text, and one copy of each running line that names a year: it may say from when the text holds.
pub(super) fn left_out(pages: Pages) -> (Vec<Line>, Vec<Line>) {
    let Pages { lines, heights } = pages;
    let enough = (heights.len() * OFTEN).div_ceil(100).max(2);
    if heights.len() < 2 {
        return (lines, Vec::new());
    }
    let ends = ends(&lines, heights.len());
    let mut places: HashMap<String, Vec<(usize, f64)>> = HashMap::new();
    for (line, _) in lines.iter().zip(&ends).filter(|(_, is_end)| **is_end) {
        places.entry(pattern(&line.text())).or_default().push((line.page, line.down));
    }
    let runs = |line: &Line| {
        let found = places.get(&pattern(&line.text())).map_or(&[][..], Vec::as_slice);
        let there = found.iter().filter(|(_, down)| (down - line.down).abs() <= SAME_PLACE);
        found.len() >= enough && there.map(|(page, _)| page).collect::<HashSet<_>>().len() >= enough
    };
    let running: Vec<bool> = lines.iter().zip(ends).map(|(line, is_end)| is_end && runs(line)).collect();
    let weigh = |wanted: &dyn Fn(bool) -> bool| -> usize {
        lines.iter().zip(&running).filter(|(_, running)| wanted(**running)).map(|(line, _)| line.text().len()).sum()
    };
    // What makes up most of a file is its text, however often it says so.
    if weigh(&|running| running) > weigh(&|running| !running) {
        return (lines, Vec::new());
    }
    let (mut text, mut dated) = (Vec::new(), Vec::<Line>::new());
    for (line, is_running) in lines.into_iter().zip(running) {
        if !is_running {
            text.push(line);
        } else if names_a_year(&line.text())
            && dated.iter().all(|known| pattern(&known.text()) != pattern(&line.text()))
        {
            dated.push(line);
        }
    }
    (text, dated)
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
