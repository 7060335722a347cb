//! The Message-ID of a letter, the same whenever it is made again from the same news (RFC 5322 §3.6.4).

use jiff::Timestamp;

use super::scene::Scene;
use crate::model::{Change, LetterKind, sha256_hex};

/// Derived from what is told to whom, so that a crash between composing and recording makes no second letter.
pub(super) fn message_id(scene: Scene<'_>, kind: LetterKind, changes: &[&Change]) -> String {
    let mut told = vec![kind.key().to_owned(), scene.recipient.name.clone()];
    told.extend(scene.recipient.to.iter().cloned());
    let mut ids: Vec<_> = changes.iter().map(|change| change.id.as_str()).collect();
    ids.sort_unstable();
    told.extend(ids.into_iter().map(str::to_owned));
    let news = scene.news;
    let spots = |spot: &crate::model::BlindSpot| format!("{} {} {:?}", spot.watch, spot.since, spot.until);
    match kind {
        // Once is enough, whatever is watched by then.
        LetterKind::Alert | LetterKind::Welcome => {}
        LetterKind::Digest => told.push(news.until.to_string()),
        LetterKind::Health => {
            // The same may have to be told again after months.
            told.push(news.until.to_string());
            told.extend(news.blind.iter().chain(news.back).map(spots));
            told.extend(
                news.editions.iter().map(|other| format!("{} {} {:?}", other.watch, other.since, other.instead)),
            );
            told.extend(news.failed.map(|unit| format!("{unit} {}", scene.now)));
            told.extend(news.halted.map(|halt| format!("{:?} {} {}", halt.cause, halt.place, scene.now)));
            told.extend(news.silences.iter().map(|silence| silence.until.to_string()));
            told.extend(news.edits.iter().map(|one| format!("{} {:?}", one.watch, one.edit)));
            told.extend(news.damages.iter().map(|one| format!("{} {}", one.damage.table, one.damage.row)));
            told.extend(news.refused.iter().map(|refused| format!("{} {}", refused.letter, refused.address)));
        }
        LetterKind::Reminder => told.extend(
            news.reminders.iter().map(|one| format!("{} {} {} {}", one.change.id, one.day, one.is_due, one.ahead)),
        ),
        LetterKind::Test => told.push(scene.now.to_string()),
    }
    let digest = sha256_hex(told.join("\u{1f}").as_bytes());
    format!("{}.{}@{}", kind.key(), &digest[..32], domain(scene.desk.from))
}

/// The UID of a calendar entry (RFC 5545 §3.8.4.7): of the change that first announced its day, so that every reader's
/// calendar holds it once, wherever the day is put.
pub(super) fn calendar_uid(watch: &str, announced_by: &str, from: &str) -> String {
    let digest = sha256_hex(format!("{watch}\u{1f}{announced_by}").as_bytes());
    format!("{}@{}", &digest[..32], domain(from))
}

/// The sender's bare address where it is fit for a calendar entry, which names its organizer (RFC 5546 §3.2).
pub(super) fn organizer(from: &str) -> Option<&str> {
    let inner = from.rsplit_once('<').map_or(from, |(_, rest)| rest).trim().trim_end_matches('>');
    let is_fit = inner.len() <= 200
        && inner.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && !domain.is_empty())
        && inner.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"@.-_+".contains(&byte));
    is_fit.then_some(inner)
}

/// The sender's domain as far as it is fit for an id.
fn domain(from: &str) -> String {
    let address = from.rsplit_once('@').map_or("", |(_, domain)| domain);
    let fit: String = address
        .chars()
        .take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-'))
        .take(100)
        .collect();
    let fit = fit.trim_matches('.').to_ascii_lowercase();
    if fit.is_empty() { "hausrecht.invalid".to_owned() } else { fit }
}

/// The second in which a calendar entry was written, in UTC (RFC 5545 §3.3.5).
pub(super) fn stamp(time: Timestamp) -> String {
    time.strftime("%Y%m%dT%H%M%SZ").to_string()
}
