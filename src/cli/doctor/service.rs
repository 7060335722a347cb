//! Whether the service that systemd runs here can do what the watchlist asks.

use super::super::{Exit, General, paths, secrets, server};
use super::finding::Finding;
use super::some::some;
use crate::model::{Render, Watchlist};

/// What wakes it, and what it may not do or read.
pub(super) fn of_the_service(general: &General, watchlist: &Watchlist) -> Vec<Finding> {
    if !paths::is_the_servers(general) {
        return Vec::new();
    }
    let mut found = Vec::new();
    match server::is_woken() {
        Some(true) => found.push(Finding::good(phrase!("systemd wakes it", "systemd weckt es"))),
        Some(false) => found.push(Finding::bad(
            Exit::Trouble,
            phrase!(
                "nothing makes rounds: hausrecht.timer is off",
                "nichts macht Runden: hausrecht.timer ist ausgeschaltet"
            ),
            "systemctl enable --now hausrecht.timer",
        )),
        None => {}
    }
    let rendered = watchlist.watches.iter().filter(|watch| watch.render != Render::Http);
    let rendered: Vec<&str> = rendered.map(|watch| watch.id.as_str()).collect();
    if !rendered.is_empty() && !server::lets_browsers_start() {
        let ids = some(&rendered);
        found.push(Finding::bad(
            Exit::Unreadable,
            phrase!("the unit lets no Chromium start, for {ids}", "die Unit lässt Chromium nicht starten, für {ids}"),
            server::BROWSER,
        ));
    }
    for file in secrets::of_root_alone(watchlist) {
        let name = file.display();
        found.push(Finding::bad(
            Exit::Trouble,
            phrase!("the service may not read {name}", "der Dienst darf {name} nicht lesen"),
            phrase!(
                "chown root:hausrecht {name}; chmod 640 {name}. A password of the mail may stay root's alone: `password_credential: NAME`",
                "chown root:hausrecht {name}; chmod 640 {name}. Ein Passwort der Post kann root allein gehören: `password_credential: NAME`"
            ),
        ));
    }
    found
}
