//! Puts a letter together, and takes from it until it is small enough.

use askama::Template as _;

use super::limits::{LARGEST_HTML, Limits, STEPS};
use super::page::{Brief, Card, Page, PlainPage};
use super::plain::name;
use super::scene::Scene;
use super::wrap::wrap;
use super::{audience, calendar, card, comparison, decide, hook, identity, newcomer, outlook, subject, summary, tasks};
use crate::model::{Change, Channel, Letter, LetterKind, Tier};

/// The letter that tells these changes, weightiest first; `named` are those whose words stand beside another of them.
pub(super) fn letter(scene: Scene<'_>, kind: LetterKind, changes: &[&Change], named: &[&Change]) -> Letter {
    let calendars = calendar::calendars(scene, changes);
    let mut shown = shown(scene, kind, changes, STEPS[0], calendars.len());
    for limits in STEPS.into_iter().skip(1) {
        if as_sent(&shown.1) <= LARGEST_HTML {
            break;
        }
        shown = self::shown(scene, kind, changes, limits, calendars.len());
    }
    let (page, html) = shown;
    let attachments: Vec<_> = comparison::file(scene, &[changes, named].concat(), &page).into_iter().collect();
    let (page, html) = if attachments.is_empty() { (page, html) } else { attached(scene, page) };
    let text = PlainPage { page: &page }.render().unwrap_or_default();
    let told = [changes, named].concat();
    let message_id = identity::message_id(scene, kind, &told);
    let shape = scene.recipient.webhook.as_ref().map(|webhook| webhook.shape);
    let hook = shape.map(|shape| (shape, hook::body(shape, scene, kind, &message_id, &page, &told)));
    let contact = scene.desk.contact.unwrap_or(scene.desk.from);
    Letter {
        message_id,
        in_reply_to: scene.news.follows.map(str::to_owned),
        kind,
        recipient: scene.recipient.name.clone(),
        channel: Channel::Mail,
        language: scene.language(),
        from: scene.desk.from.to_owned(),
        to: scene.recipient.to.clone(),
        contact: Some(contact.to_owned()),
        subject: page.subject.clone(),
        text: wrap(&text, 76),
        html,
        calendars,
        attachments,
        composed_at: scene.now,
        hook,
        changes: told.iter().map(|change| change.id.clone()).collect(),
        reply_to: scene.desk.answers.map(|answers| answers.address.to_owned()),
    }
}

/// Bytes of a text on its way, in the smaller of the two codings of RFC 2045 that mail has for it.
fn as_sent(html: &str) -> usize {
    let lines = |bytes: usize| bytes + bytes / 76 * 2;
    let quoted = html.bytes().map(|byte| if byte.is_ascii() && byte != b'=' { 1 } else { 3 }).sum();
    lines(quoted).min(lines(html.len().div_ceil(3) * 4))
}

/// The page that says that the whole comparison is attached.
fn attached(scene: Scene<'_>, page: Page) -> (Page, String) {
    let mut page = page;
    page.foot.insert(0, scene.words.comparison_attached().to_owned());
    let html = page.render().unwrap_or_default();
    (page, html)
}

fn shown(scene: Scene<'_>, kind: LetterKind, changes: &[&Change], limits: Limits, dates: usize) -> (Page, String) {
    let page = page(scene, kind, changes, limits, dates);
    // Rendering into a string cannot fail; an empty part would still leave the other one.
    let html = page.render().unwrap_or_default();
    (page, html)
}

fn page(scene: Scene<'_>, kind: LetterKind, changes: &[&Change], limits: Limits, dates: usize) -> Page {
    let words = scene.words;
    let (title, lead) = summary::top(scene, kind, changes);
    let (cards, brief, unnamed) = spread(scene, changes, limits);
    let brief_title = if cards.is_empty() { String::new() } else { words.brief_title().to_owned() };
    let open = scene.concerning(scene.news.open);
    let (tasks_title, tasks) = match kind {
        LetterKind::Reminder => (None, tasks::reminders(scene, limits.lines)),
        _ => tasks::to_do(scene, limits.lines),
    };
    // Where nothing else is told, the title of the letter says it already.
    let tasks_title = tasks_title.filter(|tasks_title| *tasks_title != title);
    let (decided_title, decided) = tasks::decided(scene, limits.lines);
    let mut page = Page {
        words,
        lang: scene.language().tag(),
        terminal: scene.recipient.terminal,
        subject: subject::subject(scene, kind, changes),
        title,
        lead,
        todo: summary::todos(scene, changes, limits.lines),
        cards,
        brief_title,
        brief,
        unnamed,
        tasks_title,
        tasks,
        decided_title,
        decided,
        open: open.into_iter().take(limits.lines).map(|change| card::brief(scene, change, 0)).collect(),
        outlook: outlook::outlook(scene, kind, changes.is_empty(), limits.lines),
        chapters: newcomer::chapters(scene, kind, limits.lines),
        foot: foot(scene, kind, changes, dates),
    }
    .with_answers(limits.answers);
    if let Some(until) = decide::until(scene).filter(|_| page.is_answerable()) {
        page.foot.insert(0, words.answers_note(&words.date(until)));
    }
    page
}

/// Important changes in full, the rest in short lines; a few unimportant ones alone are shown in full too.
fn spread(scene: Scene<'_>, changes: &[&Change], limits: Limits) -> (Vec<Card>, Vec<Brief>, Option<String>) {
    let important = changes.iter().filter(|change| change.assessment.tier == Tier::Alert).count();
    let wanted = if important == 0 && changes.len() <= 3 { changes.len() } else { important };
    let (full, rest) = changes.split_at(wanted.min(limits.cards));
    let alone = changes.len() == 1;
    let cards = full.iter().map(|change| card::card(scene, change, limits, alone)).collect();
    let brief = rest.iter().take(limits.brief).map(|change| card::brief(scene, change, limits.brief_words)).collect();
    let left_out = rest.len().saturating_sub(limits.brief);
    (
        cards,
        brief,
        (left_out > 0).then(|| {
            let more = scene.words.more_changes(left_out);
            // Before a command there is a colon, and without one a full stop.
            if scene.recipient.terminal { more } else { format!("{}.", more.trim_end_matches(':')) }
        }),
    )
}

/// Why the reader gets the letter, from whom, and how to get fewer.
fn foot(scene: Scene<'_>, kind: LetterKind, changes: &[&Change], dates: usize) -> Vec<String> {
    let words = scene.words;
    let mut foot = Vec::new();
    if dates > 0 {
        foot.push(words.calendar_attached(dates));
    }
    if kind != LetterKind::Test {
        foot.push(audience::why(scene, kind, changes));
        foot.extend(scene.desk.zone.iana_name().map(|zone| words.zone(zone)));
    }
    foot.push(words.automatic().to_owned());
    foot.push(words.leave(&name(scene.desk.contact.unwrap_or(scene.desk.from))));
    foot
}
