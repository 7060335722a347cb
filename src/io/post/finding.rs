//! What is wrong with the way to the mail server, in plain words, for `mail test`.

use std::path::Path;

use super::refusal::{Refusal, Stage};
use super::smtp::Server;
use crate::model::{Encryption, MailSettings, Smtp};

/// A thing that is wrong, and what helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// One sentence without a full stop.
    pub problem: String,
    /// What the server or the system said.
    pub detail: String,
    pub hint: String,
    /// The same for who says it in words of their own.
    pub wrong: Wrong,
}

/// Where and at which step it went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub stage: Stage,
    /// Whether it is the mailbox for replies, and not the server that takes letters.
    pub is_mailbox: bool,
    /// Host and port, where they are known.
    pub server: Option<(String, u16)>,
    pub encryption: Option<Encryption>,
}

/// Goes the whole way up to the login without sending anything; empty where nothing is wrong.
pub async fn diagnose(settings: &MailSettings, ca_file: Option<&Path>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(smtp) = &settings.smtp else { return findings };
    let mut server = match Server::open(smtp, ca_file) {
        Ok(server) => server,
        Err(refusal) => {
            findings.push(finding(&refusal, Some(smtp)));
            return findings;
        }
    };
    if let Err(refusal) = server.connect().await {
        findings.push(finding(&refusal, Some(smtp)));
    }
    server.close().await;
    findings
}

/// A refusal in plain words.
#[must_use]
pub fn finding(refusal: &Refusal, smtp: Option<&Smtp>) -> Finding {
    let host = smtp.map_or_else(|| "the mail server".to_owned(), |smtp| format!("`{}` port {}", smtp.host, smtp.port));
    Finding {
        problem: format!("{} ({host})", refusal.stage),
        detail: refusal.detail.clone(),
        hint: hint(refusal.stage, smtp),
        wrong: Wrong {
            stage: refusal.stage,
            is_mailbox: false,
            server: smtp.map(|smtp| (smtp.host.clone(), smtp.port)),
            encryption: smtp.map(|smtp| smtp.tls),
        },
    }
}

fn hint(stage: Stage, smtp: Option<&Smtp>) -> String {
    let encryption = smtp.map(|smtp| smtp.tls);
    let text = match stage {
        Stage::Password => "look at `mail.smtp.password_file` (or the credential) and who may read it",
        Stage::Trust => "look at `settings.ca_file`: it must hold certificates in PEM form",
        Stage::Dns => "look at `mail.smtp.host`: is it spelled as the mail provider writes it",
        Stage::Connect => match encryption {
            Some(Encryption::Implicit) => {
                "look at `mail.smtp.port`: implicit TLS mostly has 465; a firewall may stand in the way"
            }
            Some(Encryption::None) => {
                "does the mail server of this machine run, and at the `port` that `mail.smtp` names (mostly 25)?"
            }
            _ => "look at `mail.smtp.port`: STARTTLS mostly has 587; a firewall may stand in the way",
        },
        Stage::Silence | Stage::Greeting => match encryption {
            Some(Encryption::Implicit) => "is this a port for STARTTLS? then write `tls: starttls`",
            _ => "is this a port for TLS from the first byte (465)? then write `tls: implicit`",
        },
        Stage::NoStarttls => "write `tls: implicit` with port 465, or `tls: none` for a server on this machine",
        Stage::CertificateName => "`mail.smtp.host` must be the name that stands in the certificate",
        Stage::CertificateUntrusted => "a server with a certificate of its own needs it in `settings.ca_file`",
        Stage::CertificateTime => "the server's certificate must be renewed; is the clock of this machine right",
        Stage::Tls => match encryption {
            Some(Encryption::Implicit) => "is this a port for STARTTLS? then write `tls: starttls`",
            _ => "the server breaks off the encryption; its log says more",
        },
        Stage::NoAuth => "leave out `username` where the server asks for none, or use a port that encrypts",
        Stage::Auth => "look at `mail.smtp.username` and the password; some providers want an app password",
        Stage::Sender => "`mail.from` must be an address for which this login may send",
        Stage::Lost => "the server closed the connection; it is tried again with the next round",
        Stage::Hook => {
            "look at `webhook.url_file`: it holds the address that the chat service gave you, and nothing else"
        }
        Stage::Mailbox => "look at `mail.replies.folder`",
        Stage::Folder => "look at the data folder: is there room, and may hausrecht write there",
    };
    text.to_owned()
}
