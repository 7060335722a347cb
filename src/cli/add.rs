//! `hausrecht add`: a watch for an address, with what a look at it shows.

use std::fs;

use anyhow::{Context as _, anyhow};
use url::Url;

use super::{Exit, Failure, General, paths, setup, trouble_text};
use crate::io::fetch::{self, Browser, Fetched, Request};
use crate::io::pdf::PdfReader;
use crate::io::replace;
use crate::model::{Access, Render, Snapshot, Watchlist};
use crate::round::{self, Reader};
use crate::steps::extract::{Extract, Reading};
use crate::steps::identity;
use crate::steps::watchlist;
use crate::steps::watchlist::edit::{self, NewWatch};

/// Look at a page and add it to the watchlist: title, language, and whether it needs a browser are found by looking.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The address
    #[arg(value_name = "URL")]
    url: String,
    /// The platform [default: that of the watches on the same host, else the host's name]
    #[arg(long, value_name = "PLATFORM")]
    platform: Option<String>,
    /// The document's name [default: the page's title]
    #[arg(long, value_name = "NAME")]
    document: Option<String>,
    /// The watch's id [default: made of both]
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Only print the entry
    #[arg(long)]
    dry_run: bool,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let path = paths::watchlist(general)?;
    let list = setup::watchlist_to_add_to(&path)?;
    let url = Url::parse(&args.url)
        .with_context(|| phrase!("`{}` is not an address", "`{}` ist keine Adresse", args.url))
        .map_err(Failure::usage)?;
    if let Some(known) = list.watches.iter().find(|watch| watch.pages.iter().any(|page| page.url == url)) {
        return Err(Failure::usage(anyhow!(phrase!(
            "{url} is watched already, as `{}`",
            "{url} wird schon beobachtet, als `{}`",
            known.id
        ))));
    }
    if let Some(id) = args.id.as_deref().filter(|id| list.watch(id).is_some()) {
        return Err(Failure::usage(anyhow!(phrase!(
            "there is a watch `{id}` already\nhint: name another with --id",
            "die Kennung `{id}` ist schon vergeben\nHinweis: eine andere mit --id nennen"
        ))));
    }
    let is_private = setup::block_on(fetch::leads_home(&url))?;
    let (snapshot, extract) = seen(&list, &url, is_private)?;
    let entry = Entry::of(args, &list, &url, &snapshot, &extract)?;
    let new = NewWatch { id: entry.id.clone(), document: entry.document.clone(), url: &url, like: &entry.like };
    let lines: Vec<String> = new.lines().iter().map(|line| format!("  {line}")).collect();
    let by_hand = lines.join("\n");
    let words = extract.document.word_count();
    if snapshot.is_rendered() {
        tell!("{}", phrase!("{words} words, by a browser", "{words} Wörter, mit einem Browser"));
    } else {
        tell!("{}", phrase!("{words} words, without a browser", "{words} Wörter, ohne Browser"));
    }
    if args.dry_run {
        say!("{by_hand}");
        return Ok(Exit::Fine);
    }
    let name = path.display();
    let hint = phrase!("hint: write this under `watches`\n{by_hand}", "Hinweis: unter `watches` eintragen\n{by_hand}");
    let text = fs::read_to_string(&path)
        .with_context(|| phrase!("{name} cannot be read", "{name} ist nicht zu lesen"))
        .map_err(Failure::usage)?;
    let beside = list.watches.iter().filter(|watch| !watch.catalogue).max_by_key(|watch| watch.line);
    let edited = match beside {
        Some(beside) => edit::with_watch(&text, setup::now(), &beside.id, &new),
        None => edit::with_first_watch(&text, setup::now(), &new),
    };
    let Some(edited) = edited else {
        return Err(Failure::usage(anyhow!(phrase!(
            "{name} is not written in a way that can be edited safely\n{hint}",
            "{name} ist so geschrieben, dass sich nichts sicher einfügen lässt\n{hint}"
        ))));
    };
    let copy = replace::replace(&path, &edited).map_err(|error| {
        Failure::usage(anyhow!(phrase!(
            "{name} cannot be written ({error})\n{hint}",
            "{name} lässt sich nicht schreiben ({error})\n{hint}"
        )))
    })?;
    let copy = copy.display();
    say!("{}", phrase!("{name} is changed; as it was: {copy}", "{name} ist geändert; der alte Stand: {copy}"));
    say!("{by_hand}");
    Ok(Exit::Fine)
}

/// What is to be written.
struct Entry {
    id: String,
    document: String,
    /// A watch with the platform, the language and the way of reading that were found.
    like: crate::model::Watch,
}

impl Entry {
    fn of(args: &Args, list: &Watchlist, url: &Url, snapshot: &Snapshot, extract: &Extract) -> Result<Self, Failure> {
        let host = url.host_str().unwrap_or_default();
        let on_host = |watch: &&crate::model::Watch| watch.pages.iter().any(|page| page.url.host_str() == Some(host));
        let known = list.watches.iter().find(on_host).map(|watch| watch.platform.clone());
        let platform = args.platform.clone().or(known).unwrap_or_else(|| named_by(host));
        let title = extract.document.title.clone().map(|title| title.trim().to_owned());
        let document = args.document.clone().or(title.filter(|title| !title.is_empty()));
        let document = document.ok_or_else(|| {
            Failure::usage(anyhow!(phrase!(
                "the page has no title\nhint: name the document with --document NAME",
                "die Seite hat keinen Titel\nHinweis: das Dokument mit --document NAME benennen"
            )))
        })?;
        let platform = crate::model::platform_key(&platform);
        let id = args.id.clone().unwrap_or_else(|| edit::name_for(&platform, &document, list));
        let mut lines = format!(
            "watches:\n  - {{id: {}, platform: {}, document: {}, url: {}",
            scalar(&id),
            scalar(&platform),
            scalar(&document),
            scalar(url.as_str())
        );
        if let Some(language) = identity::written_in(&extract.document) {
            lines.push_str(", language: ");
            lines.push_str(&scalar(&language));
        }
        if snapshot.is_rendered() {
            lines.push_str(", render: browser");
        }
        if setup::block_on(fetch::leads_home(url))? {
            lines.push_str(", allow_private_network: true");
        }
        lines.push_str("}\n");
        let read = watchlist::read(&lines, "the new watch", setup::now())?;
        let like = read.watches.into_iter().next().ok_or_else(|| {
            Failure::usage(anyhow!(phrase!("no watch could be made of it", "daraus wird kein Watch")))
        })?;
        Ok(Self { id, document, like })
    }
}

/// What a look at the page shows.
fn seen(list: &Watchlist, url: &Url, allow_private_network: bool) -> Result<(Snapshot, Extract), Failure> {
    let settings = &list.settings;
    let fetcher = setup::fetcher(Some(settings))?;
    let browser = Browser::new(&fetcher, settings.chromium.clone());
    let request = Request {
        url: url.clone(),
        language: None,
        access: Access::default(),
        allow_private_network,
        only_at_home: true,
        etag: None,
        last_modified: None,
        fresh: true,
        patient: false,
    };
    let answer = setup::block_on(async {
        let answer = round::fetch(&fetcher, &browser, Render::Auto, &request, false, setup::now(), |_| 100).await;
        browser.close().await;
        answer
    })?;
    let refused = |why: String| {
        Failure::unreadable(anyhow!(phrase!("{url} cannot be read: {why}", "{url} ist nicht lesbar: {why}")))
    };
    let snapshot = match answer {
        Ok(Fetched::Page(snapshot)) => *snapshot,
        Ok(Fetched::NotModified) => {
            return Err(refused(phrase!("it says that it has not changed", "laut Server hat sie sich nicht geändert")));
        }
        Err(trouble) => return Err(refused(trouble_text::of(&trouble))),
    };
    let extract = Reader::new(&PdfReader::new(), Reading::default())
        .read(&snapshot)
        .map_err(|trouble| refused(trouble_text::of(&trouble)))?;
    match identity::at_first_sight(&extract) {
        Some(trouble) => Err(refused(trouble_text::of(&trouble))),
        None => Ok((snapshot, extract)),
    }
}

/// "example" of `www.example.com`.
fn named_by(host: &str) -> String {
    let labels: Vec<&str> = host.split('.').collect();
    labels.iter().rev().nth(1).or_else(|| labels.first()).map_or_else(String::new, |label| (*label).to_owned())
}

/// Text as a scalar of the watchlist.
fn scalar(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
