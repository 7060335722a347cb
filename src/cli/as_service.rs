//! A command run as the service: by its user, with its rights, its passwords and its environment.

use std::env;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::process::{Command, Stdio};

use anyhow::anyhow;

use super::{Exit, Failure, General, server, tongue};

/// What of the unit is about rounds, and not about what may be done.
const OF_ROUNDS: [&str; 9] =
    ["Type", "Exec", "Restart", "SuccessExitStatus", "Timeout", "Nice", "OOMPolicy", "WatchdogSec", "RemainAfterExit"];

/// Runs it by `systemd-run`, and ends as it does.
pub fn run(general: &General, command: &[&str]) -> Result<Exit, Failure> {
    let unit = Command::new("systemctl").args(["cat", server::UNIT]).stdin(Stdio::null()).output();
    let unit = unit.map_err(|error| no_systemd("systemctl", &error))?;
    if !unit.status.success() {
        return Err(Failure::usage(anyhow!(
            "{}: {}\nhint: --as-service is for servers on which systemd runs the unit; without it, this user tries it",
            server::UNIT,
            String::from_utf8_lossy(&unit.stderr).trim()
        )));
    }
    let program = env::current_exe()
        .map_err(|error| Failure::trouble(anyhow!(phrase!("this program: {error}", "dieses Programm: {error}"))))?;
    let mut run = Command::new("systemd-run");
    run.args(["--wait", "--pipe", "--collect", "--quiet"]);
    for property in properties(&String::from_utf8_lossy(&unit.stdout)) {
        run.arg("--property").arg(property);
    }
    run.arg("--").arg(program).args(["--language", tongue::spoken().tag()]);
    let mut name = |option: &str, value: Option<OsString>| {
        if let Some(value) = value {
            run.arg(option).arg(value);
        }
    };
    name("--watchlist", general.watchlist.clone().map(Into::into));
    name("--data", general.data.clone().map(Into::into));
    let ended = run.args(command).status().map_err(|error| no_systemd("systemd-run", &error))?;
    match ended.code() {
        Some(0) => Ok(Exit::Fine),
        Some(2) => Ok(Exit::Usage),
        Some(3) => Ok(Exit::Unreadable),
        Some(4) => Ok(Exit::Trouble),
        _ => Err(Failure::trouble(anyhow!(phrase!(
            "systemd-run: {ended}\nhint: are you root? `sudo hausrecht …`",
            "systemd-run: {ended}\nHinweis: braucht root: `sudo hausrecht …`"
        )))),
    }
}

fn no_systemd(program: &str, error: &std::io::Error) -> Failure {
    match error.kind() {
        ErrorKind::NotFound => Failure::usage(anyhow!(phrase!(
            "{program} is not installed\nhint: --as-service is for servers with systemd",
            "{program} ist nicht installiert\nHinweis: --as-service ist für Server mit systemd"
        ))),
        _ => Failure::trouble(anyhow!("{program}: {error}")),
    }
}

/// The lines of the unit and its drop-ins that say as whom and with what rights it runs, in their order.
fn properties(unit: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut section = "";
    // A backslash at its end goes on with the next line.
    let unit = unit.replace("\\\n", " ");
    for line in unit.lines().map(str::trim) {
        if line.starts_with('[') {
            section = if line == "[Service]" { "service" } else { "" };
        } else if section == "service"
            && !line.starts_with(['#', ';'])
            && line.split_once('=').is_some_and(|(key, _)| !OF_ROUNDS.iter().any(|other| key.starts_with(other)))
        {
            found.push(line.to_owned());
        }
    }
    found
}
