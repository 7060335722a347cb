//! Folders for a while: private, under names that nobody can foretell, and gone when we are.

use std::fs::{self, DirBuilder};
use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};

/// A folder in the system's place for such; removed when dropped. A run that was killed leaves its own to the next.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes one for that use, and removes those of runs that are no more.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn new(uses: &str) -> io::Result<Self> {
        let place = std::env::temp_dir();
        let prefix = format!("hausrecht-{uses}-");
        remove_orphans(&place, &prefix);
        let number = RandomState::new().hash_one(0_u8);
        let path = place.join(format!("{prefix}{}-{number:016x}", std::process::id()));
        // Not with those above it: a folder or a link that is there already is refused.
        DirBuilder::new().mode(0o700).create(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A process may still be writing into it: what is left then is an orphan for the next run.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Removes our own folders of processes that are no more.
fn remove_orphans(place: &Path, prefix: &str) {
    let Ok(own) = fs::metadata("/proc/self") else { return };
    for entry in fs::read_dir(place).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let owner = name.to_str().and_then(|name| name.strip_prefix(prefix)?.split('-').next());
        let is_over =
            owner.is_some_and(|owner| owner.parse::<u32>().is_ok() && !Path::new("/proc").join(owner).exists());
        // Root makes some for others, and may take them away again.
        let is_ours = entry.metadata().is_ok_and(|folder| folder.is_dir() && [0, folder.uid()].contains(&own.uid()));
        if is_over && is_ours {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
