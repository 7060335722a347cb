//! What hausrecht could see and what it could not: silence must never be mistaken for calm.

use jiff::Timestamp;

use super::page::{Outlook, Spot, Statement};
use super::plain::{link, name, platform, sentence};
use super::scene::Scene;
use super::tasks;
use crate::model::{
    BlindSpot, Damage, Damaged, EditTaken, LetterKind, NotRead, OtherEdition, Proposal, RefusedAddress, Suggestion,
    Trouble,
};

/// The section on blind spots, pages back and what was held back; none in a letter that has nothing of it.
///
/// `alone` where the letter tells nothing else, so that its title is that of the section.
pub(super) fn outlook(scene: Scene<'_>, kind: LetterKind, alone: bool, most: usize) -> Option<Outlook> {
    let (words, news) = (scene.words, scene.news);
    let empty = !news.has_health() && news.still_blind.is_empty() && news.looked_at == 0 && news.held_back.is_none();
    if matches!(kind, LetterKind::Test | LetterKind::Reminder | LetterKind::Welcome) || empty {
        return None;
    }
    let quiet = alone && !news.has_health() && news.open.is_empty();
    let is_edit = !news.edits.is_empty() && news.blind.is_empty();
    let is_other = is_edit || news.failed.is_some() || news.halted.is_some() || !news.damages.is_empty();
    // Beside what is open or decided the title of the letter is not that of this section.
    let beside = !scene.concerning(news.open).is_empty()
        || tasks::to_do(scene, 1).0.is_some()
        || tasks::decided(scene, 1).0.is_some();
    let alone = alone && !beside;
    let is_titled = alone && news.silences.is_empty() && !is_other;
    let titled = |count: usize, first: bool| count > 0 && !(is_titled && first);
    let none_blind = news.blind.is_empty();
    let none_other = none_blind && news.editions.is_empty();
    let none_back = none_other && news.back.is_empty();
    let none_refused = none_back && news.refused.is_empty();
    Some(Outlook {
        title: (!alone).then(|| words.health_title()),
        said: (news.failed.iter().map(|unit| said(words.failed(&name(unit)))))
            .chain(
                news.halted.iter().map(|halt| said(words.halted(halt.cause, &name(&halt.place), &name(&halt.detail)))),
            )
            .chain(silent(scene).map(said))
            .chain(news.damages.iter().take(most).map(|one| damaged(scene, one)))
            .chain(news.edits.iter().take(most).map(|one| said(edited(scene, one))))
            .collect(),
        blind_title: titled(news.blind.len(), true).then(|| words.blind_title(news.blind.len())),
        blind: news.blind.iter().take(most).map(|spot| blind(scene, spot)).collect(),
        still_title: (!news.still_blind.is_empty()).then(|| words.still_title(news.still_blind.len())),
        still: news.still_blind.iter().take(most).map(|spot| blind(scene, spot)).collect(),
        editions_title: titled(news.editions.len(), none_blind).then(|| editions_title(scene)),
        editions: news.editions.iter().take(most).map(|other| edition(scene, other)).collect(),
        back_title: titled(news.back.len(), none_other).then(|| words.back_title(news.back.len())),
        back: news.back.iter().take(most).map(|spot| back(scene, spot)).collect(),
        refused_title: titled(news.refused.len(), none_back).then(|| words.refused_title(news.refused.len())),
        refused: news.refused.iter().take(most).map(|refused| undelivered(scene, refused)).collect(),
        refused_mend: (!news.refused.is_empty()).then(|| words.refused_mend()),
        proposals_title: titled(news.proposals.len(), none_refused)
            .then(|| words.proposals_title(news.proposals.len())),
        proposals: news.proposals.iter().take(most).map(|proposal| proposed(scene, proposal)).collect(),
        read_of: read_of(scene, quiet),
        held_back: news.held_back.map(|held| words.held_back(held)),
        held_shown_by: news
            .held_back
            .filter(|held| held.passages + held.standing > 0 && scene.recipient.terminal)
            .map(|_| "hausrecht log --held"),
    })
}

/// So many of those that were not read are named.
const NAMED: usize = 5;

/// How many were read, unless the letter opens with it, and which were not.
fn read_of(scene: Scene<'_>, quiet: bool) -> Option<String> {
    let Scene { news, words, .. } = scene;
    let counted = (news.looked_at > 0 && !quiet).then(|| words.read_of(news.readable, news.looked_at, news.rarer));
    let (first, others) = news.unread.split_at(news.unread.len().min(NAMED));
    let look = |unread: &NotRead| match unread.last_read {
        Some(time) => words.last_read(&scene.moment(time)),
        None => words.never_read().to_owned(),
    };
    let names: Vec<_> = first.iter().map(|unread| format!("{} ({})", name(&unread.document), look(unread))).collect();
    let missed = (!names.is_empty()).then(|| words.not_read(&names.join(", "), others.len()));
    let lines: Vec<_> = counted.into_iter().chain(missed).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// "A row of the history cannot be read", and what that means.
fn damaged(scene: Scene<'_>, one: &Damaged) -> Statement {
    let Damage { file, table, row, loss, .. } = &one.damage;
    let text = scene.words.damaged([&name(file), &name(table), &name(row)], &name(&one.document), *loss);
    Statement { text, command: scene.words.damage_mend(*loss) }
}

const fn said(text: String) -> Statement {
    Statement { text, command: None }
}

/// That an edit of the watchlist was taken, and what begins with it.
fn edited(scene: Scene<'_>, one: &EditTaken) -> String {
    scene.words.edited(&name(&one.document), &name(&one.watch), &one.edit)
}

/// "Nothing was looked at from … to …", and what that means once behind all of them.
fn silent(scene: Scene<'_>) -> Option<String> {
    let spans = scene.news.silences.iter();
    let spans = spans.map(|silence| scene.words.silent(&scene.moment(silence.since), &scene.moment(silence.until)));
    let spans: Vec<String> = spans.collect();
    (!spans.is_empty()).then(|| format!("{} {}", spans.join(" "), scene.words.silent_mend()))
}

/// "Nothing was looked at for 53 hours"; several times together, each hour once.
pub(super) fn silent_title(scene: Scene<'_>) -> String {
    let mut silences = scene.news.silences.to_vec();
    silences.sort_by_key(|silence| silence.since);
    let (mut minutes, mut behind) = (0, Timestamp::MIN);
    for silence in &silences {
        minutes += silence.until.duration_since(silence.since.max(behind)).as_mins().max(0);
        behind = behind.max(silence.until);
    }
    scene.words.silent_title((minutes + 30) / 60, silences.len() > 1)
}

fn blind(scene: Scene<'_>, spot: &BlindSpot) -> Spot {
    let words = scene.words;
    let since = words.since(&spot.trouble, &scene.moment(spot.since));
    let mut lines = vec![format!("{since}: {}", sentence(&words.trouble(&spot.trouble)))];
    lines.extend(words.advice(&spot.trouble).map(str::to_owned));
    lines.extend(spot.last_read.map(|time| words.last_read(&scene.moment(time))));
    Spot { what: what(spot), lines, link: link(&spot.url), decide: None }
}

/// "1 page shows another language".
pub(super) fn editions_title(scene: Scene<'_>) -> String {
    let editions = scene.news.editions;
    let all_in_another_language = editions.iter().all(|other| matches!(other.instead, Trouble::WrongLanguage { .. }));
    scene.words.edition_title(editions.len(), all_in_another_language)
}

fn edition(scene: Scene<'_>, other: &OtherEdition) -> Spot {
    let since = other.since.to_zoned(scene.desk.zone.clone()).date();
    let line = scene.words.edition_followed(&other.instead, &scene.words.day(since, scene.today));
    let what = format!("{}: {}", platform(&other.platform), name(&other.document));
    Spot { what, lines: vec![line], link: link(&other.url), decide: None }
}

fn back(scene: Scene<'_>, spot: &BlindSpot) -> Spot {
    let until = spot.until.unwrap_or(scene.now);
    let lines = vec![length(scene, spot.since, until)];
    Spot { what: what(spot), lines, link: link(&spot.url), decide: None }
}

fn undelivered(scene: Scene<'_>, refused: &RefusedAddress) -> Spot {
    let words = scene.words;
    let mut lines = vec![words.undelivered(&name(&refused.subject))];
    if !refused.answer.is_empty() {
        lines.push(words.server_said(&name(&refused.answer)));
    }
    Spot { what: name(&refused.address), lines, link: None, decide: None }
}

fn proposed(scene: Scene<'_>, proposal: &Proposal) -> Spot {
    let words = scene.words;
    let (line, url) = match &proposal.what {
        Suggestion::Moved { to, alike, .. } => (words.moved(&name(to), *alike), to),
        Suggestion::NewPage { url, title } => (words.new_page(&name(title)), url),
    };
    let mut lines = vec![line];
    if scene.recipient.terminal {
        lines.push(words.accept(&proposal.id));
    }
    Spot {
        what: format!("{}: {}", platform(&proposal.platform), name(&proposal.document)),
        lines,
        link: link(url),
        decide: None,
    }
}

fn what(spot: &BlindSpot) -> String {
    format!("{}: {}", platform(&spot.platform), name(&spot.document))
}

/// A span in the unit that people would use.
fn length(scene: Scene<'_>, from: Timestamp, until: Timestamp) -> String {
    // To the nearest: a look comes a few seconds earlier on one day than on another.
    let hours = ((until.duration_since(from).as_secs() + 1800) / 3600).max(1);
    if hours < 48 { scene.words.back_after_hours(hours) } else { scene.words.back_after_days((hours + 12) / 24) }
}
