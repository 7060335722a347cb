//! Secrets that lie open: said once a command, since whoever wrote the file may not know.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use crate::io::secret;
use crate::model::{PasswordSource, Watchlist};

/// Names each file with a secret that everybody on this machine can read.
pub fn warn(watchlist: &Watchlist) {
    for path in files(watchlist).into_iter().filter(|path| secret::is_open_to_all(path)) {
        tell!(
            "{}",
            phrase!(
                "{} holds a secret and can be read by everybody here\nhint: chmod o= {0}",
                "{} enthält ein Geheimnis und ist hier für alle lesbar\nHinweis: chmod o= {0}",
                path.display()
            )
        );
    }
}

/// The files that are to hold the passwords of the mail and are not there, each with the key that names it.
pub fn missing(watchlist: &Watchlist) -> Vec<(&'static str, &Path)> {
    let smtp = watchlist.mail.iter().filter_map(|mail| mail.smtp.as_ref()?.password.as_ref());
    let replies = watchlist.mail.iter().filter_map(|mail| Some(&mail.replies.as_ref()?.password));
    let named = smtp.map(|source| ("mail.smtp.password_file", source));
    let named = named.chain(replies.map(|source| ("mail.replies.password_file", source)));
    // What may not be looked at by this user may well be there.
    let is_missing = |path: &Path| fs::metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound);
    named
        .filter_map(|(key, source)| match source {
            PasswordSource::File(path) if is_missing(path) => Some((key, path.as_path())),
            PasswordSource::File(_) | PasswordSource::Credential(_) => None,
        })
        .collect()
}

/// The files with secrets that are root's alone: no service reads them.
pub fn of_root_alone(watchlist: &Watchlist) -> Vec<&Path> {
    let is_roots = |path: &&Path| fs::metadata(path).is_ok_and(|file| file.uid() == 0 && file.mode() & 0o044 == 0);
    files(watchlist).into_iter().filter(is_roots).collect()
}

/// The files in which the watchlist's secrets are kept.
fn files(watchlist: &Watchlist) -> BTreeSet<&Path> {
    let mut sources: Vec<&PasswordSource> = Vec::new();
    sources.extend(watchlist.mail.iter().filter_map(|mail| mail.smtp.as_ref()?.password.as_ref()));
    sources.extend(watchlist.mail.iter().filter_map(|mail| Some(&mail.replies.as_ref()?.password)));
    for webhook in watchlist.recipients.iter().filter_map(|recipient| recipient.webhook.as_ref()) {
        sources.push(&webhook.url);
        sources.extend(&webhook.secret);
    }
    let mut files = BTreeSet::new();
    for watch in &watchlist.watches {
        sources.extend(watch.access.basic_auth.iter().map(|basic| &basic.password));
        files.extend(watch.access.cookies_file.as_deref());
    }
    files.extend(sources.into_iter().filter_map(|source| match source {
        PasswordSource::File(path) => Some(path.as_path()),
        PasswordSource::Credential(_) => None,
    }));
    files
}
