//! Standard output, which may be gone before all is said.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write as _};
use std::sync::Mutex;

use super::Failure;

/// The first trouble with stdout. A round goes on although nobody reads what it prints.
static STDOUT_TROUBLE: Mutex<Option<io::Error>> = Mutex::new(None);

/// Writes to stdout, whatever there is.
pub fn write(text: Arguments<'_>) {
    if let Err(error) = io::stdout().lock().write_fmt(text)
        && let Ok(mut trouble) = STDOUT_TROUBLE.lock()
    {
        trouble.get_or_insert(error);
    }
}

/// Whether all data reached stdout. A reader who had enough (`| head`) is no trouble.
pub fn check() -> Result<(), Failure> {
    let flushed = io::stdout().lock().flush();
    let trouble = STDOUT_TROUBLE.lock().ok().and_then(|mut trouble| trouble.take()).or(flushed.err());
    match trouble {
        Some(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::trouble(anyhow::anyhow!(phrase!(
            "the output could not be written: {error}",
            "die Ausgabe war nicht zu schreiben: {error}"
        )))),
        _ => Ok(()),
    }
}
