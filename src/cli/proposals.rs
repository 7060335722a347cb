//! `hausrecht proposals`: what the watchlist could say better.

use anyhow::anyhow;
use serde_json::json;

use super::terminal::{FAINT, STRONG, painted};
use super::{Exit, Failure, General, setup};
use crate::io::store::Store;
use crate::model::{Proposal, Suggestion, Watchlist};

/// List what was found out for the watchlist: pages that have moved, new pages in hubs.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// As JSON, one line a proposal
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let watchlist = setup::watchlist(general)?;
    let store = setup::store_to_read(general)?;
    let open = open(store.as_ref(), &watchlist)?;
    for proposal in &open {
        if args.json {
            say!("{}", as_json(proposal));
        } else {
            say!("{}  {}  {}", painted(&proposal.id, STRONG), proposal.watch, sentence(proposal));
        }
    }
    if !args.json && !general.quiet {
        match open.first() {
            Some(first) => {
                let how = phrase!(
                    "take over: hausrecht accept {} (decline: with --no)",
                    "übernehmen: hausrecht accept {} (ablehnen: mit --no)",
                    first.id
                );
                say!("{}", painted(&how, FAINT));
            }
            None => say!("{}", phrase!("nothing is proposed", "es gibt keinen Vorschlag")),
        }
    }
    Ok(Exit::Fine)
}

/// The proposals that nobody has decided on and that the watchlist does not follow already.
pub fn open(store: Option<&Store>, watchlist: &Watchlist) -> Result<Vec<Proposal>, Failure> {
    let mut open = store.map(Store::open_proposals).transpose()?.unwrap_or_default();
    open.retain(|proposal| proposal.is_open_in(&watchlist.watches));
    Ok(open)
}

/// The one open proposal whose id begins so.
pub fn found(open: Vec<Proposal>, id: &str) -> Result<Proposal, Failure> {
    let mut found = open.into_iter().filter(|proposal| !id.is_empty() && proposal.id.starts_with(id));
    match (found.next(), found.next()) {
        (Some(proposal), None) => Ok(proposal),
        (None, _) => Err(Failure::usage(anyhow!(phrase!(
            "there is no open proposal `{id}`\nhint: `hausrecht proposals` lists them",
            "es gibt keinen offenen Vorschlag `{id}`\nHinweis: `hausrecht proposals` zählt sie auf"
        )))),
        (Some(_), Some(_)) => Err(Failure::usage(anyhow!(phrase!(
            "`{id}` begins more than one proposal's id\nhint: write one letter more",
            "mit `{id}` beginnen mehrere Kennungen von Vorschlägen\nHinweis: ein Zeichen mehr angeben"
        )))),
    }
}

/// What is proposed, in a sentence.
fn sentence(proposal: &Proposal) -> String {
    match &proposal.what {
        Suggestion::Moved { to, alike: Some(alike), .. } => {
            phrase!("moved to {to}, {alike} % the same text", "umgezogen nach {to}, der Text zu {alike} % derselbe")
        }
        Suggestion::Moved { to, alike: None, .. } => phrase!("moved to {to}", "umgezogen nach {to}"),
        Suggestion::NewPage { url, title } => {
            phrase!("new page in the hub: {title} ({url})", "neue Seite in der Übersicht: {title} ({url})")
        }
    }
}

fn as_json(proposal: &Proposal) -> serde_json::Value {
    json!({
        "id": proposal.id,
        "watch": proposal.watch,
        "platform": proposal.platform,
        "document": proposal.document,
        "found_at": proposal.found_at.to_string(),
        "proposal": proposal.what,
    })
}
