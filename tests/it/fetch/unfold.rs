//! What a page shows only to those who scroll, wait or open, and what it hides from all: with a real Chromium.

use std::fmt::Write as _;
use std::time::Duration;

use hausrecht::io::fetch::Browser;
use hausrecht::steps::extract::{Extract, Reading, Unseen, extract};

use super::browser::{browser, patient, rendered};
use crate::house::server::{Answer, Server};

/// A paragraph that is told from others by its number.
fn paragraph(number: usize) -> String {
    format!(
        "<p>Rule number {number} says that the organiser of a contest hands over the prize of round {number} within \
         thirty days and tells every participant of it.</p>"
    )
}

fn paragraphs(numbers: std::ops::Range<usize>) -> String {
    numbers.fold(String::new(), |mut all, number| {
        let _ = write!(all, "{}", paragraph(number));
        all
    })
}

async fn read(browser: &Browser, url: &str) -> Extract {
    extract(&rendered(browser, url).await, Reading::default()).unwrap()
}

fn words(extract: &Extract) -> String {
    extract.document.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// How many of the numbered rules a text has.
fn rules(text: &str) -> usize {
    text.matches("Rule number ").count()
}

#[tokio::test]
async fn sections_that_come_on_scrolling_are_read_in_the_page_and_in_what_scrolls_inside_it() {
    let Some(browser) = browser() else { return };
    let server = Server::start();
    for number in 1..=8 {
        server.page(&format!("/part{number}"), &paragraph(number));
    }
    let sections = |numbers: std::ops::RangeInclusive<usize>| {
        numbers.fold(String::new(), |all, number| all + &format!("<section id=s{number}></section>"))
    };
    let watching = "const come = async (section) => {
        if (section.dataset.done) return;
        section.dataset.done = 1;
        section.innerHTML = await (await fetch('/part' + section.id.slice(1))).text();
      };";
    server.page(
        "/window",
        &format!(
            "<style>section {{ min-height: 900px }}</style><main><h1>Contest rules</h1>{}</main><script>{watching}
            const eye = new IntersectionObserver((all) => all.forEach((one) => one.isIntersecting && come(one.target)));
            document.querySelectorAll('section').forEach((one) => eye.observe(one))</script>",
            sections(1..=8)
        ),
    );
    // A box in the page, and a listener that waits for the end of each movement.
    server.page(
        "/box",
        &format!(
            "<style>section {{ min-height: 500px }} #box {{ height: 600px; overflow-y: auto; scroll-behavior: smooth }}</style>
            <main><h1>Contest rules</h1><div id=box>{}</div></main><script>{watching}
            const look = () => document.querySelectorAll('section').forEach((one) => {{
              const place = one.getBoundingClientRect();
              if (place.top < box.getBoundingClientRect().bottom && place.bottom > 0) come(one);
            }});
            let timer; box.onscroll = () => {{ clearTimeout(timer); timer = setTimeout(look, 120) }}; look()</script>",
            sections(1..=8)
        ),
    );
    // Each reached end brings one more piece, until all are there.
    server.page(
        "/end",
        &format!(
            "<main><h1>Contest rules</h1><div id=list><div style='height: 2000px'>{}</div></div></main><script>
            let next = 2, busy = false;
            onscroll = async () => {{
              if (busy || next > 8 || scrollY + innerHeight < document.body.scrollHeight - 50) return;
              busy = true;
              const piece = document.createElement('div');
              piece.style.height = '1500px';
              piece.innerHTML = await (await fetch('/part' + next++)).text();
              list.append(piece);
              busy = false;
            }}</script>",
            paragraph(1)
        ),
    );
    for path in ["/window", "/box", "/end"] {
        let found = read(&browser, &server.url(path)).await;
        assert_eq!(rules(&words(&found)), 8, "{path}: {}", words(&found));
        assert_eq!(found.signs.unseen, [], "{path}");
    }
    browser.close().await;
}

#[tokio::test]
async fn an_endless_page_is_read_to_the_same_place_each_time_and_says_so() {
    let Some(browser) = browser() else { return };
    let server = Server::start();
    server.page(
        "/",
        &format!(
            "<main id=m><h1>Contest rules</h1>{}</main><script>
            let next = 1000;
            const eye = new IntersectionObserver(([one]) => {{
              if (!one.isIntersecting) return;
              setTimeout(() => {{
                const piece = document.createElement('p');
                piece.style.height = '1800px';
                piece.textContent = 'Rule number ' + next++ + ' is one of those that never end, since another one always comes.';
                m.append(piece, foot);
              }}, 30);
            }}, {{rootMargin: '200px'}});
            const foot = document.createElement('div');
            foot.style.height = '1px';
            m.append(foot); eye.observe(foot)</script>",
            paragraphs(1..20)
        ),
    );
    let first = read(&browser, &server.url("/")).await;
    assert_eq!(first.signs.unseen, [Unseen::Endless]);
    let second = read(&browser, &server.url("/")).await;
    assert_eq!(words(&first), words(&second));
    browser.close().await;
}

#[tokio::test]
async fn a_list_that_holds_only_the_rows_in_view_is_named() {
    let Some(browser) = browser() else { return };
    let server = Server::start();
    let script = |scroller: &str| {
        format!(
            "<script>
            const show = () => {{
              const top = {scroller}, first = Math.max(0, Math.floor(top / 100) - 2);
              rows.innerHTML = '';
              for (let row = first; row < Math.min(first + 20, 300); row += 1)
                rows.innerHTML += `<p style='position:absolute;top:${{row * 100}}px;height:100px'>Row ${{row}} says what an organiser of contest ${{row}} must do.</p>`;
            }};
            show();"
        )
    };
    server.page(
        "/box",
        &format!(
            "<main><h1>Contest rules</h1>{}<div id=box style='height:500px;overflow:auto'>
            <div id=rows style='position:relative;height:30000px'></div></div></main>{} box.onscroll = show</script>",
            paragraph(1),
            script("box.scrollTop")
        ),
    );
    server.page(
        "/window",
        &format!(
            "<main><h1>Contest rules</h1><div id=rows style='position:relative;height:30000px'></div></main>{}
            onscroll = () => requestAnimationFrame(show)</script>",
            script("scrollY")
        ),
    );
    server.page(
        "/long",
        &format!("<main><h1>Contest rules</h1>{}</main><script>onscroll = () => {{}}</script>", paragraphs(1..300)),
    );
    for path in ["/box", "/window"] {
        assert_eq!(read(&browser, &server.url(path)).await.signs.unseen, [Unseen::Rows], "{path}");
    }
    assert_eq!(read(&browser, &server.url("/long")).await.signs.unseen, []);
    browser.close().await;
}

#[tokio::test]
async fn closed_shadow_roots_and_those_that_are_written_in_the_markup_are_read_in_their_place() {
    let Some(browser) = browser() else { return };
    let server = Server::start();
    server.page("/inner", "<p>Framed.</p><x-framed></x-framed><script>
        document.querySelector('x-framed').attachShadow({mode: 'closed'}).innerHTML = '<p>Fees for frames are due at once.</p>'</script>");
    let deep = "<div>".repeat(200) + "<x-deep></x-deep>" + &"</div>".repeat(200);
    server.page(
        "/",
        &format!(
            "<!doctype html><main><h1>Contest rules</h1>{}<x-rule><b slot=end>within a month</b></x-rule>
            <div><template shadowrootmode=open><p>Written in the markup, open: no tagging.</p></template></div>
            <div><template shadowrootmode=closed><p>Written in the markup, closed: no sharing.</p>
              <details><summary>More</summary><p>Folded in a closed root: no prizes in cash.</p></details></template></div>
            {deep}<iframe src=/inner></iframe><p>The last rule stands outside.</p></main><script>
            customElements.define('x-rule', class extends HTMLElement {{
              constructor() {{ super(); this.attachShadow({{mode: 'closed'}}).innerHTML = '<p>Prizes are handed over <slot name=end></slot>.</p><x-inner></x-inner>' }}
            }});
            customElements.define('x-inner', class extends HTMLElement {{
              constructor() {{ super(); this.attachShadow({{mode: 'closed'}}).innerHTML = '<p>Closed in a closed one: no alcohol.</p>' }}
            }});
            document.querySelector('x-deep').attachShadow({{mode: 'closed'}}).innerHTML = '<p>Deep down: no tobacco.</p>'</script>",
            paragraph(1)
        ),
    );
    let found = words(&read(&browser, &server.url("/")).await);
    let lines: Vec<_> = found.lines().skip(2).collect();
    assert_eq!(
        lines,
        [
            "Prizes are handed over within a month.",
            "Closed in a closed one: no alcohol.",
            "Written in the markup, open: no tagging.",
            "Written in the markup, closed: no sharing.",
            "More",
            "Folded in a closed root: no prizes in cash.",
            "Deep down: no tobacco.",
            "Framed.",
            "Fees for frames are due at once.",
            "The last rule stands outside."
        ]
    );
    browser.close().await;
}

/// A page with enough text to be read, a style sheet, and something more.
fn with(style: &str, more: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Contest rules</title><style>{style}</style></head><body>
        <main><h1>Contest rules</h1>{}{more}</main></body></html>",
        paragraphs(1..6)
    )
}

#[tokio::test]
async fn what_a_style_sheet_hides_from_every_reader_is_no_text() {
    let Some(browser) = browser() else { return };
    let server = Server::start();
    let pages = [
        (
            "/edition",
            ".e { display: none } .e.on { display: block }",
            "<div class='e on'><h2>Sharing</h2><p>Participants may share a post as often as they like.</p></div>
          <div class='e'><h2>Sharing</h2><p>HIDDEN nobody may share a post in order to enter.</p></div>",
        ),
        (
            "/region",
            "[data-region] { display: none } html[lang=en] [data-region=eu] { display: block }",
            "<section data-region=eu><p>In Europe participants may share a post.</p></section>
          <section data-region=us class=panel><p>HIDDEN elsewhere nobody may share a post.</p></section>
          <section data-region=br><p>HIDDEN in Brazil a permit is needed for each contest.</p></section>",
        ),
        (
            "/print",
            ".print { display: none } @media print { .print { display: block } .screen { display: none } }",
            "<p class=print>HIDDEN printed from the office copy, which must not be copied.</p><p class=screen>Participants may share a post.</p>",
        ),
        (
            "/seen",
            ".v { visibility: hidden } .v b { visibility: visible }",
            "<p class=v>HIDDEN nobody sees this sentence of the rules.</p><p>Participants may share a post.</p>",
        ),
        (
            "/flat",
            ".flat { height: 0; overflow: hidden }",
            "<p>Participants may share a post.</p><div class=flat><p>HIDDEN nobody sees this sentence of the rules.</p></div>",
        ),
        (
            "/label",
            ".sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0) }",
            "<p>Participants may share <span class=sr>HIDDEN opens elsewhere</span>a post.</p>",
        ),
        // A heading with a link to itself opens nothing.
        (
            "/anchor",
            ".e { display: none }",
            "<p>Participants may share a post.</p><h2 id=s><a href='#s'>Sharing</a></h2><div class=e><p>HIDDEN nobody may share.</p></div>",
        ),
    ];
    for (path, style, more) in pages {
        server.page(path, &with(style, more));
        let found = words(&read(&browser, &server.url(path)).await);
        assert!(!found.contains("HIDDEN") && rules(&found) == 5, "{path}: {found}");
        assert!(found.contains("articipants may share a post"), "{path}: {found}");
    }
    browser.close().await;
}

#[tokio::test]
async fn what_a_reader_can_open_is_text_however_it_is_folded() {
    let Some(browser) = browser() else { return };
    let server = Server::start();
    let hide = ".p { display: none } .knob { cursor: pointer }";
    let pages = [
        ("/accordion", hide,
         "<div><div class=knob>Sharing</div><div class=p><p>FOLDED one of two rules.</p></div></div>
          <div><div class=knob>Tagging</div><div class=p><p>FOLDED two of two rules.</p></div></div>"),
        ("/list", hide, "<dl><dt class=knob>Sharing</dt><dd class=p>FOLDED one of two rules.</dd><dd class=p>FOLDED two of two rules.</dd></dl>"),
        ("/inner", hide, "<h3><button type=button>Sharing</button></h3><div class=p>FOLDED one of two rules.</div><h3><button type=button>More</button></h3><div><div class=p>FOLDED two of two rules.</div></div>"),
        ("/named", hide, "<p><button type=button data-opens=one>One</button> <a href='#two'>Two</a> and more words that say nothing of sharing.</p><p>Between them stands text.</p><div class=p id=one>FOLDED one of two rules.</div><p>And here too.</p><div class=p id=two>FOLDED two of two rules.</div>"),
        ("/tabs", hide,
         "<ul><li class=knob>Shops</li><li class=knob>Clubs</li><li class=knob>Teams</li></ul>
          <div><div class=t>For shops this holds.</div><div class='t p'>FOLDED one of two rules.</div><div class='t p'>FOLDED two of two rules.</div></div>"),
        ("/ticked", ".p { display: none } input:checked ~ .p { display: block }",
         "<div><input type=checkbox id=c><label for=c>Sharing</label><div class=p>FOLDED one of two rules.</div><div class=p>FOLDED two of two rules.</div></div>"),
        ("/height", ".p { max-height: 0; overflow: hidden } .knob { cursor: pointer }",
         "<h3 class=knob>Sharing</h3><div class=p>FOLDED one of two rules.</div><h3 class=knob>More</h3><div class=p>FOLDED two of two rules.</div>"),
        ("/after", hide, "<p>In short: be fair.</p><div class=p>FOLDED one of two rules. FOLDED two of two rules.</div><button type=button>Show it all</button>"),
        ("/found", "", "<h3>Sharing</h3><div hidden=until-found>FOLDED one of two rules.</div><p>Between.</p><div style='content-visibility: hidden'>FOLDED two of two rules.</div>"),
        ("/faded", ".f { opacity: 0 }", "<p class=f>FOLDED one of two rules comes slowly.</p><p class=f>FOLDED two of two rules comes slowly.</p>"),
        ("/attribute", hide, "<h3 class=knob>Sharing</h3><div hidden>FOLDED one of two rules.</div><h3 class=knob>More</h3><div style='display: none'>FOLDED two of two rules.</div>"),
    ];
    for (path, style, more) in pages {
        server.page(path, &with(style, &format!("{more}<p>The last rule stands here for all to be seen.</p>")));
        let found = words(&read(&browser, &server.url(path)).await);
        assert_eq!(found.matches("FOLDED").count(), 2, "{path}: {found}");
    }
    // A page that hides itself until something happens is read as it will be.
    server.page(
        "/cloak",
        &with(
            "main { visibility: hidden } #lid { position: fixed; inset: 0 }",
            &format!("<div id=lid>{}</div>", "Please wait. ".repeat(60)),
        ),
    );
    let found = words(&read(&browser, &server.url("/cloak")).await);
    assert_eq!(rules(&found), 5, "{found}");
    browser.close().await;
}

#[tokio::test]
async fn a_tab_that_holds_nothing_yet_is_opened_and_what_was_shown_is_shown_again() {
    let Some(browser) = browser() else { return };
    let server = Server::start();
    server.page("/two", "FETCHED for clubs a permit is needed.");
    let tabs =
        "<div role=tablist><button role=tab aria-selected=true aria-controls=one onclick='pick(one)'>Shops</button>
        <button role=tab aria-selected=false aria-controls=two onclick='pick(two)'>Clubs</button></div>
        <div role=tabpanel id=one>For shops nothing is needed.</div><div role=tabpanel id=two hidden></div>
        <script>const pick = async (panel) => {
          one.hidden = two.hidden = true; panel.hidden = false;
          if (!panel.textContent) panel.innerHTML = await (await fetch('/two')).text();
        }</script>";
    server.page("/", &with("", tabs));
    let snapshot = rendered(&browser, &server.url("/")).await;
    let html = String::from_utf8(snapshot.body.clone()).unwrap();
    assert!(html.contains("id=\"two\" hidden=\"\" ") || html.contains("id=\"two\" hidden=\"\">"), "{html}");
    let found = words(&extract(&snapshot, Reading::default()).unwrap());
    assert!(found.contains("For shops nothing is needed.") && found.contains("FETCHED for clubs"), "{found}");
    browser.close().await;
}

#[tokio::test]
async fn a_frame_of_another_site_that_may_hold_the_text_is_named() {
    let Some(browser) = browser() else { return };
    let (server, elsewhere) = (Server::start(), Server::start());
    elsewhere.page("/", &paragraphs(1..30));
    let frame =
        format!("<h1>Contest rules</h1><iframe src='{}' width=800 height=700></iframe>", elsewhere.url_by_name("/"));
    server.page(
        "/frame",
        &format!("<main>{frame}<p>These are the rules of our contests, as they hold today.</p></main>"),
    );
    server.page("/beside", &format!("<main>{}{frame}</main>", paragraphs(1..30)));
    assert_eq!(read(&browser, &server.url("/frame")).await.signs.unseen, [Unseen::Frame]);
    assert_eq!(read(&browser, &server.url("/beside")).await.signs.unseen, []);
    browser.close().await;
}

#[tokio::test]
async fn a_main_part_that_is_still_empty_is_waited_for_however_long_menu_and_footer_are() {
    let Some(browser) = patient(Duration::from_secs(5)) else { return };
    let server = Server::start();
    let frame = paragraphs(100..140);
    // By a timer alone: nothing is under way meanwhile.
    server.page(
        "/timer",
        &format!("<main id=m></main><footer>{frame}</footer><script>setTimeout(() => m.innerHTML = `<h1>Contest rules</h1>{}`, 2500)</script>", paragraphs(1..6)),
    );
    // A chain of requests, each slower than the pause after which a page is at rest.
    server.answer("/first", Answer::html("/second").delay(Duration::from_secs(2)));
    server.answer("/second", Answer::html(&paragraphs(1..6)).delay(Duration::from_secs(3)));
    server.page(
        "/chain",
        &format!("<div id=m></div><footer>{frame}</footer><script>
          fetch('/first').then((one) => one.text()).then((next) => fetch(next)).then((one) => one.text()).then((text) => m.innerHTML = text)</script>"),
    );
    for path in ["/timer", "/chain"] {
        let found = words(&read(&browser, &server.url(path)).await);
        assert!(found.contains("Rule number 5 says"), "{path}: {found}");
    }
    browser.close().await;
}
