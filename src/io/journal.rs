//! The door to the system's journal: a line with fields that `journalctl` can search.

use std::io;
use std::os::unix::net::UnixDatagram;
use std::path::Path;

/// Where journald listens.
pub const SOCKET: &str = "/run/systemd/journal/socket";

/// Sends one entry in journald's own protocol.
///
/// # Errors
/// Where nobody listens there.
pub fn send(socket: &Path, fields: &[(&str, &str)]) -> io::Result<()> {
    let mut entry = Vec::new();
    for (name, value) in fields {
        entry.extend_from_slice(name.as_bytes());
        // The length goes ahead, so that no value can begin a field of its own.
        entry.push(b'\n');
        entry.extend_from_slice(&(value.len() as u64).to_le_bytes());
        entry.extend_from_slice(value.as_bytes());
        entry.push(b'\n');
    }
    UnixDatagram::unbound()?.send_to(&entry, socket).map(|_| ())
}
