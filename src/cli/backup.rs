//! `hausrecht backup`: a copy of the history, made while it is at work.

use std::path::PathBuf;

use anyhow::anyhow;

use super::{Exit, Failure, General, paths, setup};

/// Write a copy of the history and the outbox to a file, whatever is at work meanwhile; the copy is looked through.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where to; a file that is there is replaced once the copy is whole
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let Some(store) = setup::store_to_read(general)? else {
        return Err(Failure::usage(anyhow!("nothing is recorded yet in {}", paths::data(general)?.display())));
    };
    store.back_up(&args.file)?;
    if !general.quiet {
        let size = std::fs::metadata(&args.file).map_err(Failure::trouble)?.len();
        tell!(
            "{}",
            phrase!(
                "{}: {} KiB, whole and sound",
                "{}: {} KiB, vollständig und unversehrt",
                args.file.display(),
                size.div_ceil(1024)
            )
        );
    }
    Ok(Exit::Fine)
}
