//! `hausrecht demo`: two invented platforms on loopback, two real rounds, and what a team would get.

use super::{Exit, Failure, General};

/// Show it all on two invented platforms, without internet.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Runs the command.
pub fn run(_general: &General, _args: &Args) -> Result<Exit, Failure> {
    Ok(Exit::Fine)
}
