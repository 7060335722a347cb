//! A letter as a few short paragraphs: what a chat has room for.

use super::super::page::{Card, Column, Page, Piece, Spot};
use super::super::plain::short;

/// Changes shown with their words; the others have a line each.
const SECTIONS: usize = 8;
/// Lines of each list.
const LINES: usize = 12;

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
    pub link: Option<String>,
}

/// The letter's page in short.
pub(super) fn notice(page: &Page) -> Notice {
    let mut sections: Vec<_> = page.cards.iter().take(SECTIONS).map(|card| of_card(page, card)).collect();
    let more = page.cards.iter().skip(SECTIONS).map(|card| format!("{} · {}", card.platform, card.document));
    let brief = page.brief.iter().map(|brief| {
        let when = brief.when.as_deref().map(|when| format!(" {when}")).unwrap_or_default();
        format!("{}{when} · {} · hausrecht show {}", brief.headline, brief.document, brief.id)
    });
    let lines: Vec<_> =
        more.chain(brief).take(LINES).map(|line| short(&line, 300)).chain(page.unnamed.clone()).collect();
    if !lines.is_empty() {
        sections.push(Section { title: page.words.brief_title().to_owned(), lines, link: None });
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
                sections.push(Section { title, lines: spots.iter().take(LINES).map(of_spot).collect(), link: None });
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
    lines.extend(card.reasons.iter().map(|reason| short(reason, 300)));
    for fact in &card.facts {
        for value in &fact.values {
            let parts = [value.main.as_str(), value.detail.as_str()];
            let value = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            lines.push(format!("{}: {}", fact.label, short(&value, 200)));
        }
    }
    if let Some(clause) = card.clauses.first() {
        let sides = [&clause.before, &clause.after].into_iter().flatten();
        lines.extend(sides.map(|side| format!("{}: “{}”", side.label, short(&text(side), 300))));
    }
    lines.push(format!("hausrecht show {}", card.id));
    lines.truncate(LINES);
    Section { title, lines, link: card.link.clone() }
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
