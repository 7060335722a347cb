//! The top of a letter: how many changes, and what needs a look by when.

use super::calendar_days::days_between;
use super::headline::full_headline;
use super::page::{Doing, Todo};
use super::plain::capital;
use super::scene::Scene;
use super::{holds, newcomer, outlook, put_off, tasks};
use crate::model::{Change, LetterKind, Tier};

/// The title, and the lines below it.
pub(super) fn top(scene: Scene<'_>, kind: LetterKind, changes: &[&Change]) -> (String, Vec<String>) {
    let (words, news) = (scene.words, scene.news);
    let mut lead = Vec::new();
    let title = match (kind, changes) {
        (LetterKind::Test, _) => {
            lead.push(words.test_line().to_owned());
            words.test_title().to_owned()
        }
        (LetterKind::Welcome, _) => {
            lead.push(words.welcome_lead().to_owned());
            newcomer::title(scene)
        }
        (LetterKind::Reminder, _) => {
            lead.extend(tasks::reminder_lead(scene));
            tasks::reminder_title(scene)
        }
        (LetterKind::Health, _) | (_, []) if news.failed.is_some() || news.halted.is_some() => {
            words.failed_title().to_owned()
        }
        (LetterKind::Health, _) | (_, []) if !news.silences.is_empty() => outlook::silent_title(scene),
        (LetterKind::Health, _) | (_, []) if !news.damages.is_empty() => words.damaged_title(news.damages.len()),
        (LetterKind::Health, _) | (_, []) if !news.edits.is_empty() && news.blind.is_empty() => {
            words.edits_title(news.edits.len())
        }
        (LetterKind::Health, _) | (_, []) if !news.blind.is_empty() => words.blind_title(news.blind.len()),
        (LetterKind::Health, _) | (_, []) if !news.editions.is_empty() => outlook::editions_title(scene),
        (LetterKind::Health, _) | (_, []) if !news.back.is_empty() => words.back_title(news.back.len()),
        (LetterKind::Health, _) | (_, []) if !news.refused.is_empty() => words.refused_title(news.refused.len()),
        (LetterKind::Health, _) | (_, []) if !news.proposals.is_empty() => words.proposals_title(news.proposals.len()),
        (_, []) if !scene.concerning(news.open).is_empty() => words.title_open(scene.concerning(news.open).len()),
        (_, []) if tasks::to_do(scene, 1).0.is_some() => tasks::to_do(scene, 1).0.unwrap_or_default(),
        (_, []) => {
            lead.push(words.quiet_line(news.readable, news.looked_at, news.rarer));
            words.title_quiet().to_owned()
        }
        (_, [only]) => {
            lead.extend(when_and_whom(scene, only));
            full_headline(scene, only)
        }
        _ => {
            let important = changes.iter().filter(|change| change.assessment.tier == Tier::Alert).count();
            words.title_changes(important, changes.len() - important)
        }
    };
    if kind == LetterKind::Digest && news.from < news.until {
        let day = |time: jiff::Timestamp| time.to_zoned(scene.desk.zone.clone()).date();
        lead.push(words.span(day(news.from), day(news.until)));
        lead.extend(tasks::dashboard(scene));
    }
    (title, lead)
}

/// "Applies from 15 December 2026 · 24 days left", "Touches: Adventskalender".
fn when_and_whom(scene: Scene<'_>, change: &Change) -> Vec<String> {
    let ((by, left), _) = todo(scene, change);
    let when = match (change.assessment.effective_date, left) {
        // The headline names the day.
        (Some(_), Some(left)) if put_off::headline(scene, change).is_some() => Some(capital(&left)),
        (Some(date), Some(left)) if holds::is_of_one_rule(change) => {
            Some(format!("{}: {} · {left}", capital(scene.words.one_rule()), scene.words.date(date)))
        }
        (Some(date), Some(left)) => Some(format!("{} {} · {left}", scene.words.applies_from(), scene.words.date(date))),
        (Some(_), None) => Some(by),
        (None, _) => None,
    };
    when.into_iter().chain(scene.touches(change)).collect()
}

/// What needs a look, the nearest date first, then what names none, then what is in force already.
pub(super) fn todos(scene: Scene<'_>, changes: &[&Change], most: usize) -> Vec<Todo> {
    if changes.len() < 2 {
        return Vec::new();
    }
    let mut important: Vec<_> =
        changes.iter().copied().filter(|change| change.assessment.tier == Tier::Alert).collect();
    // What stands there no more needs nobody.
    important.retain(|change| !scene.is_settled(change));
    important.sort_by_key(|change| match change.assessment.effective_date {
        Some(date) if date >= scene.today => (0, days_between(scene.today, date)),
        None => (1, 0),
        Some(date) => (2, days_between(date, scene.today)),
    });
    let mut rows: Vec<(When, Doing, Vec<&str>)> = Vec::new();
    for change in important {
        let (when, doing) = todo(scene, change);
        // A platform that rewrites forty documents at once is one thing to do.
        match rows.iter_mut().find(|(known, row, _)| *known == when && *row == doing) {
            // Two changes of one document are one document.
            Some((.., documents)) if documents.contains(&change.watch.as_str()) => {}
            Some((.., documents)) => documents.push(&change.watch),
            None => rows.push((when, doing, vec![&change.watch])),
        }
    }
    rows.truncate(most);
    let mut todos: Vec<Todo> = Vec::new();
    for ((when, left), mut doing, documents) in rows {
        if documents.len() > 1 {
            doing.what = format!("{} ({})", doing.what, scene.words.documents(documents.len()));
        }
        // A day stands there once, and below it all that it is the day of.
        match todos.last_mut().filter(|todo| todo.when == when) {
            Some(todo) => todo.doings.push(doing),
            None => todos.push(Todo { when, left, doings: vec![doing] }),
        }
    }
    todos
}

/// "By 15 December 2026", "24 days left".
type When = (String, Option<String>);

fn todo(scene: Scene<'_>, change: &Change) -> (When, Doing) {
    let words = scene.words;
    let (when, left) = match change.assessment.effective_date {
        None => (words.when_unknown().to_owned(), None),
        Some(date) => {
            let days = days_between(scene.today, date);
            let day = words.date(date);
            let when = if days < 0 { words.in_force_since(&day) } else { words.by(&day) };
            (when, (days >= 0).then(|| words.days_left(days)))
        }
    };
    let what = full_headline(scene, change);
    let what = if holds::is_of_one_rule(change) { format!("{what} ({})", words.one_rule()) } else { what };
    ((when, left), Doing { what, hits: scene.touches(change) })
}
