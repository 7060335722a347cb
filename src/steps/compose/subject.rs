//! The line that is read in a list of mails: what, where, from when, whom it hits.

use super::headline::{full_headline, headline, platform};
use super::plain::{TIE, short};
use super::scene::Scene;
use super::{holds, newcomer, outlook, tasks};
use crate::model::{Asset, Change, LetterKind, Tier};

/// Letters of a subject that mail programs still show.
const LONGEST: usize = 140;

/// The subject of a letter.
pub(super) fn subject(scene: Scene<'_>, kind: LetterKind, changes: &[&Change]) -> String {
    let (words, news) = (scene.words, scene.news);
    let written = match (kind, changes) {
        (LetterKind::Test, _) => words.subject_test().to_owned(),
        (LetterKind::Welcome, _) => newcomer::title(scene),
        (LetterKind::Reminder, _) => format!("{} – {}", words.reminder(), tasks::reminder_subject(scene)),
        (LetterKind::Digest | LetterKind::Alert, [first, rest @ ..]) => told(scene, kind, first, rest),
        _ if news.failed.is_some() || news.halted.is_some() => words.failed_title().to_owned(),
        _ if !news.silences.is_empty() => outlook::silent_title(scene),
        _ if !news.damages.is_empty() => words.damaged_title(news.damages.len()),
        _ if !news.edits.is_empty() && news.blind.is_empty() => words.edits_title(news.edits.len()),
        _ if !news.blind.is_empty() => words.subject_blind(news.blind.len()),
        _ if !news.editions.is_empty() => outlook::editions_title(scene),
        _ if !news.back.is_empty() => words.subject_back(news.back.len()),
        _ if !news.refused.is_empty() => words.refused_title(news.refused.len()),
        _ if !news.proposals.is_empty() => words.proposals_title(news.proposals.len()),
        _ if !scene.concerning(news.open).is_empty() => still_open(scene, &scene.concerning(news.open)),
        _ if tasks::subject(scene).is_some() => tasks::subject(scene).unwrap_or_default(),
        _ => words.subject_quiet(news.readable, news.looked_at),
    };
    // Nobody breaks a subject but the program that shows it.
    short(&written.replace(TIE, " "), LONGEST)
}

/// "Still open: Facebook: contest rules stricter", or how many are.
fn still_open(scene: Scene<'_>, open: &[&Change]) -> String {
    match open {
        [only] => format!("{}: {}", scene.words.still_open(), full_headline(scene, only)),
        many => scene.words.title_open(many.len()),
    }
}

fn told(scene: Scene<'_>, kind: LetterKind, first: &Change, rest: &[&Change]) -> String {
    if kind == LetterKind::Alert || rest.is_empty() {
        let mut subject = one(scene, first);
        if !rest.is_empty() {
            let own = platform(first);
            let mut others: Vec<String> = Vec::new();
            for other in rest.iter().map(|change| platform(change)).filter(|other| *other != own) {
                if !others.contains(&other) {
                    others.push(other);
                }
            }
            let more = match others.as_slice() {
                [] => scene.words.and_more_changes(rest.len()),
                names => {
                    let first = names.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(", ");
                    let first = if names.len() > 3 { format!("{first} …") } else { first };
                    scene.words.and_more_changes_of(rest.len(), &first)
                }
            };
            subject = format!("{subject} {more}");
        }
        return subject;
    }
    let important = std::iter::once(first).chain(rest.iter().copied());
    let important = important.filter(|change| change.assessment.tier == Tier::Alert).count();
    let count = scene.words.subject_digest(important, rest.len() + 1 - important);
    let next = std::iter::once(first).chain(rest.iter().copied());
    let next = next.filter(|change| change.assessment.tier == Tier::Alert);
    let next = next.filter_map(|change| change.assessment.effective_date).filter(|date| *date >= scene.today).min();
    let next = next.map(|date| scene.words.next_date(&scene.words.short_date(date, scene.today)));
    let next = next.map(|next| format!(" ({next})")).unwrap_or_default();
    format!("{count}{next}: {}", platforms(first, rest))
}

/// "Facebook: contest rules stricter from 15 Dec (24 days) – hits 2 of your assets".
fn one(scene: Scene<'_>, change: &Change) -> String {
    let mut subject = format!("{}: {}", platform(change), headline(scene, change));
    if let Some(when) = holds::when(scene, change) {
        subject.push_str(if holds::is_of_one_rule(change) { ", " } else { " " });
        subject.push_str(&when);
    }
    let hits = hits(scene, &scene.touched(change));
    if !hits.is_empty() {
        subject.push_str(" – ");
        subject.push_str(&hits);
    }
    subject
}

/// The platforms that the letter is about, the weightiest first.
fn platforms(first: &Change, rest: &[&Change]) -> String {
    let mut names: Vec<String> = Vec::new();
    for change in std::iter::once(first).chain(rest.iter().copied()) {
        let name = platform(change);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len() > 4;
    names.truncate(4);
    names.join(", ") + if more { " …" } else { "" }
}

/// Letters of the names of two assets that both stand in a subject.
const TWO_NAMES: usize = 40;

/// "hits Adventskalender", "hits Adventskalender, Facebook-Seite", "hits Adventskalender and 2 more".
fn hits(scene: Scene<'_>, touched: &[&Asset]) -> String {
    let names: Vec<_> = touched.iter().map(|asset| short(&asset.name, TWO_NAMES)).collect();
    match names.as_slice() {
        [] => String::new(),
        [one, two] if one.chars().count() + two.chars().count() <= TWO_NAMES => {
            scene.words.hits(&format!("{one}, {two}"), 0)
        }
        [one, rest @ ..] => scene.words.hits(one, rest.len()),
    }
}
