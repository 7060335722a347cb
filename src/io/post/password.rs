//! The password of the mail server or the secret of a webhook.

use secrecy::SecretString;

use super::refusal::{Refusal, Stage};
use crate::io::secret;
use crate::model::PasswordSource;

/// Reads the password; that it cannot be read bars the way for every letter.
pub(super) fn read(source: &PasswordSource) -> Result<SecretString, Refusal> {
    secret::read(source).map_err(|why| Refusal::new(Stage::Password, why))
}
