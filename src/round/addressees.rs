//! Whom a letter that waits is for now: the list may have been edited since it was written.

use jiff::Timestamp;

use crate::io::store::{Address, Store, StoreResult};
use crate::model::{Channel, LetterKind, Recipient, Watchlist};

/// Addresses every mail that is due for a try as the watchlist has its reader now.
///
/// Who is no longer on the list gets nothing more; where somebody took over from them in the same edit, the letter is theirs.
///
/// # Errors
/// Of the store.
pub(super) fn as_listed_now(store: &mut Store, watchlist: &Watchlist, now: Timestamp) -> StoreResult<()> {
    for waiting in store.waiting(now)? {
        let letter = &waiting.letter;
        if letter.channel != Channel::Mail {
            continue;
        }
        let named = |name: &str| watchlist.recipients.iter().find(|recipient| recipient.name == name);
        let mut addresses: Vec<String> = Vec::new();
        let mut add = |recipient: &Recipient| {
            for address in &recipient.to {
                if !addresses.contains(address) {
                    addresses.push(address.clone());
                }
            }
        };
        match named(&letter.recipient) {
            Some(recipient) => add(recipient),
            // The owner of something of ours is written to without being on the list.
            None if letter.kind == LetterKind::Reminder
                && watchlist
                    .assets
                    .iter()
                    .any(|asset| asset.owner.as_deref().map(str::trim) == Some(&letter.recipient)) =>
            {
                addresses.push(letter.recipient.clone());
            }
            None => store.heirs(&letter.recipient)?.iter().filter_map(|heir| named(heir)).for_each(add),
        }
        let is_elsewhere = |address: &Address| !addresses.contains(&address.address);
        if addresses != letter.to || waiting.addresses.iter().any(is_elsewhere) {
            store.address_anew(waiting.id, &addresses, now)?;
        }
    }
    Ok(())
}
