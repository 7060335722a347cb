//! One mailbox: which messages are new, what they hold, and the mark that they were read.

use std::path::Path;

use async_imap::imap_proto::{AttributeValue, Capability, MailboxDatum, Response, ResponseCode};
use jiff::civil::Date;
use secrecy::SecretString;
use tokio_rustls::TlsConnector;

use super::dialogue::{ask, quoted};
use super::folder_name::encoded;
use super::session::{self, Open, in_time, refusal};
use super::tls;
use crate::io::post::{Refusal, Stage};
use crate::io::secret;
use crate::model::Replies;

/// Of a message only its beginning is fetched: answers are short, and what they quote comes last.
const MOST_OF_A_MESSAGE: u32 = 256 * 1024;

/// The months as IMAP writes them.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A mailbox and how to get into it.
pub struct Mailbox {
    replies: Replies,
    password: SecretString,
    connector: TlsConnector,
    session: Option<Open>,
}

impl std::fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mailbox").field("host", &self.replies.host).finish_non_exhaustive()
    }
}

impl Mailbox {
    /// Reads what is needed to log in; no connection is made yet.
    ///
    /// # Errors
    /// A [`Refusal`] where the password or a certificate cannot be read.
    pub fn open(replies: &Replies, ca_file: Option<&Path>) -> Result<Self, Refusal> {
        let password = secret::read(&replies.password).map_err(|why| Refusal::new(Stage::Password, why))?;
        Ok(Self { replies: replies.clone(), password, connector: tls::connector(ca_file)?, session: None })
    }

    /// Logs in and opens the folder; answers with its validity, as long as which numbers of messages hold.
    ///
    /// # Errors
    /// A [`Refusal`] that says how far it came.
    pub async fn enter(&mut self) -> Result<u32, Refusal> {
        let mut session = session::open(&self.replies, &self.connector, &self.password).await?;
        let command = format!("SELECT {}", quoted(&encoded(&self.replies.folder)));
        let mut validity = None;
        let opening = async {
            let each = |answer: &Response<'_>| {
                if let Response::Data { outcome, .. } = answer
                    && let Some(ResponseCode::UidValidity(number)) = outcome.code
                {
                    validity = Some(number);
                }
            };
            ask(&mut session, &command, each).await.map_err(|error| refusal(Stage::Mailbox, &error))
        };
        let opened = in_time(Stage::Mailbox, opening).await;
        opened.map_err(|refusal| self.of_the_folder(&self.replies.folder, "folder", refusal))?;
        self.session = Some(session);
        Ok(validity.unwrap_or_default())
    }

    /// Which folder of which server it is that cannot be used, what the server said, and the key of the watchlist that names it.
    fn of_the_folder(&self, folder: &str, key: &str, refusal: Refusal) -> Refusal {
        if refusal.stage != Stage::Mailbox {
            return refusal;
        }
        // "[NONEXISTENT] …" is for programs (RFC 5530).
        let said = refusal.detail.strip_prefix('[').and_then(|rest| rest.split_once("] "));
        let said = said.map_or(refusal.detail.as_str(), |(_, words)| words).trim().trim_end_matches('.');
        let host = &self.replies.host;
        let detail = format!("`{folder}` on `{host}`: {said}; `{key}:` in `mail: {{replies: …}}` names the folder");
        Refusal { detail, ..refusal }
    }

    /// The numbers of the messages after that one which arrived on that day or later, in their order.
    ///
    /// # Errors
    /// A [`Refusal`].
    pub async fn after(&mut self, uid: u32, since: Date) -> Result<Vec<u32>, Refusal> {
        let month = MONTHS.get(usize::try_from(since.month() - 1).unwrap_or_default()).copied().unwrap_or("Jan");
        let query = format!("UID {}:* SINCE {}-{month}-{:04}", u64::from(uid) + 1, since.day(), since.year());
        let mut found: Vec<u32> = Vec::new();
        self.ask(&format!("UID SEARCH {query}"), |answer| {
            if let Response::MailboxData(MailboxDatum::Search(uids)) = answer {
                found.extend(uids);
            }
        })
        .await?;
        // `n:*` names the last message even where its number is lower (RFC 3501 §6.4.8).
        found.retain(|found| *found > uid);
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// The beginning of a message, without marking it as seen; none where it is gone.
    ///
    /// # Errors
    /// A [`Refusal`].
    pub async fn message(&mut self, uid: u32) -> Result<Option<Vec<u8>>, Refusal> {
        let mut message = None;
        let asked = self
            .ask(&format!("UID FETCH {uid} (UID BODY.PEEK[]<0.{MOST_OF_A_MESSAGE}>)"), |answer| {
                // The server may tell of other messages in between.
                let Response::Fetch(_, parts) = answer else { return };
                if parts.iter().any(|part| matches!(part, AttributeValue::Uid(of) if *of == uid)) {
                    message = parts.iter().find_map(body).or(message.take());
                }
            })
            .await;
        // Which one it is, so that a person can take it out where it hinders all that come after it.
        let named = |refusal: Refusal| Refusal { detail: format!("message {uid}: {}", refusal.detail), ..refusal };
        asked.map_err(named)?;
        Ok(message)
    }

    /// Marks messages as seen, or moves them where the watchlist says so.
    ///
    /// # Errors
    /// A [`Refusal`].
    pub async fn put_away(&mut self, uids: &[u32]) -> Result<(), Refusal> {
        let set = uids.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
        self.mark(&set, "\\Seen").await?;
        let Some(folder) = self.replies.move_to.as_deref().map(|folder| quoted(&encoded(folder))) else {
            return Ok(());
        };
        let (mut can_move, mut can_expunge) = (false, false);
        self.ask("CAPABILITY", |answer| {
            let Response::Capabilities(all) = answer else { return };
            let has = |name: &str| {
                all.iter().any(|one| matches!(one, Capability::Atom(atom) if atom.eq_ignore_ascii_case(name)))
            };
            (can_move, can_expunge) = (has("MOVE"), has("UIDPLUS"));
        })
        .await?;
        let verb = if can_move { "MOVE" } else { "COPY" };
        let taken = self.ask(&format!("UID {verb} {set} {folder}"), |_| {}).await;
        let move_to = self.replies.move_to.as_deref().unwrap_or_default();
        taken.map_err(|refusal| self.of_the_folder(move_to, "move_to", refusal))?;
        if can_move {
            return Ok(());
        }
        self.mark(&set, "\\Deleted").await?;
        // Without UIDPLUS only all that is marked could go, others' messages too: they stay, marked.
        if can_expunge { self.ask(&format!("UID EXPUNGE {set}"), |_| {}).await } else { Ok(()) }
    }

    async fn mark(&mut self, set: &str, flag: &str) -> Result<(), Refusal> {
        self.ask(&format!("UID STORE {set} +FLAGS.SILENT ({flag})"), |_| {}).await
    }

    /// Says goodbye to the server.
    pub async fn leave(&mut self) {
        if let Some(mut session) = self.session.take() {
            // What was decided is written down; a server that does not say goodbye is no trouble.
            let _ = tokio::time::timeout(std::time::Duration::from_secs(5), session.logout()).await;
        }
    }

    /// A command in the folder, in time.
    async fn ask(&mut self, command: &str, each: impl FnMut(&Response<'_>)) -> Result<(), Refusal> {
        let session = self.session.as_mut().ok_or_else(|| Refusal::new(Stage::Lost, "no connection"))?;
        let asking = async { ask(session, command, each).await.map_err(|error| refusal(Stage::Mailbox, &error)) };
        in_time(Stage::Mailbox, asking).await
    }
}

/// The bytes of a message, if this is the part of the answer that holds them.
fn body(part: &AttributeValue<'_>) -> Option<Vec<u8>> {
    match part {
        AttributeValue::BodySection { section: None, data: Some(bytes), .. } => Some(bytes.to_vec()),
        _ => None,
    }
}
