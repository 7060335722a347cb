//! A progress bar on a terminal, nothing elsewhere.

use std::io::IsTerminal as _;

use indicatif::{ProgressBar, ProgressStyle};

use super::General;

/// How far a command has come.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Progress over so many things.
    pub fn new(general: &General, total: usize, what: &str) -> Self {
        let bar = if general.quiet || !std::io::stderr().is_terminal() || total == 0 {
            ProgressBar::hidden()
        } else {
            let bar = ProgressBar::new(total as u64);
            if let Ok(style) =
                ProgressStyle::with_template(&format!("{{bar:24}} {{pos}} of {{len}} {what}  {{wide_msg:.dim}}"))
            {
                bar.set_style(style);
            }
            bar
        };
        Self { bar }
    }

    /// One more is done.
    pub fn step(&self, name: &str) {
        self.bar.set_message(name.to_owned());
        self.bar.inc(1);
    }

    /// Prints a line above the bar.
    pub fn line(&self, text: &str) {
        self.bar.suspend(|| say!("{text}"));
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
