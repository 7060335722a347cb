//! `hausrecht show`: one change in full.

use anyhow::anyhow;

use super::passage_text::{Layout, Length};
use super::{
    Exit, Failure, General, change_json, change_markdown, change_record, change_text, decisions, paths, setup,
    terminal, told_text, tongue, why_text,
};
use crate::io::evidence;
use crate::io::store::{Store, ToldIn};
use crate::model::{Change, Decided, Held};
use crate::round::{self, with_counterparts};
use crate::steps::compose::{self, Moment};

/// Show one change, or one passage that is held back, in full.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id of a change, or of a passage that is held back, or the beginning of it
    #[arg(value_name = "CHANGE")]
    change: String,
    /// As JSON
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// As text, Markdown (whole), a page to print or to file (old and new side by side), or JSON
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    passages: Passages,
    /// What the tier rests on: the passage, the rules that fired, the model's weightiest signs, and what would have made it another
    #[arg(long, conflicts_with_all = ["json", "format"])]
    why: bool,
}

/// How its passages are shown.
#[derive(Debug, Clone, Copy, clap::Args)]
struct Passages {
    /// Leave nothing out between what changed
    #[arg(long)]
    full: bool,
    /// Old and new side by side; with `--full` this is so wherever the window has 140 columns
    #[arg(long)]
    side_by_side: bool,
}

/// In which form a change is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Md,
    Html,
    Json,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let format = if args.json { Format::Json } else { args.format };
    let length = if args.passages.full { Length::Full } else { Length::Short };
    if let Some(held) = found_held(general, &args.change)? {
        return show_held(general, &held, format, length);
    }
    let change = with_other_languages(general, found(general, &args.change)?)?;
    let (decided, told) = match setup::store_to_read(general)? {
        Some(store) => (store.decisions(&change.id)?, store.told_in(&change.id)?),
        None => (Vec::new(), Vec::new()),
    };
    let zone = setup::zone(general);
    let record = change_record::rows(&told, &decided, &zone);
    match format {
        Format::Json => {
            let mut value = change_json::with_decisions(&change, &decided);
            value["told"] = told_text::as_json(&told);
            say!("{value}");
        }
        Format::Md => put!("{}", change_markdown::whole(&change, &record, &zone)),
        Format::Html => {
            let assets = setup::watchlist(general).map(|list| list.assets).unwrap_or_default();
            let moment = Moment { now: setup::now(), zone: &zone };
            let page = compose::sheet(&change, &assets, (&change_record::title(), &record), tongue::spoken(), moment);
            put!("{}", page.ok_or_else(|| Failure::trouble(anyhow!("the page cannot be made")))?);
        }
        Format::Text => show_text(general, args, &change, (&decided, &told))?,
    }
    Ok(Exit::Fine)
}

/// A change as a person reads it at the terminal, with what was decided and, where it is asked for, why.
fn show_text(
    general: &General,
    args: &Args,
    change: &Change,
    (decided, told): (&[Decided], &[ToldIn]),
) -> Result<(), Failure> {
    let zone = setup::zone(general);
    setup::name_zone(general, &zone);
    let layout = match (args.passages.side_by_side, args.passages.full) {
        (false, false) => Layout::one_below_the_other(Length::Short),
        (is_wanted, true) => Layout::side_by_side_if(is_wanted, Length::Full),
        (true, false) => Layout::side_by_side_if(true, Length::Short),
    };
    put!("{}", change_text::whole(change, &zone, layout));
    say!("\n{}", terminal::hanging(&told_text::line(told, &zone), 9));
    for decided in decided {
        say!("\n{}", terminal::hanging(&decisions::line(decided, &zone), 9));
    }
    if args.why {
        // An old change can be explained without any watchlist, too: then for a team that owns nothing.
        let watchlist = setup::watchlist(general).ok();
        put!("{}", why_text::whole(change, &round::grounds(watchlist.as_ref(), change)));
    }
    for picture in evidence::of(&paths::data(general)?, &change.watch, &change.to.snapshot) {
        say!("\n{}", phrase!("picture  {}", "Bild  {}", picture.display()));
    }
    Ok(())
}

/// A passage that is held back is no change: there is no page or ticket to make of it.
fn show_held(general: &General, held: &Held, format: Format, length: Length) -> Result<Exit, Failure> {
    match format {
        Format::Json => say!("{}", change_json::held(held)),
        Format::Text => {
            let zone = setup::zone(general);
            setup::name_zone(general, &zone);
            put!("{}", change_text::held(held, &zone, length));
        }
        Format::Md | Format::Html => {
            return Err(Failure::usage(anyhow!(phrase!(
                "`{}` is a passage that is held back, and is shown as text or JSON only",
                "`{}` ist eine zurückgehaltene Stelle und wird nur als Text oder JSON gezeigt",
                held.change.id
            ))));
        }
    }
    Ok(Exit::Fine)
}

/// The change with a word on its document's other languages, where the watchlist at hand knows any.
fn with_other_languages(general: &General, change: Change) -> Result<Change, Failure> {
    // An old change can be shown without any watchlist.
    match (setup::watchlist(general), setup::store_to_read(general)?) {
        (Ok(watchlist), Some(store)) => Ok(with_counterparts(&store, &watchlist, change)?),
        _ => Ok(change),
    }
}

/// The one passage that is held back and whose id begins so; none where a change's does.
fn found_held(general: &General, id: &str) -> Result<Option<Held>, Failure> {
    let Some(store) = setup::store_to_read(general)? else { return Ok(None) };
    if !store.changes_by_id(id)?.is_empty() {
        return Ok(None);
    }
    let mut found = store.held_by_id(id)?;
    Ok(found.pop().filter(|_| found.is_empty()))
}

/// The one change whose id begins so.
pub fn found(general: &General, id: &str) -> Result<Change, Failure> {
    let Some(store) = setup::store_to_read(general)? else {
        return Err(Failure::usage(anyhow!(phrase!("nothing is recorded yet", "noch ist nichts festgehalten"))));
    };
    let mut found = store.changes_by_id(id)?;
    match (found.pop(), found.pop()) {
        (Some(change), None) => Ok(change),
        (None, _) => Err(unknown(&store, id)?),
        (Some(_), Some(_)) => Err(Failure::usage(anyhow!(phrase!(
            "`{id}` begins more than one change's id\nhint: write one letter more",
            "mit `{id}` beginnt mehr als eine Kennung\nHinweis: ein Zeichen mehr schreiben"
        )))),
    }
}

/// Ids have so many letters.
const ID: usize = 10;

/// Why no change has that id: it is too long, too short, or there is none.
fn unknown(store: &Store, id: &str) -> Result<Failure, Failure> {
    if let Some(head) = id.get(..ID).filter(|_| id.len() > ID) {
        let known = store.changes_by_id(head)?.pop().map(|change| change.id);
        let hint = known.map_or_else(
            || phrase!("`hausrecht log` lists them", "`hausrecht log` zählt sie auf"),
            |id| phrase!("did you mean `{id}`?", "gemeint ist vielleicht `{id}`"),
        );
        return Ok(Failure::usage(anyhow!(phrase!(
            "`{id}` is too long for a change's id: ids have {ID} letters\nhint: {hint}",
            "`{id}` ist zu lang für die Kennung einer Änderung: Kennungen haben {ID} Zeichen\nHinweis: {hint}"
        ))));
    }
    let short =
        phrase!("; two letters are the shortest beginning", "; zwei Zeichen sind der kürzeste Anfang einer Kennung");
    let short = if id.len() < 2 { short } else { String::new() };
    Ok(Failure::usage(anyhow!(phrase!(
        "there is no change `{id}`{short}\nhint: `hausrecht log` lists them",
        "es gibt keine Änderung `{id}`{short}\nHinweis: `hausrecht log` zählt sie auf"
    ))))
}
