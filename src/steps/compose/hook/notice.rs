//! A letter as a few short paragraphs: what a chat has room for.

use super::super::crowd::{self, Kinds};
use super::super::decide::encoded;
use super::super::headline::{bare_headline, full_headline, platform};
use super::super::holds;
use super::super::limits::IN_FURTHER_MESSAGE;
use super::super::page::{Card, Column, Page, Piece, Spot};
use super::super::plain::{name, short};
use super::super::scene::Scene;
use crate::model::{Change, Tier};

/// Lines of each list.
const LINES: usize = 12;
/// Characters of each side's words.
const WORDS: usize = 300;
/// So many changes of one platform stand in one paragraph.
const TOGETHER: usize = 10;
/// Letters of a document's name in such a line.
const DOCUMENT: usize = 50;
/// Platforms with a line of their own in the first message.
const PLATFORMS: usize = 12;

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
    /// Whether no line may be left out.
    pub is_kept: bool,
    /// Under which id there is more: the line that stays however much is cut before it.
    pub last: Option<String>,
    pub link: Option<String>,
    pub answers: Vec<Answering>,
}

/// An answer by mail: what it says, and the address that prepares it.
pub(super) struct Answering {
    pub label: &'static str,
    pub link: String,
}

/// The letter's page in short: so many changes with their words, the others with a line each, in further messages where they
/// are many. Each with the changes that it names.
pub(super) fn notices<'a>(
    scene: Scene<'a>,
    page: &Page,
    changes: &[&'a Change],
    shown: usize,
) -> Vec<(Notice, Vec<&'a Change>)> {
    let cards = &page.cards[..page.cards.len().min(shown)];
    let is_shown = |change: &&&Change| cards.iter().any(|card| card.id == name(&change.id));
    let (told, others): (Vec<&Change>, Vec<&Change>) = changes.iter().copied().partition(|change| is_shown(&change));
    if others.len() <= LINES {
        return vec![(first(scene, page, cards, &others, None), changes.to_vec())];
    }
    let following = Following { all: changes, named: others.len() };
    let mut notices = vec![(first(scene, page, cards, &[], Some(&following)), told)];
    let count = others.len().div_ceil(IN_FURTHER_MESSAGE) + 1;
    for (index, named) in others.chunks(IN_FURTHER_MESSAGE).enumerate() {
        let subject = format!("{} ({}/{count})", page.subject, index + 2);
        let sections = by_platform(scene, named);
        notices.push((Notice { subject, lead: Vec::new(), sections, foot: None }, named.to_vec()));
    }
    notices
}

/// A line for each of the changes, under the names of their platforms.
fn by_platform(scene: Scene<'_>, changes: &[&Change]) -> Vec<Section> {
    let mut platforms: Vec<(String, Vec<&Change>)> = Vec::new();
    for change in changes {
        let platform = platform(change);
        match platforms.iter_mut().find(|(known, own)| *known == platform && own.len() < TOGETHER) {
            Some((_, own)) => own.push(change),
            None => platforms.push((platform, vec![change])),
        }
    }
    let section = |(title, own): (String, Vec<&Change>)| Section {
        title,
        lines: own.into_iter().map(|change| line(scene, change, &bare_headline(scene, change))).collect(),
        is_kept: true,
        last: None,
        link: None,
        answers: Vec::new(),
    };
    platforms.into_iter().map(section).collect()
}

/// A change in a line that no chat has to cut.
fn line(scene: Scene<'_>, change: &Change, headline: &str) -> String {
    let when = holds::when(scene, change);
    let when = when.map(|when| if holds::is_of_one_rule(change) { format!(", {when}") } else { format!(" {when}") });
    let document = short(&change.document, DOCUMENT);
    format!("{headline}{} · {document} · hausrecht show {}", when.unwrap_or_default(), name(&change.id))
}

/// What the messages after the first one name.
struct Following<'a, 'b> {
    all: &'a [&'b Change],
    named: usize,
}

/// The first message; where so many changes are named in those that follow, it has a line for each platform.
fn first(
    scene: Scene<'_>,
    page: &Page,
    cards: &[Card],
    others: &[&Change],
    following: Option<&Following<'_, '_>>,
) -> Notice {
    let mut sections: Vec<_> = Vec::new();
    if let Some(&Following { all, named }) = following {
        let platforms = crowd::by_platform(scene, &Kinds::of(scene.news.watches), all);
        let shown = platforms.iter().take(PLATFORMS);
        let mut lines: Vec<_> = shown.map(|(platform, what)| short(&format!("{platform}: {what}"), 200)).collect();
        if platforms.len() > PLATFORMS {
            lines.push("…".to_owned());
        }
        lines.push(page.words.named_below(named));
        let title = page.platforms_title.to_owned();
        sections.push(Section { title, lines, is_kept: true, last: None, link: None, answers: Vec::new() });
    }
    sections.extend(cards.iter().map(|card| of_card(page, card)));
    if !others.is_empty() {
        let lines = others.iter().map(|change| line(scene, change, &full_headline(scene, change))).collect();
        let all_important = others.iter().all(|change| change.assessment.tier == Tier::Alert);
        let important = others.iter().any(|change| change.assessment.tier == Tier::Alert);
        let title = page.words.brief_title(important, !all_important).to_owned();
        sections.push(Section { title, lines, is_kept: true, last: None, link: None, answers: Vec::new() });
    }
    for (title, spots) in [(&page.tasks_title, &page.tasks), (&page.decided_title, &page.decided)] {
        if !spots.is_empty() {
            let title = title.clone().unwrap_or_else(|| page.title.clone());
            let lines = spots.iter().take(LINES).map(of_spot).collect();
            sections.push(Section { title, lines, is_kept: false, last: None, link: None, answers: Vec::new() });
        }
    }
    for chapter in &page.chapters {
        let spots = chapter.spots.iter().take(LINES).map(of_spot);
        let lines = chapter.lines.iter().map(|line| short(line, 300)).chain(spots).collect();
        sections.push(Section {
            title: chapter.title.to_owned(),
            lines,
            is_kept: false,
            last: None,
            link: None,
            answers: Vec::new(),
        });
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
                sections.push(Section { title, lines, is_kept: false, last: None, link: None, answers: Vec::new() });
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
    let answers = card.decide.iter().flat_map(|decide| {
        decide.choices.iter().map(|choice| {
            let subject = encoded(&format!("{} {}", choice.label, choice.code));
            Answering { label: choice.label, link: format!("mailto:{}?subject={subject}", encoded(&decide.address)) }
        })
    });
    let last = Some(format!("hausrecht show {}", card.id));
    Section { title, lines, is_kept: false, last, link: card.link.clone(), answers: answers.collect() }
}

/// The last line of a section, and below it the answers by mail, where it has any.
pub(super) fn answered(last: String, section: &Section, link: impl Fn(&Answering) -> String) -> String {
    match section.answers.as_slice() {
        [] => last,
        answers => format!("{last}\n{}", answers.iter().map(link).collect::<Vec<_>>().join(" · ")),
    }
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
