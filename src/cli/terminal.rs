//! How the terminal is spoken to: log on stderr, colour only where it shows, lines as wide as the window.

use std::fmt::Arguments;
use std::io::{self, IsTerminal as _, Write as _};

use anstyle::{AnsiColor, Style};
use tracing_subscriber::EnvFilter;

use super::{General, pager, stdout};

/// Writes to stdout, or to the pager where there is one; trouble is kept for the end of the command.
pub fn out(text: Arguments<'_>) {
    if !pager::take(text) {
        stdout::write(text);
    }
}

/// Writes to stderr; there is nowhere to report trouble with that. What a person is told beside a text is read where they read it.
pub fn err(text: Arguments<'_>) {
    if io::stderr().is_terminal() && pager::take(text) {
        return;
    }
    let _ = io::stderr().lock().write_fmt(text);
}

/// Words that were taken away.
pub const REMOVED: Style = AnsiColor::Red.on_default().strikethrough();
/// Words that were added.
pub const ADDED: Style = AnsiColor::Green.on_default().bold();
/// What frames the content.
pub const FAINT: Style = Style::new().dimmed();
/// Headings and names.
pub const STRONG: Style = Style::new().bold();
/// What needs somebody.
pub const LOUD: Style = AnsiColor::Red.on_default().bold();
/// What is worth a look.
pub const WARM: Style = AnsiColor::Yellow.on_default().bold();
/// What is well.
pub const GOOD: Style = AnsiColor::Green.on_default();

/// Starts the log on stderr: warnings, or more with `-v`; `RUST_LOG` overrides.
pub fn start_log(general: &General) {
    // What the certificate verifier has to say is said by us, in plain words; what the parser of HTML says of a page fills the log.
    let level = match (general.quiet, general.verbose) {
        (true, _) => "error,rustls_platform_verifier=off,html5ever=off",
        (false, 0) => "warn,rustls_platform_verifier=off,html5ever=off",
        (false, 1) => "hausrecht=info,warn,html5ever=off",
        (false, _) => "hausrecht=debug,info,html5ever=off",
    };
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(level));
    // Whatever is asked for: this one would log the password of the mailbox.
    let filter = match "async_imap=off".parse() {
        Ok(silence) => filter.add_directive(silence),
        Err(_) => filter,
    };
    // Another log may be set already where the library is used by tests; that one stays.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .without_time()
        .with_target(false)
        .try_init();
}

/// Whether stdout shows colour.
#[must_use]
pub fn shows_colour() -> bool {
    anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
}

/// Whether somebody looks at what is printed.
#[must_use]
pub fn shows() -> bool {
    io::stdout().is_terminal()
}

/// The columns of the window; none where stdout is no terminal, and lines are then not broken.
#[must_use]
pub fn columns() -> Option<usize> {
    let term = console::Term::stdout();
    if term.is_term() {
        return Some(usize::from(term.size().1).clamp(40, 110));
    }
    // As `man` does it: whoever sets the width wants it, whatever reads the lines.
    let named = std::env::var("COLUMNS").ok()?;
    named.parse::<usize>().ok().map(|columns| columns.clamp(40, 110))
}

/// The columns of the window as they are, for what stands side by side; where stdout is no terminal, as `columns`.
#[must_use]
pub fn window() -> Option<usize> {
    let term = console::Term::stdout();
    if term.is_term() {
        return Some(usize::from(term.size().1));
    }
    std::env::var("COLUMNS").ok()?.parse().ok()
}

/// A line broken where the window ends; what follows stands under it, so far in.
#[must_use]
pub fn hanging(line: &str, indent: usize) -> String {
    let Some(columns) = columns() else { return line.to_owned() };
    let mut out = String::with_capacity(line.len() + 16);
    let (mut width, mut gap, mut is_begun) = (0, String::new(), false);
    for word in line.split(' ') {
        if word.is_empty() {
            gap.push(' ');
            continue;
        }
        let length = console::measure_text_width(word);
        let blank = if is_begun { gap.len() + 1 } else { gap.len() };
        if is_begun && width + blank + length > columns {
            out.truncate(out.trim_end().len());
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            width = indent;
        } else {
            out.extend(std::iter::repeat_n(' ', blank));
            width += blank;
        }
        gap.clear();
        is_begun = true;
        // An address that is longer than a line is broken where the line ends.
        let mut rest = word;
        while width + console::measure_text_width(rest) > columns && console::strip_ansi_codes(rest) == rest {
            let room = rest.char_indices().nth(columns.saturating_sub(width).max(1)).map_or(rest.len(), |(at, _)| at);
            out.push_str(&rest[..room]);
            rest = &rest[room..];
            if rest.is_empty() {
                break;
            }
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            width = indent;
        }
        out.push_str(rest);
        width += console::measure_text_width(rest);
    }
    out
}

/// A line of parts that is broken between them where the window ends, and within one only where that is longer than a line.
#[must_use]
pub fn in_parts(parts: &[String], indent: usize) -> String {
    const GAP: &str = "  ";
    let parts = parts.iter().filter(|part| !part.is_empty());
    let Some(columns) = columns() else { return parts.cloned().collect::<Vec<_>>().join(GAP) };
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        let width = console::measure_text_width(part);
        match lines.last_mut() {
            Some(last) if console::measure_text_width(last) + GAP.len() + width <= columns => {
                last.push_str(GAP);
                last.push_str(part);
            }
            Some(_) => lines.push(format!("{}{part}", " ".repeat(indent))),
            None => lines.push(part.clone()),
        }
    }
    lines.iter().map(|line| hanging(line, indent)).collect::<Vec<_>>().join("\n")
}

/// A line that fits the window, on a terminal.
#[must_use]
pub fn fitted(line: &str) -> String {
    // Two columns less, since commands indent such lines.
    columns().map_or_else(|| line.to_owned(), |columns| console::truncate_str(line, columns - 2, "…").into_owned())
}

/// Words in a style, where styles show.
#[must_use]
pub fn painted(text: &str, style: Style) -> String {
    if shows_colour() { format!("{style}{text}{style:#}") } else { text.to_owned() }
}
