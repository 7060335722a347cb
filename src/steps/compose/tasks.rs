//! What is to be done and what was decided, as sections of a letter.

use super::calendar_days::days_between;
use super::decide::decide;
use super::headline::full_headline;
use super::page::Spot;
use super::plain::{capital, link, name, short};
use super::scene::Scene;
use crate::model::{Change, Decided, Decision, Reminder, Task, Tier};

/// So many letters of a person's note are shown.
const NOTE: usize = 300;

/// How it stands, in a line; none where nothing was ever open or decided.
pub(super) fn dashboard(scene: Scene<'_>) -> Option<String> {
    let news = scene.news;
    // Those of this letter are as undecided as those of before.
    let is_open = |change: &&&Change| {
        change.assessment.tier == Tier::Alert && !news.decisions.iter().any(|decided| decided.change == change.id)
    };
    let open = scene.concerning(news.open).len() + news.changes.iter().filter(is_open).count();
    let to_do: Vec<&Task> = mine(scene, news.tasks).collect();
    let overdue = to_do.iter().filter(|task| task.decided.due.is_some_and(|due| due < scene.today)).count();
    let done = mine(scene, news.decided).filter(|task| task.decided.decision == Decision::Done).count();
    (open + to_do.len() + done > 0).then(|| scene.words.dashboard(open, to_do.len(), overdue, done))
}

/// What is to be done, the first day first.
pub(super) fn to_do(scene: Scene<'_>, most: usize) -> (Option<String>, Vec<Spot>) {
    let tasks: Vec<&Task> = mine(scene, scene.news.tasks).collect();
    let title = (!tasks.is_empty()).then(|| scene.words.tasks_title(tasks.len()));
    (title, tasks.into_iter().take(most).map(|task| spot(scene, &task.change, Some(&task.decided), None)).collect())
}

/// What was decided since the last digest, but for what is to be done and stands there anyhow.
pub(super) fn decided(scene: Scene<'_>, most: usize) -> (Option<String>, Vec<Spot>) {
    let all = mine(scene, scene.news.decided).filter(|task| task.decided.decision != Decision::Act);
    let spots: Vec<Spot> = all.take(most).map(|task| spot(scene, &task.change, Some(&task.decided), None)).collect();
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
    let one = |id: &str| {
        let mut own = all.iter().filter(|reminder| reminder.change.id == id);
        let reminder = own.next()?;
        let first = Some(capital(&day(scene, reminder)));
        let mut spot = spot(scene, &reminder.change, reminder.decided.as_ref(), first);
        // That it is to be done by that day is said once.
        if let (true, Some(decided), Some(line)) = (reminder.is_due, &reminder.decided, spot.lines.get_mut(2)) {
            *line = [decided.by.as_deref(), decided.note.as_deref()]
                .into_iter()
                .flatten()
                .map(|text| short(text, NOTE))
                .collect::<Vec<_>>()
                .join(": ");
        }
        for (index, other) in own.enumerate() {
            spot.lines.insert((2 + index).min(spot.lines.len()), capital(&day(scene, other)));
        }
        spot.lines.retain(|line| !line.is_empty());
        Some(spot)
    };
    changes.into_iter().take(most).filter_map(one).collect()
}

/// The title of a letter that reminds, and its subject.
pub(super) fn reminder_title(scene: Scene<'_>) -> String {
    match scene.news.reminders {
        [only] => format!("{}, {}", full_headline(&only.change, scene.words), day(scene, only)),
        many => scene.words.reminders(many.len()),
    }
}

/// "applies from 15 December 2026, 14 days left".
fn day(scene: Scene<'_>, reminder: &Reminder) -> String {
    let words = scene.words;
    let (day, left) = (words.date(reminder.day), words.days_left(days_between(scene.today, reminder.day)));
    match &reminder.decided {
        Some(decided) if reminder.is_due && decided.decision == Decision::Defer => phrase(scene, decided),
        _ if reminder.is_due => words.due(&day, &left),
        _ => words.applies(&day, &left),
    }
}

/// A decision in a phrase.
pub(super) fn phrase(scene: Scene<'_>, decided: &Decided) -> String {
    let day = decided.due.map(|due| scene.words.date(due));
    let shown = Decided {
        note: decided.note.as_deref().map(|note| short(note, NOTE)),
        by: decided.by.as_deref().map(|by| short(by, 80)),
        ..decided.clone()
    };
    scene.words.decided(&shown, day.as_deref())
}

fn spot(scene: Scene<'_>, change: &Change, decided: Option<&Decided>, first: Option<String>) -> Spot {
    let mut lines = vec![name(&change.document)];
    lines.extend(first);
    let is_overdue =
        |decided: &Decided| decided.decision == Decision::Act && decided.due.is_some_and(|due| due < scene.today);
    lines.extend(decided.map(|decided| match phrase(scene, decided) {
        phrase if is_overdue(decided) => format!("{}: {phrase}", capital(scene.words.overdue())),
        phrase => capital(&phrase),
    }));
    let names: Vec<String> = scene.touched(change).into_iter().map(|asset| name(&asset.name)).collect();
    if !names.is_empty() {
        lines.push(format!("{}: {}", scene.words.assets(), names.join(", ")));
    }
    if scene.recipient.terminal && decided.is_some_and(|decided| decided.decision == Decision::Act) {
        lines.push(format!("{}: hausrecht ack {} done", scene.words.acknowledge(), name(&change.id)));
    }
    let is_open = decided.is_none_or(|decided| !matches!(decided.decision, Decision::Done | Decision::None));
    let answers = if is_open { decide(scene, change, decided.map(|decided| decided.decision)) } else { None };
    Spot { what: full_headline(change, scene.words), lines, link: link(&change.url), decide: answers }
}

/// Those that the recipient wants to know of.
fn mine<'a>(scene: Scene<'a>, tasks: &'a [Task]) -> impl Iterator<Item = &'a Task> {
    tasks.iter().filter(move |task| super::concerns(scene.recipient, &task.change))
}
