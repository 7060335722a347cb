//! Letters as `.eml` files in a folder, each whole or not there at all.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use super::dkim::Signer;
use super::fate::{Delivery, Fate};
use super::mime;
use super::refusal::{Refusal, Stage};
use crate::model::Letter;

/// Writes the letter under a name made of its time and Message-ID: the same letter never stands there twice.
pub(super) fn put(
    folder: &Path,
    signer: Option<&Signer>,
    letter: &Letter,
    addresses: &[&str],
) -> Result<Delivery, Refusal> {
    let message = match mime::message(letter, signer) {
        Ok(message) => message.formatted(),
        Err(answer) => return Ok(Delivery::all(addresses, &Fate::Permanent { answer })),
    };
    let path = folder.join(name(letter));
    let write = || -> std::io::Result<()> {
        fs::create_dir_all(folder)?;
        if path.exists() {
            return Ok(());
        }
        // Programs that look into the folder must never see half a letter: kill -9 leaves a hidden file at most.
        let draft = folder.join(format!(".{}.part", name(letter)));
        let mut file = File::create(&draft)?;
        file.write_all(&message)?;
        file.sync_all()?;
        fs::rename(&draft, &path)?;
        File::open(folder)?.sync_all()
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
