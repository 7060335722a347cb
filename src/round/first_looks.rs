//! A first look at every page of the watchlist, to see what of it is read; nothing is recorded.

use tokio::task::JoinSet;

use super::house::House;
use super::page::request::{fetch, is_chosen, request};
use crate::io::fetch::Fetched;
use crate::model::{BlockKind, DocumentKind, Memory, Page, Snapshot, Trouble, Watch};
use crate::steps::extract::{self, Container, Extract};
use crate::steps::identity::{self, Identified};

/// What a first look at a page found.
#[derive(Debug, Clone)]
pub struct FirstLook {
    pub watch: String,
    pub part: String,
    /// What was read; none where nothing was.
    pub read: Option<WhatWasRead>,
    /// Why nothing was read, or why it may not be all.
    pub trouble: Option<Trouble>,
}

/// What was read of a page.
#[derive(Debug, Clone)]
pub struct WhatWasRead {
    pub words: usize,
    pub headings: usize,
    /// The code of the language in which it is written, where it can be told.
    pub language: Option<String>,
    pub means: Means,
    pub container: Container,
}

/// By what means a page was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    Http,
    Browser,
    Pdf,
    Feed,
}

/// Looks at every page, and hands each result to `seen` as it comes; they come back in the order of the watchlist.
pub async fn first_looks(house: &House, seen: impl Fn(&FirstLook)) -> Vec<FirstLook> {
    let mut looks = JoinSet::new();
    let pages = house.watchlist.watches.iter().flat_map(|watch| watch.pages.iter().map(move |page| (watch, page)));
    for (place, (watch, page)) in pages.enumerate() {
        let (house, watch, page) = (house.clone(), watch.clone(), page.clone());
        looks.spawn(async move { (place, look(&house, &watch, &page).await) });
    }
    let mut found = Vec::with_capacity(looks.len());
    while let Some(result) = looks.join_next().await {
        match result {
            Ok((place, look)) => {
                seen(&look);
                found.push((place, look));
            }
            Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
            Err(_) => {}
        }
    }
    house.browser.close().await;
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, look)| look).collect()
}

async fn look(house: &House, watch: &Watch, page: &Page) -> FirstLook {
    let request = request(watch, page, true);
    let is_chosen = is_chosen(watch, page);
    let now = house.clock.now();
    let answer = fetch(&house.fetcher, &house.browser, watch.render, &request, is_chosen, now, |_| 100).await;
    let nothing =
        |trouble| FirstLook { watch: watch.id.clone(), part: page.part.clone(), read: None, trouble: Some(trouble) };
    let snapshot = match answer {
        Ok(Fetched::Page(snapshot)) => snapshot,
        Ok(Fetched::NotModified) => return nothing(Trouble::Status { code: 304 }),
        Err(trouble) => return nothing(trouble),
    };
    let (house, of_watch, of_page) = (house.clone(), watch.clone(), page.clone());
    let work = move || {
        house.reader(&of_watch, &of_page).read(&snapshot).map(|extract| weighed(&of_watch, &snapshot, &extract))
    };
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok((read, trouble))) => {
            FirstLook { read: Some(read), trouble, ..nothing(Trouble::Empty { scripts: false }) }
        }
        Ok(Err(trouble)) => nothing(trouble),
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}

/// By what means a page was read.
pub(super) fn means(snapshot: &Snapshot) -> Means {
    match () {
        () if extract::is_pdf(snapshot) => Means::Pdf,
        () if extract::is_feed(snapshot) => Means::Feed,
        () if snapshot.is_rendered() => Means::Browser,
        () => Means::Http,
    }
}

/// What was read, and what speaks against its being the document, or all of it.
fn weighed(watch: &Watch, snapshot: &Snapshot, extract: &Extract) -> (WhatWasRead, Option<Trouble>) {
    let wall = match identity::identify(None, extract, &mut Memory::default(), "", snapshot.fetched_at) {
        Identified::Not(trouble) => Some(trouble),
        _ => None,
    };
    let in_part = || identity::in_part(extract, snapshot).filter(|_| watch.kind != DocumentKind::Hub);
    let blocks = &extract.document.blocks;
    let read = WhatWasRead {
        words: extract.document.word_count(),
        headings: blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_))).count(),
        language: identity::written_in(&extract.document).or_else(|| extract.document.language.clone()),
        means: means(snapshot),
        container: extract.signs.container,
    };
    (read, wall.or_else(in_part))
}
