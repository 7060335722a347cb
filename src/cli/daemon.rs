//! `hausrecht daemon`: rounds without a timer, for machines without systemd.

use std::time::Duration;

use anyhow::Context as _;
use tokio::signal::unix::{Signal, SignalKind, signal};

use super::{Exit, Failure, General, check, setup};
use crate::model::Watchlist;
use crate::round::Which;

/// Make a round every quarter of an hour, until told to stop; each looks at what came due.
///
/// SIGHUP reads the watchlist again; SIGTERM and SIGINT end it, and lose nothing.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How long to wait between two rounds, as `15m`
    #[arg(long, value_name = "SPAN", default_value = "15m", value_parser = span)]
    every: Duration,
}

/// A span as `90s`, `15m` or `1h`.
fn span(text: &str) -> Result<Duration, String> {
    let digits = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (count, unit) = text.split_at(digits);
    let seconds = match unit {
        "s" => Some(1),
        "m" => Some(60),
        "h" => Some(3600),
        _ => None,
    };
    let span = count.parse::<u64>().ok().zip(seconds).and_then(|(count, unit)| count.checked_mul(unit));
    let span = span.filter(|span| (1..=24 * 3600).contains(span)).map(Duration::from_secs);
    span.ok_or_else(|| "write a number and a unit, as in `90s`, `15m` or `1h`, up to a day".to_owned())
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    // What is wrong from the first is said at once, and not every quarter of an hour.
    drop(setup::history(general, false)?);
    setup::block_on(serve(general, args, watchlist))?
}

/// What ends the daemon.
struct End {
    terminate: Signal,
    interrupt: Signal,
}

impl End {
    async fn comes(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

fn listen(kind: SignalKind) -> Result<Signal, Failure> {
    signal(kind)
        .with_context(|| phrase!("signals cannot be heard", "Signale kommen nicht an"))
        .map_err(Failure::trouble)
}

async fn serve(general: &General, args: &Args, mut watchlist: Watchlist) -> Result<Exit, Failure> {
    let mut reload = listen(SignalKind::hangup())?;
    let mut end = End { terminate: listen(SignalKind::terminate())?, interrupt: listen(SignalKind::interrupt())? };
    loop {
        let round = check::round(general, watchlist.clone(), &Which::Due, false);
        tokio::select! {
            // A round that is left is made up for by the next one: what was looked at is recorded, and what was
            // recorded is told.
            () = end.comes() => return Ok(stopped()),
            ended = round => match ended {
                Ok(_) => {}
                Err(failure) if failure.exit() == Exit::Usage => return Err(failure),
                // A full disk may be emptied, a mail server may come back.
                Err(failure) => tell!("{failure}"),
            },
        }
        tokio::select! {
            () = end.comes() => return Ok(stopped()),
            _ = reload.recv() => match setup::watchlist(general) {
                Ok(read) => {
                    watchlist = read;
                    tell!("{}", phrase!("the watchlist was read again", "die Watchlist wurde neu gelesen"));
                }
                Err(failure) => {
                    let hint = phrase!(
                        "hint: the watchlist from before stays in force",
                        "Hinweis: die bisherige Watchlist gilt weiter"
                    );
                    tell!("{failure}\n{hint}");
                },
            },
            () = tokio::time::sleep(args.every) => {}
        }
    }
}

fn stopped() -> Exit {
    tell!("{}", phrase!("stopped", "angehalten"));
    Exit::Fine
}
