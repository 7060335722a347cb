//! The lock that lets only one round at a time write to a data folder.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use super::{StoreError, StoreResult};
use crate::io::whole_file;

/// Held while a round runs; the system lets go of it however the process ends.
#[derive(Debug)]
pub struct RoundLock {
    _file: File,
}

impl RoundLock {
    /// Takes the lock of a data folder.
    ///
    /// # Errors
    /// [`StoreError::Locked`] where another process holds it.
    pub fn take(folder: &Path) -> StoreResult<Self> {
        let trouble = |error: std::io::Error| StoreError::folder(folder, &error);
        whole_file::private_folder(folder).map_err(trouble)?;
        let path = folder.join("round.lock");
        let mut options = OpenOptions::new();
        let mut file =
            options.create(true).truncate(false).read(true).write(true).mode(0o600).open(path).map_err(trouble)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let _ = file.read_to_string(&mut holder);
                return Err(StoreError::Locked { folder: folder.to_owned(), holder: holder.trim().to_owned() });
            }
            Err(TryLockError::Error(error)) => return Err(trouble(error)),
        }
        file.set_len(0).and_then(|()| file.rewind()).map_err(trouble)?;
        write!(file, "{}", std::process::id()).map_err(trouble)?;
        Ok(Self { _file: file })
    }
}
