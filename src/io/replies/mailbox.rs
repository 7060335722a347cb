//! One mailbox: which messages are new, what they hold, and the mark that they were read.

use std::path::Path;

use futures_util::StreamExt as _;
use jiff::civil::Date;
use secrecy::SecretString;
use tokio_rustls::TlsConnector;

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
        let folder = encoded(&self.replies.folder);
        let opening = async { session.select(&folder).await.map_err(|error| refusal(Stage::Mailbox, &error)) };
        let opened = in_time(Stage::Mailbox, opening).await?;
        self.session = Some(session);
        Ok(opened.uid_validity.unwrap_or_default())
    }

    /// The numbers of the messages after that one which arrived on that day or later, in their order.
    ///
    /// # Errors
    /// A [`Refusal`].
    pub async fn after(&mut self, uid: u32, since: Date) -> Result<Vec<u32>, Refusal> {
        let month = MONTHS.get(usize::try_from(since.month() - 1).unwrap_or_default()).copied().unwrap_or("Jan");
        let query =
            format!("UID {}:* SINCE {}-{month}-{:04}", u64::from(uid) + 1, since.day(), since.year());
        let session = self.session()?;
        let searching = async { session.uid_search(&query).await.map_err(|error| refusal(Stage::Mailbox, &error)) };
        let found = in_time(Stage::Mailbox, searching).await?;
        // `n:*` names the last message even where its number is lower (RFC 3501 §6.4.8).
        let mut found: Vec<u32> = found.into_iter().filter(|found| *found > uid).collect();
        found.sort_unstable();
        Ok(found)
    }

    /// The beginning of a message, without marking it as seen; none where it is gone.
    ///
    /// # Errors
    /// A [`Refusal`].
    pub async fn message(&mut self, uid: u32) -> Result<Option<Vec<u8>>, Refusal> {
        let session = self.session()?;
        let what = format!("(UID BODY.PEEK[]<0.{MOST_OF_A_MESSAGE}>)");
        let fetching = async {
            let wrong = |error| refusal(Stage::Mailbox, &error);
            let mut found = session.uid_fetch(uid.to_string(), &what).await.map_err(wrong)?;
            let mut message = None;
            while let Some(part) = found.next().await {
                let part = part.map_err(wrong)?;
                if part.uid == Some(uid) {
                    message = part.body().map(<[u8]>::to_vec).or(message);
                }
            }
            Ok(message)
        };
        in_time(Stage::Mailbox, fetching).await
    }

    /// Marks messages as seen, or moves them where the watchlist says so.
    ///
    /// # Errors
    /// A [`Refusal`].
    pub async fn put_away(&mut self, uids: &[u32]) -> Result<(), Refusal> {
        let set = uids.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
        let folder = self.replies.move_to.as_deref().map(encoded);
        let session = self.session()?;
        let putting = async {
            let wrong = |error| refusal(Stage::Mailbox, &error);
            mark(session, &set, "+FLAGS.SILENT (\\Seen)").await.map_err(wrong)?;
            let Some(folder) = folder else { return Ok(()) };
            let can = session.capabilities().await.map_err(wrong)?;
            if can.has_str("MOVE") {
                return session.uid_mv(&set, &folder).await.map_err(wrong);
            }
            session.uid_copy(&set, &folder).await.map_err(wrong)?;
            mark(session, &set, "+FLAGS.SILENT (\\Deleted)").await.map_err(wrong)?;
            // Without UIDPLUS only all that is marked could go, others' messages too: they stay, marked.
            if can.has_str("UIDPLUS") {
                let mut gone = std::pin::pin!(session.uid_expunge(&set).await.map_err(wrong)?);
                while let Some(one) = gone.next().await {
                    one.map_err(wrong)?;
                }
            }
            Ok(())
        };
        in_time(Stage::Mailbox, putting).await
    }

    /// Says goodbye to the server.
    pub async fn leave(&mut self) {
        if let Some(mut session) = self.session.take() {
            // What was decided is written down; a server that does not say goodbye is no trouble.
            let _ = tokio::time::timeout(std::time::Duration::from_secs(5), session.logout()).await;
        }
    }

    fn session(&mut self) -> Result<&mut Open, Refusal> {
        self.session.as_mut().ok_or_else(|| Refusal::new(Stage::Lost, "no connection"))
    }
}

async fn mark(session: &mut Open, set: &str, what: &str) -> async_imap::error::Result<()> {
    let mut marked = std::pin::pin!(session.uid_store(set, what).await?);
    while let Some(one) = marked.next().await {
        one?;
    }
    Ok(())
}
