//! What is wrong with the way to a mail server or to the mailbox for replies, in the language of the terminal.

use super::tongue;
use crate::io::post::{Finding, Stage, Wrong};
use crate::model::{Encryption, Language};

/// What is wrong, in one phrase.
pub fn problem(finding: &Finding) -> String {
    if tongue::spoken() == Language::English {
        return finding.problem.clone();
    }
    let Wrong { stage, is_mailbox, server, .. } = &finding.wrong;
    let place = match server {
        Some((host, port)) => format!("`{host}`, Port {port}{}", if *is_mailbox { ", für Antworten" } else { "" }),
        None => "der Mailserver".to_owned(),
    };
    format!("{} ({place})", german(*stage))
}

/// What helps.
pub fn hint(finding: &Finding) -> String {
    if tongue::spoken() == Language::English {
        return finding.hint.clone();
    }
    german_hint(&finding.wrong).to_owned()
}

const fn german(stage: Stage) -> &'static str {
    match stage {
        Stage::Password => "das Passwort ist nicht lesbar",
        Stage::Trust => "die Datei mit den vertrauten Zertifikaten ist nicht lesbar",
        Stage::Dns => "der Name des Mailservers wird nicht gefunden",
        Stage::Connect => "keine Verbindung zum Mailserver",
        Stage::Silence => "der Mailserver hat nicht rechtzeitig geantwortet",
        Stage::Greeting => "der Mailserver hat sich nicht als solcher gemeldet",
        Stage::NoStarttls => "der Mailserver bietet kein STARTTLS an",
        Stage::CertificateName => "das Zertifikat des Mailservers gilt nicht für diesen Namen",
        Stage::CertificateUntrusted => "dem Zertifikat des Mailservers wird nicht vertraut",
        Stage::CertificateTime => "das Zertifikat des Mailservers ist abgelaufen oder noch nicht gültig",
        Stage::Tls => "keine verschlüsselte Verbindung zum Mailserver",
        Stage::NoAuth => "der Mailserver bietet keine Anmeldung an, die hier bekannt ist",
        Stage::Auth => "der Mailserver hat die Anmeldung abgelehnt",
        Stage::Sender => "der Mailserver hat den Absender abgelehnt",
        Stage::Lost => "die Verbindung zum Mailserver brach ab",
        Stage::Hook => "der Webhook ist nicht verwendbar",
        Stage::Folder => "in den Ordner für Briefe lässt sich nicht schreiben",
        Stage::Mailbox => "der Ordner des Postfachs ist nicht lesbar",
    }
}

fn german_hint(wrong: &Wrong) -> &'static str {
    let is_implicit = wrong.encryption == Some(Encryption::Implicit);
    match (wrong.stage, wrong.is_mailbox) {
        (Stage::Password, true) => "`mail.replies.password_file` (oder das Credential) prüfen, und wer es lesen darf",
        (Stage::Password, false) => "`mail.smtp.password_file` (oder das Credential) prüfen, und wer es lesen darf",
        (Stage::Trust, _) => "`settings.ca_file` prüfen: die Datei muss Zertifikate im Format PEM enthalten",
        (Stage::Dns, true) => "`mail.replies.host` prüfen: schreibt der Anbieter den Namen so?",
        (Stage::Dns, false) => "`mail.smtp.host` prüfen: schreibt der Anbieter den Namen so?",
        (Stage::Connect, true) if is_implicit => {
            "`mail.replies.port` prüfen: IMAP mit TLS von Anfang an hat meist 993; vielleicht ist eine Firewall im Weg"
        }
        (Stage::Connect, true) => "`mail.replies.port` prüfen: IMAP mit STARTTLS hat meist 143",
        (Stage::Connect, false) if is_implicit => {
            "`mail.smtp.port` prüfen: TLS von Anfang an hat meist 465; vielleicht ist eine Firewall im Weg"
        }
        (Stage::Connect, false) => {
            "`mail.smtp.port` prüfen: STARTTLS hat meist 587; vielleicht ist eine Firewall im Weg"
        }
        (Stage::Silence | Stage::Greeting | Stage::Tls, is_mailbox) if is_implicit => {
            if is_mailbox {
                "ist das ein Port für STARTTLS (143)? Dann gehört `tls: starttls` in die Watchlist"
            } else {
                "ist das ein Port für STARTTLS? Dann gehört `tls: starttls` in die Watchlist"
            }
        }
        (Stage::Silence | Stage::Greeting, true) => {
            "ist das ein Port mit TLS vom ersten Byte an (993)? Dann gehört `tls: implicit` in die Watchlist"
        }
        (Stage::Silence | Stage::Greeting, false) => {
            "ist das ein Port mit TLS vom ersten Byte an (465)? Dann gehört `tls: implicit` in die Watchlist"
        }
        (Stage::NoStarttls, true) => {
            "`tls: implicit` mit Port 993 nehmen, oder `tls: none` für einen Server auf diesem Rechner"
        }
        (Stage::NoStarttls, false) => {
            "`tls: implicit` mit Port 465 nehmen, oder `tls: none` für einen Server auf diesem Rechner"
        }
        (Stage::CertificateName, true) => "`mail.replies.host` muss der Name sein, der im Zertifikat steht",
        (Stage::CertificateName, false) => "`mail.smtp.host` muss der Name sein, der im Zertifikat steht",
        (Stage::CertificateUntrusted, _) => "hat der Server ein eigenes Zertifikat, gehört es in `settings.ca_file`",
        (Stage::CertificateTime, _) => {
            "das Zertifikat des Servers muss erneuert werden; geht die Uhr dieses Rechners richtig?"
        }
        (Stage::Tls, false) => "der Server bricht die Verschlüsselung ab; sein Protokoll sagt mehr",
        (Stage::Auth | Stage::NoAuth, true) => {
            "`mail.replies.username` und das Passwort prüfen; manche Anbieter wollen ein App-Passwort und eingeschaltetes IMAP"
        }
        (Stage::NoAuth, false) => {
            "`username` weglassen, wenn der Server keinen verlangt, oder einen Port nehmen, der verschlüsselt"
        }
        (Stage::Auth, false) => "`mail.smtp.username` und das Passwort prüfen; manche Anbieter wollen ein App-Passwort",
        (Stage::Sender, _) => "`mail.from` muss eine Adresse sein, von der diese Anmeldung verschicken darf",
        (Stage::Mailbox, _) => {
            "`mail.replies.folder` und `move_to` prüfen: gibt es sie so, wie der Server sie schreibt?"
        }
        (Stage::Hook, _) => {
            "`webhook.url_file` prüfen: darin steht die Adresse, die der Chatdienst ausgegeben hat, und sonst nichts"
        }
        (Stage::Folder, _) => "den Datenordner prüfen: ist dort Platz, und darf hausrecht dort schreiben?",
        (Stage::Lost, false) => "der Server hat die Verbindung geschlossen; die nächste Runde versucht es wieder",
        (Stage::Lost | Stage::Tls, true) => "die nächste Runde versucht es wieder",
    }
}
