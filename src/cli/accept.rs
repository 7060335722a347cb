//! `hausrecht accept`: a proposal is taken over into the watchlist, or declined.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, anyhow};
use jiff::Timestamp;
use url::Url;

use super::{Exit, Failure, General, paths, proposals, setup};
use crate::io::replace;
use crate::model::{Proposal, Suggestion, Watch, Watchlist};
use crate::steps::watchlist::edit::{self, NewWatch};

/// Take a proposal over into the watchlist; its comments and order stay, and a copy of it is kept as .bak.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The proposal's id, or the beginning of it
    #[arg(value_name = "ID")]
    id: String,
    /// Decline it: it is not proposed again
    #[arg(long)]
    no: bool,
}

/// What would have to be written, and the text with it where that is safe.
struct Plan {
    edited: Option<String>,
    by_hand: String,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let path = paths::watchlist(general)?;
    let watchlist = setup::watchlist_at(&path)?;
    let mut store = setup::store(general)?;
    let proposal = proposals::found(proposals::open(Some(&store), &watchlist)?, &args.id)?;
    let now = setup::now();
    if args.no {
        store.decide_proposal(&proposal, false, now)?;
        say!("{}", phrase!("{}: declined", "{}: abgelehnt", proposal.id));
        return Ok(Exit::Fine);
    }
    let text = fs::read_to_string(&path)
        .with_context(|| phrase!("{} cannot be read", "{} ist nicht zu lesen", path.display()))
        .map_err(Failure::usage)?;
    let plan = plan(&proposal, &watchlist, &text, now)?;
    let copy = write(&path, &plan)?;
    store.decide_proposal(&proposal, true, now)?;
    say!(
        "{}",
        phrase!("{} is changed; as it was: {}", "{} ist geändert; wie sie war: {}", path.display(), copy.display())
    );
    say!("{}", plan.by_hand);
    Ok(Exit::Fine)
}

fn plan(proposal: &Proposal, watchlist: &Watchlist, text: &str, now: Timestamp) -> Result<Plan, Failure> {
    let parsed = |url: &str| {
        Url::parse(url)
            .with_context(|| phrase!("`{url}` is not an address", "`{url}` ist keine Adresse"))
            .map_err(Failure::trouble)
    };
    match &proposal.what {
        Suggestion::Moved { from, to, .. } => {
            let edited = edit::with_address(text, now, &proposal.watch, (&parsed(from)?, &parsed(to)?));
            let by_hand = match watchlist.watch(&proposal.watch).filter(|watch| watch.catalogue) {
                Some(shipped) => in_its_place(shipped, &parsed(to)?),
                None => format!("watch `{}`\n  - {from}\n  + {to}", proposal.watch),
            };
            Ok(Plan { edited, by_hand })
        }
        Suggestion::NewPage { url, title } => {
            let url = parsed(url)?;
            let like = setup::watch(watchlist, &proposal.watch)?;
            let id = edit::name_for(&like.platform, title, watchlist);
            let new = NewWatch { id, document: title.clone(), url: &url, like };
            let edited = edit::with_watch(text, now, &proposal.watch, &new);
            let lines: Vec<_> = new.lines().iter().map(|line| format!("  {line}")).collect();
            Ok(Plan { edited, by_hand: lines.join("\n") })
        }
    }
}

/// The lines of an own watch that takes the place of one of the catalogue at another address.
fn in_its_place(shipped: &Watch, url: &Url) -> String {
    let (id, document) = (shipped.id.clone(), shipped.document.clone());
    let mut lines = NewWatch { id, document, url, like: shipped }.lines();
    lines.push(format!("  kind: {}", shipped.kind.key()));
    let lines: Vec<_> = lines.iter().map(|line| format!("  {line}")).collect();
    phrase!(
        "(under `watches`, in the place of the watch that the catalogue brings)\n{}",
        "(unter `watches`, an der Stelle des Watch aus dem Katalog)\n{}",
        lines.join("\n")
    )
}

/// Writes the edited watchlist, or says what is to be written by hand.
fn write(path: &Path, plan: &Plan) -> Result<std::path::PathBuf, Failure> {
    let name = path.display();
    let hint = phrase!(
        "hint: write this by hand; it is not proposed any more then\n{}",
        "Hinweis: das von Hand schreiben; dann kommt der Vorschlag nicht wieder\n{}",
        plan.by_hand
    );
    let Some(edited) = &plan.edited else {
        return Err(Failure::usage(anyhow!(phrase!(
            "{name} is not written in a way that can be edited safely\n{hint}",
            "{name} ist so geschrieben, dass es sich nicht gefahrlos ändern lässt\n{hint}"
        ))));
    };
    replace::replace(path, edited).map_err(|error| {
        Failure::usage(anyhow!(phrase!(
            "{name} cannot be written ({error})\n{hint}",
            "{name} ist nicht zu schreiben ({error})\n{hint}"
        )))
    })
}
