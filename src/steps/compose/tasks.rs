//! What is to be done and what was decided, as sections of a letter.

use super::calendar_days::days_between;
use super::decide::decide;
use super::headline::full_headline;
use super::page::Spot;
use super::plain::{capital, link, name, short};
use super::scene::Scene;
use super::{put_off, why};
use crate::model::{Change, Decided, Decision, Reminder, Task, Tier};

/// So many letters of a person's note are shown.
const NOTE: usize = 300;

/// How it stands, in a line; none where nothing was ever open or decided.
pub(super) fn dashboard(scene: Scene<'_>) -> Option<String> {
    let news = scene.news;
    // Those of this letter are as undecided as those of before, unless they stand there no more or are told beside another.
    let is_open = |change: &&Change| {
        change.assessment.tier == Tier::Alert
            && !scene.is_settled(change)
            && !news.decisions.iter().any(|decided| decided.change == change.id)
    };
    let (told, _) = put_off::folded(scene, news.changes.to_vec());
    let listed = scene.concerning(news.open).into_iter().filter(|change| !scene.is_settled(change));
    let open = listed.count() + told.iter().copied().filter(|change| is_open(change)).count();
    let to_do: Vec<&Task> = mine(scene, news.tasks).collect();
    let overdue = to_do.iter().filter(|task| task.decided.due.is_some_and(|due| due < scene.today)).count();
    let done = mine(scene, news.decided).filter(|task| task.decided.decision == Decision::Done).count();
    (open + to_do.len() + done > 0).then(|| scene.words.dashboard(open, to_do.len(), overdue, done))
}

/// What is to be done, the first day first.
pub(super) fn to_do(scene: Scene<'_>, most: usize) -> (Option<String>, Vec<Spot>) {
    let tasks: Vec<&Task> = mine(scene, scene.news.tasks).collect();
    let title = (!tasks.is_empty()).then(|| scene.words.tasks_title(tasks.len()));
    (title, tasks.into_iter().take(most).map(|task| of_task(scene, task)).collect())
}

/// "To be done by 10 Dec: Facebook: contest rules stricter", or how many changes need something done.
pub(super) fn subject(scene: Scene<'_>) -> Option<String> {
    let tasks: Vec<&Task> = mine(scene, scene.news.tasks).collect();
    match tasks.as_slice() {
        [] => None,
        [only] => {
            let day = only.decided.due.map(|due| scene.words.short_date(due, scene.today));
            let by = capital(&scene.words.to_be_done(day.as_deref()));
            Some(format!("{by}: {}", full_headline(scene, &only.change)))
        }
        many => Some(scene.words.tasks_title(many.len())),
    }
}

/// What was decided since the last digest, but for what is to be done and stands there anyhow.
pub(super) fn decided(scene: Scene<'_>, most: usize) -> (Option<String>, Vec<Spot>) {
    let all = mine(scene, scene.news.decided).filter(|task| task.decided.decision != Decision::Act);
    let spots: Vec<Spot> = all.take(most).map(|task| of_task(scene, task)).collect();
    ((!spots.is_empty()).then(|| scene.words.decided_title().to_owned()), spots)
}

/// The days that come nearer, the nearest first; a change of which two do stands there once.
pub(super) fn reminders(scene: Scene<'_>, most: usize) -> Vec<Spot> {
    let mut all: Vec<&Reminder> = scene.news.reminders.iter().collect();
    all.sort_by_key(|reminder| reminder.day);
    let mut changes: Vec<&str> = Vec::new();
    for reminder in &all {
        if !changes.contains(&reminder.change.id.as_str()) {
            changes.push(&reminder.change.id);
        }
    }
    let only = changes.len() == 1;
    let one =
        |id: &str| reminded(scene, &all.iter().copied().filter(|one| one.change.id == id).collect::<Vec<_>>(), only);
    changes.into_iter().take(most).filter_map(one).collect()
}

/// The days of one change that come nearer; what the title of the letter says is not said again where it is the only change.
fn reminded(scene: Scene<'_>, own: &[&Reminder], only: bool) -> Option<Spot> {
    let [first, ..] = own else { return None };
    let change = &first.change;
    // The title and the line below it say what and when, where there is one day.
    let is_told_above = only && own.len() == 1;
    let mut lines: Vec<String> =
        if is_told_above { Vec::new() } else { own.iter().map(|one| capital(&day(scene, one))).collect() };
    lines.extend(why::first(scene, change));
    let is_due = own.iter().any(|one| one.is_due);
    lines.extend(first.decided.as_ref().and_then(|decided| {
        // By when it is to be done is said above.
        if is_due { by_whom(decided) } else { Some(capital(&phrase(scene, decided))) }
    }));
    let spot = spot(scene, change, first.decided.as_ref(), lines);
    Some(if is_told_above { Spot { what: name(&change.document), ..spot } } else { with_document(spot, change) })
}

/// "Lena: ask the agency".
fn by_whom(decided: &Decided) -> Option<String> {
    let said = [decided.by.as_deref(), decided.note.as_deref()].into_iter().flatten();
    let said: Vec<String> = said.map(|text| short(text, NOTE)).collect();
    (!said.is_empty()).then(|| said.join(": "))
}

/// The title of a letter that reminds.
pub(super) fn reminder_title(scene: Scene<'_>) -> String {
    match scene.news.reminders {
        [only] => full_headline(scene, &only.change),
        many => scene.words.reminders(many.len()),
    }
}

/// The day, below a title that names the one change.
pub(super) fn reminder_lead(scene: Scene<'_>) -> Option<String> {
    match scene.news.reminders {
        [only] => Some(capital(&day(scene, only))),
        _ => None,
    }
}

/// The same in one line.
pub(super) fn reminder_subject(scene: Scene<'_>) -> String {
    match scene.news.reminders {
        [only] => format!("{}, {}", full_headline(scene, &only.change), day(scene, only)),
        _ => reminder_title(scene),
    }
}

/// "applies from 15 December 2026, 14 days left".
fn day(scene: Scene<'_>, reminder: &Reminder) -> String {
    let words = scene.words;
    let days = days_between(scene.today, reminder.day);
    let (day, left) = (words.date(reminder.day), words.days_left(days));
    let is_put_off = reminder.decided.as_ref().is_some_and(|decided| decided.decision == Decision::Defer);
    match (reminder.is_due, is_put_off, days) {
        (true, true, _) => words.put_off_until((days != 0).then_some(day.as_str())),
        (true, false, 0) => words.due_today().to_owned(),
        (true, false, _) => words.due(&day, &left),
        (false, _, 0) => words.applies_today().to_owned(),
        (false, ..) => words.applies(&day, &left),
    }
}

/// A decision in a phrase.
pub(super) fn phrase(scene: Scene<'_>, decided: &Decided) -> String {
    let day = decided.due.map(|due| scene.words.date(due));
    scene.words.decided(&shown(decided), day.as_deref())
}

/// What people wrote, as long as a letter can bear.
fn shown(decided: &Decided) -> Decided {
    Decided {
        note: decided.note.as_deref().map(|note| short(note, NOTE)),
        by: decided.by.as_deref().map(|by| short(by, 80)),
        ..decided.clone()
    }
}

/// "Overdue: was to be done by 10 December 2026 (noted by Lena)", or what was decided.
fn decision(scene: Scene<'_>, decided: &Decided) -> String {
    let late = decided.due.filter(|due| decided.decision == Decision::Act && *due < scene.today);
    match late {
        Some(due) => capital(&scene.words.overdue(&shown(decided), &scene.words.date(due))),
        None => capital(&phrase(scene, decided)),
    }
}

/// A task, with what was decided.
fn of_task(scene: Scene<'_>, task: &Task) -> Spot {
    let lines = vec![decision(scene, &task.decided)];
    with_document(spot(scene, &task.change, Some(&task.decided), lines), &task.change)
}

fn with_document(mut spot: Spot, change: &Change) -> Spot {
    spot.lines.insert(0, name(&change.document));
    spot
}

fn spot(scene: Scene<'_>, change: &Change, decided: Option<&Decided>, mut lines: Vec<String>) -> Spot {
    lines.extend(scene.touches(change));
    if scene.recipient.terminal && decided.is_some_and(|decided| decided.decision == Decision::Act) {
        lines.push(format!("{}: hausrecht ack {} done", scene.words.acknowledge(), name(&change.id)));
    }
    let is_open = decided.is_none_or(|decided| !matches!(decided.decision, Decision::Done | Decision::None));
    let answers = if is_open { decide(scene, change, decided.map(|decided| decided.decision)) } else { None };
    Spot { what: full_headline(scene, change), lines, link: link(&change.url), decide: answers }
}

/// Those that the recipient wants to know of.
fn mine<'a>(scene: Scene<'a>, tasks: &'a [Task]) -> impl Iterator<Item = &'a Task> {
    tasks.iter().filter(move |task| super::concerns(scene.recipient, &task.change))
}
