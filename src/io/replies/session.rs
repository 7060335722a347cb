//! A session with the mailbox's server: found, greeted, encrypted and logged in.

use std::fmt::Debug;
use std::io::ErrorKind;
use std::time::Duration;

use async_imap::error::Error as ImapError;
use async_imap::imap_proto::{Response, Status};
use async_imap::{Client, Session};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, Join, Take, join, split};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use super::tls;
use crate::io::post::{Refusal, Stage, tls_stage};
use crate::model::{Encryption, Replies};

/// To reach the server, each of its addresses.
const CONNECT: Duration = Duration::from_secs(20);
/// For an answer to a command.
const ANSWER: Duration = Duration::from_secs(30);

/// Bytes that are taken from a server in one session, and before it encrypts.
const MOST: u64 = 128 * 1024 * 1024;
const MOST_IN_THE_CLEAR: u64 = 64 * 1024;

/// A session over whatever carries it.
pub(super) type Open = Session<Box<dyn Carrier>>;

/// What carries a session.
pub(super) trait Carrier: AsyncRead + AsyncWrite + Unpin + Send + Debug {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send + Debug> Carrier for T {}

/// Everything up to the point where folders can be opened.
pub(super) async fn open(
    replies: &Replies,
    connector: &TlsConnector,
    password: &SecretString,
) -> Result<Open, Refusal> {
    let host = replies.host.as_str();
    let connecting = timeout(CONNECT, TcpStream::connect((host, replies.port))).await;
    let stream = match connecting {
        Err(_) => return Err(Refusal::new(Stage::Connect, format!("no connection in {} s", CONNECT.as_secs()))),
        Ok(Err(error)) => {
            // The system says it of a name alone that it is not known.
            let is_unknown = error.raw_os_error().is_none();
            let stage = if is_unknown { Stage::Dns } else { Stage::Connect };
            return Err(Refusal::new(stage, format!("`{host}`: {error}")));
        }
        Ok(Ok(stream)) => stream,
    };
    let mut client = match replies.tls {
        Encryption::None => Client::new(bounded(stream)),
        Encryption::Implicit => {
            Client::new(bounded(in_time(Stage::Tls, tls::encrypted(connector, host, stream)).await?))
        }
        Encryption::Starttls => {
            let stream = asked_to_encrypt(stream).await?;
            Client::new(bounded(in_time(Stage::Tls, tls::encrypted(connector, host, stream)).await?))
        }
    };
    // After STARTTLS there is no other greeting (RFC 3501 §6.2.1).
    if replies.tls != Encryption::Starttls {
        greeted(&mut client).await?;
    }
    let logging_in = async {
        let login = client.login(&replies.username, password.expose_secret()).await;
        login.map_err(|(error, _)| refusal(Stage::Auth, &error))
    };
    in_time(Stage::Auth, logging_in).await
}

/// Asks for encryption in the clear; nothing that came along with the answer is taken into the encrypted session.
async fn asked_to_encrypt(stream: TcpStream) -> Result<TcpStream, Refusal> {
    let (read, write) = stream.into_split();
    let mut client: Client<Join<Take<OwnedReadHalf>, OwnedWriteHalf>> =
        Client::new(join(read.take(MOST_IN_THE_CLEAR), write));
    greeted(&mut client).await?;
    let asking = async {
        client.run_command_and_check_ok("STARTTLS", None).await.map_err(|error| match error {
            ImapError::No(_) | ImapError::Bad(_) => refusal(Stage::NoStarttls, &error),
            other => refusal(Stage::Tls, &other),
        })
    };
    in_time(Stage::Tls, asking).await?;
    let (read, write) = client.into_inner().into_inner();
    read.into_inner().reunite(write).map_err(|error| Refusal::new(Stage::Tls, error.to_string()))
}

/// Waits for the server's greeting.
async fn greeted<T: AsyncRead + AsyncWrite + Unpin + Send + Debug>(client: &mut Client<T>) -> Result<(), Refusal> {
    let greeting = async {
        match client.read_response().await {
            Err(error) => Err(refusal(Stage::Greeting, &ImapError::Io(error))),
            Ok(None) => Err(Refusal::new(Stage::Greeting, "it closed the connection")),
            Ok(Some(said)) => match said.parsed() {
                Response::Data { status: Status::Ok, .. } => Ok(()),
                other => Err(Refusal::new(Stage::Greeting, format!("{other:?}"))),
            },
        }
    };
    in_time(Stage::Silence, greeting).await
}

/// A carrier of which no more is read than a mailbox is worth.
fn bounded<T: AsyncRead + AsyncWrite + Unpin + Send + Debug + 'static>(stream: T) -> Box<dyn Carrier> {
    let (read, write) = split(stream);
    Box::new(join(read.take(MOST), write))
}

/// A step of the dialogue that must not take for ever.
pub(super) async fn in_time<T>(stage: Stage, step: impl Future<Output = Result<T, Refusal>>) -> Result<T, Refusal> {
    let silence = || {
        let stage = if matches!(stage, Stage::Auth | Stage::Mailbox | Stage::Tls) { Stage::Silence } else { stage };
        Refusal::new(stage, format!("no answer in {} s", ANSWER.as_secs()))
    };
    timeout(ANSWER, step).await.map_err(|_| silence())?
}

/// An error of the client in plain words; those of the encryption say for themselves what is wrong.
pub(super) fn refusal(stage: Stage, error: &ImapError) -> Refusal {
    match error {
        // So the client says that it cannot make sense of an answer, and shows it: it may hold somebody's mail.
        ImapError::Io(error) if error.kind() == ErrorKind::Other && tls_stage(error).is_none() => {
            Refusal::new(stage, "its answer is no IMAP")
        }
        ImapError::Parse(_) => Refusal::new(stage, "its answer is no IMAP"),
        ImapError::Io(error) => Refusal::new(tls_stage(error).unwrap_or(lost(stage)), error.to_string()),
        ImapError::ConnectionLost => Refusal::new(lost(stage), "the server closed the connection"),
        ImapError::No(said) | ImapError::Bad(said) => Refusal::new(stage, in_words(said)),
        other => Refusal::new(stage, other.to_string()),
    }
}

/// The server's words out of `code: None, info: Some("…")`, as the client shows them where it asks for itself.
fn in_words(said: &str) -> String {
    let words = said.split_once("info: Some(\"").and_then(|(_, rest)| rest.rsplit_once("\")"));
    words.map_or_else(|| said.to_owned(), |(words, _)| words.replace("\\\"", "\""))
}

/// A connection that breaks says nothing against the login or the folder.
fn lost(stage: Stage) -> Stage {
    if matches!(stage, Stage::Auth | Stage::Mailbox) { Stage::Lost } else { stage }
}
