//! `hausrecht import page`: a page that a person saved in a browser and hands in.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use jiff::Timestamp;

use super::super::{Exit, Failure, General, check, setup, trouble_text};
use crate::io::captures::{self, CaptureFile};
use crate::io::store::RoundLock;
use crate::model::{Origin, Outcome, Page, Snapshot, Watch};
use crate::round::{self, House, lock};

/// A page as you see it, saved in your browser: HTML, MHTML or PDF; what is new in it is told in the next letters.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The watch to which the page belongs
    #[arg(value_name = "WATCH")]
    watch: String,
    /// The saved page
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// When it was saved [default: the file's time]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// Which of the watch's pages, where it combines several
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    let watch = setup::watch(&watchlist, &args.watch)?.clone();
    let page = page(&watch, args.url.as_deref())?;
    let snapshot = saved(general, args, &page)?;
    let store = setup::store(general)?;
    let _lock = RoundLock::take(store.folder())?;
    let house = setup::house(watchlist, store)?;
    check_time(&house, &watch, &page, snapshot.fetched_at)?;
    let looked = round::hand_in(&house, &watch, &page, snapshot)?;
    if let Outcome::Unreadable { trouble } = &looked.outcome {
        return Err(Failure::unreadable(anyhow!(
            "{} was not taken in: {}\nhint: save the page when the browser shows the whole document; a private window asks less",
            args.file.display(),
            trouble_text::of(trouble)
        )));
    }
    say!("{}  {}", check::line(&looked), "handed in");
    Ok(Exit::Fine)
}

/// The page of the watch that is meant.
fn page(watch: &Watch, url: Option<&str>) -> Result<Page, Failure> {
    let found = match (url, watch.pages.as_slice()) {
        (Some(url), pages) => pages.iter().find(|page| page.url.as_str() == url),
        (None, [page]) => Some(page),
        (None, _) => None,
    };
    found.cloned().ok_or_else(|| {
        let pages: Vec<_> = watch.pages.iter().map(|page| format!("  --url {}", page.url)).collect();
        Failure::usage(anyhow!("say which page of watch `{}` this is\nhint: one of\n{}", watch.id, pages.join("\n")))
    })
}

/// The file as a snapshot that was handed in.
fn saved(general: &General, args: &Args, page: &Page) -> Result<Snapshot, Failure> {
    let path = args.file.as_path();
    let name = path.display();
    let at = match &args.at {
        // Of a day without an hour its end, or now where that is yet to come.
        Some(at) => match setup::span(general, at)? {
            moment if moment.is_moment => moment.from,
            day if day.from <= setup::now() => day.until.min(setup::now()),
            day => day.from,
        },
        None => time_of(path)
            .with_context(|| phrase!("{name} cannot be read", "{name} ist nicht zu lesen"))
            .map_err(Failure::usage)?,
    };
    // In whole seconds, as all times of the history.
    let at = Timestamp::from_second(at.as_second()).map_err(Failure::usage)?;
    let file = CaptureFile { at, path: path.to_owned() };
    let snapshot = captures::read(&file, &page.url)
        .with_context(|| phrase!("{name} cannot be read", "{name} ist nicht zu lesen"))
        .map_err(Failure::usage)?;
    if is_webarchive(path, &snapshot.body) {
        return Err(Failure::usage(anyhow!(
            "{name} is a web archive of Safari, which is not read\nhint: save the page as its source (HTML) or print it as PDF"
        )));
    }
    Ok(Snapshot { origin: Origin::Hand, ..snapshot })
}

fn time_of(path: &Path) -> anyhow::Result<Timestamp> {
    Ok(Timestamp::try_from(std::fs::metadata(path)?.modified()?)?)
}

/// A property list, by its name or its first bytes.
fn is_webarchive(path: &Path, body: &[u8]) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("webarchive")) || body.starts_with(b"bplist00")
}

/// The history goes forward: an older page would be told as a step back.
fn check_time(house: &House, watch: &Watch, page: &Page, at: Timestamp) -> Result<(), Failure> {
    let refused = |why: String| {
        Err(Failure::usage(anyhow!(
            "{why}\nhint: give the time at which it was saved, such as --at 2026-11-21T09:00:00Z"
        )))
    };
    let read_at = lock(&house.store).page(&watch.id, &page.part)?.and_then(|state| state.read_at);
    match read_at {
        Some(read_at) if at < read_at => refused(format!(
            "the page was saved at {at}, and watch `{}` was read after that, at {read_at}, by a look or from a file",
            watch.id
        )),
        _ if at > house.clock.now() => refused(format!("the page was saved at {at}, which is yet to come")),
        _ => Ok(()),
    }
}
