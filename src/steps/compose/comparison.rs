//! The whole comparison as a file beside a letter: every place of every change, side by side.

use askama::Template;

use super::card;
use super::clauses::all;
use super::page::{Card, Clause, Column, Page, Piece};
use super::plain;
use super::scene::Scene;
use super::words::Words;
use crate::model::{Change, platform_name};

/// Letters of page text in the file; mail servers refuse messages of ten megabytes, and nobody reads as much.
const MOST: usize = 2_000_000;

/// The file.
#[derive(Template)]
#[template(path = "comparison.html", config = "src/steps/compose/templates/askama.toml", whitespace = "minimize")]
struct Comparison {
    words: &'static dyn Words,
    lang: &'static str,
    title: String,
    cards: Vec<Card>,
    foot: String,
}

/// Name and content of the file; none where the letter shows all of it.
pub(super) fn file(scene: Scene<'_>, changes: &[&Change], page: &Page) -> Option<(String, String)> {
    if changes.is_empty() || page.is_whole() {
        return None;
    }
    let mut room = MOST;
    let cards = changes.iter().map(|change| whole(scene, change, &mut room)).collect();
    let whole = Comparison {
        words: scene.words,
        lang: scene.language().tag(),
        title: page.subject.clone(),
        cards,
        foot: scene.moment(scene.now),
    };
    let name = format!("{}-{}.html", scene.words.comparison_file(), scene.today);
    whole.render().ok().map(|html| (name, html))
}

/// The comparison of one change as a page of its own.
pub(super) fn page(scene: Scene<'_>, change: &Change) -> Option<String> {
    let mut room = MOST;
    let whole = Comparison {
        words: scene.words,
        lang: scene.language().tag(),
        title: format!("{}: {}", platform_name(&change.platform), plain::name(&change.document)),
        cards: vec![whole(scene, change, &mut room)],
        foot: scene.moment(scene.now),
    };
    whole.render().ok()
}

/// A change with as many of its places as there is room for.
fn whole(scene: Scene<'_>, change: &Change, room: &mut usize) -> Card {
    let mut card = card::whole(scene, change);
    let mut left_out = 0;
    for clause in all(scene, change) {
        let size = size(&clause);
        if size > *room {
            left_out += 1;
            continue;
        }
        *room -= size;
        card.clauses.push(clause);
    }
    card.more = (left_out > 0).then(|| scene.words.more_clauses(left_out, 0));
    card
}

fn size(clause: &Clause) -> usize {
    let of = |side: &Column| -> usize {
        let pieces = side.pieces.iter().map(|piece| match piece {
            Piece::Kept(text) | Piece::Removed(text) | Piece::Added(text) | Piece::Gap(text) => text.len() + 40,
        });
        pieces.sum()
    };
    clause.path.len() + 200 + clause.before.iter().chain(&clause.after).map(of).sum::<usize>()
}
