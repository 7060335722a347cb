//! Secrets that lie open: said once a command, since whoever wrote the file may not know.

use std::collections::BTreeSet;
use std::path::Path;

use crate::io::secret;
use crate::model::{PasswordSource, Watchlist};

/// Names each file with a secret that everybody on this machine can read.
pub fn warn(watchlist: &Watchlist) {
    for path in files(watchlist).into_iter().filter(|path| secret::is_open_to_all(path)) {
        tell!("{} holds a secret and can be read by everybody here\nhint: chmod o= {0}", path.display());
    }
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
