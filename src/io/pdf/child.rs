//! The other side of the door: the process that reads one PDF within limits and ends.

use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;
use std::thread;

use pdf_extract::{Document, OutputError, output_doc};
use rustix::process::{Resource, Rlimit, setrlimit};

use super::glyphs::Glyphs;
use super::{whole, widths};
use crate::model::Trouble;

/// Much more than any policy needs; a file that wants more is made to.
const MEMORY: u64 = 512 * 1024 * 1024;
const SECONDS: u64 = 20;
/// Deeply nested files are read by recursion.
const STACK: usize = 128 * 1024 * 1024;

const ENCRYPTED: u8 = 10;
const BROKEN: u8 = 11;
const TOO_LARGE: u8 = 12;

/// Reads a PDF from standard input and writes its lines to standard output; the exit code tells what was wrong.
#[must_use]
pub fn serve() -> ExitCode {
    limit();
    whole::listen();
    let mut file = Vec::new();
    if io::stdin().lock().read_to_end(&mut file).is_err() {
        return ExitCode::from(TOO_LARGE);
    }
    let is_encrypted = file.windows(8).any(|bytes| bytes == b"/Encrypt");
    let worker = thread::Builder::new().stack_size(STACK).spawn(move || read(&file));
    // The reader panics at what it does not expect.
    match worker.map(thread::JoinHandle::join) {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        Ok(Ok(Err(TOO_LARGE))) | Err(_) => ExitCode::from(TOO_LARGE),
        _ if is_encrypted => ExitCode::from(ENCRYPTED),
        _ => ExitCode::from(BROKEN),
    }
}

/// What an exit code of [`serve`] stands for.
pub(super) fn trouble(code: i32) -> Trouble {
    match u8::try_from(code) {
        Ok(ENCRYPTED) => Trouble::PdfEncrypted,
        Ok(TOO_LARGE) => Trouble::PdfTooLarge,
        _ => Trouble::PdfBroken,
    }
}

/// A limit that cannot be set leaves those that the other side keeps.
fn limit() {
    for (resource, most) in [(Resource::As, MEMORY), (Resource::Cpu, SECONDS), (Resource::Core, 0)] {
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

fn read(file: &[u8]) -> Result<(), u8> {
    let mut document = Document::load_mem_with_options(file, whole::options()).map_err(|_| BROKEN)?;
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(ENCRYPTED);
    }
    if document.get_pages().is_empty() || !whole::is_whole(&document) {
        return Err(BROKEN);
    }
    widths::listed(&mut document);
    let mut glyphs = Glyphs::new();
    output_doc(&document, &mut glyphs).map_err(|error| match error {
        OutputError::IoError(_) => TOO_LARGE,
        _ => BROKEN,
    })?;
    // All or nothing: a text that ends where the file is broken would look like a rule that was removed.
    if whole::is_damaged() {
        return Err(BROKEN);
    }
    let mut out = io::stdout().lock();
    out.write_all(glyphs.finish().as_bytes()).and_then(|()| out.flush()).map_err(|_| BROKEN)
}
