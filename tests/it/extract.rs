//! Pages of every kind become the blocks that a person would read.

use hausrecht::model::{BlockKind, Document, Origin, Selection, Snapshot, Trouble};
use hausrecht::steps::extract::{Reading, Unseen, explain, extract};
use hausrecht::steps::text::{is_steering, tidy};
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

pub fn markdown(body: &str) -> String {
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
    assert_eq!(read("text/markdown", b" \n"), Trouble::Empty { scripts: false });
    assert!(matches!(read("application/pdf", b"%PDF-1.7"), Trouble::Format { .. }));
    assert!(matches!(read("image/png", b"\x89PNG\0\0\0\x01\0\0\0\x02\0\0"), Trouble::Format { .. }));
}

pub fn page(body: &str) -> Snapshot {
    snapshot("https://example.org/terms", "text/html; charset=utf-8", body)
}

pub fn html(body: &str) -> String {
    shown(&extract(&page(body), Reading::default()).unwrap().document)
}

/// A page with the furniture that pages have.
fn furnished(text: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Contest rules | Example</title><script>var nonce = 'x1'</script></head><body>\
         <a href='#content' class='skip-link'>Skip to content</a>\
         <div id='cookie-banner' role='dialog'><p>We use cookies to make our site better for you and for our partners.</p>\
         <button>Accept all</button></div>\
         <header><a href='/'>Example</a><nav><ul><li><a href='/a'>Products</a></li><li><a href='/b'>Help</a></li></ul></nav></header>\
         <main id=content>{text}</main>\
         <aside><h2>Related articles</h2><ul><li><a href='/x'>How to post</a></li></ul></aside>\
         <footer><ul><li><a href='/imprint'>Imprint</a></li><li>© 2026 Example Inc.</li></ul></footer></body></html>"
    )
}

#[test]
fn a_page_becomes_its_text_and_nothing_else() {
    let source = furnished(
        "<h1>Contest rules</h1><p>Last updated: 1 May 2026</p><p>You may run contests on your page if you <a href='/r'>follow the rules</a>.</p>\
         <h2>1. Who may take part</h2><p>Only adults may take part.<br><br>Employees may not take part.</p>\
         <ul><li>No tags as entry<ul><li>not even of friends</li></ul></li><li>No fees</li></ul>\
         <p>Was this helpful?</p><button>Yes</button><button>No</button>",
    );
    assert_snapshot!(html(&source), @r"
    h1: Contest rules
    p: Last updated: 1 May 2026
    p: You may run contests on your page if you follow the rules.
    h2: 1. Who may take part
    p: Only adults may take part.
    p: Employees may not take part.
    item1: No tags as entry
    item2: not even of friends
    item1: No fees
    ");
}

#[test]
fn every_block_left_out_has_a_reason() {
    let source = furnished("<h1>Contest rules</h1><p>You may run contests on your page if you follow the rules.</p>");
    let lines: Vec<_> = explain(&page(&source), Reading::default())
        .unwrap()
        .into_iter()
        .map(|block| format!("{} {} ({:?})", if block.reason.keeps() { '+' } else { '-' }, block.text, block.reason))
        .collect();
    assert_snapshot!(lines.join("\n"), @r"
    - Skip to content (BeforeTitle)
    - We use cookies to make our site better for you and for our partners. (Zone(Dialog))
    - Example (Zone(Header))
    - Products (Zone(Navigation))
    - Help (Zone(Navigation))
    + Contest rules (Text)
    + You may run contests on your page if you follow the rules. (Text)
    - Related articles (Zone(Aside))
    - How to post (Zone(Aside))
    - Imprint (Zone(Footer))
    - © 2026 Example Inc. (Zone(Footer))
    ");
}

#[test]
fn tables_are_read_row_by_row_and_lists_in_cells_item_by_item() {
    let source = "<h1>Fees of the shop</h1><table><tr><th>What</th><th>Share</th></tr><tr><td>Ads</td><td>30&nbsp;%</td></tr>\
        <tr><td>Data</td><td><ul><li>your name</li><li>your posts</li></ul></td></tr></table><p>These fees hold for all shops everywhere.</p>";
    assert_snapshot!(html(source), @r"
    h1: Fees of the shop
    row: What | Share
    row: Ads | 30 %
    row: Data
    item1: your name
    item1: your posts
    p: These fees hold for all shops everywhere.
    ");
}

#[test]
fn a_table_that_only_arranges_the_page_is_no_table() {
    let source =
        "<table><tr><td><h1>Rules of the house</h1><p>You may post daily if you like to do so.</p></td></tr></table>";
    assert_snapshot!(html(source), @r"
    h1: Rules of the house
    p: You may post daily if you like to do so.
    ");
}

#[test]
fn a_page_without_headings_has_bold_lines_instead() {
    let source = "<h1>Nutzungsbedingungen</h1><div><b>1. Gewinnspiele</b></div><div>Gewinnspiele sind auf Seiten erlaubt, nicht aber in Chroniken.</div>\
        <div><div role=heading aria-level=3>Haftung</div></div><div>Facebook ist nicht Veranstalter und haftet für nichts.</div>";
    assert_snapshot!(html(source), @r"
    h1: Nutzungsbedingungen
    h2: 1. Gewinnspiele
    p: Gewinnspiele sind auf Seiten erlaubt, nicht aber in Chroniken.
    h3: Haftung
    p: Facebook ist nicht Veranstalter und haftet für nichts.
    ");
}

#[test]
fn hidden_parts_are_left_out_but_folded_sections_are_read() {
    let source = "<main><h1>Community rules</h1><p>These are the rules that hold for all of us.</p>\
        <div style='display: none'>Error 17: please reload this page now.</div><p hidden>Draft of a rule that nobody sees.</p>\
        <button aria-controls=s1 aria-expanded=false>Spam</button><div id=s1 style='display:none'><p>Do not post the same thing over and over again.</p></div>\
        <details><summary>Bullying</summary><p>Do not insult people who post on our pages.</p></details></main>";
    assert_snapshot!(html(source), @r"
    h1: Community rules
    p: These are the rules that hold for all of us.
    p: Spam
    p: Do not post the same thing over and over again.
    p: Bullying
    p: Do not insult people who post on our pages.
    ");
}

#[test]
fn a_section_about_cookies_is_no_cookie_banner() {
    let source = furnished(
        "<h1>Privacy</h1><p>We keep what you post on your page for ever.</p><section id=cookies><h2>Cookies</h2><p>We set cookies to know you again.</p></section>\
         <p>You may object to this at any time.</p>",
    );
    assert!(html(&source).contains("p: We set cookies to know you again."));
}

#[test]
fn selectors_choose_what_is_read() {
    let css = |css: &str| vec![Selection::Css(css.to_owned())];
    let source = "<div class=a><p>One.</p><p class=x>Two.</p></div><div class=b><p>Three.</p></div>";
    let (select, remove) = (css(".a"), css(".x"));
    let document =
        extract(&page(source), Reading { select: &select, remove: &remove, ..Reading::default() }).unwrap().document;
    assert_eq!(shown(&document), "p: One.");
}

#[test]
fn a_range_is_everything_between_two_elements() {
    let source = "<h2 id=a>A</h2><p>One.</p><div><p>Two.</p><h2 id=b>B</h2></div><p>Three.</p>";
    let range = |start_inclusive, end_inclusive| {
        let select = vec![Selection::Range { start: "#a".into(), start_inclusive, end: "#b".into(), end_inclusive }];
        shown(&extract(&page(source), Reading { select: &select, remove: &[], ..Reading::default() }).unwrap().document)
    };
    assert_eq!(range(false, false), "p: One.\np: Two.");
    assert_eq!(range(true, true), "h2: A\np: One.\np: Two.\nh2: B");
}

#[test]
fn a_range_may_begin_or_end_at_one_element_and_at_what_stands_around_it() {
    let source =
        "<section><p>Intro.</p><h2 id=a class=box>A</h2><p>One.</p><div class=box>Two.</div></section><p>Three.</p>";
    let range = |(start, start_inclusive): (&str, bool), (end, end_inclusive): (&str, bool)| {
        let (start, end) = (start.into(), end.into());
        let select = vec![Selection::Range { start, start_inclusive, end, end_inclusive }];
        shown(&extract(&page(source), Reading { select: &select, remove: &[], ..Reading::default() }).unwrap().document)
    };
    assert_eq!(range(("#a", true), ("#a", true)), "h2: A", "from before an element to after it");
    assert_eq!(range(("#a", true), ("section", true)), "h2: A\np: One.\np: Two.", "to the end of what holds it");
    assert_eq!(range(("#a", false), ("section", true)), "p: One.\np: Two.");
    assert_eq!(range(("#a", true), (".box", false)), "h2: A\np: One.", "to the next of its like");
}

#[test]
fn a_range_may_begin_and_end_in_what_is_hidden() {
    let source = "<p>Intro.</p><div hidden><i id=a></i></div><p>One.</p><script id=b></script><p>Two.</p>";
    let select =
        vec![Selection::Range { start: "#a".into(), start_inclusive: false, end: "#b".into(), end_inclusive: false }];
    let document =
        extract(&page(source), Reading { select: &select, remove: &[], ..Reading::default() }).unwrap().document;
    assert_eq!(shown(&document), "p: One.");
}

#[test]
fn a_selector_that_matches_nothing_falls_back_to_the_main_text() {
    let select = vec![Selection::Css(".gone".to_owned())];
    let source = furnished("<h1>Contest rules</h1><p>You may run contests on your page if you follow the rules.</p>");
    let document =
        extract(&page(&source), Reading { select: &select, remove: &[], ..Reading::default() }).unwrap().document;
    assert!(document.fallback);
    assert_eq!(shown(&document), "h1: Contest rules\np: You may run contests on your page if you follow the rules.");
}

#[test]
fn charsets_are_told_by_mark_header_and_meta() {
    let read = |kind: &str, body: &[u8]| {
        shown(&extract(&snapshot("https://example.org/x", kind, body), Reading::default()).unwrap().document)
    };
    let text = "p: Grüße an alle.";
    assert_eq!(read("text/html; charset=iso-8859-1", b"<p>Gr\xfc\xdfe an alle.</p>"), text);
    assert_eq!(read("text/html", b"<meta charset=windows-1252><p>Gr\xfc\xdfe an alle.</p>"), text);
    assert_eq!(read("text/html", "<p>Grüße an alle.</p>".as_bytes()), text);
    assert_eq!(read("text/html", b"<p>Gr\xfc\xdfe an alle.</p>"), text);
    let utf16: Vec<u8> = "\u{feff}<p>Grüße an alle.</p>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read("text/html; charset=utf-8", &utf16), text);
}

#[test]
fn deep_nesting_ends_neither_the_stack_nor_the_day() {
    let deep = format!("{}<p>Deep down.</p>", "<div>".repeat(3000));
    assert_eq!(html(&deep), "p: Deep down.");
    let deeper = extract(&page(&"<div>".repeat(200_000)), Reading::default());
    assert!(matches!(deeper, Err(Trouble::TooIntricate { .. })));
}

proptest::proptest! {
    #[test]
    fn no_bytes_bring_it_to_fall(body in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        for kind in ["text/html", "text/markdown", "text/plain", "application/x-unknown"] {
            let _ = extract(&snapshot("https://example.org/x", kind, body.clone()), Reading::default());
        }
    }

    /// Word by word, as it is defined; the text itself is copied in longer pieces.
    #[test]
    fn white_space_is_folded_and_what_steers_is_dropped(text in "[a-zé \t\n\u{a0}\u{200b}\u{202e}\u{7f}\u{1}“]{0,40}") {
        let words = text.split_whitespace().map(|word| word.chars().filter(|letter| !is_steering(*letter)).collect::<String>());
        let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        proptest::prop_assert_eq!(tidy(&text), words.join(" "));
    }

    #[test]
    fn no_tags_bring_it_to_fall(tags in proptest::collection::vec("</?(table|tr|td|ul|li|p|a|b|h1|pre|br|svg|math|select|button|template|form|nav)( hidden| role=heading)?>|[a-z .]{1,9}", 0..60)) {
        let _ = extract(&page(&tags.concat()), Reading::default());
        let _ = extract(&snapshot("https://example.org/x.md", "text/markdown", tags.concat()), Reading::default());
    }
}

#[test]
fn a_shadow_root_that_is_written_in_the_markup_is_text_and_any_other_template_is_none() {
    let page = "<!doctype html><html><body><main><h1>Contest rules</h1><x-rule><template shadowrootmode=open><p>Prizes are \
                handed over within a month.</p></template></x-rule><div><template shadowrootmode=closed><p>Nobody may be \
                asked to tag friends.</p></template></div><template><p>Not shown to anybody.</p></template></main></body></html>";
    let found = extract(&snapshot("https://example.org/", "text/html", page), Reading::default()).unwrap();
    assert_eq!(
        shown(&found.document),
        "h1: Contest rules\np: Prizes are handed over within a month.\np: Nobody may be asked to tag friends."
    );
}

#[test]
fn what_the_browser_marks_as_hidden_is_no_text_and_what_it_marks_as_folded_is() {
    let page = "<!doctype html><html data-hausrecht-unseen=\"rows other\"><body><main><h1>Contest rules</h1>\
                <div class=panel data-hausrecht-shown=hidden><p>Another edition of the rules stands here.</p></div>\
                <div style='display: none' data-hausrecht-shown=folded><p>A reader can open this one.</p></div></main></body></html>";
    let mut rendered = snapshot("https://example.org/", "text/html", page);
    rendered.note_rendered();
    let found = extract(&rendered, Reading::default()).unwrap();
    assert_eq!(shown(&found.document), "h1: Contest rules\np: A reader can open this one.");
    assert_eq!(found.signs.unseen, [Unseen::Rows]);
}
