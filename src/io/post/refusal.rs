//! Why no letter at all gets through, by the step of the dialogue at which it went wrong.

use std::error::Error;

use lettre::transport::smtp::Error as SmtpError;

/// The way is barred; every letter waits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{stage}: {detail}")]
pub struct Refusal {
    pub stage: Stage,
    /// What the server or the system said.
    pub detail: String,
}

/// Where on the way to the server it went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Stage {
    #[error("the password cannot be read")]
    Password,
    #[error("the file with trusted certificates cannot be read")]
    Trust,
    #[error("the mail server's name is not found")]
    Dns,
    #[error("no connection to the mail server")]
    Connect,
    #[error("the mail server did not answer in time")]
    Silence,
    #[error("the mail server did not greet as one")]
    Greeting,
    #[error("the mail server offers no STARTTLS")]
    NoStarttls,
    #[error("the mail server's certificate is not for this name")]
    CertificateName,
    #[error("the mail server's certificate is not trusted")]
    CertificateUntrusted,
    #[error("the mail server's certificate has expired or is not valid yet")]
    CertificateTime,
    #[error("no encrypted connection to the mail server")]
    Tls,
    #[error("the mail server offers no login that is known here")]
    NoAuth,
    #[error("the mail server refused the login")]
    Auth,
    #[error("the mail server refused the sender")]
    Sender,
    #[error("the connection to the mail server broke")]
    Lost,
    #[error("the webhook cannot be used")]
    Hook,
    #[error("the folder for letters cannot be written")]
    Folder,
    #[error("the mailbox's folder cannot be read")]
    Mailbox,
}

impl Refusal {
    pub(in crate::io) fn new(stage: Stage, detail: impl AsRef<str>) -> Self {
        Self { stage, detail: printable(detail.as_ref()) }
    }

    /// From an error of the SMTP client at that stage; TLS errors say for themselves what is wrong.
    pub(super) fn from_smtp(stage: Stage, error: &SmtpError) -> Self {
        let stage = error.source().and_then(tls_stage).unwrap_or(stage);
        Self::new(stage, reason(error))
    }
}

/// The innermost words of an error: the server's answer, or what the system said.
pub(super) fn reason(error: &SmtpError) -> String {
    let answer = error.source().map(ToString::to_string).filter(|text| !text.is_empty());
    match (error.status(), answer) {
        (Some(code), Some(text)) => printable(&format!("{code} {}", text.trim())),
        (Some(code), None) => code.to_string(),
        (None, Some(text)) => printable(&text),
        (None, None) => printable(&error.to_string()),
    }
}

/// What the server says goes to terminals and logs: one line without control characters, of bounded length.
fn printable(text: &str) -> String {
    let clean = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    clean.take(500).collect::<String>().trim().to_owned()
}

/// What rustls found wrong with the certificate, if it is that.
pub(in crate::io) fn tls_stage(error: &(dyn Error + 'static)) -> Option<Stage> {
    use rustls::{CertificateError as Bad, Error as Tls};
    let mut source = Some(error);
    while let Some(inner) = source {
        // tokio-rustls wraps the error of rustls in one of the system, which shows it only through `get_ref`.
        let wrapped = inner.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        let tls = inner.downcast_ref::<Tls>().or_else(|| wrapped.and_then(|wrapped| wrapped.downcast_ref::<Tls>()));
        if let Some(tls) = tls {
            return Some(match tls {
                Tls::InvalidCertificate(Bad::NotValidForName | Bad::NotValidForNameContext { .. }) => {
                    Stage::CertificateName
                }
                Tls::InvalidCertificate(
                    Bad::Expired | Bad::ExpiredContext { .. } | Bad::NotValidYet | Bad::NotValidYetContext { .. },
                ) => Stage::CertificateTime,
                Tls::InvalidCertificate(_) => Stage::CertificateUntrusted,
                _ => Stage::Tls,
            });
        }
        source = inner.source();
    }
    None
}
