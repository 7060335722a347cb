//! The whole comparison as a file beside a letter: every place of every change, side by side.

use askama::Template;

use super::clauses::all;
use super::page::{Brief, Card, Clause, Column, Piece, Stayed};
use super::scene::Scene;
use super::words::Words;
use super::{card, plain, unchanged};
use crate::model::{Change, platform_name};

/// Letters of page text in the file; mail servers refuse messages of ten megabytes, and nobody reads as much.
const MOST: usize = 2_000_000;

/// The file as a page.
#[derive(Template)]
#[template(path = "comparison.html", config = "src/steps/compose/templates/askama.toml", whitespace = "minimize")]
struct Comparison {
    words: &'static dyn Words,
    lang: &'static str,
    title: String,
    index: Vec<Listed>,
    sheets: Vec<Sheet>,
    /// What became of it, under its title; none in a letter, which is a part of that.
    record: Option<(String, Vec<(String, String)>)>,
    foot: String,
}

/// A change with all that there is room for.
struct Sheet {
    card: Card,
    parts: Vec<SheetPart>,
    /// Said where what stayed is not shown.
    only_changed: bool,
}

/// A place that changed, or what stayed between two.
enum SheetPart {
    Place(Clause),
    Stayed(Stayed),
}

/// A line on each change, and where it stands below.
struct Listed {
    at: String,
    what: String,
    when: Option<String>,
    document: String,
}

/// The file.
pub(super) struct File {
    pub name: String,
    pub html: String,
    /// Places for which it has no room.
    pub left_out: usize,
}

/// The file with all of these changes.
pub(super) fn file(scene: Scene<'_>, changes: &[&Change], title: &str) -> Option<File> {
    if changes.is_empty() {
        return None;
    }
    let (sheets, left_out) = whole(scene, changes);
    let entry = |change: &&Change| {
        let Brief { headline, when, document, .. } = card::brief(scene, change, 0);
        Listed { at: plain::name(&change.id), what: headline, when, document }
    };
    let whole = Comparison {
        words: scene.words,
        lang: scene.language().tag(),
        title: title.to_owned(),
        index: if changes.len() > 1 { changes.iter().map(entry).collect() } else { Vec::new() },
        sheets,
        record: None,
        foot: foot(scene),
    };
    let name = format!("{}-{}.html", scene.words.comparison_file(), scene.today);
    whole.render().ok().map(|html| File { name, html, left_out })
}

/// The comparison of one change as a page of its own, with what became of it.
pub(super) fn page(scene: Scene<'_>, change: &Change, (title, rows): (&str, &[(String, String)])) -> Option<String> {
    let whole = Comparison {
        words: scene.words,
        lang: scene.language().tag(),
        title: format!("{}: {}", platform_name(&change.platform), plain::name(&change.document)),
        index: Vec::new(),
        sheets: whole(scene, &[change]).0,
        record: Some((title.to_owned(), rows.to_vec())),
        foot: foot(scene),
    };
    whole.render().ok()
}

/// When it was made, and in which zone its times are.
fn foot(scene: Scene<'_>) -> String {
    let zone = scene.desk.zone.iana_name().map(|zone| scene.words.zone(zone));
    [Some(scene.moment(scene.now)), zone].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The changes with as many of their places as there is room for, and how many there is none for.
///
/// Each has an equal share of the room; what the small ones leave is for the large ones, and what all leave is for the text
/// that stayed.
fn whole(scene: Scene<'_>, changes: &[&Change]) -> (Vec<Sheet>, usize) {
    let sizes: Vec<usize> = changes.iter().map(|change| all(scene, change).map(|clause| size(&clause)).sum()).collect();
    let share = share(&sizes, MOST);
    let mut for_stayed = MOST.saturating_sub(sizes.iter().map(|size| (*size).min(share)).sum());
    let mut missing = 0;
    let sheets = changes.iter().map(|change| {
        let mut card = card::whole(scene, change);
        let (mut room, mut left_out) = (share, 0);
        let mut stayed = stayed(scene, change, &mut for_stayed).into_iter();
        let only_changed = stayed.len() == 0;
        let mut parts = Vec::new();
        for clause in all(scene, change) {
            parts.extend(stayed.next().flatten().map(SheetPart::Stayed));
            let size = size(&clause);
            if size > room {
                left_out += 1;
                continue;
            }
            room -= size;
            parts.push(SheetPart::Place(clause));
        }
        parts.extend(stayed.flatten().map(SheetPart::Stayed));
        missing += left_out;
        card.more = (left_out > 0).then(|| scene.words.more_clauses(left_out, 0));
        Sheet { card, parts, only_changed }
    });
    (sheets.collect(), missing)
}

/// What stayed around the places of a change, where its texts are at hand and there is room for it.
fn stayed(scene: Scene<'_>, change: &Change, for_stayed: &mut usize) -> Vec<Option<Stayed>> {
    let Some(texts) = scene.news.texts.iter().find(|texts| texts.change == change.id) else { return Vec::new() };
    let all = unchanged::between(change, texts, scene.words);
    let lines = all.iter().flatten().flat_map(|stayed| &stayed.lines);
    let size: usize = lines.map(|line| line.text.len() + 60).sum();
    if size > *for_stayed {
        return Vec::new();
    }
    *for_stayed -= size;
    all
}

/// The most that one may take so that all together fit.
fn share(sizes: &[usize], room: usize) -> usize {
    let mut sorted = sizes.to_vec();
    sorted.sort_unstable();
    let mut left = room;
    for (index, size) in sorted.iter().enumerate() {
        let share = left / (sorted.len() - index);
        if *size > share {
            return share;
        }
        left -= size;
    }
    usize::MAX
}

fn size(clause: &Clause) -> usize {
    let of = |side: &Column| -> usize {
        let pieces = side.pieces.iter().map(|piece| match piece {
            Piece::Kept(text) | Piece::Removed(text) | Piece::Added(text) | Piece::Gap(text) => text.len() + 40,
        });
        pieces.sum()
    };
    clause.path.len()
        + clause.lead.as_ref().map_or(0, String::len)
        + 200
        + clause.before.iter().chain(&clause.after).map(of).sum::<usize>()
}
