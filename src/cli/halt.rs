//! When rounds cannot do their work: noted for `status --check`, and told to the operators past the history, once a day.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

use super::{Failure, General, paths, setup};
use crate::io::post::{Delivery, Hook, Mailer, Refusal};
use crate::io::store::{FILE_NAME, StoreError};
use crate::io::whole_file::{self, Rights};
use crate::model::{Cause, Channel, Halt, Letter, Recipient, Watchlist};
use crate::steps::compose::{self, Desk, News};

/// The name of the note in the data folder.
const NAME: &str = "halted";
/// The same is told again after so long, if it is still so.
const TOLD_AGAIN: SignedDuration = SignedDuration::from_hours(24);

/// Notes why a round failed and tells the operators, where that is a matter of the history and not of how it was called.
pub async fn tell(general: &General, watchlist: &Watchlist, failure: &Failure) {
    let Ok(data) = paths::data(general) else { return };
    let Some(halt) = of(&data, failure) else { return };
    let now = setup::now();
    let told_at = noted(&data).map(|note| note.told_at).filter(|told| now.duration_since(*told).abs() < TOLD_AGAIN);
    let why = failure.in_words();
    // Noted before it is sent: what cannot be noted would be sent by every round.
    let is_noted = note(&data, told_at.unwrap_or(now), &why);
    if told_at.is_none() && is_noted && !send(watchlist, &halt, now, &data).await {
        note(&data, Timestamp::UNIX_EPOCH, &why);
    }
}

/// A round came to its end: nothing keeps them any more.
pub fn over(data: &Path) {
    for place in places(data) {
        // That there is none is the usual thing.
        let _ = fs::remove_file(place);
    }
}

/// What the last round failed of, in a line; none where it did not.
pub fn standing(data: &Path) -> Option<String> {
    noted(data).and_then(|note| note.why.lines().next().map(str::to_owned))
}

/// Whether the operators were told within a day why the last round failed.
pub fn is_told(data: &Path, now: Timestamp) -> bool {
    noted(data).is_some_and(|note| now.duration_since(note.told_at).abs() < TOLD_AGAIN)
}

/// What is noted of a round that failed.
struct Noted {
    /// When a letter went out on it; long ago where none could.
    told_at: Timestamp,
    why: String,
}

/// Beside the history; and where its marks are, if nothing can be written there.
fn places(data: &Path) -> Vec<PathBuf> {
    let outside = paths::outside(data).map(|mark| mark.with_extension(NAME));
    std::iter::once(data.join(NAME)).chain(outside).collect()
}

fn noted(data: &Path) -> Option<Noted> {
    let read = |place: PathBuf| {
        let text = fs::read_to_string(place).ok()?;
        let (told_at, why) = text.split_once('\n')?;
        Some(Noted { told_at: told_at.parse().ok()?, why: why.to_owned() })
    };
    places(data).into_iter().filter_map(read).max_by_key(|note| note.told_at)
}

fn note(data: &Path, told_at: Timestamp, why: &str) -> bool {
    let text = format!("{told_at}\n{why}\n");
    let put = |place: &PathBuf| {
        let folder = place.parent().map_or(Ok(()), whole_file::private_folder);
        folder.and_then(|()| whole_file::put(place, text.as_bytes(), &Rights::Owner)).is_ok()
    };
    // A folder that is gone is not made for it.
    places(data).iter().filter(|place| data.is_dir() || !place.starts_with(data)).any(put)
}

/// What is to be mended; none where another round is at work, or one row alone is damaged.
fn of(data: &Path, failure: &Failure) -> Option<Halt> {
    let place = data.display().to_string();
    let first_line = |text: String| text.lines().next().unwrap_or_default().to_owned();
    let Some(error) = failure.of_the_store() else {
        // How it was called is for whoever called it to know.
        let refused =
            fs::metadata(data.join(FILE_NAME)).err().filter(|error| error.kind() == ErrorKind::PermissionDenied)?;
        return Some(Halt { cause: Cause::Unwritable, place, detail: refused.to_string() });
    };
    let (cause, detail) = match error {
        StoreError::Damaged { file, detail } => {
            return Some(Halt { cause: Cause::Damaged, place: file.display().to_string(), detail: detail.clone() });
        }
        StoreError::Full => (Cause::Full, String::new()),
        StoreError::ReadOnly { detail } | StoreError::Folder { detail, .. } => (Cause::Unwritable, detail.clone()),
        StoreError::Lost { .. } => (Cause::Lost, String::new()),
        StoreError::Disk { .. } | StoreError::Newer { .. } | StoreError::Older { .. } | StoreError::Sql(_) => {
            (Cause::Other, first_line(error.to_string()))
        }
        StoreError::Busy
        | StoreError::Locked { .. }
        | StoreError::GivenUp
        | StoreError::Row { .. }
        | StoreError::Copy { .. } => return None,
    };
    Some(Halt { cause, place, detail })
}

/// Sends it to the operators, or to everybody where there are none; whether anybody got it. A file in a folder tells nobody.
async fn send(watchlist: &Watchlist, halt: &Halt, now: Timestamp, data: &Path) -> bool {
    let operators = watchlist.recipients.iter().filter(|recipient| recipient.operator).count();
    let readers = watchlist.recipients.iter().filter(|recipient| recipient.operator || operators == 0);
    let mail = watchlist.mail.as_ref().filter(|mail| mail.smtp.is_some());
    let open = |mail| Mailer::open(Some(mail), watchlist.settings.ca_file.as_deref(), &data.join("outbox"));
    let mut mailer = match mail.map(open) {
        Some(Err(refusal)) => {
            tell!("{}", phrase!("mail: {refusal}", "Post: {refusal}"));
            None
        }
        other => other.and_then(Result::ok),
    };
    let mut reached = false;
    for recipient in readers {
        let desk = Desk {
            from: watchlist.mail.as_ref().map_or(crate::round::NOBODY, |mail| mail.from.as_str()),
            zone: &watchlist.settings.timezone,
            contact: watchlist.settings.contact.as_deref(),
            all_quiet: false,
            reminders: &[],
            answers: None,
        };
        let news = News { halted: Some(halt), from: now, until: now, ..News::default() };
        for letter in compose::health(&news, recipient, &desk, now).into_iter().flat_map(compose::by_every_way) {
            match by_its_way(watchlist, recipient, &letter, mailer.as_mut()).await {
                Ok(delivery) => reached |= delivery.is_some_and(|delivery| delivery.reached_anybody()),
                Err(refusal) => tell!("mail: {refusal}"),
            }
        }
    }
    if let Some(mut mailer) = mailer {
        mailer.close().await;
    }
    reached
}

/// Hands a letter over; none where it has no way out of this machine.
async fn by_its_way(
    watchlist: &Watchlist,
    recipient: &Recipient,
    letter: &Letter,
    mailer: Option<&mut Mailer>,
) -> Result<Option<Delivery>, Refusal> {
    if letter.channel == Channel::Mail {
        let Some(mailer) = mailer else { return Ok(None) };
        let addresses: Vec<&str> = letter.to.iter().map(String::as_str).collect();
        return mailer.send(letter, &addresses).await.map(Some);
    }
    let Some(webhook) = &recipient.webhook else { return Ok(None) };
    let fate = Hook::open(webhook, watchlist.settings.ca_file.as_deref())?.send(letter).await;
    let fates = letter.to.iter().map(|address| (address.clone(), fate.clone())).collect();
    Ok(Some(Delivery { fates }))
}
