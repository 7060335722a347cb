//! What is longer than the window goes through a pager, as git does it; what fits is printed as it is.

use std::env;
use std::fmt::Arguments;
use std::io::{self, IsTerminal as _, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Mutex;

use tokio::signal::unix::{SignalKind, signal};

/// Where the output of this command goes; none where it goes straight to stdout.
static PAGING: Mutex<Option<Paging>> = Mutex::new(None);

/// What was printed so far, and what it needs.
struct Paging {
    text: String,
    /// The lines of the window that the text takes, and how wide and high that is.
    rows: usize,
    window: (usize, usize),
    reader: Option<Reader>,
}

/// The pager at work; without a way to it where somebody has left it.
struct Reader {
    child: Child,
    into: Option<ChildStdin>,
}

/// What is printed from now on may go through a pager: on a terminal, unless nobody wants that.
pub fn begin(is_unwanted: bool) {
    let is_plain = env::var_os("TERM").is_none_or(|term| term == "dumb");
    if is_unwanted || is_plain || !io::stdout().is_terminal() || program().is_none() {
        return;
    }
    let (rows, columns) = console::Term::stdout().size();
    let window = (usize::from(columns).max(1), usize::from(rows));
    if let Ok(mut paging) = PAGING.lock() {
        *paging = Some(Paging { text: String::new(), rows: 0, window, reader: None });
    }
}

/// Takes what is to be printed; none of it where there is no paging.
pub fn take(text: Arguments<'_>) -> bool {
    let Ok(mut paging) = PAGING.lock() else { return false };
    let Some(open) = paging.as_mut() else { return false };
    let from = open.text.len();
    open.text.push_str(&text.to_string());
    if let Some(reader) = &mut open.reader {
        // Who leaves the pager has read enough.
        if reader.into.as_mut().is_some_and(|into| into.write_all(&open.text.as_bytes()[from..]).is_err()) {
            reader.into = None;
        }
        return true;
    }
    open.rows += rows(&open.text[from..], open.window.0);
    // The last line is where the next command is typed.
    if open.rows + 1 > open.window.1 {
        match Reader::start(&open.text) {
            Some(reader) => open.reader = Some(reader),
            None => straight(paging.take()),
        }
    }
    true
}

/// The output is whole: shows what fitted, or waits until it is read.
pub fn end() {
    let Some(mut open) = PAGING.lock().ok().and_then(|mut paging| paging.take()) else { return };
    let Some(mut reader) = open.reader.take() else { return straight(Some(open)) };
    reader.into = None;
    // One that was not found by the shell, or did not want to, showed nothing.
    if reader.child.wait().is_ok_and(|status| matches!(status.code(), Some(1 | 126 | 127))) {
        straight(Some(open));
    }
}

/// Without a pager after all.
fn straight(paging: Option<Paging>) {
    if let Some(paging) = paging {
        super::stdout::write(format_args!("{}", paging.text));
    }
}

/// How many lines of the window a text takes.
fn rows(text: &str, columns: usize) -> usize {
    let width = |line: &str| console::measure_text_width(line).div_ceil(columns).max(1);
    text.split_inclusive('\n').filter(|line| line.ends_with('\n')).map(|line| width(line.trim_end())).sum()
}

impl Reader {
    /// Starts the pager and gives it what there is; none where it cannot be started.
    fn start(text: &str) -> Option<Self> {
        let mut command = program()?;
        // As git does it: what fits is only shown, colours are colours, and the text stays when the pager goes.
        for (name, value) in [("LESS", "FRX"), ("LV", "-c")] {
            if env::var_os(name).is_none() {
                command.env(name, value);
            }
        }
        let mut child = command.stdin(Stdio::piped()).spawn().ok()?;
        left_to_the_pager();
        let mut into = child.stdin.take();
        if into.as_mut().is_some_and(|into| into.write_all(text.as_bytes()).is_err()) {
            into = None;
        }
        Some(Self { child, into })
    }
}

/// From now on an interrupt from the keyboard means what the pager does, and not the end of the program behind it.
fn left_to_the_pager() {
    if let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() {
        let _inside = runtime.enter();
        // The handler stays when the runtime is gone, which is all that is wanted.
        let _ = signal(SignalKind::interrupt());
    }
}

/// The pager that somebody wants: `HAUSRECHT_PAGER`, else `PAGER`, else less; an empty one, or `cat`, is none.
fn program() -> Option<Command> {
    let wanted = ["HAUSRECHT_PAGER", "PAGER"].iter().find_map(|name| env::var(name).ok());
    let wanted = wanted.unwrap_or_else(|| "less".to_owned());
    let wanted = wanted.trim();
    if wanted.is_empty() || wanted == "cat" {
        return None;
    }
    // What only a shell understands is for the shell.
    if wanted.contains(|letter: char| "|&;<>()$`\\\"'*?[#~=%".contains(letter)) {
        let mut command = Command::new("sh");
        command.args(["-c", wanted]);
        return Some(command);
    }
    let mut words = wanted.split_whitespace();
    let mut command = Command::new(words.next()?);
    command.args(words);
    Some(command)
}
