//! Where a page sends its readers by itself, and what it shows in frames of its own house.

use dom_query::NodeRef;

use super::{elsewhere, parse};

/// What a page says of other addresses that stand for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signpost {
    /// After so many seconds it sends its readers to that address.
    pub refresh: Option<(u32, String)>,
    /// The addresses of frames with room for a text, as they are written.
    pub frames: Vec<String>,
    /// To what addresses are relative, where the page says so.
    pub base: Option<String>,
}

/// So many frames may be looked into.
const MOST: usize = 2;
/// So many are looked at for that.
const LOOKED_AT: usize = 200;

/// A tag is no longer, in bytes, as far as it is looked at.
const TAG: usize = 2000;

/// Whether a page could lead elsewhere, or show another page of its host in a frame; told without parsing it.
pub(in crate::steps::extract) fn may_lead_on(source: &str, host: &str) -> bool {
    let bytes = source.as_bytes();
    let tags = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'<').map(|(at, _)| &bytes[at + 1..]);
    let begins =
        |tag: &[u8], name: &str| tag.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name.as_bytes()));
    let whole = |tag: &[u8]| {
        let tag = &tag[..tag.len().min(TAG)];
        let end = tag.iter().position(|byte| *byte == b'>').unwrap_or(tag.len());
        String::from_utf8_lossy(&tag[..end]).to_ascii_lowercase().replace(char::is_whitespace, "")
    };
    tags.into_iter().any(|tag| {
        if begins(tag, "meta") {
            return whole(tag).contains("refresh");
        }
        let is_frame = ["iframe", "frame", "object", "embed"].iter().any(|name| begins(tag, name));
        is_frame && {
            let tag = whole(tag);
            let source = tag.split_once("src=").or_else(|| tag.split_once("data=")).map_or("", |(_, rest)| rest);
            let source = source.trim_start_matches(['"', '\'', ' ']);
            let is_elsewhere = ["http:", "https:", "//", "about:", "javascript:", "data:"]
                .iter()
                .any(|other| source.starts_with(other));
            !source.is_empty() && (!is_elsewhere || !host.is_empty() && source.contains(host))
        }
    })
}

/// Reads a page for where it leads.
pub(in crate::steps::extract) fn signpost(source: &str) -> Signpost {
    let mut found = Signpost::default();
    let Ok(page) = parse::with_scripts(source) else { return found };
    let mut left = LOOKED_AT;
    for node in page.root().descendants_it() {
        let Some(name) = node.node_name() else { continue };
        match &*name {
            "meta" if found.refresh.is_none() && !is_for_lack_of_scripts(&node) => found.refresh = of_meta(&node),
            "base" if found.base.is_none() => found.base = node.attr("href").map(|href| href.to_string()),
            "iframe" | "frame" | "object" | "embed" if found.frames.len() < MOST && left > 0 => {
                left -= 1;
                found.frames.extend(elsewhere::frame(&node, &name));
            }
            _ => {}
        }
    }
    found
}

/// A page with what one of its frames shows in that frame's place.
pub(in crate::steps::extract) fn with_frame(source: &str, frame: &str, shown: &str) -> Option<String> {
    let inner = parse::with_scripts(shown).ok()?.body()?.inner_html();
    let page = parse::with_scripts(source).ok()?;
    let of_frame = |node: &NodeRef<'_>| {
        node.node_name().is_some_and(|name| {
            matches!(&*name, "iframe" | "frame" | "object" | "embed")
                && elsewhere::frame(node, &name).is_some_and(|source| source == frame)
        })
    };
    let node = page.root().descendants_it().find(of_frame)?;
    if node.has_name("frame") {
        // A set of frames has no body for a text.
        let head = page.head().map(|head| head.html()).unwrap_or_default();
        return Some(format!("<!doctype html><html>{head}<body>{inner}</body></html>"));
    }
    node.replace_with_html(format!("<section>{inner}</section>"));
    Some(page.html().to_string())
}

/// What stands in `<noscript>` is for those who have no scripts; browsers have them.
fn is_for_lack_of_scripts(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None).any(|above| above.has_name("noscript"))
}

/// `<meta http-equiv="refresh" content="0; url=/terms">`.
fn of_meta(node: &NodeRef<'_>) -> Option<(u32, String)> {
    if !node.attr("http-equiv")?.trim().eq_ignore_ascii_case("refresh") {
        return None;
    }
    refresh(&node.attr("content")?)
}

/// `0; url=/terms`, in a page or in the header of an answer.
pub(in crate::steps::extract) fn refresh(content: &str) -> Option<(u32, String)> {
    let content = content.trim();
    let digits = content.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(content.len());
    let seconds = content[..digits].parse().ok()?;
    let rest = content[digits..].trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, ';' | ','));
    let is_named = rest.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("url"));
    let url = if is_named { rest[3..].trim_start().strip_prefix('=').unwrap_or(&rest[3..]) } else { rest };
    let url = url.trim().trim_matches(['"', '\'']).trim();
    (!url.is_empty()).then(|| (seconds, url.to_owned()))
}
