//! `hausrecht backup`: a copy of the history, made while it is at work.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::anyhow;

use super::{Exit, Failure, General, paths, setup};

/// Write a copy of the history and the outbox to a file, whatever is at work meanwhile; the copy is looked through.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where to; an older copy or an empty file is replaced once the new copy is whole, any other file is refused
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let Some(store) = setup::store_to_read(general)? else {
        return Err(Failure::usage(anyhow!("nothing is recorded yet in {}", paths::data(general)?.display())));
    };
    if !may_be_replaced(&args.file) {
        let file = args.file.display();
        return Err(Failure::usage(anyhow!(phrase!(
            "{file} is no copy of a history; nothing was written\nhint: name a file that is not there yet, or an older copy",
            "{file} ist keine Kopie eines Verlaufs; nichts wurde geschrieben\nHinweis: eine Datei nennen, die es noch nicht gibt, oder eine ältere Kopie"
        ))));
    }
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

/// How every database of SQLite begins, and where in it the program that wrote it may be named (its file format, section 1.3).
const BEGINNING: &[u8] = b"SQLite format 3\0";
const NAMED_AT: usize = 68;
/// What a history says there.
const OURS: &[u8] = b"Haus";

/// Whether nothing is lost with the file of that name: it is not there, is empty, or is such a copy itself.
fn may_be_replaced(file: &Path) -> bool {
    let Ok(opened) = File::open(file) else { return !file.exists() };
    let mut head = Vec::new();
    let is_read = opened.take((NAMED_AT + OURS.len()) as u64).read_to_end(&mut head).is_ok();
    is_read && (head.is_empty() || head.starts_with(BEGINNING) && head.get(NAMED_AT..) == Some(OURS))
}
