//! What is wrong with the way to the mailbox, in plain words, for `doctor` and `mail test`.

use std::path::Path;

use super::mailbox::Mailbox;
use crate::io::post::{Finding, Refusal, Stage, Wrong};
use crate::model::{Encryption, Replies};

/// Goes the whole way up to the folder; none where nothing is wrong.
pub async fn diagnose(replies: &Replies, ca_file: Option<&Path>) -> Option<Finding> {
    let finding = |refusal: &Refusal| Finding {
        problem: format!("{} (`{}` port {}, for replies)", refusal.stage, replies.host, replies.port),
        detail: refusal.detail.clone(),
        hint: hint(refusal.stage, replies.tls).to_owned(),
        wrong: Wrong {
            stage: refusal.stage,
            is_mailbox: true,
            server: Some((replies.host.clone(), replies.port)),
            encryption: Some(replies.tls),
        },
    };
    let mut mailbox = match Mailbox::open(replies, ca_file) {
        Ok(mailbox) => mailbox,
        Err(refusal) => return Some(finding(&refusal)),
    };
    let entered = mailbox.enter().await;
    mailbox.leave().await;
    entered.err().as_ref().map(finding)
}

/// What helps.
#[must_use]
pub const fn hint(stage: Stage, tls: Encryption) -> &'static str {
    match (stage, tls) {
        (Stage::Password, _) => "look at `mail.replies.password_file` (or the credential) and who may read it",
        (Stage::Trust, _) => "look at `settings.ca_file`: it must hold certificates in PEM form",
        (Stage::Dns, _) => "look at `mail.replies.host`: is it spelled as the mail provider writes it",
        (Stage::Connect, Encryption::Implicit) => {
            "look at `mail.replies.port`: IMAP with implicit TLS mostly has 993; a firewall may stand in the way"
        }
        (Stage::Connect, _) => "look at `mail.replies.port`: IMAP with STARTTLS mostly has 143",
        (Stage::Silence | Stage::Greeting | Stage::Tls, Encryption::Implicit) => {
            "is this a port for STARTTLS (143)? then write `tls: starttls`"
        }
        (Stage::Silence | Stage::Greeting, _) => {
            "is this a port for TLS from the first byte (993)? then write `tls: implicit`"
        }
        (Stage::NoStarttls, _) => "write `tls: implicit` with port 993, or `tls: none` for a server on this machine",
        (Stage::CertificateName, _) => "`mail.replies.host` must be the name that stands in the certificate",
        (Stage::CertificateUntrusted, _) => "a server with a certificate of its own needs it in `settings.ca_file`",
        (Stage::CertificateTime, _) => "the server's certificate must be renewed; is the clock of this machine right",
        (Stage::Auth | Stage::NoAuth, _) => {
            "look at `mail.replies.username` and the password; some providers want an app password, and IMAP switched on"
        }
        (Stage::Mailbox, _) => "look at `mail.replies.folder` and `move_to`: are they there, as the server writes them",
        _ => "it is tried again with the next round",
    }
}
