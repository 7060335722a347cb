//! Pages of every kind become the blocks that a person would read.

use hausrecht::model::{BlockKind, Document, Origin, Snapshot, Trouble};
use hausrecht::steps::extract::{Reading, extract};
use insta::assert_snapshot;

fn snapshot(address: &str, content_type: &str, body: impl Into<Vec<u8>>) -> Snapshot {
    Snapshot {
        fetched_at: "2026-11-21T06:00:00Z".parse().unwrap(),
        url: address.parse().unwrap(),
        redirects: Vec::new(),
        status: 200,
        headers: vec![("content-type".into(), content_type.into())],
        body: body.into(),
        origin: Origin::Live,
    }
}

fn markdown(body: &str) -> String {
    shown(
        &extract(&snapshot("https://example.org/terms.md", "text/markdown", body), Reading::default())
            .unwrap()
            .document,
    )
}

/// A document as one line a block: what it is, then its words.
fn shown(document: &Document) -> String {
    let lines = document.blocks.iter().map(|block| {
        let mark = match block.kind {
            BlockKind::Heading(level) => format!("h{level}"),
            BlockKind::Paragraph => "p".to_owned(),
            BlockKind::Item(depth) => format!("item{depth}"),
            BlockKind::Row => "row".to_owned(),
            BlockKind::Code => "code".to_owned(),
        };
        format!("{mark}: {}", block.text)
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn markdown_comes_out_without_its_marks() {
    let source = "Terms of Service\n================\n\n**Last updated:** 1 May 2026  \n\n### 1\\. Contests\n\n\
        You *may* run [contests](https://example.org/c \"t\") on your\\_page.\n\n* One\n    * Two, <br>on two lines\n* Three\n\n\
        | Fee | Share |\n| --- | --- |\n| Ads | **30 %** |\n\n![logo](https://example.org/l.png)\n\n<div>Left over</div>\n";
    assert_snapshot!(markdown(source), @r"
    h1: Terms of Service
    p: Last updated: 1 May 2026
    h3: 1. Contests
    p: You may run contests on your_page.
    item1: One
    item2: Two, on two lines
    item1: Three
    row: Fee | Share
    row: Ads | 30 %
    p: Left over
    ");
}

#[test]
fn markdown_links_are_kept_apart_from_their_words() {
    let page = snapshot("https://example.org/terms.md", "text/plain", "See [the rules](https://example.org/rules).");
    let block = &extract(&page, Reading::default()).unwrap().document.blocks[0];
    assert_eq!(block.text, "See the rules.");
    assert_eq!(
        (block.links[0].text.as_str(), block.links[0].target.as_str()),
        ("the rules", "https://example.org/rules")
    );
}

#[test]
fn plain_text_is_read_by_its_empty_lines_and_bullets() {
    let page = snapshot(
        "https://example.org/terms.txt",
        "text/plain",
        "Rules\n\nYou may\npost daily.\n- no spam\n- no bots\n",
    );
    assert_snapshot!(shown(&extract(&page, Reading::default()).unwrap().document), @r"
    p: Rules
    p: You may post daily.
    item1: no spam
    item1: no bots
    ");
}

#[test]
fn a_file_without_text_is_a_named_trouble() {
    let read =
        |kind, body: &[u8]| extract(&snapshot("https://example.org/x", kind, body), Reading::default()).unwrap_err();
    assert_eq!(read("text/markdown", b" \n"), Trouble::Empty);
    assert!(matches!(read("application/pdf", b"%PDF-1.7"), Trouble::Format { .. }));
    assert!(matches!(read("image/png", b"\x89PNG\0\0\0\x01\0\0\0\x02\0\0"), Trouble::Format { .. }));
}
