//! A policy hub: the links of its main part to the same site are its entries.

use std::collections::HashSet;

use url::Url;

use crate::model::{Block, BlockKind, Document, HubLink, Link, count_words};

/// A hub has some dozen entries; what has far more is a map of the site.
const MOST: usize = 500;

/// Longer titles are sentences.
const TITLE: usize = 160;

/// A page that says more than this in other words than links is a document with links in it.
const OTHER_WORDS: usize = 60;
/// A list of documents has so many.
pub(super) const LEAST: usize = 3;

/// Whether a document is little but links to documents: below its name, most of its words lead to other pages.
#[must_use]
pub fn is_hub(document: &Document) -> bool {
    let headed = document.blocks.iter().skip_while(|block| !is_name(block));
    let pages = pages(headed.flat_map(|block| &block.links));
    let below = || document.blocks.iter().filter(|block| !is_name(block));
    let letters: usize = below().map(|block| block.text.len()).sum();
    let linked: usize = below().flat_map(|block| &block.links).map(|link| link.text.len()).sum();
    let linked_words: usize = below().flat_map(|block| &block.links).map(|link| count_words(&link.text)).sum();
    let others = document.word_count().saturating_sub(linked_words);
    pages >= LEAST && linked * 2 >= letters && others <= OTHER_WORDS
}

/// To how many pages links lead.
pub(super) fn pages<'a>(links: impl Iterator<Item = &'a Link>) -> usize {
    let leads_to_a_page = |target: &&str| {
        !(target.is_empty() || target.starts_with('#') || target.contains(':') && !target.starts_with("http"))
    };
    links.map(|link| link.target.trim()).filter(leads_to_a_page).collect::<HashSet<_>>().len()
}

/// Whether a block names the document: a heading that leads nowhere.
fn is_name(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading(_)) && block.links.is_empty()
}

/// The entries among the links of a hub that was read at that address, each once, in the order of the page.
#[must_use]
pub fn entries(links: &[Link], at: &Url) -> Vec<HubLink> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    let here = plain(at.clone());
    for link in links {
        let Ok(url) = at.join(link.target.trim()) else { continue };
        let url = plain(url);
        let title: String = link.text.trim().chars().take(TITLE).collect();
        let is_entry = matches!(url.scheme(), "http" | "https") && is_same_site(&url, at) && url != here;
        if is_entry && !title.is_empty() && url.username().is_empty() && seen.insert(url.clone()) {
            found.push(HubLink { url: url.to_string(), title });
        }
        if found.len() >= MOST {
            break;
        }
    }
    found
}

/// The links that an address or a title makes likely for a page that is no longer at its place, the likeliest first.
#[must_use]
pub fn likely(links: &[HubLink], document: &str, url: &Url, most: usize) -> Vec<HubLink> {
    let wanted = words(&format!("{document} {}", url.path()));
    let mut scored: Vec<(usize, &HubLink)> = links
        .iter()
        .map(|link| {
            let path = Url::parse(&link.url).map(|url| url.path().to_owned()).unwrap_or_default();
            (words(&format!("{} {path}", link.title)).intersection(&wanted).count(), link)
        })
        .filter(|(score, _)| *score > 0)
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().take(most).map(|(_, link)| link.clone()).collect()
}

fn words(text: &str) -> HashSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    words.map(str::to_lowercase).collect()
}

fn plain(mut url: Url) -> Url {
    url.set_fragment(None);
    url
}

/// The same host, or one below the other.
pub(super) fn is_same_site(one: &Url, other: &Url) -> bool {
    let host = |url: &Url| url.host_str().map(|host| host.strip_prefix("www.").unwrap_or(host).to_owned());
    let (Some(one), Some(other)) = (host(one), host(other)) else { return false };
    let below = |low: &str, high: &str| low.strip_suffix(high).is_some_and(|rest| rest.ends_with('.'));
    one == other || below(&one, &other) || below(&other, &one)
}
