//! The browser's process: found, started over a pipe, and gone when we are.

use std::fs::{self, DirBuilder, File};
use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

use crate::io::fetch::failure::plain;
use crate::model::Trouble;

/// The names under which Chromium and its kin are installed, the free one first.
const NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chromium-headless-shell"];

/// Chromium reads its orders on file descriptor 3 and answers on 4. Only a shell can put our pipes there without unsafe code.
///
/// The pipe is what makes it end for sure: it closes when we end, however we end, and no port is open to others.
const START: &str = r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null"#;

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
    profile: Profile,
}

/// A folder for one run; a run that was killed leaves its own to the next.
#[derive(Debug)]
struct Profile(PathBuf);

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
        let profile = Profile::new()?;
        let mut command = Command::new("/bin/sh");
        command.args(["-c", START]).arg(executable).args(ARGUMENTS);
        command.arg(format!("--user-data-dir={}", profile.0.display()));
        command.arg(format!("--proxy-server=http://127.0.0.1:{gate}")).arg("--proxy-bypass-list=<-loopback>");
        if is_root() {
            // Chromium's sandbox refuses to run as root; everybody else keeps it.
            command.arg("--no-sandbox");
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(File::create(profile.0.join("log"))?);
        let mut child = command.kill_on_drop(true).spawn()?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(orders), Some(answers)) => Ok((Self { child, profile }, Pipe { orders, answers })),
            _ => Err(io::Error::other("no pipe")),
        }
    }

    /// The last that the browser complained about.
    pub(super) fn last_words(&self) -> String {
        let log = fs::read(self.profile.0.join("log")).unwrap_or_default();
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

impl Profile {
    fn new() -> io::Result<Self> {
        let folder = std::env::temp_dir();
        remove_orphans(&folder);
        let number = RandomState::new().hash_one(0_u8);
        let path = folder.join(format!("hausrecht-browser-{}-{number:016x}", std::process::id()));
        DirBuilder::new().mode(0o700).create(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // The last of its processes may still be writing: what is left then is an orphan for the next run.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Removes the profiles of runs that are no more.
fn remove_orphans(folder: &Path) {
    if !Path::new("/proc/self").exists() {
        return;
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let owner = name.to_str().and_then(|name| name.strip_prefix("hausrecht-browser-")?.split('-').next());
        if owner.is_some_and(|owner| owner.parse::<u32>().is_ok() && !Path::new("/proc").join(owner).exists()) {
            let _ = fs::remove_dir_all(entry.path());
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

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}
