//! Where the watchlist and the data are, as the XDG base directories and systemd say.

use std::env;
use std::path::{Path, PathBuf};

use super::{Failure, General, server};
use crate::io::store::{FILE_NAME as DATABASE, MARK_NAME};
use crate::model::sha256_hex;

const FILE_NAME: &str = "watchlist.yaml";

/// The watchlist to read.
///
/// # Errors
/// Where there is none in any of the places, with the places named.
pub fn watchlist(general: &General) -> Result<PathBuf, Failure> {
    if let Some(path) = &general.watchlist {
        return Ok(path.clone());
    }
    let places = watchlist_places();
    if let Some(found) = places.iter().find(|path| path.is_file()) {
        return Ok(found.clone());
    }
    let list: Vec<_> = places.iter().map(|path| path.display().to_string()).collect();
    Err(Failure::usage(anyhow::anyhow!(phrase!(
        "there is no watchlist (looked for {})\nhint: `hausrecht init` writes one, --watchlist FILE names one that lies elsewhere, and `hausrecht demo` shows hausrecht at work",
        "es gibt keine Watchlist (gesucht: {})\nHinweis: `hausrecht init` schreibt eine, --watchlist DATEI nennt eine, die anderswo liegt, und `hausrecht demo` zeigt hausrecht bei der Arbeit",
        list.join(", ")
    ))))
}

/// Where a watchlist may be, the nearest first.
fn watchlist_places() -> Vec<PathBuf> {
    let mut places = vec![PathBuf::from(FILE_NAME)];
    let mut add = |folder: PathBuf| places.push(folder.join("hausrecht").join(FILE_NAME));
    if let Some(home) = folder_of("XDG_CONFIG_HOME").or_else(|| Some(home()?.join(".config"))) {
        add(home);
    }
    match env::var_os("XDG_CONFIG_DIRS").filter(|dirs| !dirs.is_empty()) {
        Some(dirs) => env::split_paths(&dirs).for_each(&mut add),
        None => add(PathBuf::from("/etc/xdg")),
    }
    add(PathBuf::from("/etc"));
    places
}

/// The data folder.
///
/// # Errors
/// Where neither a flag nor the environment names one.
pub fn data(general: &General) -> Result<PathBuf, Failure> {
    if let Some(path) = &general.data {
        return Ok(path.clone());
    }
    // systemd lists several folders with colons; ours is the first (systemd.exec(5), StateDirectory=).
    if let Some(dirs) = env::var_os("STATE_DIRECTORY").filter(|dirs| !dirs.is_empty())
        && let Some(first) = env::split_paths(&dirs).next()
    {
        return Ok(first);
    }
    let home = folder_of("XDG_DATA_HOME").or_else(|| Some(home()?.join(".local/share")));
    let own = home.map(|home| home.join("hausrecht"));
    // On a server the service's history is meant, unless there is one of one's own.
    if is_the_servers(general) && !own.as_ref().is_some_and(|own| own.join(DATABASE).exists()) {
        return Ok(PathBuf::from(server::DATA));
    }
    own.ok_or_else(|| {
        Failure::usage(anyhow::anyhow!(phrase!(
            "there is no data folder, since $HOME is not set\nhint: name one with --data DIR",
            "es gibt keinen Datenordner, denn $HOME ist nicht gesetzt\nHinweis: mit --data ORDNER einen nennen"
        )))
    })
}

/// Whether what the units of this machine keep is meant: where the watchlist is theirs, or is yet to be written.
pub fn is_the_servers(general: &General) -> bool {
    let list = || general.watchlist.clone().or_else(|| watchlist_places().into_iter().find(|path| path.is_file()));
    server::is_installed() && list().is_none_or(|list| list == Path::new(server::WATCHLIST))
}

/// Where marks say that the data folder holds a history: within it, and outside, where they outlive it.
pub fn marks(data: &Path) -> Vec<PathBuf> {
    let absolute = std::path::absolute(data).unwrap_or_else(|_| data.to_owned());
    // What lies there is meant to vanish.
    let outside = outside(data).filter(|_| !absolute.starts_with(env::temp_dir()));
    std::iter::once(data.join(MARK_NAME)).chain(outside).collect()
}

/// Where something can be noted of a data folder that cannot be written; none where there is no home either.
pub fn outside(data: &Path) -> Option<PathBuf> {
    let data = std::path::absolute(data).unwrap_or_else(|_| data.to_owned());
    let second = env::var_os("STATE_DIRECTORY").and_then(|dirs| env::split_paths(&dirs).nth(1));
    let second = second
        .or_else(|| (server::is_installed() && data == Path::new(server::DATA)).then(|| PathBuf::from(server::MARKS)));
    let home = || folder_of("XDG_STATE_HOME").or_else(|| Some(home()?.join(".local/state")));
    let folder = second.or_else(|| home().map(|home| home.join("hausrecht")))?;
    let name = &sha256_hex(data.as_os_str().as_encoded_bytes())[..16];
    Some(folder.join("installations").join(name))
}

/// An absolute folder from the environment; the XDG specification says that relative ones are to be ignored.
fn folder_of(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute())
}

fn home() -> Option<PathBuf> {
    env::var_os("HOME").map(PathBuf::from).filter(|path| path.as_path() != Path::new(""))
}
