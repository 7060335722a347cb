//! The commands: one a file; the only place that prints and that asks the clock.

/// Writes a line of data to stdout.
macro_rules! say {
    ($($text:tt)*) => { $crate::cli::terminal::out(format_args!("{}\n", format_args!($($text)*))) };
}
/// Writes data to stdout as it is.
macro_rules! put {
    ($($text:tt)*) => { $crate::cli::terminal::out(format_args!($($text)*)) };
}
/// A phrase in the language of the terminal: the English one, the German one, and what goes into both.
macro_rules! phrase {
    ($english:literal, $german:literal $(, $part:expr)* $(,)?) => {
        match $crate::cli::tongue::spoken() {
            $crate::model::Language::English => format!($english $(, $part)*),
            $crate::model::Language::German => format!($german $(, $part)*),
        }
    };
}
/// Writes a line of log or trouble to stderr.
macro_rules! tell {
    ($($text:tt)*) => { $crate::cli::terminal::err(format_args!("{}\n", format_args!($($text)*))) };
}

mod accept;
mod ack;
mod add;
mod as_service;
mod backtest;
mod backup;
mod block_why;
mod candidates;
mod change_json;
mod change_markdown;
mod change_record;
mod change_text;
mod check;
mod commands;
mod completing;
mod completions;
mod csv;
mod daemon;
mod day_words;
mod decisions;
mod demo;
mod diff;
mod digest;
mod doctor;
mod examples;
mod exit;
mod explain;
mod finding_text;
mod first_looks;
mod general;
mod halt;
mod health;
mod help;
mod help_words;
mod history;
mod import;
mod init;
mod judged_words;
mod lent;
mod lineage;
mod log;
mod mail;
mod man;
mod noise_counts;
mod pager;
mod passage_text;
mod paths;
mod progress;
mod proposals;
mod prune;
mod replies_text;
mod reread;
mod restore;
mod secrets;
mod server;
mod setup;
mod shell_words;
mod show;
mod side;
mod sign_words;
mod signs;
mod since;
mod status;
mod stdout;
mod store_words;
mod terminal;
mod that_day;
mod times;
mod told_text;
mod tongue;
mod trouble_text;
mod unwell;
mod watchlist;
mod why_text;

pub use commands::{Cli, main};
pub use exit::{Exit, Failure};
pub use general::General;
