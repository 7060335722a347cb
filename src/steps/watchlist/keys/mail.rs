//! The keys of `mail`.

use super::super::choices;
use super::key::{Form, Key, KeySet};
use super::secrets;
use super::written::{EMAIL, TEXT};

pub(super) const MAIL: KeySet = KeySet {
    says: "How letters leave.",
    keys: &[
        Key::new("from", EMAIL, "The sender of all letters.").needed().example("Hausrecht <hausrecht@example.com>"),
        Key::new(
            "smtp",
            Form::Mapping(&SMTP),
            "The mail server; without it letters are files in outbox/ in the data folder.",
        ),
        Key::new(
            "replies",
            Form::Mapping(&REPLIES),
            "The mailbox from which decisions are read; without it letters offer no answers by mail.",
        ),
        Key::new("dkim", Form::Refused, "Refused: letters are signed by the mail server that sends them."),
    ],
    one_of: &[],
};

const SMTP: KeySet = KeySet {
    says: "The mail server that takes the letters.",
    keys: &[
        Key::new("host", TEXT, "Its name.").needed().example("mail.example.com"),
        Key::new("port", Form::Number(1, u16::MAX), "Its port.")
            .default("587; 465 with tls: implicit, 25 with tls: none"),
        Key::new(
            "tls",
            Form::OneOf(choices::encryptions),
            "How the connection is encrypted: after STARTTLS, from the first byte (implicit), or not at all.",
        )
        .default("starttls"),
        Key::new("username", TEXT, "The name to log in with; a password goes with it.").example("hausrecht"),
        secrets::FILE,
        secrets::HELD,
        secrets::PASSWORD,
    ],
    one_of: &[],
};

const REPLIES: KeySet = KeySet {
    says: "The mailbox to which answers to letters go, read by IMAP before letters are written.",
    keys: &[
        Key::new("host", TEXT, "The name of its server.").needed().example("imap.example.com"),
        Key::new("port", Form::Number(1, u16::MAX), "The server's port.").default("993; 143 with tls: starttls or none"),
        Key::new(
            "tls",
            Form::OneOf(choices::encryptions),
            "How the connection is encrypted: from the first byte (implicit), after STARTTLS, or not at all (this machine alone).",
        )
        .default("implicit"),
        Key::new("username", TEXT, "The name to log in with.").needed().example("hausrecht"),
        secrets::FILE,
        secrets::HELD,
        secrets::PASSWORD,
        Key::new("folder", TEXT, "The folder that is read.").default("INBOX"),
        Key::new("move_to", TEXT, "Where messages go that were dealt with; without it they are marked as read.")
            .example("Done"),
        Key::new("address", EMAIL, "The address to which answers go.").default("that of from"),
    ],
    one_of: &[&["password_file", "password_credential"]],
};
