//! `hausrecht digest`: a digest to look at, for any time span.

use std::process::Command;

use anyhow::{Context as _, anyhow};
use jiff::{SignedDuration, Timestamp};

use super::{Exit, Failure, General, setup};
use crate::io::whole_file::{self, Rights};
use crate::round;

/// Compose a digest to look at; nothing is sent, and nothing counts as told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Write the HTML beside printing where it is [default: print the text part]
    #[arg(long)]
    preview: bool,
    /// For this recipient [default: the first one]
    #[arg(long, value_name = "NAME")]
    recipient: Option<String>,
    /// What was detected since this time [default: seven days ago]
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// Open it in the browser
    #[arg(long, requires = "preview")]
    open: bool,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    let wanted = |name: &str| args.recipient.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(name));
    let recipient =
        watchlist.recipients.iter().find(|recipient| wanted(&recipient.name)).cloned().ok_or_else(|| {
            Failure::usage(match &args.recipient {
                Some(name) => anyhow!(phrase!(
                    "there is no recipient `{name}` in the watchlist",
                    "in der Watchlist gibt es keinen Empfänger `{name}`"
                )),
                None => anyhow!(phrase!("the watchlist has no recipients", "die Watchlist hat keine Empfänger")),
            })
        })?;
    let Some(store) = setup::store_to_read(general)? else {
        return Err(Failure::usage(anyhow!(phrase!("nothing is recorded yet", "noch ist nichts festgehalten"))));
    };
    let house = setup::house(watchlist, store)?;
    let week_ago = || setup::now().checked_sub(SignedDuration::from_hours(7 * 24)).unwrap_or(Timestamp::UNIX_EPOCH);
    let since = args.since.as_deref().map(|since| setup::span(general, since)).transpose()?;
    let since = since.map_or_else(week_ago, |since| since.from);
    let Some(letter) = round::digest_of(&house, &recipient, since)? else {
        let name = &recipient.name;
        say!(
            "{}",
            phrase!("nothing to tell {name} in this time", "für {name} gibt es aus dieser Zeit nichts zu melden")
        );
        return Ok(Exit::Fine);
    };
    if !args.preview {
        put!("{}\n\n{}", letter.subject, letter.text);
        return Ok(Exit::Fine);
    }
    let folder = round::lock(&house.store).folder().to_owned();
    write_and_open(&folder, &letter.html, args.open)
}

fn write_and_open(folder: &std::path::Path, html: &str, open: bool) -> Result<Exit, Failure> {
    let path = folder.join("digest-preview.html");
    whole_file::put(&path, html.as_bytes(), &Rights::Owner)
        .with_context(|| phrase!("{} cannot be written", "{} ist nicht zu schreiben", path.display()))
        .map_err(Failure::trouble)?;
    say!("{}", path.display());
    if open {
        let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        Command::new(program)
            .arg(&path)
            .status()
            .with_context(|| {
                phrase!(
                    "`{program}` cannot be run; open the file by hand",
                    "`{program}` lässt sich nicht starten; die Datei bitte von Hand öffnen"
                )
            })
            .map_err(Failure::trouble)?;
    }
    Ok(Exit::Fine)
}
