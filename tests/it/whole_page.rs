//! Nothing of the document is dropped when a page is read, whatever its parts are called and however they are shown.

use hausrecht::steps::extract::{Reading, extract};
use insta::assert_snapshot;

use crate::extract::{html, markdown, page as page_of};

/// A text long enough that what stands beside it is small.
fn clauses(count: usize) -> String {
    (1..=count)
        .map(|number| format!("<p>Clause {number} binds all who use this service in whatever way they do.</p>"))
        .collect()
}

/// What is read of some markup that stands at the end of a long text.
fn after_clauses(markup: &str) -> String {
    let read = html(&format!("<main><h1>House rules</h1>{}{markup}</main>", clauses(20)));
    let lines: Vec<_> = read.lines().filter(|line| !line.contains("Clause") && !line.contains("House rules")).collect();
    lines.join("\n")
}

/// What is read of some markup in the midst of a long text.
fn among_clauses(markup: &str) -> String {
    after_clauses(&format!("{markup}{}", clauses(20)))
}

#[test]
fn an_id_made_of_a_sections_title_leaves_nothing_out() {
    for id in
        ["4-how-we-share", "information-sharing", "social", "feedback", "related-products", "survey", "toc", "cookies"]
    {
        let section = format!(
            "<section id={id}><h2>Whom it concerns</h2><ul><li>Our partners</li><li>Our printers</li></ul></section>"
        );
        let page = format!("<body><div><h1>House rules</h1>{}{section}{}</div></body>", clauses(20), clauses(9));
        let read = html(&page);
        for line in ["h2: Whom it concerns", "item1: Our partners", "item1: Our printers"] {
            assert!(read.contains(line), "{id}: {read}");
        }
    }
}

#[test]
fn a_class_within_the_main_text_leaves_nothing_out() {
    assert_snapshot!(
        among_clauses("<div class='social sharing'><h2>Shares</h2><ul><li>Likes</li><li>Stories</li></ul></div>"),
        @r"
    h2: Shares
    item1: Likes
    item1: Stories
    "
    );
}

#[test]
fn a_text_in_parts_that_are_called_like_a_table_of_contents_keeps_its_short_lines() {
    let part = |number: usize| {
        format!(
            "<div class='toc-section'><h2>Part {number}</h2>{}<p>No bots</p><ul><li>No spam</li></ul></div>",
            clauses(2)
        )
    };
    let parts: String = (1..=9).map(part).collect();
    let read = html(&format!("<body><div class=wrap><h1>House rules</h1>{parts}</div></body>"));
    assert_eq!(read.matches("p: No bots").count(), 9, "{read}");
    assert_eq!(read.matches("item1: No spam").count(), 9);
}

#[test]
fn what_is_called_like_boilerplate_and_has_its_other_signs_is_left_out() {
    let around = "<div class=feedback><p>Was this of help</p><button>Yes</button><button>No</button></div>\
        <div class=share><a href=/f>Facebook</a><a href=/x>X</a></div>\
        <div class=site-footer><p>Plaudernetz of Hamburg</p><p>Language: English</p></div>";
    let page = format!("<body><div><h1>House rules</h1>{}</div>{around}</body>", clauses(20));
    assert_eq!(html(&page).lines().count(), 21, "{}", html(&page));
}

#[test]
fn a_section_on_cookies_with_a_button_is_no_banner() {
    let section = "<section class=cookies id=cookies><h2>Cookies</h2><ul><li>Session cookies</li><li>Cookies of partners</li></ul>\
        <button>Settings</button></section>";
    let page = format!("<body><div><h1>House rules</h1>{}{section}{}</div></body>", clauses(20), clauses(9));
    assert!(html(&page).contains("item1: Cookies of partners"), "{}", html(&page));
}

#[test]
fn a_list_of_links_within_the_text_is_text_and_a_menu_beside_it_is_none() {
    let list = |names: &[&str]| -> String {
        let items: String =
            names.iter().map(|name| format!("<li><a href='https://{name}.example/'>{name}</a></li>")).collect();
        format!("<ul>{items}</ul>")
    };
    let partners = list(&["hasty", "rowboat", "snailer", "lumenta", "kontor", "muenzwerk"]);
    let read = among_clauses(&format!("<p>We hand data to:</p>{partners}"));
    assert_eq!(read.matches("item1").count(), 6, "{read}");
    let read = after_clauses(&format!("<h2>Partners</h2>{partners}"));
    assert_eq!(read.matches("item1").count(), 6, "at the end of the text: {read}");
    let menu: String = (1..9).map(|number| format!("<li><a href=/{number}>Page {number}</a></li>")).collect();
    let page = format!(
        "<body><div class=a><ul>{menu}</ul></div><div class=b><div class=c><h1>House rules</h1>{}</div></div><div><ul>{menu}</ul></div></body>",
        clauses(40)
    );
    assert!(!html(&page).contains("Page 1"), "{}", html(&page));
}

#[test]
fn what_stands_in_noscript_swallows_nothing() {
    let text = clauses(20);
    for broken in [
        "<noscript><iframe src=//t.example/x /></noscript>",
        "<noscript><div style='display:none'><img src=//t.example/p></noscript>",
        "<noscript><style>.a{}</noscript>",
        "<noscript><table><tr><td></noscript>",
    ] {
        let in_body = html(&format!(
            "<html><head><title>Rules</title></head><body>{broken}<main><h1>House rules</h1>{text}</main></body>"
        ));
        assert_eq!(in_body.lines().count(), 21, "{broken}");
        let in_head = html(&format!(
            "<html><head>{broken}<title>Rules</title></head><body><main><h1>House rules</h1>{text}</main></body>"
        ));
        assert_eq!(in_head.lines().count(), 21, "{broken}");
    }
}

#[test]
fn a_document_that_stands_in_noscript_alone_is_read() {
    let text = clauses(20);
    let page = format!(
        "<body><div id=app></div><noscript><main><h1>House rules</h1>{text}</main></noscript><script src=/a.js></script></body>"
    );
    assert_eq!(html(&page).lines().count(), 21);
    let beside = format!(
        "<body><main><h1>House rules</h1>{text}</main><noscript><p>Please turn scripts on to use all of this.</p></noscript></body>"
    );
    assert!(!html(&beside).contains("scripts"));
}

#[test]
fn a_hidden_box_in_a_panel_that_something_opens_is_text() {
    let hidden = "<div style='height:0; visibility:hidden'><p>No bots</p><ul><li>No spam</li></ul></div>";
    for panel in [
        format!("<div role=button aria-expanded=false aria-controls=p1>More</div><div id=p1><div>{hidden}</div></div>"),
        format!("<a data-toggle=collapse href=#p1>More</a><div id=p1><div>{hidden}</div></div>"),
        format!("<a data-bs-target=#p1>More</a><div id=p1>{hidden}</div>"),
        format!("<details><summary>More</summary>{hidden}</details>"),
        format!("<div role=tabpanel><div>{hidden}</div></div>"),
        format!("<h3><button>More</button></h3>{hidden}"),
    ] {
        let read = among_clauses(&panel);
        assert!(read.contains("p: No bots") && read.contains("item1: No spam"), "{panel}\n{read}");
    }
    let by_link =
        among_clauses("<a href=#all>To the text</a><div id=all><div><p hidden>Draft of a rule</p></div></div>");
    assert!(!by_link.contains("Draft"), "a link to a part opens nothing in it: {by_link}");
}

#[test]
fn a_control_that_opens_a_section_bears_its_heading() {
    let read = among_clauses(
        "<div><a data-toggle=collapse href=#s1>Who may take part</a></div><div id=s1 class=collapse><p>Adults</p></div>",
    );
    assert!(read.contains("p: Who may take part"), "{read}");
}

#[test]
fn texts_without_spaces_are_texts() {
    let chinese = "<h1>社区规范</h1><h2>一、抽奖活动</h2><p>组织者应当在页面上公布参与条件，并在最后一个奖品发放之前保持公开。</p>\
        <h2>二、个人信息</h2><p>参与者的个人信息只能用于举办活动，并应在奖品发放后三个月内删除。</p><div>请勿发布垃圾信息。</div>";
    let page = format!("<body><div class=x><div>首页</div></div><main>{chinese}</main></body>");
    assert_eq!(html(&page).lines().count(), 6, "{}", html(&page));
    let read = extract(&page_of(&page), Reading::default()).unwrap();
    assert!(read.document.word_count() >= 40, "{}", read.document.word_count());
    let thai = "<main><h1>กฎของชุมชน</h1><p>ผู้จัดกิจกรรมต้องประกาศเงื่อนไขการเข้าร่วมไว้บนหน้าเว็บและคงไว้จนกว่าจะมอบรางวัลชิ้นสุดท้ายแล้วเสร็จสมบูรณ์ทุกประการ</p></main>";
    let read = extract(&page_of(thai), Reading::default()).unwrap();
    assert!(read.document.word_count() >= 15, "{}", read.document.word_count());
}

#[test]
fn what_is_struck_out_is_not_read() {
    for (markup, left) in [
        ("<p><del>Likes may count as lots.</del></p>", ""),
        ("<ul><li><s>Likes may count as lots.</s></li><li>Comments may count.</li></ul>", "item1: Comments may count."),
        ("<p>You may <strike>not</strike> post daily.</p>", "p: You may post daily."),
        ("<p style='text-decoration: line-through'>Likes may count as lots.</p>", ""),
        (
            "<p><span style='color:red;text-decoration-line:line-through'>Old words.</span> New words.</p>",
            "p: New words.",
        ),
        ("<del><p>Likes may count.</p><ul><li>Shares may count.</li></ul></del>", ""),
    ] {
        assert_eq!(after_clauses(markup), left, "{markup}");
    }
    let sheet =
        "<style>.c1{color:red}.c5,.c6{text-decoration:line-through}a.x:hover{text-decoration:line-through}</style>";
    let read = html(&format!(
        "{sheet}<main><h1>House rules</h1>{}<p><span class='c1 c5'>Old words.</span><a class=x href=/n>Linked words</a> stand.</p></main>",
        clauses(3)
    ));
    assert!(!read.contains("Old words") && read.contains("Linked words stand."), "{read}");
}

#[test]
fn struck_words_in_markdown_are_not_read() {
    assert_eq!(markdown("You may ~~not~~ post daily.\n\n~~Likes count.~~\n"), "p: You may post daily.");
    assert_eq!(markdown("You may <del>not</del> post <s class=\"x\">hourly</s> daily.\n"), "p: You may post daily.");
    // What nobody closed strikes out nothing beyond its own block.
    assert_eq!(
        markdown("You may post daily. <strike>Likes count.\n\nShares count."),
        "p: You may post daily.\np: Shares count."
    );
}

#[test]
fn pictures_and_icons_that_bear_a_rule_are_read() {
    assert_snapshot!(
        among_clauses(
            "<table><tr><th>What</th><th>Pages</th><th>Groups</th></tr>\
            <tr><td>Draws</td><td><img src=y.png alt=Allowed></td><td><span role=img aria-label='Not allowed'></span></td></tr>\
            <tr><td>Shares</td><td><svg aria-label=Allowed><path d=M0/></svg></td><td><svg><title>Not allowed</title></svg></td></tr>\
            <tr><td>Tags</td><td><i class=icon title=Allowed></i></td><td aria-label='Not allowed'></td></tr>\
            <tr><td>Polls</td><td><span aria-hidden=true>✅</span></td><td><input type=checkbox disabled checked></td></tr>\
            <tr><td>Logos</td><td><img src=l.png alt=''></td><td>❌</td></tr></table>\
            <ul><li><img src=n.png alt='Not allowed'> Ask for tags</li><li><i aria-label=Allowed></i>Ask for comments</li></ul>\
            <p><img width=16 src=n.png alt='Not allowed'> Ask people to share.</p>"
        ),
        @"
    row: What | Pages | Groups
    row: Draws | Allowed | Not allowed
    row: Shares | Allowed | Not allowed
    row: Tags | Allowed | Not allowed
    row: Polls | ✅ | ☑
    row: Logos | | ❌
    item1: Not allowed Ask for tags
    item1: Allowed Ask for comments
    p: Not allowed Ask people to share.
    "
    );
}

#[test]
fn pictures_that_only_show_something_are_not_read() {
    let read = among_clauses(
        "<p><img src=p.jpg alt='Two people who look at a telephone and laugh about what they see there'></p>\
        <figure><img src=q.jpg alt='A screenshot of the settings'></figure>\
        <p>Some words <img src=d.png alt=''>and more of them.</p><a href=/><img src=l.svg alt=Plaudernetz></a>\
        <div role=button aria-expanded=false><svg><title>Arrow</title></svg>More of it.</div>",
    );
    assert_snapshot!(read, @"
    p: Some words and more of them.
    p: More of it.
    ");
}

#[test]
fn the_last_short_lines_of_the_text_are_read() {
    assert_eq!(after_clauses("<h2>Not allowed</h2><p>Bots</p>"), "h2: Not allowed\np: Bots");
    assert_eq!(after_clauses("<p>No bots</p>"), "p: No bots");
    assert_eq!(after_clauses("<h2>May I post daily?</h2><p>Yes</p>"), "h2: May I post daily?\np: Yes");
    let soup = format!(
        "<body><div><div><h1>House rules</h1>{}<div>No bots</div></div></div><div>Plaudernetz</div></body>",
        clauses(20)
    );
    assert!(html(&soup).ends_with("p: No bots"), "{}", html(&soup));
}

#[test]
fn what_leads_to_links_and_buttons_after_the_text_is_left_out() {
    assert_eq!(after_clauses("<h2>More of us</h2><ul><li><a href=/a>About us</a></li></ul>"), "");
    assert_eq!(after_clauses("<h2>Rate this page</h2><button>Good</button><button>Bad</button>"), "");
    assert_eq!(after_clauses("<p>© 2026 Plaudernetz</p>"), "");
}

#[test]
fn the_line_above_the_title_that_dates_the_document_is_read() {
    let text = clauses(5);
    for line in ["Effective: 1 May 2026", "Stand: 1. Mai 2026"] {
        let read = html(&format!(
            "<body><div><a href=/>Home</a><div>Menu</div></div><div><p>{line}</p><h1>House rules</h1>{text}</div></body>"
        ));
        assert!(read.starts_with(&format!("p: {line}\nh1: House rules")), "{read}");
    }
}

#[test]
fn a_menu_of_teasers_above_the_title_is_left_out() {
    let entry = |name: &str, says: &str| format!("<li><a href=/{name}><b>{name}</b><p>{says}</p></a></li>");
    let menu = [
        ("Help", "How you get an answer from us within a day."),
        ("Shops", "Rules that say what is allowed in the shops of Plaudernetz."),
        ("Numbers", "A report on what people look at, every quarter."),
        ("Council", "Who sits in it, and how it is asked."),
        ("News", "What we build, and what we learn by it."),
        ("Elections", "What we do so that people vote, and much more."),
    ]
    .map(|(name, says)| entry(name, says))
    .concat();
    let read = html(&format!(
        "<body><div><h2>Our centre</h2><ul>{menu}</ul><div><h1>House rules</h1>{}</div></div></body>",
        clauses(12)
    ));
    assert!(!read.contains("every quarter") && !read.contains("Who sits in it"), "{read}");
}

#[test]
fn short_lines_above_a_late_heading_of_the_first_rank_are_read() {
    let read =
        html(&format!("<div><h2>Rules</h2>{}<ul><li>No bots</li></ul><h1>Annex</h1>{}</div>", clauses(8), clauses(2)));
    assert!(read.contains("item1: No bots") && read.contains("h2: Rules"), "{read}");
}

#[test]
fn what_the_screen_sets_apart_is_read_apart() {
    for (markup, read) in [
        ("<p>Effective 1 May 2026<a href=/old>Previous version</a></p>", "p: Effective 1 May 2026 Previous version"),
        ("<p><span>1 May 2026</span><span>Previous version</span></p>", "p: 1 May 2026 Previous version"),
        ("<p style='display: flex'><span>no bots</span><span>no spam.</span></p>", "p: no bots no spam."),
        (
            "<p>You<b>Tube</b> is e<i>x</i>cepted, and so is 10<sup>th</sup>.</p>",
            "p: YouTube is excepted, and so is 10th.",
        ),
    ] {
        assert_eq!(among_clauses(markup), read);
    }
}

#[test]
fn what_a_server_sent_later_and_a_script_puts_in_its_place_is_read() {
    let streamed = "<p>Before.</p><div hidden id='S:0'><p>You must pay a fee of 500 EUR for each contest.</p></div>\
                    <div hidden id='S:menu'><p>A part that nothing shows is hidden as ever.</p></div>";
    assert_snapshot!(after_clauses(streamed), @r"
    p: Before.
    p: You must pay a fee of 500 EUR for each contest.
    ");
}
