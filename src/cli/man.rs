//! `hausrecht man`: the manual pages.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Command;
use clap_mangen::Man;

use super::{Exit, Failure, examples};
use crate::io::whole_file::{self, Rights};
use crate::steps::watchlist::reference;

/// Print the manual page, or write all of them to a folder.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Write the pages of all commands and of the watchlist to this folder; where it is called man1, the watchlist's goes to man5 beside it
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// The page of the watchlist.
const WATCHLIST: &str = "hausrecht-watchlist.5";

/// Runs the command.
pub fn run(args: &Args, program: Command) -> Result<Exit, Failure> {
    let mut program = program.disable_help_subcommand(true);
    program.build();
    if let Some(folder) = &args.folder {
        write(folder, &program)
            .with_context(|| {
                phrase!(
                    "the manual cannot be written to {}",
                    "das Handbuch ist nicht nach {} zu schreiben",
                    folder.display()
                )
            })
            .map_err(Failure::trouble)?;
        return Ok(Exit::Fine);
    }
    let page = page(program)
        .with_context(|| phrase!("the manual cannot be made", "das Handbuch lässt sich nicht erzeugen"))
        .map_err(Failure::trouble)?;
    put!("{}", String::from_utf8_lossy(&page));
    Ok(Exit::Fine)
}

fn write(folder: &Path, program: &Command) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    commands(folder, program)?;
    let version = program.get_version().unwrap_or_default();
    let formats = if folder.ends_with("man1") { folder.with_file_name("man5") } else { folder.to_owned() };
    fs::create_dir_all(&formats)?;
    whole_file::put(&formats.join(WATCHLIST), reference::manual(version).as_bytes(), &Rights::Everybody)
}

/// A page for a command and for each one below it.
fn commands(folder: &Path, command: &Command) -> io::Result<()> {
    for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set()) {
        commands(folder, inner)?;
    }
    let name = Man::new(command.clone()).get_filename();
    whole_file::put(&folder.join(name), &page(command.clone())?, &Rights::Everybody)
}

/// The page of a command: what clap knows of it, and its examples.
fn page(command: Command) -> io::Result<Vec<u8>> {
    let name = command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned();
    let has_options = command.get_arguments().any(|argument| !argument.is_hide_set());
    let has_commands = command.has_subcommands();
    let has_more = command.get_after_help().is_some();
    let has_version = command.get_version().is_some();
    // An empty place in the head of a page would be taken by what follows it.
    let man = Man::new(command).date(" ").source(concat!("hausrecht ", env!("CARGO_PKG_VERSION"))).manual(" ");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    if has_options {
        man.render_options_section(&mut page)?;
    }
    if has_commands {
        man.render_subcommands_section(&mut page)?;
    }
    if has_more {
        man.render_extra_section(&mut page)?;
    }
    page.extend(examples::section(&name).into_bytes());
    if has_version {
        man.render_version_section(&mut page)?;
    }
    page.extend(examples::see_also(&name).into_bytes());
    Ok(page)
}
