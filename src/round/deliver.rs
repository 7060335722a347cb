//! From the outbox to the mail server: address by address, tried again until each has its answer.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::addressees;
use super::house::{House, lock, spared};
use super::replies::Replied;
use crate::io::post::{Delivery, Fate, Hook, Mailer, Refusal};
use crate::io::store::{Address, Store, StoreResult, Waiting};
use crate::model::{Channel, RefusedAddress};

/// What came of the outbox.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Letters that reached at least one more address.
    pub sent: usize,
    /// Of these, those that became files in the outbox folder, since no mail server is named.
    pub filed: usize,
    /// Letters that still wait for an address.
    pub waiting: usize,
    /// One sentence for each trouble.
    pub troubles: Vec<String>,
    /// What came back by mail.
    pub replied: Replied,
}

impl Delivered {
    /// With what came back; a mailbox that cannot be read is a trouble with the mail as any other.
    #[must_use]
    pub(super) fn with(mut self, replied: Replied) -> Self {
        self.troubles.extend(replied.trouble.clone());
        self.replied = replied;
        self
    }
}

/// The mailer that the watchlist asks for.
///
/// # Errors
/// Where the password, the key or a certificate cannot be read.
pub fn mailer(house: &House) -> Result<Mailer, Refusal> {
    let settings = &house.watchlist.settings;
    let folder = lock(&house.store).folder().join("outbox");
    Mailer::open(house.watchlist.mail.as_ref(), settings.ca_file.as_deref(), &folder)
}

/// Sends what waits in the outbox and is due for a try.
///
/// # Errors
/// Of the store; all that the mail server does is told in [`Delivered::troubles`].
pub async fn deliver(house: &House) -> StoreResult<Delivered> {
    let now = house.clock.now();
    let mut delivered = Delivered::default();
    let waiting = {
        let mut store = lock(&house.store);
        let mended = store.mend_outbox(now);
        store.in_spite_of_damage(mended)?;
        let asked = store.ask_once_more(now);
        store.in_spite_of_damage(asked)?;
        let addressed = addressees::as_listed_now(&mut store, &house.watchlist, now);
        store.in_spite_of_damage(addressed)?;
        store.waiting(now)?
    };
    // A dead mail server does not silence the chats, nor the other way round.
    let (mails, posts): (Vec<_>, Vec<_>) =
        waiting.into_iter().partition(|waiting| waiting.letter.channel == Channel::Mail);
    let mut last: Option<&str> = None;
    for letter in &posts {
        let reader = letter.letter.recipient.as_str();
        if last == Some(reader) {
            // Chats take about one message a second.
            tokio::time::sleep(BETWEEN_POSTS).await;
        }
        let before = delivered.sent;
        // A row that is damaged keeps no other letter back.
        spared(house, post(house, letter, &mut delivered).await)?;
        last = (delivered.sent > before).then_some(reader);
    }
    if !mails.is_empty() {
        match mailer(house) {
            Ok(mut mailer) => {
                let before = delivered.sent;
                for letter in &mails {
                    if spared(house, hand_over(house, &mut mailer, letter, &mut delivered).await)? == Some(false) {
                        break;
                    }
                }
                if matches!(mailer, Mailer::Folder(_)) {
                    delivered.filed = delivered.sent - before;
                }
                mailer.close().await;
            }
            Err(refusal) => delivered.troubles.push(refusal.to_string()),
        }
    }
    still_refused(house, &mut delivered)?;
    delivered.waiting = usize::try_from(lock(&house.store).outbox()?.waiting).unwrap_or(usize::MAX);
    Ok(delivered)
}

/// Names what nobody has got since its server refused it: where no operator is told, every round says so until it arrives.
fn still_refused(house: &House, delivered: &mut Delivered) -> StoreResult<()> {
    let is_operator = |name: &str| house.watchlist.recipients.iter().any(|one| one.operator && one.name == name);
    let has_operator = house.watchlist.recipients.iter().any(|one| one.operator);
    for refused in lock(&house.store).undelivered()? {
        let is_said = delivered.troubles.iter().any(|trouble| trouble.starts_with(&refused.address));
        // Who left the list is owed nothing more.
        let is_listed = house.watchlist.recipients.iter().any(|one| one.name == refused.reader);
        if is_listed && !is_said && (!has_operator || is_operator(&refused.reader)) {
            let RefusedAddress { address, reader, subject, answer, .. } = refused;
            delivered.troubles.push(format!("{address} ({reader}) has not got “{subject}”: {answer}"));
        }
    }
    Ok(())
}

/// Hands one letter over and writes down each address's answer at once; false where no letter gets through.
async fn hand_over(
    house: &House,
    mailer: &mut Mailer,
    waiting: &Waiting,
    delivered: &mut Delivered,
) -> StoreResult<bool> {
    let addresses: Vec<&str> = waiting.addresses.iter().map(|address| address.address.as_str()).collect();
    lock(&house.store).about_to_send(waiting.id, house.clock.now())?;
    let answer = mailer.send(&waiting.letter, &addresses).await;
    let now = house.clock.now();
    let store = lock(&house.store);
    let delivery = match answer {
        Ok(delivery) => delivery,
        Err(refusal) => {
            let refusal = refusal.to_string();
            for address in &waiting.addresses {
                store.deferred(waiting.id, &address.address, &refusal, next_try(address, now))?;
            }
            delivered.troubles.push(refusal);
            return Ok(false);
        }
    };
    note(&store, waiting, &delivery, delivered, now)?;
    Ok(true)
}

/// Posts one letter to its recipient's webhook and writes down the answer.
async fn post(house: &House, waiting: &Waiting, delivered: &mut Delivered) -> StoreResult<()> {
    lock(&house.store).about_to_send(waiting.id, house.clock.now())?;
    let recipients = &house.watchlist.recipients;
    let recipient = recipients.iter().find(|recipient| recipient.name == waiting.letter.recipient);
    let fate = match recipient.and_then(|recipient| recipient.webhook.as_ref()) {
        None => Fate::Permanent { answer: "the watchlist names no webhook for this recipient any more".to_owned() },
        Some(webhook) => match Hook::open(webhook, house.watchlist.settings.ca_file.as_deref()) {
            Ok(hook) => hook.send(&waiting.letter).await,
            Err(refusal) => Fate::Transient { answer: refusal.to_string() },
        },
    };
    let addresses = waiting.addresses.iter();
    let delivery = Delivery { fates: addresses.map(|address| (address.address.clone(), fate.clone())).collect() };
    note(&lock(&house.store), waiting, &delivery, delivered, house.clock.now())
}

/// Writes down what became of a letter, address by address.
fn note(
    store: &Store,
    waiting: &Waiting,
    delivery: &Delivery,
    delivered: &mut Delivered,
    now: Timestamp,
) -> StoreResult<()> {
    let mut reached = false;
    for (name, fate) in &delivery.fates {
        let Some(address) = waiting.addresses.iter().find(|address| address.address == *name) else { continue };
        match fate {
            Fate::Delivered { answer } => {
                store.delivered(waiting.id, name, answer, now)?;
                reached = true;
            }
            Fate::Transient { answer: reason } => {
                store.deferred(waiting.id, name, reason, next_try(address, now))?;
                delivered.troubles.push(format!("{name} must wait: {reason}"));
            }
            Fate::Permanent { answer: reason } => {
                store.refused(waiting.id, name, reason, now)?;
                delivered.troubles.push(format!("{name} was refused for good: {reason}"));
            }
        }
    }
    delivered.sent += usize::from(reached);
    Ok(())
}

/// Between two messages to one chat.
const BETWEEN_POSTS: Duration = Duration::from_secs(1);

/// Tries that follow at once with the next round; the pauses grow only after them.
const EAGER_TRIES: u32 = 3;
/// The first longer pause; each further one is twice as long.
const FIRST_PAUSE: SignedDuration = SignedDuration::from_mins(15);
/// The longest pause (RFC 5321 section 4.5.4.1 speaks of hours).
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(4);

/// When an address is tried again after one more failure.
fn next_try(address: &Address, now: Timestamp) -> Timestamp {
    let failures = address.tries + 1;
    if failures <= EAGER_TRIES {
        return now;
    }
    let doublings = (failures - EAGER_TRIES - 1).min(8);
    let pause = FIRST_PAUSE.saturating_mul(1 << doublings).min(LONGEST_PAUSE);
    now.checked_add(pause).unwrap_or(now)
}
