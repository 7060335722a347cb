//! The password of the mail server, read where it is kept and never shown.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use secrecy::SecretString;

use super::refusal::{Refusal, Stage};
use crate::model::PasswordSource;

/// Longer files hold something else.
const LONGEST: u64 = 4096;

/// Reads the password; the line end after it is not part of it.
pub(super) fn read(source: &PasswordSource) -> Result<SecretString, Refusal> {
    let path = match source {
        PasswordSource::File(path) => path.clone(),
        PasswordSource::Credential(name) => credential(name)?,
    };
    let refuse = |why: &str| Refusal::new(Stage::Password, format!("{}: {why}", path.display()));
    let size = fs::metadata(&path).map_err(|error| refuse(&error.to_string()))?.len();
    if size > LONGEST {
        return Err(refuse("the file is too large to be a password"));
    }
    let text = fs::read_to_string(&path).map_err(|error| refuse(&error.to_string()))?;
    let password = text.strip_suffix('\n').unwrap_or(&text);
    let password = password.strip_suffix('\r').unwrap_or(password);
    if password.is_empty() {
        return Err(refuse("the file is empty"));
    }
    Ok(SecretString::from(password))
}

/// Where systemd put the credential (systemd.exec(5), `LoadCredential=`).
fn credential(name: &str) -> Result<PathBuf, Refusal> {
    let Some(folder) = env::var_os("CREDENTIALS_DIRECTORY") else {
        let detail = format!("credential `{name}`: $CREDENTIALS_DIRECTORY is not set (not started by systemd?)");
        return Err(Refusal::new(Stage::Password, detail));
    };
    if name.is_empty() || name.contains(['/', '\0']) {
        return Err(Refusal::new(Stage::Password, format!("credential `{name}`: not a credential's name")));
    }
    Ok(Path::new(&folder).join(name))
}
