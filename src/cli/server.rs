//! The installation that the units of systemd run on this machine, for whoever is root here.

use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

/// The watchlist that the units name.
pub const WATCHLIST: &str = "/etc/hausrecht/watchlist.yaml";
/// Their `StateDirectory=`: the history and the outbox, and beside it the mark by which a lost history is missed.
pub const DATA: &str = "/var/lib/hausrecht";
pub const MARKS: &str = "/var/lib/hausrecht-installation";
/// What the unit needs where Chromium reads pages: where the package has it, and where it belongs.
pub const BROWSER: &str = "install -D -m 644 /usr/share/hausrecht/browser.conf /etc/systemd/system/hausrecht.service.d/browser.conf && systemctl daemon-reload";
/// The unit that makes a round.
pub const UNIT: &str = "hausrecht.service";
/// The watchlist as a package brings it: it holds nobody's work yet.
pub const SHIPPED: &str = include_str!("../../systemd/watchlist.yaml");

/// Where systemd looks for units (systemd.unit(5)), those of the administrator first.
const UNITS: [&str; 4] =
    ["/etc/systemd/system", "/usr/local/lib/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system"];

/// Whether the unit is installed on this machine, and somebody asks from outside of it.
pub fn is_installed() -> bool {
    // In a service everything is named by the unit.
    env::var_os("STATE_DIRECTORY").is_none() && UNITS.iter().any(|folder| Path::new(folder).join(UNIT).is_file())
}

/// Whether it is root who asks.
pub fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// Whether the unit lets a browser start: by itself, or by a drop-in.
pub fn lets_browsers_start() -> bool {
    let units = UNITS.iter().map(|folder| Path::new(folder).join(UNIT));
    let drop_ins = UNITS.iter().filter_map(|folder| fs::read_dir(Path::new(folder).join(format!("{UNIT}.d"))).ok());
    let files = units.chain(drop_ins.flat_map(|files| files.flatten().map(|file| file.path())));
    files.filter_map(|file| fs::read_to_string(file).ok()).any(|text| {
        // Its pages are locked into namespaces of their own.
        let said = text.lines().filter_map(|line| line.trim().strip_prefix("RestrictNamespaces="));
        said.flat_map(str::split_whitespace).any(|value| matches!(value, "user" | "no" | "false"))
    })
}

/// Whether something makes rounds here; none where systemd does not run.
pub fn is_woken() -> Option<bool> {
    if !Path::new("/run/systemd/system").is_dir() {
        return None;
    }
    let mut ask = Command::new("systemctl");
    ask.args(["is-active", "--quiet", "hausrecht.timer", "hausrecht-daemon.service"]).stdin(Stdio::null());
    ask.status().ok().map(|answer| answer.success())
}
