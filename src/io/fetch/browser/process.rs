//! The browser's process: found, started over a pipe, and gone when we are.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::{MetadataExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

use crate::io::fetch::failure::plain;
use crate::io::scratch::Scratch;
use crate::model::Trouble;

/// The names under which Chromium and its kin are installed, the free one first.
const NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chromium-headless-shell"];

/// Chromium reads its orders on file descriptor 3 and answers on 4. Only a shell can put our pipes there without unsafe code.
///
/// The pipe is what makes it end for sure: it closes when we end, however we end, and no port is open to others. Each of its
/// processes may have so much data (in KiB): a page that will not stop growing takes itself down.
const START: &str = r#"ulimit -d 2097152; ulimit -c 0; exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null"#;

/// Who the browser is where we are root: a page that breaks out of it shall find nothing that it may touch.
const NOBODY: &str = "nobody";
/// The number of that user where nobody has written it down.
const NOBODY_ID: (u32, u32) = (65534, 65534);

const ARGUMENTS: [&str; 24] = [
    "--headless",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider",
    "--disable-gpu",
    "--disable-quic",
    "--disable-renderer-backgrounding",
    "--disable-sync",
    "--mute-audio",
    // A window of a usual width, whatever the build's own is: style sheets choose by it what they show.
    "--window-size=1280,1600",
    "--password-store=basic",
    // Nothing may leave past the gate, not even a video call's probe.
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--blink-settings=imagesEnabled=false",
    "--js-flags=--max-old-space-size=512",
];

/// A running Chromium with an empty profile.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    profile: Scratch,
}

/// The ends of the pipe.
pub(super) struct Pipe {
    pub orders: ChildStdin,
    pub answers: ChildStdout,
}

impl Process {
    /// Starts the named browser, or the first that is installed, behind that gate.
    pub(super) fn start(named: Option<&Path>, gate: u16) -> Result<(Self, Pipe), Trouble> {
        let executable = find(named).ok_or(Trouble::NoBrowser)?;
        Self::spawn(&executable, gate).map_err(|error| Trouble::Browser {
            detail: plain(&format!("cannot start `{}`: {error}", executable.display())),
        })
    }

    fn spawn(executable: &Path, gate: u16) -> io::Result<(Self, Pipe)> {
        let profile = Scratch::new("browser")?;
        let mut command = Command::new("/bin/sh");
        command.args(["-c", START]).arg(executable).args(ARGUMENTS);
        command.arg(format!("--user-data-dir={}", profile.path().display())).env("HOME", profile.path());
        command.arg(format!("--proxy-server=http://127.0.0.1:{gate}")).arg("--proxy-bypass-list=<-loopback>");
        let log = File::create(profile.path().join("log"))?;
        if is_root() {
            // Chromium's sandbox refuses to run as root, and nothing shall run without it.
            let (user, group) = nobody();
            chown(profile.path(), Some(user), Some(group))?;
            command.uid(user).gid(group);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(log);
        let mut child = command.kill_on_drop(true).spawn()?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(orders), Some(answers)) => Ok((Self { child, profile }, Pipe { orders, answers })),
            _ => Err(io::Error::other("no pipe")),
        }
    }

    /// The last that the browser complained about.
    pub(super) fn last_words(&self) -> String {
        let log = fs::read(self.profile.path().join("log")).unwrap_or_default();
        let log = String::from_utf8_lossy(&log).into_owned();
        log.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("it said nothing").to_owned()
    }

    /// Waits for the end that was ordered, and brings it about where it does not come.
    pub(super) async fn end(mut self) {
        if timeout(Duration::from_secs(5), self.child.wait()).await.is_err() {
            let _ = self.child.kill().await;
        }
    }
}

/// Whether there is a browser to render pages with.
#[must_use]
pub fn has_browser(named: Option<&Path>) -> bool {
    find(named).is_some()
}

fn find(named: Option<&Path>) -> Option<PathBuf> {
    if let Some(named) = named {
        return named.is_file().then(|| named.to_owned());
    }
    let path = std::env::var_os("PATH")?;
    NAMES
        .iter()
        .find_map(|name| std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// The numbers of the user to whom nothing belongs.
fn nobody() -> (u32, u32) {
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let numbers = |line: &str| {
        let mut fields = line.split(':');
        let is_meant = fields.next() == Some(NOBODY);
        let (user, group) = (fields.nth(1)?.parse().ok()?, fields.next()?.parse().ok()?);
        (is_meant && user != 0).then_some((user, group))
    };
    users.lines().find_map(numbers).unwrap_or(NOBODY_ID)
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}
