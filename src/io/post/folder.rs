//! Letters as `.eml` files in a folder, each whole or not there at all.

use std::path::Path;

use super::fate::{Delivery, Fate};
use super::mime;
use super::refusal::{Refusal, Stage};
use crate::io::whole_file::{self, Rights};
use crate::model::Letter;

/// Writes the letter under a name made of its time and Message-ID: the same letter never stands there twice.
pub(super) fn put(folder: &Path, letter: &Letter, addresses: &[&str]) -> Result<Delivery, Refusal> {
    let message = match mime::message(letter) {
        Ok(message) => message.formatted(),
        Err(answer) => return Ok(Delivery::all(addresses, &Fate::Permanent { answer })),
    };
    let path = folder.join(name(letter));
    let write = || -> std::io::Result<()> {
        whole_file::private_folder(folder)?;
        // Programs that look into the folder never see half a letter, nor the same one anew.
        if path.exists() { Ok(()) } else { whole_file::put(&path, &message, &Rights::Owner) }
    };
    write().map_err(|error| Refusal::new(Stage::Folder, format!("{}: {error}", folder.display())))?;
    Ok(Delivery::all(addresses, &Fate::Delivered { answer: path.display().to_string() }))
}

/// `2026-11-21T060004Z-alert.3f….eml`.
fn name(letter: &Letter) -> String {
    let id = letter.message_id.split('@').next().unwrap_or_default();
    let id: String = id
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() || letter == '.' { letter } else { '-' })
        .take(80)
        .collect();
    format!("{}-{id}.eml", letter.composed_at.strftime("%Y-%m-%dT%H%M%SZ"))
}
