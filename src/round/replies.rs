//! Answers to letters: the mailbox is read before letters are written, so that they say what was decided.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use tokio::time::timeout;

use super::house::{House, lock};
use crate::io::post::{Refusal, Stage};
use crate::io::replies::Mailbox;
use crate::io::store::{StoreError, StoreResult};
use crate::model::{Answer, MailboxMark, NoDecision, RefusedReply, Replies, Watchlist};
use crate::steps::replies::{self, GOOD_FOR, Readers, Reply};

/// Messages that are read in one round; the next one goes on behind them.
const MOST_MESSAGES: usize = 200;
/// Messages of one round that the server may refuse to hand out before the rest is left for the next round.
const MOST_DENIED: usize = 20;
/// So often such a message is asked for, once a round; and so many are remembered.
const MOST_TRIES: u32 = 20;
const MOST_UNREAD: usize = 100;
/// Numbers of messages that are kept to be marked later.
const MOST_UNMARKED: usize = 1000;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Replied {
    /// What was decided, in the order in which it came.
    pub answers: Vec<Answer>,
    /// What decided nothing.
    pub refused: Vec<RefusedReply>,
    /// Why the mailbox could not be read, or not to its end.
    pub trouble: Option<String>,
}

impl Replied {
    /// How many were refused: what a program wrote was meant for nobody.
    #[must_use]
    pub fn refused_by_us(&self) -> usize {
        self.refused.iter().filter(|refused| refused.why != NoDecision::Automatic).count()
    }
}

/// Reads the mailbox that the watchlist names, if it names one; what hinders that is an outcome, and holds up nothing.
///
/// # Errors
/// Of the store.
pub(super) async fn read(house: &House) -> StoreResult<Replied> {
    let mut replied = Replied::default();
    let Some(settings) = house.watchlist.mail.as_ref().and_then(|mail| mail.replies.as_ref()) else {
        return Ok(replied);
    };
    let mut mailbox = match Mailbox::open(settings, house.watchlist.settings.ca_file.as_deref()) {
        Ok(mailbox) => mailbox,
        Err(refusal) => return Ok(Replied { trouble: Some(in_words(&refusal)), ..replied }),
    };
    // What was written down when the time is over stays; the next round goes on there.
    let patience = house.patience.replies;
    let outcome = timeout(patience, take(house, settings, &mut mailbox, &mut replied)).await;
    replied.trouble = match outcome {
        Ok(Ok(())) => None,
        Ok(Err(Ended::Barred(refusal))) => Some(in_words(&refusal)),
        Ok(Err(Ended::Store(error))) => return Err(error),
        Err(_) => Some(format!("the mailbox for replies: not read to its end within {}", spoken(patience))),
    };
    if replied.trouble.is_none() {
        mailbox.leave().await;
    }
    Ok(replied)
}

/// Why the reading ended early.
enum Ended {
    Barred(Refusal),
    Store(StoreError),
}

impl From<Refusal> for Ended {
    fn from(refusal: Refusal) -> Self {
        Self::Barred(refusal)
    }
}

impl From<StoreError> for Ended {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Reads what is new, message by message, and marks there what was dealt with here.
async fn take(house: &House, settings: &Replies, mailbox: &mut Mailbox, replied: &mut Replied) -> Result<(), Ended> {
    let now = house.clock.now();
    let name = format!("{} {}:{} {}", settings.username, settings.host, settings.port, settings.folder);
    let validity = mailbox.enter().await?;
    let known = lock(&house.store).mailbox(&name)?;
    // No answer is older than the key, nor than the codes that are good today; a mailbox that was misspelled for days is made
    // up for.
    let begun = lock(&house.store).reply_key_made_at()?.unwrap_or(now);
    let since = days_before(house, begun, 2).max(days_before(house, now, GOOD_FOR + 2));
    let mut mark = known.filter(|mark| mark.validity == validity).unwrap_or_default();
    mark.validity = validity;
    let new = mailbox.after(mark.uid, since).await?;
    let (mut denied, mut first) = (0, None);
    let again: Vec<u32> = mark.unread.iter().map(|(uid, _)| *uid).collect();
    for uid in again.into_iter().chain(new.into_iter().take(MOST_MESSAGES)) {
        let message = match mailbox.message(uid).await {
            // One message that the server will not hand out holds up none behind it; it is asked for again next time.
            Err(refusal) if refusal.stage == Stage::Mailbox && denied < MOST_DENIED => {
                denied += 1;
                let gives_up = ask_again(&mut mark, uid);
                let refusal = if gives_up { given_up(refusal) } else { refusal };
                first = first.or(Some(refusal));
                mark.uid = mark.uid.max(uid);
                lock(&house.store).take_answers(&[], &name, &mark, now)?;
                continue;
            }
            message => message?,
        };
        mark.uid = mark.uid.max(uid);
        mark.unread.retain(|(other, _)| *other != uid);
        let (answers, refused) = judged(house, message.as_deref(), now)?;
        let is_ours = !answers.is_empty() || refused.iter().any(|refused| refused.why != NoDecision::Automatic);
        if is_ours && mark.unmarked.len() < MOST_UNMARKED {
            mark.unmarked.push(uid);
        }
        let are_new = lock(&house.store).take_answers(&answers, &name, &mark, now)?;
        for (answer, is_new) in answers.into_iter().zip(are_new) {
            if is_new {
                replied.answers.push(answer);
            } else {
                replied.refused.push(RefusedReply { why: NoDecision::Used, change: Some(answer.change) });
            }
        }
        replied.refused.extend(refused);
    }
    if !mark.unmarked.is_empty() {
        mailbox.put_away(&mark.unmarked).await?;
        mark.unmarked.clear();
        lock(&house.store).take_answers(&[], &name, &mark, now)?;
    }
    first.map_or(Ok(()), |refusal| Err(refusal.into()))
}

/// Notes that a message is to be asked for once more; true where that was done often enough.
fn ask_again(mark: &mut MailboxMark, uid: u32) -> bool {
    match mark.unread.iter_mut().find(|(other, _)| *other == uid) {
        Some((_, tries)) => *tries += 1,
        None => mark.unread.push((uid, 1)),
    }
    let before = mark.unread.len();
    mark.unread.retain(|(_, tries)| *tries < MOST_TRIES);
    let gives_up = mark.unread.len() < before;
    // The oldest go first.
    let surplus = mark.unread.len().saturating_sub(MOST_UNREAD);
    mark.unread.drain(..surplus);
    gives_up
}

fn given_up(mut refusal: Refusal) -> Refusal {
    refusal.detail.push_str("; it is not asked for again, please look at it by hand");
    refusal
}

/// What one message says, weighed.
fn judged(house: &House, message: Option<&[u8]>, now: Timestamp) -> StoreResult<(Vec<Answer>, Vec<RefusedReply>)> {
    let (codes, mangled, note, from) = match message.map(replies::read) {
        None | Some(Reply::Other) => return Ok((Vec::new(), Vec::new())),
        Some(Reply::Nothing(why)) => return Ok((Vec::new(), vec![RefusedReply { why, change: None }])),
        Some(Reply::Codes { codes, mangled, note, from }) => (codes, mangled, note, from),
    };
    let (key, changes) = {
        let store = lock(&house.store);
        (store.reply_key()?, store.change_ids()?)
    };
    let Some(key) = key else {
        return Ok((Vec::new(), vec![RefusedReply { why: NoDecision::Unknown, change: None }]));
    };
    let names = readers(&house.watchlist);
    let today = now.to_zoned(house.watchlist.settings.timezone.clone()).date();
    let readers = Readers { key: &key, changes: &changes, names: &names, today };
    let (answers, mut refused) = replies::judge(&codes, note.as_deref(), from.as_deref(), readers);
    refused.extend((0..mangled).map(|_| RefusedReply { why: NoDecision::Unknown, change: None }));
    Ok((answers, refused))
}

/// Everybody who gets letters, and so may decide: who has left the list decides no more.
fn readers(watchlist: &Watchlist) -> Vec<String> {
    let recipients = watchlist.recipients.iter().map(|recipient| recipient.name.clone());
    let owners =
        watchlist.assets.iter().filter_map(|asset| asset.owner.as_deref().map(|owner| owner.trim().to_owned()));
    recipients.chain(owners).collect()
}

fn days_before(house: &House, time: Timestamp, days: i64) -> Date {
    let day = time.to_zoned(house.watchlist.settings.timezone.clone()).date();
    day.checked_sub(jiff::Span::new().days(days)).unwrap_or(day)
}

/// A mark on where the trouble lies, for places in which all mail troubles stand together.
fn in_words(refusal: &Refusal) -> String {
    format!("the mailbox for replies: {refusal}")
}

fn spoken(patience: Duration) -> String {
    format!("{} s", patience.as_secs())
}
