//! `hausrecht completions`: completions for a shell.

use clap::CommandFactory as _;

use super::{Cli, Exit};

/// Print completions for a shell.
#[derive(Debug, clap::Args)]
pub struct Args {
    shell: clap_complete::Shell,
}

/// Runs the command.
pub fn run(args: &Args) -> Exit {
    let mut out = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "hausrecht", &mut out);
    put!("{}", String::from_utf8_lossy(&out));
    Exit::Fine
}
