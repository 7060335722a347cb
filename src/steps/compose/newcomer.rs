//! The letter to a new reader: what comes when, what is watched, and how it was read.

use super::page::{Chapter, Spot};
use super::plain::{capital, link, name, platform, sentence};
use super::scene::Scene;
use crate::model::{FirstDoubt, LetterKind, Tier, Trouble, Welcome};

/// So many doubts are shown; the first round of a large list without a browser has a hundred of a kind.
const DOUBTS: usize = 10;

/// "hausrecht watches 44 documents of 6 platforms for you".
pub(super) fn title(scene: Scene<'_>) -> String {
    let Some(welcome) = scene.news.welcome else { return String::new() };
    let only = match welcome.platforms.as_slice() {
        [(only, _)] => Some(platform(only)),
        _ => None,
    };
    scene.words.welcome_title(welcome.documents(), welcome.platforms.len(), only.as_deref())
}

/// The letter's parts; none in any other letter.
pub(super) fn chapters(scene: Scene<'_>, kind: LetterKind, most: usize) -> Vec<Chapter> {
    match scene.news.welcome {
        Some(welcome) if kind == LetterKind::Welcome => {
            vec![what_comes(scene, welcome), what_is_watched(scene, welcome, most), how_it_was_read(scene, welcome)]
        }
        _ => Vec::new(),
    }
}

fn what_comes(scene: Scene<'_>, welcome: &Welcome) -> Chapter {
    let Scene { words, recipient, desk, .. } = scene;
    let next = welcome.digest.map(|time| scene.moment(time));
    let only_alerts = recipient.tier == Tier::Alert;
    let mut lines = vec![words.welcome_when(recipient.immediately, next.as_deref(), only_alerts)];
    if next.is_some() {
        lines.push(words.welcome_quiet(desk.all_quiet).to_owned());
    }
    let ahead: Vec<i64> = welcome.reminders.iter().copied().filter(|days| *days > 0).collect();
    if !ahead.is_empty() {
        lines.push(words.welcome_reminders(&ahead));
    }
    if desk.answers.is_some() {
        lines.push(words.welcome_answers().to_owned());
    }
    if recipient.operator {
        lines.push(words.welcome_operator().to_owned());
    }
    lines.push(words.welcome_questions(&name(desk.contact.unwrap_or(desk.from))));
    Chapter { title: words.welcome_comes(), lines, spots: Vec::new(), more: None }
}

fn what_is_watched(scene: Scene<'_>, welcome: &Welcome, most: usize) -> Chapter {
    let words = scene.words;
    let assets: Vec<String> = welcome.assets.iter().map(|asset| name(asset)).collect();
    let lines = (!assets.is_empty()).then(|| words.welcome_assets(&words.some(&assets, ", "))).into_iter().collect();
    let spots = welcome.platforms.iter().take(most).map(|(key, documents)| {
        let names: Vec<String> = documents.iter().map(|document| name(document)).collect();
        let what = format!("{} ({})", platform(key), words.number(documents.len()));
        Spot { what, lines: vec![words.some(&names, ", ")], link: None, decide: None }
    });
    let spots: Vec<Spot> = spots.collect();
    let more = welcome.platforms.len() - spots.len();
    Chapter { title: words.welcome_watched(), lines, spots, more: (more > 0).then(|| words.welcome_more(more)) }
}

fn how_it_was_read(scene: Scene<'_>, welcome: &Welcome) -> Chapter {
    let words = scene.words;
    let means = [welcome.plainly, welcome.by_browser, welcome.as_pdf, welcome.as_feed];
    let mut lines = vec![words.welcome_read(welcome.read(), welcome.pages(), means)];
    if welcome.waiting > 0 {
        lines.push(words.welcome_waiting(welcome.waiting));
    }
    let is_in_part = |doubt: &&FirstDoubt| matches!(doubt.trouble, Trouble::InPart { .. });
    let in_part = welcome.doubts.iter().filter(is_in_part).count();
    let unread = welcome.doubts.len() - in_part;
    if welcome.doubts.is_empty() {
        lines.push(words.welcome_no_doubt().to_owned());
    } else {
        lines.push(words.welcome_doubts(unread, in_part));
    }
    // What was read in part may be missed; what was not read at all is told as a blind spot.
    let spots = welcome.doubts.iter().take(DOUBTS).map(|doubt| of_doubt(scene, doubt)).collect();
    let more = welcome.doubts.len().saturating_sub(DOUBTS);
    Chapter { title: words.welcome_how(), lines, spots, more: (more > 0).then(|| words.welcome_more(more)) }
}

fn of_doubt(scene: Scene<'_>, doubt: &FirstDoubt) -> Spot {
    let words = scene.words;
    let mut lines = vec![capital(&sentence(&words.trouble(&doubt.trouble)))];
    if scene.recipient.operator {
        lines.extend(words.advice(&doubt.trouble).map(str::to_owned));
    }
    let what = format!("{}: {}", platform(&doubt.platform), name(&doubt.document));
    Spot { what, lines, link: link(&doubt.url), decide: None }
}
