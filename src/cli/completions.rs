//! `hausrecht completions`: completions for a shell.

use clap::Command;

use super::Exit;

/// Print completions for a shell.
#[derive(Debug, clap::Args)]
pub struct Args {
    shell: clap_complete::Shell,
}

/// Runs the command.
pub fn run(args: &Args, program: &mut Command) -> Exit {
    let mut out = Vec::new();
    clap_complete::generate(args.shell, program, "hausrecht", &mut out);
    put!("{}", String::from_utf8_lossy(&out));
    Exit::Fine
}
