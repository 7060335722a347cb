//! A letter as a few short paragraphs: what a chat has room for.

use super::super::page::{Card, Column, Page, Piece, Spot};
use super::super::plain::short;

/// Lines of each list.
const LINES: usize = 12;
/// Characters of each side's words.
const WORDS: usize = 300;

/// A notice in a chat; every string is page text or ours, without markup.
pub(super) struct Notice {
    /// The subject.
    pub subject: String,
    pub lead: Vec<String>,
    pub sections: Vec<Section>,
    /// What was held back: the last line, however much stands before it.
    pub foot: Option<String>,
}

/// A paragraph with a heading.
pub(super) struct Section {
    pub title: String,
    pub lines: Vec<String>,
    /// Under which id there is more: the line that stays however much is cut before it.
    pub last: Option<String>,
    pub link: Option<String>,
}

/// The letter's page in short: so many changes with their words, the others with a line each.
pub(super) fn notice(page: &Page, shown: usize) -> Notice {
    let mut sections: Vec<_> = page.cards.iter().take(shown).map(|card| of_card(page, card)).collect();
    let more = page
        .cards
        .iter()
        .skip(shown)
        .map(|card| format!("{} · {} · hausrecht show {}", card.platform, card.document, card.id));
    let brief = page.brief.iter().map(|brief| {
        let when = brief.when.as_deref().map(|when| format!(" {when}")).unwrap_or_default();
        format!("{}{when} · {} · hausrecht show {}", brief.headline, brief.document, brief.id)
    });
    let mut lines: Vec<_> = more.chain(brief).map(|line| short(&line, 300)).collect();
    let unlisted = lines.len().saturating_sub(LINES);
    lines.truncate(LINES);
    if unlisted > 0 {
        lines.push(format!("{} hausrecht log", page.words.and_more_changes(unlisted)));
    }
    lines.extend(page.unnamed.clone());
    if !lines.is_empty() {
        sections.push(Section { title: page.words.brief_title().to_owned(), lines, last: None, link: None });
    }
    for (title, spots) in [(&page.tasks_title, &page.tasks), (&page.decided_title, &page.decided)] {
        if !spots.is_empty() {
            let title = title.clone().unwrap_or_else(|| page.title.clone());
            let lines = spots.iter().take(LINES).map(of_spot).collect();
            sections.push(Section { title, lines, last: None, link: None });
        }
    }
    for chapter in &page.chapters {
        let spots = chapter.spots.iter().take(LINES).map(of_spot);
        let lines = chapter.lines.iter().map(|line| short(line, 300)).chain(spots).collect();
        sections.push(Section { title: chapter.title.to_owned(), lines, last: None, link: None });
    }
    if let Some(outlook) = &page.outlook {
        for (title, spots) in [
            (&outlook.blind_title, &outlook.blind),
            (&outlook.editions_title, &outlook.editions),
            (&outlook.back_title, &outlook.back),
            (&outlook.proposals_title, &outlook.proposals),
        ] {
            if !spots.is_empty() {
                let title = title.clone().unwrap_or_else(|| page.title.clone());
                let lines = spots.iter().take(LINES).map(of_spot).collect();
                sections.push(Section { title, lines, last: None, link: None });
            }
        }
    }
    let foot = page.outlook.as_ref().and_then(|outlook| outlook.held_back.clone());
    Notice { subject: page.subject.clone(), lead: page.lead.clone(), sections, foot }
}

fn of_card(page: &Page, card: &Card) -> Section {
    let title = match &card.headline {
        Some(headline) => format!("{}: {headline}", card.platform),
        None => page.title.clone(),
    };
    let mut lines = vec![format!("{} · {}", card.tier, card.document)];
    if let Some(anew) = &card.anew {
        lines.push(anew.line.clone());
        lines.extend(anew.lists.iter().map(|(label, headings)| format!("{label}: {}", short(headings, 200))));
    }
    let mut words = Vec::new();
    if let Some(clause) = card.clauses.first() {
        let sides = [&clause.before, &clause.after].into_iter().flatten();
        words.extend(sides.map(|side| format!("{}: “{}”", side.label, short(&text(side), WORDS))));
    }
    let mut about: Vec<String> = card.reasons.iter().map(|reason| short(reason, 300)).collect();
    for fact in &card.facts {
        for value in &fact.values {
            let parts = [value.main.as_str(), value.detail.as_str()];
            let value = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            about.push(format!("{}: {}", fact.label, short(&value, 200)));
        }
    }
    // The words themselves matter most: what is said about them takes the room that they leave.
    let room = LINES.saturating_sub(lines.len() + words.len() + 1);
    if about.len() > room {
        about.truncate(room.saturating_sub(1));
        about.push("…".to_owned());
    }
    lines.extend(about);
    lines.extend(words);
    Section { title, lines, last: Some(format!("hausrecht show {}", card.id)), link: card.link.clone() }
}

fn of_spot(spot: &Spot) -> String {
    short(&format!("{} – {}", spot.what, spot.lines.join(", ")), 300)
}

/// The words of a side without marks.
fn text(side: &Column) -> String {
    let words = side.pieces.iter().map(|piece| match piece {
        Piece::Kept(text) | Piece::Removed(text) | Piece::Added(text) | Piece::Gap(text) => text.as_str(),
    });
    words.collect()
}
