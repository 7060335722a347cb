//! The door to a git repository of texts: its history, read by the `git` program.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

/// A text larger than this is no policy.
const LARGEST: usize = 64 * 1024 * 1024;

/// A repository whose texts are read one by one.
#[derive(Debug)]
pub struct Archive {
    folder: PathBuf,
    reader: Mutex<Option<Reader>>,
}

/// A text as one commit left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// When it was written, by the commit's author.
    pub at: Timestamp,
    /// The file in the repository.
    pub path: String,
    /// The name by which git keeps the text.
    pub blob: String,
    /// The first line of the commit's message.
    pub subject: String,
}

/// Why the history cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    #[error("the program `git` was not found; the history is read with it")]
    NoGit,
    #[error("git says: {0}")]
    Git(String),
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A running `git cat-file --batch`.
#[derive(Debug)]
struct Reader {
    child: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Archive {
    /// The repository in a folder; nothing is read yet.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), reader: Mutex::new(None) }
    }

    /// Every state of every Markdown file, oldest commit first.
    ///
    /// # Errors
    /// Where there is no git, or no repository.
    pub fn records(&self) -> Result<Vec<Record>, ArchiveError> {
        let format = "--format=%x01%at%x02%s";
        let output = self
            .git()
            .args(["log", "--reverse", "--no-show-signature", "--no-ext-diff", "--no-renames", "--raw", "-z"])
            .args(["--no-abbrev", "--diff-filter=AM", format, "--", "*.md"])
            .stdin(Stdio::null())
            .output()
            .map_err(not_started)?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            let said = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("nothing");
            return Err(ArchiveError::Git(said.trim_start_matches("fatal: ").to_owned()));
        }
        Ok(parse(&output.stdout))
    }

    /// The text of a record.
    ///
    /// # Errors
    /// Where git cannot give it.
    pub fn read(&self, record: &Record) -> io::Result<Vec<u8>> {
        let mut place = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        let reader = match place.take() {
            Some(reader) => place.insert(reader),
            None => place.insert(self.start()?),
        };
        let text = reader.ask(&record.blob);
        if text.is_err() {
            // What it says next would belong to this question.
            *place = None;
        }
        text
    }

    fn start(&self) -> io::Result<Reader> {
        let mut child = self
            .git()
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(questions), Some(answers)) => Ok(Reader { child, questions, answers: BufReader::new(answers) }),
            _ => Err(io::Error::other("git has no pipes")),
        }
    }

    /// git, asked in a way that runs nothing the repository names and asks nobody anything.
    fn git(&self) -> Command {
        let mut git = Command::new("git");
        git.arg("--no-pager")
            .args(["-c", "core.fsmonitor=false", "-c", "core.quotePath=false"])
            .arg("-C")
            .arg(&self.folder)
            .env("LC_ALL", "C")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_NO_LAZY_FETCH", "1");
        git
    }
}

impl Reader {
    fn ask(&mut self, blob: &str) -> io::Result<Vec<u8>> {
        writeln!(self.questions, "{blob}")?;
        self.questions.flush()?;
        let mut head = String::new();
        self.answers.read_line(&mut head)?;
        let size = head.trim_end().rsplit_once(" blob ").and_then(|(_, size)| size.parse::<usize>().ok());
        let size = size
            .filter(|size| *size <= LARGEST)
            .ok_or_else(|| io::Error::other(format!("git does not give the text {blob}: {}", head.trim_end())))?;
        let mut text = vec![0; size];
        self.answers.read_exact(&mut text)?;
        self.answers.read_exact(&mut [0])?;
        Ok(text)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // It is still at work only where a question failed, or waits for the next one.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn not_started(error: io::Error) -> ArchiveError {
    if error.kind() == io::ErrorKind::NotFound { ArchiveError::NoGit } else { ArchiveError::Io(error) }
}

/// Reads `git log --raw -z`: commits begin with a mark of ours, files with a colon; a path follows each file.
fn parse(log: &[u8]) -> Vec<Record> {
    let mut found = Vec::new();
    let (mut at, mut subject) = (None, String::new());
    let mut parts = log.split(|byte| *byte == 0).map(String::from_utf8_lossy);
    while let Some(part) = parts.next() {
        let part = part.trim_start_matches('\n');
        if let Some(commit) = part.strip_prefix('\u{1}') {
            let (seconds, said) = commit.split_once('\u{2}').unwrap_or((commit, ""));
            at = seconds.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
            said.clone_into(&mut subject);
        } else if let Some(file) = part.strip_prefix(':') {
            let Some(path) = parts.next() else { break };
            let blob = file.split(' ').nth(3).unwrap_or_default();
            // Links and modules (modes 12… and 16…) hold no text.
            let is_file = file.split(' ').nth(1).is_some_and(|mode| mode.starts_with("100"));
            if let (Some(at), true) = (at, is_file) {
                let (path, blob) = (path.into_owned(), blob.to_owned());
                found.push(Record { at, path, blob, subject: subject.clone() });
            }
        }
    }
    found
}
