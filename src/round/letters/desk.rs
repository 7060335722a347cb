//! In whose name letters are written, and with which key the codes in them are signed.

use jiff::Timestamp;

use crate::io::store::{Store, StoreResult};
use crate::model::{ReplyKey, Watchlist};
use crate::steps::compose::{Answers, Desk};

/// The sender of letters in a house whose watchlist names none; they stay in the folder then.
pub const NOBODY: &str = "hausrecht <hausrecht@localhost>";

/// In whose name letters are written.
pub(super) fn desk<'a>(watchlist: &'a Watchlist, key: Option<&'a ReplyKey>) -> Desk<'a> {
    let settings = &watchlist.settings;
    let replies = watchlist.mail.as_ref().and_then(|mail| mail.replies.as_ref());
    Desk {
        from: watchlist.mail.as_ref().map_or(NOBODY, |mail| mail.from.as_str()),
        zone: &settings.timezone,
        contact: settings.contact.as_deref(),
        all_quiet: settings.all_quiet,
        reminders: &settings.reminders,
        answers: replies.zip(key).map(|(replies, key)| Answers { address: &replies.address, key }),
    }
}

/// The key of codes in letters, made where answers are read and there is none yet.
///
/// # Errors
/// Of the store.
pub(super) fn made_key(store: &Store, watchlist: &Watchlist, now: Timestamp) -> StoreResult<Option<ReplyKey>> {
    if watchlist.mail.as_ref().is_none_or(|mail| mail.replies.is_none()) {
        return Ok(None);
    }
    store.make_reply_key(now)?;
    store.reply_key()
}
