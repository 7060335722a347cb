//! `hausrecht explain`: every block of a page, kept or left out, and why; and what is held back of it.

use anyhow::anyhow;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::passage_text::Length;
use super::terminal::{FAINT, GOOD, STRONG, painted};
use super::{Exit, Failure, General, block_why, change_text, setup, terminal, times, trouble_text};
use crate::io::pdf::PdfReader;
use crate::io::store::{Filter, Store};
use crate::round::Reader;

/// Show every block of a page as it was last stored, kept or left out, and what is held back of it: each with its why.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "WATCH")]
    watch: String,
    /// Only what is left out
    #[arg(long)]
    left_out: bool,
    /// As the page was at this time; of a day without an hour its end
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    let watch = setup::watch(&watchlist, &args.watch)?;
    let nothing = || {
        let id = &watch.id;
        Failure::usage(anyhow!(phrase!(
            "watch `{id}` has no stored page\nhint: `hausrecht check {id}` looks at it",
            "zu `{id}` ist keine Seite gespeichert\nHinweis: `hausrecht check {id}` sieht sie an"
        )))
    };
    let store = setup::store_to_read(general)?.ok_or_else(nothing)?;
    let zone = &watchlist.settings.timezone;
    let at = args.at.as_deref().map(|at| setup::span(general, at)).transpose()?;
    let mut found = false;
    for page in &watch.pages {
        let until = at.map_or_else(setup::now, |at| at.until);
        let Some(stored) = store.snapshot_at(&watch.id, &page.part, until)? else { continue };
        if !found {
            setup::name_zone(general, zone);
        }
        found = true;
        let seen = times::shown(stored.snapshot.fetched_at, zone);
        let url = painted(stored.snapshot.url.as_str(), STRONG);
        say!("{}", phrase!("{url}  as served {seen}", "{url}  Stand {seen}"));
        match Reader::of(&PdfReader::new(), watch, page).explain(&stored.snapshot) {
            Ok(blocks) => {
                for block in blocks.iter().filter(|block| !(args.left_out && block.reason.keeps())) {
                    let (sign, style) = if block.reason.keeps() { ("+", GOOD) } else { ("-", FAINT) };
                    let text: String = block.text.chars().take(SHOWN).collect();
                    let cut = if block.text.chars().count() > SHOWN { " […]" } else { "" };
                    let line = format!(
                        "{} {text}{cut}  {}",
                        painted(sign, style),
                        painted(&format!("[{}]", block_why::of(block)), FAINT)
                    );
                    say!("{}", terminal::hanging(&line, 2));
                }
            }
            Err(trouble) => say!("  {}", phrase!("not read: {}", "nicht gelesen: {}", trouble_text::of(&trouble))),
        }
        held(&store, &watch.id, &page.part, at.map(times::Span::behind), zone)?;
    }
    if found { Ok(Exit::Fine) } else { Err(nothing()) }
}

/// So many letters of a block are shown.
const SHOWN: usize = 160;

/// What is held back of a page up to that time, oldest first: rule, dates and words.
fn held(store: &Store, watch: &str, part: &str, until: Option<Timestamp>, zone: &TimeZone) -> Result<(), Failure> {
    let filter = Filter { watch: Some(watch.to_owned()), until, ..Filter::default() };
    let mut is_first = true;
    store.each_held(&filter, |held| {
        if held.change.part != part {
            return;
        }
        if is_first {
            say!("\n{}", painted(&phrase!("held back", "zurückgehalten"), STRONG));
            is_first = false;
        }
        put!("{}", change_text::held(&held, zone, Length::Short));
    })?;
    Ok(())
}
