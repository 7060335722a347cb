//! Puts a letter together, and takes from it until it is small enough.

use askama::Template as _;

use super::crowd::{self, Kinds};
use super::limits::{LARGEST_HTML, Limits, STEPS};
use super::page::{Brief, Card, Page, PlainPage};
use super::plain::name;
use super::put_off::says_only_days;
use super::scene::Scene;
use super::wrap::wrap;
use super::{
    audience, calendar, card, comparison, decide, hook, identity, newcomer, outlook, preheader, subject, summary, tasks,
};
use crate::model::{Change, Channel, Letter, LetterKind, Tier};

/// Where not all are shown, so many of one platform and kind are in full, and so many with a few lines: the rest is alike.
const ALIKE_IN_FULL: usize = 4;
const ALIKE_IN_SHORT: usize = 6;
/// So many documents with the same words are named beside the change that tells them.
const NAMED_BESIDE: usize = 5;

/// The letter that tells these changes, weightiest first; `named` are those whose words stand beside another of them.
pub(super) fn letter(scene: Scene<'_>, kind: LetterKind, changes: &[&Change], named: &[&Change]) -> Letter {
    let kinds = Kinds::of(scene.news.watches);
    let (dated, undated) = crowd::chosen(&kinds, changes, calendar::MOST, usize::MAX);
    let ranked = [dated, undated].concat();
    let calendars = calendar::calendars(scene, &ranked);
    let cancelled = calendar::cancellations(scene, &ranked);
    let to_come = Dates { attached: calendars.len(), all: calendar::dated(scene, changes), cancelled: cancelled.len() };
    let calendars = [calendars, cancelled].concat();
    let mut shown = shown(scene, kind, changes, STEPS[0], to_come);
    for limits in STEPS.into_iter().skip(1) {
        if as_sent(&shown.1) <= LARGEST_HTML {
            break;
        }
        shown = self::shown(scene, kind, changes, limits, to_come);
    }
    let (page, html) = shown;
    let all = [changes, named].concat();
    // The words of a day that moved stand in no card.
    let is_whole = page.is_whole() && named.len() <= NAMED_BESIDE && !named.iter().any(|one| says_only_days(one));
    let file = if is_whole { None } else { comparison::file(scene, &all, &page.subject) };
    let (page, html) = match &file {
        None => (page, html),
        Some(file) => attached(scene, page, file.left_out),
    };
    let attachments: Vec<_> = file.into_iter().map(|file| (file.name, file.html)).collect();
    let text = PlainPage { page: &page }.render().unwrap_or_default();
    let told = [changes, named].concat();
    let message_id = identity::message_id(scene, kind, &told);
    let shape = scene.recipient.webhook.as_ref().map(|webhook| webhook.shape);
    let hooks = shape.map(|shape| hook::bodies(shape, scene, kind, &message_id, &page, &told)).unwrap_or_default();
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
        hooks,
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

/// The page that says that the whole comparison is attached, and what is not in it.
fn attached(scene: Scene<'_>, page: Page, left_out: usize) -> (Page, String) {
    let mut page = page;
    if left_out > 0 {
        page.foot.insert(0, scene.words.comparison_cut(left_out));
    }
    page.foot.insert(0, scene.words.comparison_attached().to_owned());
    let html = page.render().unwrap_or_default();
    (page, html)
}

/// How many days to come are attached as calendar entries, of how many, and how many entries take one out.
#[derive(Clone, Copy)]
struct Dates {
    attached: usize,
    all: usize,
    cancelled: usize,
}

fn shown(scene: Scene<'_>, kind: LetterKind, changes: &[&Change], limits: Limits, dates: Dates) -> (Page, String) {
    let page = page(scene, kind, changes, limits, dates);
    // Rendering into a string cannot fail; an empty part would still leave the other one.
    let html = page.render().unwrap_or_default();
    (page, html)
}

fn page(scene: Scene<'_>, kind: LetterKind, changes: &[&Change], limits: Limits, dates: Dates) -> Page {
    let words = scene.words;
    let (title, lead) = summary::top(scene, kind, changes);
    let kinds = Kinds::of(scene.news.watches);
    let Spread { cards, brief, left_out, in_short } = spread(scene, &kinds, changes, limits);
    let platforms = if left_out > 0 { crowd::by_platform(scene, &kinds, changes) } else { Vec::new() };
    let (important, rest) = in_short;
    let brief_title = if cards.is_empty() { "" } else { words.brief_title(important, rest) };
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
        preheader: None,
        todo: summary::todos(scene, changes, limits.lines),
        cards,
        brief_title: brief_title.to_owned(),
        brief,
        platforms_title: words.by_platform(),
        platforms,
        unnamed: (left_out > 0).then(|| words.in_comparison(left_out)),
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
    } else if page.asks() && !page.terminal {
        page.foot.insert(0, words.tell_whom(audience::whom_to_tell(scene).as_deref()));
    }
    page.preheader = preheader::line(&page).filter(|line| *line != page.subject);
    // Only where a time of day stands somewhere, its zone matters.
    let text = PlainPage { page: &page }.render().unwrap_or_default();
    if let Some(zone) = scene.desk.zone.iana_name().filter(|_| names_a_time(&text)) {
        let last = page.foot.len().saturating_sub(2);
        page.foot.insert(last, words.zone(zone));
    }
    page
}

/// Whether a time of day stands in a text: "7:10".
fn names_a_time(text: &str) -> bool {
    let digit = |letter: Option<&u8>| letter.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    let is_one = |at: usize| {
        at > 0
            && digit(bytes.get(at - 1))
            && digit(bytes.get(at + 1))
            && digit(bytes.get(at + 2))
            && !digit(bytes.get(at + 3))
    };
    bytes.iter().enumerate().any(|(at, letter)| *letter == b':' && is_one(at))
}

/// The changes as far as there is room for them.
struct Spread {
    cards: Vec<Card>,
    brief: Vec<Brief>,
    /// How many stand in neither.
    left_out: usize,
    /// Whether important ones stand in short lines, and whether others do.
    in_short: (bool, bool),
}

/// Important changes in full, the rest in short lines; a few unimportant ones alone are shown in full too.
fn spread(scene: Scene<'_>, kinds: &Kinds<'_>, changes: &[&Change], limits: Limits) -> Spread {
    let is_important = |change: &&Change| change.assessment.tier == Tier::Alert;
    let important = changes.iter().filter(|change| is_important(change)).count();
    let wanted = if important == 0 && changes.len() <= 3 { changes.len() } else { important };
    let (most, is_crowded) = (wanted.min(limits.cards), changes.len() > limits.cards + limits.brief);
    let at_most = |of_one| if is_crowded { of_one } else { usize::MAX };
    let (full, others) = crowd::chosen(kinds, &changes[..wanted], most, at_most(ALIKE_IN_FULL));
    let others = [others.as_slice(), &changes[wanted..]].concat();
    let (short, left_out) = crowd::chosen(kinds, &others, limits.brief, at_most(ALIKE_IN_SHORT));
    let alone = changes.len() == 1;
    Spread {
        cards: full.iter().map(|change| card::card(scene, change, limits, alone)).collect(),
        brief: short.iter().map(|change| card::brief(scene, change, limits.brief_words)).collect(),
        left_out: left_out.len(),
        in_short: (short.iter().any(is_important), !short.iter().all(is_important)),
    }
}

/// Why the reader gets the letter, from whom, and how to get fewer.
fn foot(scene: Scene<'_>, kind: LetterKind, changes: &[&Change], dates: Dates) -> Vec<String> {
    let words = scene.words;
    let mut foot = Vec::new();
    if dates.attached > 0 {
        foot.push(words.calendar_attached(dates.attached, dates.all));
    }
    if dates.cancelled > 0 {
        foot.push(words.calendar_cancelled(dates.cancelled).to_owned());
    }
    if kind != LetterKind::Test {
        foot.push(audience::why(scene, kind, changes));
    }
    foot.push(words.automatic().to_owned());
    foot.push(words.leave(&name(scene.desk.contact.unwrap_or(scene.desk.from))));
    foot
}
