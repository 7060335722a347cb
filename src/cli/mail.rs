//! `hausrecht mail`: looking after the mail.

use super::{Exit, Failure, General};

/// Look after the mail.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Send a letter to yourself, and say in plain words what is wrong where that fails
    Test,
}

/// Runs the command.
pub fn run(_general: &General, _args: &Args) -> Result<Exit, Failure> {
    Ok(Exit::Fine)
}
