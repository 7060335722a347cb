//! The dialogue with a mail server (RFC 5321): one connection for many letters, each address answered for itself.

use std::path::Path;
use std::time::Duration;

use lettre::Address;
use lettre::message::Mailbox;
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate};
use lettre::transport::smtp::commands::{Data, Mail, Quit, Rcpt, Rset};
use lettre::transport::smtp::extension::{Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::Response;
use secrecy::ExposeSecret as _;
use tokio::time::timeout;

use super::fate::{Delivery, Fate};
use super::refusal::{Refusal, Stage, reason};
use super::session::{self, ANSWER};
use super::{mime, password};
use crate::model::{Letter, Smtp};

/// After the last dot servers may think for long (RFC 5321 §4.5.3.2.6); giving up early makes duplicates (RFC 1047).
const LAST_ANSWER: Duration = Duration::from_mins(10);

/// Letters over one connection, after which a new one is made: servers limit that.
const LETTERS_A_CONNECTION: usize = 50;

/// A mail server and the connection to it, if there is one.
pub struct Server {
    smtp: Smtp,
    trusted: Option<Certificate>,
    login: Option<Credentials>,
    connection: Option<AsyncSmtpConnection>,
    /// Letters handed over on this connection.
    handed: usize,
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Server").field("host", &self.smtp.host).field("port", &self.smtp.port).finish_non_exhaustive()
    }
}

/// How a step of the dialogue failed.
enum Step {
    /// The server said no; the connection stands.
    Answer { permanent: bool, code: u16, answer: String },
    /// The connection is of no more use.
    Lost(String),
}

impl Server {
    /// Reads what is needed to log in; no connection is made yet.
    pub(super) fn open(smtp: &Smtp, ca_file: Option<&Path>) -> Result<Self, Refusal> {
        let password = smtp.password.as_ref().map(password::read).transpose()?;
        let login = smtp
            .username
            .as_ref()
            .zip(password)
            .map(|(username, password)| Credentials::new(username.clone(), password.expose_secret().to_owned()));
        let trusted = session::trusted(ca_file)?;
        Ok(Self { smtp: smtp.clone(), trusted, login, connection: None, handed: 0 })
    }

    /// Connects and logs in, to see whether that works.
    pub(super) async fn connect(&mut self) -> Result<(), Refusal> {
        let connection = session::open(&self.smtp, self.trusted.as_ref(), self.login.as_ref()).await?;
        self.connection = Some(connection);
        self.handed = 0;
        Ok(())
    }

    /// See [`super::Mailer::send`].
    pub(super) async fn send(&mut self, letter: &Letter, addresses: &[&str]) -> Result<Delivery, Refusal> {
        let written = mime::message(letter).and_then(|message| {
            let from: Mailbox = letter.from.parse().map_err(|error| format!("sender: {error}"))?;
            Ok((from.email, message.formatted()))
        });
        let (from, message) = match written {
            Ok(written) => written,
            Err(answer) => return Ok(Delivery::all(addresses, &Fate::Permanent { answer })),
        };
        if self.handed >= LETTERS_A_CONNECTION {
            self.close().await;
        }
        // An idle connection may have been closed meanwhile: a fresh one gets one more try, before anything was sent.
        let reused = self.connection.is_some();
        if !reused {
            self.connect().await?;
        }
        if let Err(refusal) = self.mail(&from, &message, addresses).await {
            match refusal {
                Begun::Refused(delivery) => return Ok(delivery),
                Begun::Barred(refusal) if reused && refusal.stage == Stage::Lost => {
                    self.connect().await?;
                    match self.mail(&from, &message, addresses).await {
                        Err(Begun::Refused(delivery)) => return Ok(delivery),
                        Err(Begun::Barred(refusal)) => return Err(refusal),
                        Ok(()) => {}
                    }
                }
                Begun::Barred(refusal) => return Err(refusal),
            }
        }
        Ok(self.hand_over(&message, addresses).await)
    }

    /// `MAIL FROM`: the server says whether it takes anything from us.
    async fn mail(&mut self, from: &Address, message: &[u8], addresses: &[&str]) -> Result<(), Begun> {
        let Some(connection) = self.connection.as_mut() else {
            return Err(Begun::Barred(Refusal::new(Stage::Lost, "no connection")));
        };
        let mut parameters = Vec::new();
        if !message.is_ascii() && connection.server_info().supports_feature(Extension::EightBitMime) {
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        let asked = connection.command(Mail::new(Some(from.clone()), parameters));
        match step(asked, ANSWER).await {
            Ok(_) => Ok(()),
            Err(Step::Lost(detail)) => {
                self.connection = None;
                Err(Begun::Barred(Refusal::new(Stage::Lost, detail)))
            }
            // 552 and 523: the letter is too large for this server, whoever sends it.
            Err(Step::Answer { code: 552 | 523, answer, .. }) => {
                Err(Begun::Refused(Delivery::all(addresses, &Fate::Permanent { answer })))
            }
            Err(Step::Answer { permanent: true, answer, .. }) => {
                self.close().await;
                Err(Begun::Barred(Refusal::new(Stage::Sender, answer)))
            }
            Err(Step::Answer { answer, .. }) => {
                Err(Begun::Refused(Delivery::all(addresses, &Fate::Transient { answer })))
            }
        }
    }

    /// `RCPT TO` for each address, then the letter for those that were taken.
    async fn hand_over(&mut self, message: &[u8], addresses: &[&str]) -> Delivery {
        let mut delivery = Delivery::default();
        let mut taken: Vec<String> = Vec::new();
        let mut lost: Option<String> = None;
        for &address in addresses {
            if let Some(answer) = &lost {
                delivery.fates.push((address.to_owned(), Fate::Transient { answer: answer.clone() }));
                continue;
            }
            match self.recipient(address).await {
                Ok(()) => taken.push(address.to_owned()),
                Err(Step::Answer { permanent, answer, .. }) => {
                    let fate = if permanent { Fate::Permanent { answer } } else { Fate::Transient { answer } };
                    delivery.fates.push((address.to_owned(), fate));
                }
                Err(Step::Lost(answer)) => {
                    delivery.fates.push((address.to_owned(), Fate::Transient { answer: answer.clone() }));
                    lost = Some(answer);
                }
            }
        }
        let fate = match lost {
            Some(answer) => Fate::Transient { answer },
            None if taken.is_empty() => {
                self.reset().await;
                return delivery;
            }
            None => self.content(message).await,
        };
        delivery.fates.extend(taken.into_iter().map(|address| (address, fate.clone())));
        delivery
    }

    async fn recipient(&mut self, written: &str) -> Result<(), Step> {
        let address = written.parse::<Mailbox>().map_err(|error| Step::Answer {
            permanent: true,
            code: 553,
            answer: format!("not an address: {error}"),
        })?;
        let Some(connection) = self.connection.as_mut() else { return Err(Step::Lost("no connection".to_owned())) };
        let answer = step(connection.command(Rcpt::new(address.email, Vec::new())), ANSWER).await;
        if matches!(answer, Err(Step::Lost(_))) {
            self.connection = None;
        }
        answer.map(|_| ())
    }

    /// `DATA`, the letter, and the server's last word on it.
    async fn content(&mut self, message: &[u8]) -> Fate {
        let Some(connection) = self.connection.as_mut() else {
            return Fate::Transient { answer: "no connection".to_owned() };
        };
        let mut answer = step(connection.command(Data), ANSWER).await;
        if answer.is_ok() {
            answer = step(connection.message(message), LAST_ANSWER).await;
        }
        match answer {
            Ok(response) => {
                self.handed += 1;
                Fate::Delivered { answer: response.message().collect::<Vec<_>>().join(" ") }
            }
            Err(Step::Answer { permanent: true, answer, .. }) => {
                self.reset().await;
                Fate::Permanent { answer }
            }
            Err(Step::Answer { answer, .. }) => {
                self.reset().await;
                Fate::Transient { answer }
            }
            Err(Step::Lost(answer)) => {
                self.connection = None;
                Fate::Transient { answer }
            }
        }
    }

    /// Clears the table for the next letter.
    async fn reset(&mut self) {
        if let Some(connection) = self.connection.as_mut()
            && step(connection.command(Rset), ANSWER).await.is_err()
        {
            self.connection = None;
        }
    }

    /// See [`super::Mailer::close`].
    pub(super) async fn close(&mut self) {
        if let Some(mut connection) = self.connection.take() {
            // The letters are safe already; a server that does not say goodbye is no trouble.
            let _ = timeout(Duration::from_secs(5), connection.command(Quit)).await;
        }
    }
}

/// Why a letter was not begun.
enum Begun {
    /// The server does not want this letter.
    Refused(Delivery),
    /// The server wants none.
    Barred(Refusal),
}

/// One command and its answer, in time.
async fn step(
    command: impl Future<Output = Result<Response, SmtpError>>,
    patience: Duration,
) -> Result<Response, Step> {
    let error = match timeout(patience, command).await {
        Ok(Ok(response)) => return Ok(response),
        Ok(Err(error)) => error,
        Err(_) => return Err(Step::Lost(format!("no answer in {} s", patience.as_secs()))),
    };
    match error.status().map(u16::from) {
        // RFC 5321 §3.8: the server closes the channel.
        Some(421) | None => Err(Step::Lost(reason(&error))),
        Some(code) => Err(Step::Answer { permanent: error.is_permanent(), code, answer: reason(&error) }),
    }
}
