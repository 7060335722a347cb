//! Starts the program once more to read a PDF, and ends it whatever the file does.

use std::io::{self, Read as _, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use super::child;
use crate::model::Trouble;

/// The hidden command under which the program reads a PDF from its standard input.
pub const COMMAND: &str = "__pdf-text";

/// The largest text that is taken; a thousand full pages have a tenth of it.
const LARGEST_TEXT: u64 = 24 * 1024 * 1024;

/// The longest that a file may take; long ones take a second.
const LONGEST: Duration = Duration::from_mins(1);

/// Reads PDF files, one at a time, so that many of them do not fill the memory.
#[derive(Debug, Clone)]
pub struct PdfReader {
    program: PathBuf,
    longest: Duration,
    turn: Arc<Mutex<()>>,
}

impl PdfReader {
    /// A reader that starts the running program once more.
    #[must_use]
    pub fn new() -> Self {
        // The link still leads to the running program after an upgrade has replaced the file.
        let own = Path::new("/proc/self/exe");
        let program = if own.exists() { own.to_owned() } else { std::env::current_exe().unwrap_or_default() };
        Self::with_program(program, LONGEST)
    }

    /// A reader that starts that program, and waits for it no longer than that.
    #[must_use]
    pub fn with_program(program: PathBuf, longest: Duration) -> Self {
        Self { program, longest, turn: Arc::default() }
    }

    /// The lines of a PDF with their places on the pages, as `extract::of_pdf` understands them.
    ///
    /// # Errors
    /// A named trouble: encrypted, broken, too large or too slow.
    pub fn lines(&self, file: &[u8]) -> Result<String, Trouble> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        match self.run(file) {
            Ok(Ended::Text(text)) => String::from_utf8(text).map_err(|_| Trouble::PdfBroken),
            Ok(Ended::Fault(trouble)) => Err(trouble),
            Err(error) => Err(Trouble::Format { detail: format!("the reader of PDF files did not run: {error}") }),
        }
    }

    fn run(&self, file: &[u8]) -> io::Result<Ended> {
        let mut command = Command::new(&self.program);
        command.arg(COMMAND).env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut running = Running(command.spawn()?);
        let (Some(mut input), Some(output)) = (running.0.stdin.take(), running.0.stdout.take()) else {
            return Err(io::Error::other("no pipe"));
        };
        // The process lives inside the scope: it is gone before the threads at its pipes are waited for.
        thread::scope(move |scope| {
            scope.spawn(move || {
                // A process that ends early says why by its exit code.
                let _ = input.write_all(file);
            });
            let (hand, taken) = mpsc::channel();
            scope.spawn(move || {
                let mut text = Vec::new();
                let read = output.take(LARGEST_TEXT).read_to_end(&mut text);
                let _ = hand.send(read.map(|_| text));
            });
            let Ok(text) = taken.recv_timeout(self.longest) else { return Ok(Ended::Fault(Trouble::PdfTooLarge)) };
            let text = text?;
            if text.len() as u64 >= LARGEST_TEXT {
                return Ok(Ended::Fault(Trouble::PdfTooLarge));
            }
            Ok(running.wait()?.map_or(Ended::Fault(Trouble::PdfTooLarge), |status| ended(status, text)))
        })
    }
}

impl Default for PdfReader {
    fn default() -> Self {
        Self::new()
    }
}

/// What a reading came to.
enum Ended {
    Text(Vec<u8>),
    Fault(Trouble),
}

fn ended(status: ExitStatus, text: Vec<u8>) -> Ended {
    match status.code() {
        Some(0) => Ended::Text(text),
        Some(code) => Ended::Fault(child::trouble(code)),
        // Ended by a limit: no memory, no stack or no time was left.
        None if status.signal().is_some() => Ended::Fault(Trouble::PdfTooLarge),
        None => Ended::Fault(Trouble::PdfBroken),
    }
}

/// The process; however its reading ends, it is ended and waited for.
struct Running(Child);

impl Running {
    /// Its end, which follows that of its text at once.
    fn wait(&mut self) -> io::Result<Option<ExitStatus>> {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(10) {
            if let Some(status) = self.0.try_wait()? {
                return Ok(Some(status));
            }
            thread::sleep(Duration::from_millis(2));
        }
        Ok(None)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
