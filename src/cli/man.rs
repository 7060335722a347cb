//! `hausrecht man`: the manual pages.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Command;

use super::{Exit, Failure};

/// Print the manual page, or write all of them to a folder.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Write one page for each command to this folder
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, program: Command) -> Result<Exit, Failure> {
    if let Some(folder) = &args.folder {
        std::fs::create_dir_all(folder)
            .and_then(|()| clap_mangen::generate_to(program, folder))
            .with_context(|| format!("the manual cannot be written to {}", folder.display()))
            .map_err(Failure::trouble)?;
        return Ok(Exit::Fine);
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(program).render(&mut page).context("the manual cannot be made").map_err(Failure::trouble)?;
    put!("{}", String::from_utf8_lossy(&page));
    Ok(Exit::Fine)
}
