//! The door to chats and programs: a letter posted as JSON, signed where there is a key.

use std::fs;
use std::path::Path;
use std::time::Duration;

use reqwest::{Certificate, Client, Response, StatusCode, redirect};
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use super::fate::Fate;
use super::hook_body::{No, refused_within};
use super::password;
use super::refusal::{Refusal, Stage};
use crate::model::{Letter, Webhook, hmac_sha256};

/// For the whole exchange.
const PATIENCE: Duration = Duration::from_secs(30);

/// A receiver that was told of before, with its secrets read.
#[derive(Debug)]
pub struct Hook {
    client: Client,
    url: SecretString,
    secret: Option<SecretString>,
}

impl Hook {
    /// Reads the address and the key; nothing is sent yet.
    ///
    /// # Errors
    /// A [`Refusal`] where one of them cannot be read or is no http(s) address.
    pub fn open(webhook: &Webhook, ca_file: Option<&Path>) -> Result<Self, Refusal> {
        let url = password::read(&webhook.url)?;
        let parsed = Url::parse(url.expose_secret().trim()).ok();
        if !parsed.is_some_and(|url| matches!(url.scheme(), "http" | "https")) {
            return Err(Refusal::new(Stage::Hook, "the file holds no http or https address"));
        }
        let secret = webhook.secret.as_ref().map(password::read).transpose()?;
        let refuse = |why: String| Refusal::new(Stage::Trust, why);
        let mut trusted = Vec::new();
        if let Some(file) = ca_file {
            let pem = fs::read(file).map_err(|error| refuse(format!("{}: {error}", file.display())))?;
            trusted = Certificate::from_pem_bundle(&pem).map_err(|error| refuse(error.to_string()))?;
        }
        let client = Client::builder()
            .timeout(PATIENCE)
            .user_agent(concat!("hausrecht/", env!("CARGO_PKG_VERSION")))
            // A redirect would carry the letter to somewhere nobody named.
            .redirect(redirect::Policy::none())
            .tls_certs_merge(trusted)
            .build()
            .map_err(|error| refuse(error.to_string()))?;
        Ok(Self { client, url: SecretString::from(url.expose_secret().trim()), secret })
    }

    /// Posts the letter's body.
    ///
    /// `X-Hausrecht-Signature: sha256=…` is the HMAC-SHA-256 (RFC 2104) of the body; the body's `id` is the same at
    /// every try.
    pub async fn send(&self, letter: &Letter) -> Fate {
        let mut request = self.client.post(self.url.expose_secret()).header("content-type", "application/json");
        if let Some(secret) = &self.secret {
            let signature = hmac_sha256(secret.expose_secret().as_bytes(), letter.text.as_bytes());
            let signature: String = signature.iter().map(|byte| format!("{byte:02x}")).collect();
            request = request.header("x-hausrecht-signature", format!("sha256={signature}"));
        }
        match request.body(letter.text.clone()).send().await {
            Ok(response) if response.status().is_success() => taken(response).await,
            Ok(response) => fate(response.status()),
            // The address is a secret: errors of the client carry it, so it is taken out.
            Err(error) => Fate::Transient { answer: error.without_url().to_string() },
        }
    }
}

/// So much of a body that comes with a success is read for whether it was one.
const READ: usize = 4096;

/// Whether a receiver that answered with success took the letter: some put their refusal into the body.
async fn taken(mut response: Response) -> Fate {
    let status = response.status();
    let mut body = Vec::new();
    while body.len() < READ {
        match response.chunk().await {
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            // A body that breaks off says nothing against the status.
            Ok(None) | Err(_) => break,
        }
    }
    body.truncate(READ);
    match refused_within(&String::from_utf8_lossy(&body)) {
        None => Fate::Delivered { answer: format!("HTTP {status}") },
        Some(No { code, said }) => {
            let answer = format!("HTTP {status}, but: {said}");
            match code.and_then(|code| StatusCode::from_u16(code).ok()).map(fate) {
                Some(Fate::Permanent { .. }) => Fate::Permanent { answer },
                _ => Fate::Transient { answer },
            }
        }
    }
}

/// What an HTTP status means for the letter (RFC 9110 §15).
fn fate(status: StatusCode) -> Fate {
    let answer = format!("HTTP {status}");
    if status.is_success() {
        Fate::Delivered { answer }
    } else if status.is_server_error()
        || matches!(status, StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY | StatusCode::TOO_MANY_REQUESTS)
    {
        Fate::Transient { answer }
    } else {
        Fate::Permanent { answer }
    }
}
