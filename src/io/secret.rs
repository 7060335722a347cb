//! Secrets, read where they are kept and never shown.

use std::env;
use std::fs::{self, File};
use std::io::Read as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use secrecy::SecretString;

use crate::model::PasswordSource;

/// Longer files hold something else.
const LONGEST: u64 = 64 * 1024;

/// Reads a password; the line end after it is not part of it.
///
/// # Errors
/// A sentence that names the file and holds nothing of what stands in it.
pub(super) fn read(source: &PasswordSource) -> Result<SecretString, String> {
    let path = match source {
        PasswordSource::File(path) => path.clone(),
        PasswordSource::Credential(name) => credential(name)?,
    };
    let text = file(&path, "a password")?;
    let password = text.strip_suffix('\n').unwrap_or(&text);
    let password = password.strip_suffix('\r').unwrap_or(password);
    if password.is_empty() {
        return Err(match source {
            PasswordSource::File(_) => format!("{}: the file is empty", path.display()),
            // What systemd handed over lies elsewhere than what somebody is to write.
            PasswordSource::Credential(name) => {
                format!("credential `{name}` is empty: is the password in {KEPT}/{name}, where the unit has it from?")
            }
        });
    }
    Ok(SecretString::from(password))
}

/// The text of a plain file that is not larger than secrets are. A device or a pipe is none: it might never end.
///
/// # Errors
/// A sentence that names the file.
pub(in crate::io) fn file(path: &Path, what: &str) -> Result<String, String> {
    let refuse = |why: &str| format!("{}: {why}", path.display());
    let not_read = |error: std::io::Error| refuse(&error.to_string());
    // Before it is opened, too: to open a pipe is to wait for its other end.
    if !fs::metadata(path).map_err(not_read)?.is_file() {
        return Err(refuse("this is no plain file"));
    }
    let file = File::open(path).map_err(not_read)?;
    if !file.metadata().map_err(not_read)?.is_file() {
        return Err(refuse("this is no plain file"));
    }
    let mut text = String::new();
    file.take(LONGEST + 1).read_to_string(&mut text).map_err(not_read)?;
    if text.len() as u64 > LONGEST {
        return Err(refuse(&format!("the file is too large to be {what}")));
    }
    Ok(text)
}

/// Whether everybody on this machine may read a file.
#[must_use]
pub fn is_open_to_all(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|file| file.mode() & 0o004 != 0)
}

/// From where the units of hausrecht have their credentials: there root finds them, whom systemd did not start.
const KEPT: &str = "/etc/hausrecht";

/// Where systemd put the credential (systemd.exec(5), `LoadCredential=`).
fn credential(name: &str) -> Result<PathBuf, String> {
    if name.is_empty() || name.contains(['/', '\0']) || name.starts_with('.') {
        return Err(format!("credential `{name}`: not a credential's name"));
    }
    if let Some(folder) = env::var_os("CREDENTIALS_DIRECTORY") {
        return Ok(Path::new(&folder).join(name));
    }
    let kept = Path::new(KEPT).join(name);
    if kept.symlink_metadata().is_ok() {
        return Ok(kept);
    }
    Err(format!(
        "credential `{name}`: $CREDENTIALS_DIRECTORY is not set (not started by systemd?), and there is no {}",
        kept.display()
    ))
}
