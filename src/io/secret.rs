//! Secrets, read where they are kept and never shown.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use secrecy::SecretString;

use crate::model::PasswordSource;

/// Longer files hold something else.
const LONGEST: u64 = 4096;

/// Reads a password; the line end after it is not part of it.
///
/// # Errors
/// A sentence that names the file and holds nothing of what stands in it.
pub(super) fn read(source: &PasswordSource) -> Result<SecretString, String> {
    let path = match source {
        PasswordSource::File(path) => path.clone(),
        PasswordSource::Credential(name) => credential(name)?,
    };
    let text = file(&path, LONGEST, "a password")?;
    let password = text.strip_suffix('\n').unwrap_or(&text);
    let password = password.strip_suffix('\r').unwrap_or(password);
    if password.is_empty() {
        return Err(format!("{}: the file is empty", path.display()));
    }
    Ok(SecretString::from(password))
}

/// The text of a file that is not larger than what it is meant to hold.
///
/// # Errors
/// A sentence that names the file.
pub(super) fn file(path: &Path, longest: u64, what: &str) -> Result<String, String> {
    let refuse = |why: &str| format!("{}: {why}", path.display());
    let size = fs::metadata(path).map_err(|error| refuse(&error.to_string()))?.len();
    if size > longest {
        return Err(refuse(&format!("the file is too large to be {what}")));
    }
    fs::read_to_string(path).map_err(|error| refuse(&error.to_string()))
}

/// Where systemd put the credential (systemd.exec(5), `LoadCredential=`).
fn credential(name: &str) -> Result<PathBuf, String> {
    let Some(folder) = env::var_os("CREDENTIALS_DIRECTORY") else {
        return Err(format!("credential `{name}`: $CREDENTIALS_DIRECTORY is not set (not started by systemd?)"));
    };
    if name.is_empty() || name.contains(['/', '\0']) {
        return Err(format!("credential `{name}`: not a credential's name"));
    }
    Ok(Path::new(&folder).join(name))
}
