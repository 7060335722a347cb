//! The keys that say where a password is kept.

use super::key::{Form, Key};
use super::written::{CREDENTIAL, PATH};

pub(super) const PASSWORD: Key = Key::new(
    "password",
    Form::Refused,
    "Refused: others read the watchlist. Write it to a file and name that in password_file.",
);
pub(super) const FILE: Key =
    Key::new("password_file", PATH, "The file that holds the password.").example("/etc/hausrecht/smtp-password");
pub(super) const HELD: Key =
    Key::new("password_credential", CREDENTIAL, "The systemd credential that holds it, in the place of a file.")
        .example("smtp-password");
