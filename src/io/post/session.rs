//! A connection to the mail server: found, greeted, encrypted and logged in.

use std::fs;
use std::future::Future;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use tokio::net::lookup_host;
use tokio::time::timeout;

use super::refusal::{Refusal, Stage};
use crate::model::{Encryption, Smtp};

/// To reach the server, each of its addresses.
const CONNECT: Duration = Duration::from_secs(20);
/// For an answer to a command; RFC 5321 §4.5.3.2 asks for five minutes, which would hold up a round too long.
pub(super) const ANSWER: Duration = Duration::from_secs(90);

/// Certificates trusted beside the system's.
pub(super) fn trusted(ca_file: Option<&Path>) -> Result<Option<Certificate>, Refusal> {
    let Some(path) = ca_file else { return Ok(None) };
    let refuse = |why: String| Refusal::new(Stage::Trust, format!("{}: {why}", path.display()));
    let pem = fs::read(path).map_err(|error| refuse(error.to_string()))?;
    Certificate::from_pem(&pem).map(Some).map_err(|error| refuse(error.to_string()))
}

/// Everything up to the point where letters can be handed over.
pub(super) async fn open(
    smtp: &Smtp,
    trusted: Option<&Certificate>,
    login: Option<&Credentials>,
) -> Result<AsyncSmtpConnection, Refusal> {
    let addresses = resolve(smtp).await?;
    let hello = ClientId::default();
    let tls = || tls(&smtp.host, trusted);
    let implicit = if smtp.tls == Encryption::Implicit { Some(tls()?) } else { None };
    let connecting = AsyncSmtpConnection::connect_tokio1(&addresses[..], Some(CONNECT), &hello, implicit, None);
    let mut connection = in_time(connecting, Stage::Connect).await?;
    if smtp.tls == Encryption::Starttls {
        if !connection.can_starttls() {
            connection.abort().await;
            return Err(Refusal::new(Stage::NoStarttls, "nothing was sent"));
        }
        in_time(connection.starttls(tls()?, &hello), Stage::Tls).await?;
    }
    if let Some(login) = login {
        if connection.server_info().get_auth_mechanism(&[Mechanism::Plain, Mechanism::Login]).is_none() {
            connection.abort().await;
            return Err(Refusal::new(Stage::NoAuth, "it offers neither AUTH PLAIN nor AUTH LOGIN"));
        }
        in_time(connection.auth(&[Mechanism::Plain, Mechanism::Login], login), Stage::Auth).await?;
    }
    Ok(connection)
}

async fn resolve(smtp: &Smtp) -> Result<Vec<SocketAddr>, Refusal> {
    let found = timeout(CONNECT, lookup_host((smtp.host.as_str(), smtp.port))).await;
    match found {
        Err(_) => Err(Refusal::new(Stage::Dns, format!("`{}`: no answer in time", smtp.host))),
        Ok(Err(error)) => Err(Refusal::new(Stage::Dns, format!("`{}`: {error}", smtp.host))),
        Ok(Ok(addresses)) => {
            let addresses: Vec<_> = addresses.collect();
            if addresses.is_empty() {
                return Err(Refusal::new(Stage::Dns, format!("`{}`: no address", smtp.host)));
            }
            Ok(addresses)
        }
    }
}

fn tls(host: &str, trusted: Option<&Certificate>) -> Result<TlsParameters, Refusal> {
    let mut builder = TlsParameters::builder(host.to_owned());
    if let Some(certificate) = trusted {
        builder = builder.add_root_certificate(certificate.clone());
    }
    builder.build().map_err(|error| Refusal::from_smtp(Stage::Tls, &error))
}

/// A step of the dialogue that must not take for ever.
async fn in_time<T>(step: impl Future<Output = Result<T, SmtpError>>, stage: Stage) -> Result<T, Refusal> {
    match timeout(ANSWER, step).await {
        Err(_) => Err(Refusal::new(Stage::Silence, format!("no answer in {} s", ANSWER.as_secs()))),
        Ok(Err(error)) if stage == Stage::Connect && (error.is_response() || error.status().is_some()) => {
            Err(Refusal::from_smtp(Stage::Greeting, &error))
        }
        Ok(Err(error)) => Err(Refusal::from_smtp(stage, &error)),
        Ok(Ok(value)) => Ok(value),
    }
}
