//! What root writes into somebody else's data folder belongs to whom the folder belongs to: the service has to read it.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use rustix::fd::OwnedFd;
use rustix::fs::{AtFlags, Dir, FileType, Gid, Mode, OFlags, Uid, chownat, open, openat, statat};

use super::server;

/// So deep are folders within the data folder, and more.
const DEEPEST: usize = 8;
/// What is opened is a folder, never what a link leads to: its owner may put links there.
const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC).union(OFlags::NOFOLLOW);

/// Gives everything that is root's there to the owner of the folder.
pub fn give_back(data: &Path) {
    if !server::is_root() {
        return;
    }
    // The folder itself may be reached by a link: `DynamicUser=` makes it one.
    let Ok(data) = fs::canonicalize(data) else { return };
    let Ok(found) = fs::metadata(&data) else { return };
    if found.uid() == 0 {
        return;
    }
    if let Ok(folder) = open(&data, FOLDER, Mode::empty()) {
        within(&folder, Uid::from_raw(found.uid()), Gid::from_raw(found.gid()), DEEPEST);
    }
}

fn within(folder: &OwnedFd, owner: Uid, group: Gid, deeper: usize) {
    let Ok(entries) = Dir::read_from(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        if name == c"." || name == c".." {
            continue;
        }
        let Ok(found) = statat(folder, name, AtFlags::SYMLINK_NOFOLLOW) else { continue };
        let kind = FileType::from_raw_mode(found.st_mode);
        // A second name of a file may be anybody's file.
        let is_lent = kind == FileType::Directory || (kind == FileType::RegularFile && found.st_nlink == 1);
        if found.st_uid == 0
            && is_lent
            && let Err(error) = chownat(folder, name, Some(owner), Some(group), AtFlags::SYMLINK_NOFOLLOW)
        {
            tracing::debug!("{}: {error}", name.to_string_lossy());
        }
        if kind == FileType::Directory
            && deeper > 0
            && let Ok(inner) = openat(folder, name, FOLDER, Mode::empty())
        {
            within(&inner, owner, group, deeper - 1);
        }
    }
}
