//! `hausrecht check`: one round.

use std::collections::BTreeMap;

use super::progress::Progress;
use super::terminal::{FAINT, GOOD, LOUD, STRONG, WARM, painted};
use super::{
    Exit, Failure, General, change_text, halt, judged_words, replies_text, secrets, setup, signs, store_words,
    terminal, tongue, trouble_text,
};
use crate::io::scratch::Scratch;
use crate::io::store::{RoundLock, Store, StoreError};
use crate::model::{Outcome, Tier, Trouble, Watchlist};
use crate::round::{self, Delivered, House, Looked, Which};
use crate::steps::compose;

/// Look at the pages that are due, record what changed and send what is due.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only these watches, due or not
    #[arg(value_name = "WATCH")]
    watches: Vec<String>,
    /// All watches, due or not
    #[arg(long, conflicts_with = "watches")]
    all: bool,
    /// Look and tell, but record nothing and send nothing
    #[arg(long)]
    dry_run: bool,
    /// Begin a new history where one is missing that was there
    #[arg(long, conflicts_with = "dry_run")]
    new: bool,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    let which = which(args, &watchlist)?;
    secrets::warn(&watchlist);
    if args.dry_run {
        let data = setup::data_folder(general)?;
        setup::not_lost(&data)?;
        let scratch = Scratch::new("dry-run").map_err(Failure::trouble)?;
        if let Some(store) = Store::open_to_read(&data)? {
            store.copy_to(scratch.path())?;
        }
        let house = setup::house(watchlist, Store::open(scratch.path())?)?;
        let looks = setup::block_on(look(general, &house, &which))??;
        let dry = phrase!(
            "(dry run: nothing was recorded or sent)",
            "(Probelauf: nichts wurde festgehalten oder verschickt)"
        );
        say!("{}  {dry}", summary(&looks, &Delivered::default()));
        return Ok(exit(&looks, &Delivered::default()));
    }
    setup::block_on(round(general, watchlist, &which, args.new))?
}

/// One round and its signs, as soon as no other is at work.
pub async fn round(general: &General, watchlist: Watchlist, which: &Which, anew: bool) -> Result<Exit, Failure> {
    let ended = one_round(general, watchlist.clone(), which, anew).await;
    if let Err(failure) = &ended {
        halt::tell(general, &watchlist, failure).await;
    }
    ended
}

async fn one_round(general: &General, watchlist: Watchlist, which: &Which, anew: bool) -> Result<Exit, Failure> {
    let data = setup::data_folder(general)?;
    // Before the folder is made that the lock lies in.
    if !anew {
        setup::not_lost(&data)?;
    }
    let lock = match RoundLock::take(&data) {
        // A timer that finds the last round still at work has nothing to mend: the other round does the work.
        Err(locked @ StoreError::Locked { .. }) => {
            tell!("{}", phrase!("{}; this one ends here", "{}; dieser endet hier", store_words::said(&locked)));
            return Ok(Exit::Fine);
        }
        other => other?,
    };
    let house = setup::house(watchlist, setup::history(general, anew)?)?;
    let (looks, delivered) = whole_round(general, &house, which).await?;
    if halt::standing(&data).is_some() {
        // A part that no round meets may still be damaged.
        round::look_through(&house)?;
    }
    halt::over(&data);
    signs::leave(&house, &looks, &delivered).await?;
    drop(lock);
    say!("{}", summary(&looks, &delivered));
    Ok(exit(&looks, &delivered))
}

/// One whole round, page by page before the user's eyes.
async fn whole_round(general: &General, house: &House, which: &Which) -> Result<(Vec<Looked>, Delivered), Failure> {
    let progress = progress(general, house);
    // What was edited is said beside the round, and keeps it from nothing.
    let newest = round::newest_notice(house).ok().filter(|_| !general.quiet);
    let ended = round::whole(house, which, |looked| show(general, &progress, looked)).await;
    progress.finish();
    let (looks, delivered) = ended?;
    let edits = newest.and_then(|newest| round::edits_behind(house, newest).ok());
    for taken in edits.iter().flatten() {
        let word = painted("watchlist", WARM);
        say!("{}", terminal::hanging(&format!("{word}  {}", compose::edited(taken, tongue::spoken())), WORD));
    }
    replies_text::print(general, &delivered.replied);
    for trouble in &delivered.troubles {
        tell!("{}", phrase!("mail: {trouble}", "Post: {trouble}"));
    }
    Ok((looks, delivered))
}

/// The looks of a round alone.
async fn look(general: &General, house: &House, which: &Which) -> Result<Vec<Looked>, Failure> {
    let progress = progress(general, house);
    let looks = round::check(house, which, |looked| show(general, &progress, looked)).await;
    progress.finish();
    Ok(looks?)
}

fn progress(general: &General, house: &House) -> Progress {
    let total = house.watchlist.watches.iter().map(|watch| watch.pages.len()).sum();
    Progress::new(general, total, &phrase!("pages", "Seiten"))
}

fn show(general: &General, progress: &Progress, looked: &Looked) {
    progress.step(&looked.watch);
    if !general.quiet {
        progress.line(&line(looked));
    }
}

fn which(args: &Args, watchlist: &Watchlist) -> Result<Which, Failure> {
    if args.all {
        return Ok(Which::All);
    }
    if args.watches.is_empty() {
        return Ok(Which::Due);
    }
    for id in &args.watches {
        setup::watch(watchlist, id)?;
    }
    Ok(Which::Named(args.watches.clone()))
}

/// The width of the word that says what came of a page.
const WORD: usize = 11;

/// What came of one page.
pub fn line(looked: &Looked) -> String {
    let part = if looked.part.is_empty() { String::new() } else { format!(" ({})", looked.part) };
    let word = |text: String, style| painted(&format!("{text:WORD$}"), style);
    let (word, rest) = match &looked.outcome {
        Outcome::First => (word(phrase!("first", "neu"), GOOD), String::new()),
        Outcome::Unchanged => (word(phrase!("unchanged", "wie zuvor"), FAINT), String::new()),
        Outcome::Variant { noise } => {
            let rest = phrase!("  held back: {}", "  zurückgehalten: {}", judged_words::noise(*noise));
            (word(phrase!("unchanged", "wie zuvor"), FAINT), rest)
        }
        Outcome::Candidate => (
            word(phrase!("candidate", "fraglich"), WARM),
            phrase!(
                "  new words, gone at the second look or not seen twice yet",
                "  neuer Wortlaut, beim zweiten Blick fort oder noch nicht zweimal gesehen"
            ),
        ),
        Outcome::Changed { .. } => {
            let tier = looked.change.as_ref().map_or(Tier::None, |change| change.assessment.tier);
            (word(phrase!("changed", "geändert"), if tier == Tier::Alert { LOUD } else { WARM }), brief(looked))
        }
        Outcome::Unreadable { trouble: trouble @ Trouble::InPart { .. } } => {
            let changed = phrase!("; what was read has changed:", "; was gelesen wurde, hat sich geändert:");
            let changed = if looked.change.is_some() { changed } else { String::new() };
            let rest = format!("  {}{changed}{}", trouble_text::of(trouble), brief(looked));
            (word(phrase!("in part?", "nur Teil?"), if looked.blind_since.is_some() { LOUD } else { WARM }), rest)
        }
        Outcome::Unreadable { trouble } => {
            let (text, style) = match looked.blind_since {
                Some(_) => (phrase!("blind spot", "blind"), LOUD),
                None => (phrase!("unreadable", "ungelesen"), WARM),
            };
            (word(text, style), format!("  {}", trouble_text::of(trouble)))
        }
    };
    terminal::fitted(&format!("{word}{}{part}{rest}", painted(&looked.watch, STRONG)))
}

fn brief(looked: &Looked) -> String {
    looked.change.as_ref().map_or_else(String::new, |change| format!("  {}", change_text::brief(change)))
}

/// The round in a sentence.
pub fn summary(looks: &[Looked], delivered: &Delivered) -> String {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for looked in looks {
        let word = match &looked.outcome {
            Outcome::First => phrase!("first seen", "zum ersten Mal gesehen"),
            Outcome::Unchanged | Outcome::Variant { .. } => phrase!("unchanged", "unverändert"),
            Outcome::Candidate => phrase!("unconfirmed", "unbestätigt"),
            Outcome::Changed { .. } => phrase!("changed", "geändert"),
            Outcome::Unreadable { trouble: Trouble::InPart { .. } } => phrase!("read in part", "zum Teil gelesen"),
            Outcome::Unreadable { .. } => phrase!("unreadable", "nicht lesbar"),
        };
        *counts.entry(word).or_default() += 1;
    }
    let counts: Vec<_> = counts.iter().map(|(word, count)| format!("{count} {word}")).collect();
    let pages = match looks.len() {
        0 => phrase!("nothing is due", "nichts ist fällig"),
        1 => phrase!("1 page: {}", "1 Seite: {}", counts.join(", ")),
        many => phrase!("{many} pages: {}", "{many} Seiten: {}", counts.join(", ")),
    };
    format!("{pages}{}{}", post(delivered), replies_text::summary(&delivered.replied))
}

/// What became of the letters.
fn post(delivered: &Delivered) -> String {
    let Delivered { sent, filed, waiting, .. } = *delivered;
    if sent + waiting == 0 {
        return String::new();
    }
    let waiting = (waiting > 0).then(|| phrase!(", {waiting} waiting", ", {waiting} in der Warteschlange"));
    format!("; {}{}", letters_gone(sent, filed), waiting.unwrap_or_default())
}

/// How many letters went out; a file is not sent.
pub fn letters_gone(sent: usize, filed: usize) -> String {
    let filed_ones = (filed > 0).then(|| phrase!("{} written to outbox/", "{} in outbox/ abgelegt", letters(filed)));
    let gone = sent.saturating_sub(filed);
    let sent_ones = (gone > 0 || filed == 0).then(|| phrase!("{} sent", "{} verschickt", letters(gone)));
    [filed_ones, sent_ones].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn letters(count: usize) -> String {
    if count == 1 { phrase!("1 letter", "1 Brief") } else { phrase!("{count} letters", "{count} Briefe") }
}

fn exit(looks: &[Looked], delivered: &Delivered) -> Exit {
    if !delivered.troubles.is_empty() {
        Exit::Trouble
    } else if looks.iter().any(|looked| matches!(looked.outcome, Outcome::Unreadable { .. })) {
        Exit::Unreadable
    } else {
        Exit::Fine
    }
}
