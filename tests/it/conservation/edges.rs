//! Rules at the edges of a text: its last lines, lines above its title, notes, folds and drawings within it, and words that
//! the mark-up cuts. No change of one is lost, and where the mark-up alone cuts otherwise, nothing is told.

use super::texts::{SHOPS, with_clause};
use crate::house::history::{History, hunks, says};
use crate::pages::{BUILDS, Build, body, page};

/// Where on the page a piece of mark-up stands.
#[derive(Debug, Clone, Copy)]
enum At {
    Above,
    Amid,
    End,
}

/// A piece of mark-up in which SIDE is one thing and then another.
struct Piece {
    id: &'static str,
    at: At,
    markup: &'static str,
    sides: [&'static str; 2],
}

fn piece(id: &'static str, at: At, markup: &'static str, sides: [&'static str; 2]) -> Piece {
    Piece { id, at, markup, sides }
}

fn shown(build: Build, at: At, markup: &str) -> String {
    let inner = match at {
        At::Above => format!("{markup}{}", body(SHOPS)),
        At::Amid => body(&with_clause(SHOPS, "Prices", "MARK")).replace("<p>MARK</p>", markup),
        At::End => format!("{}{markup}", body(SHOPS)),
    };
    page(build, "en", "Rules for Shops | Plaudernetz", &inner)
}

/// On pages of both builds, through real rounds: what came in the place of what was there is a difference, held back by no rule.
#[track_caller]
fn all_differ(pieces: &[Piece]) {
    let mut lost = Vec::new();
    for build in BUILDS {
        let past =
            pieces.iter().fold(History::new(), |past, piece| past.watch(piece.id, &format!("Rules of {}", piece.id)));
        for (days, side) in [(5, 0), (3, 1)] {
            for piece in pieces {
                past.shows(piece.id, &shown(build, piece.at, &piece.markup.replace("SIDE", piece.sides[side])));
            }
            past.days(days);
        }
        for Piece { id, sides: [_, after], .. } in pieces {
            let differs = |hunk: &serde_json::Value| hunk["held_by"].is_null() && says(&hunk["after"], after);
            if !past.log(id).iter().any(|change| hunks(change).iter().any(differs)) {
                lost.push(format!("{id} on {build:?}: {:?}", past.log(id)));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn the_last_short_lines_before_the_foot_of_a_page_are_read() {
    all_differ(&[
        piece("line", At::End, "<p>SIDE</p>", ["Used skates", "Used remedies"]),
        piece("bold", At::End, "<p><b>SIDE</b></p>", ["No skates", "No remedies"]),
        piece(
            "value",
            At::End,
            "<form><p>Smallest age: SIDE</p><input name=q><button>Send</button></form>",
            ["16", "18"],
        ),
        piece("lines", At::End, "<div>Never sold<br><br>SIDE</div>", ["Skates", "Remedies"]),
        piece("quote", At::End, "<blockquote>SIDE</blockquote>", ["No skates", "No remedies"]),
        piece("fold", At::End, "<details><summary>Remedies</summary>SIDE</details>", ["Are sold", "Are not sold"]),
    ]);
}

/// A button behind the part of the page that holds the text, as one that leads back to its top.
fn with_a_button_below(page: &str) -> String {
    let button = "<button>Back to top</button>";
    let end = if page.contains("</main>") { "</main>" } else { "</body>" };
    if end == "</main>" {
        page.replacen(end, &format!("{end}{button}"), 1)
    } else {
        page.replacen(end, &format!("<div><div>{button}</div></div>{end}"), 1)
    }
}

#[test]
fn a_button_below_a_text_takes_none_of_its_last_lines_away() {
    let sides = [
        ("value", "<h3>Labels on a parcel</h3><p>SIDE</p>", ["30", "5"]),
        ("party", "<p>SIDE</p>", ["Plaudernetz Ltd, Cork", "Plaudernetz Inc, Austin"]),
        ("prices", "<p>SIDE</p>", ["Prices exclude taxes", "Prices include taxes"]),
    ];
    for build in BUILDS {
        let past = sides.iter().fold(History::new(), |past, (id, ..)| past.watch(id, &format!("Rules of {id}")));
        for (days, at) in [(5, 0), (3, 1)] {
            for (id, markup, sides) in &sides {
                past.shows(id, &with_a_button_below(&shown(build, At::End, &markup.replace("SIDE", sides[at]))));
            }
            past.days(days);
        }
        for (id, _, [_, after]) in &sides {
            past.assert_told(id, after);
        }
    }
}

#[test]
fn a_button_that_comes_below_a_text_takes_nothing_away() {
    for build in BUILDS {
        let past = History::new().watch("shops", "Rules for Shops");
        let page = shown(build, At::End, "<h3>Labels on a parcel</h3><p>30</p>");
        past.shows("shops", &page).days(4).shows("shops", &with_a_button_below(&page)).days(4);
        assert!(past.told("shops").is_empty(), "{build:?}: {}", past.account_of("shops"));
    }
}

#[test]
fn a_row_says_what_it_says_in_its_column_by_a_dash_or_a_mark_too() {
    let row =
        |cells: &str| format!("<table><tr><th>Goods<th>Shops<th>Fairs<tr>{cells}<tr><td>Lamps<td>Yes<td>Yes</table>");
    let (dash, mark) = (row("<td>Raffles<td>SIDE"), row("<td>Wine<td>SIDE"));
    let mut lost = Vec::new();
    for build in BUILDS {
        for (id, markup, [old, new]) in [
            ("dash", &dash, ["Yes<td>–", "–<td>Yes"]),
            ("dots", &dash, ["500 EUR<td>…", "…<td>500 EUR"]),
            ("plus", &mark, ["+<td>-", "-<td>-"]),
            ("squares", &mark, ["■<td>□", "□<td>□"]),
        ] {
            let past = History::new().watch("shops", "Rules for Shops");
            past.shows("shops", &shown(build, At::Amid, &markup.replace("SIDE", old))).days(4);
            past.shows("shops", &shown(build, At::Amid, &markup.replace("SIDE", new))).days(4);
            if past.told("shops").is_empty() {
                lost.push(format!("{id} on {build:?}: {}", past.account_of("shops")));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn a_list_of_linked_names_that_ends_a_text_is_of_the_text() {
    let list = "<h2>Never sold</h2><ul><li><a href=/g/k>Knives</a></li><li><a href=/g/r>SIDE</a></li></ul>";
    let boxes = "<h2>Never sold</h2><div><div><a href=/g/k>Knives</a></div><div><a href=/g/r>SIDE</a></div></div>";
    let long = "<h2>Never sold</h2><ul><li><a href=/g/k>Knives</a></li><li><a href=/g/w>Whips</a></li>\
        <li><a href=/g/f>Fireworks</a></li><li><a href=/g/i>Ivory</a></li><li><a href=/g/r>SIDE</a></li></ul>";
    all_differ(&[
        piece("short", At::End, list, ["Skates", "Remedies"]),
        piece("boxes", At::End, boxes, ["Skates", "Remedies"]),
        piece("long", At::End, long, ["Skates", "Remedies"]),
    ]);
}

#[test]
fn a_heading_with_links_at_the_end_of_a_text_is_none_of_it() {
    for build in BUILDS {
        let past = History::new().watch("shops", "Rules for Shops");
        let more = |one: &str, two: &str| {
            let links = format!("<div class=z><h3>Read on</h3><a href=/h/1>{one}</a><a href=/h/2>{two}</a></div>");
            shown(build, At::End, &links)
        };
        past.shows("shops", &more("About parcels", "About stars")).days(4);
        past.shows("shops", &more("About returns", "About flags")).days(4);
        past.assert_untold("shops", "About returns");
    }
}

#[test]
fn a_line_above_the_title_that_says_something_is_read() {
    all_differ(&[
        piece("said", At::Above, "<p>SIDE</p>", ["All sales are open", "All sales are final"]),
        piece("value", At::Above, "<p>Smallest age: SIDE</p>", ["16", "18"]),
    ]);
}

#[test]
fn notes_within_a_text_are_read_whether_or_not_the_page_names_its_main_part() {
    all_differ(&[
        piece(
            "note",
            At::Amid,
            "<aside><p>SIDE</p></aside>",
            [
                "Sellers may ask buyers for a deposit of four coins.",
                "Sellers may ask buyers for a deposit of nine coins.",
            ],
        ),
        piece("short", At::Amid, "<aside><h3>Deposits</h3><p>SIDE</p></aside>", ["With us", "Without us"]),
        piece(
            "end",
            At::End,
            "<aside><p>SIDE</p></aside>",
            [
                "Sellers may ask buyers for a deposit of four coins.",
                "Sellers may ask buyers for a deposit of nine coins.",
            ],
        ),
        piece("head", At::Amid, "<header><h3>Deposits</h3><p>SIDE</p></header>", ["With us", "Without us"]),
        piece("faint", At::Amid, "<p aria-hidden=true>Smallest age: SIDE</p>", ["16", "18"]),
        piece("dialog", At::Amid, "<dialog open><p>Smallest age: SIDE</p></dialog>", ["16", "18"]),
    ]);
}

#[test]
fn what_a_control_unfolds_is_read_however_short_it_is() {
    all_differ(&[
        piece(
            "few",
            At::Amid,
            "<button aria-expanded=false>Lotteries</button><div style='display:none'><p>SIDE</p></div>",
            ["Allowed here", "Not allowed"],
        ),
        piece(
            "clicked",
            At::Amid,
            "<div class=q onclick='t(this)'>Lotteries</div><div style='display: none'>SIDE</div>",
            ["Lotteries: allowed", "Lotteries: not allowed"],
        ),
    ]);
    let list = "<button aria-expanded=false>Never sold</button><div hidden><ul><li>Knives</li><li>SIDE</li></ul></div>";
    let past = History::new().watch("list", "Rules of lists");
    for (days, side) in [(5, "Skates"), (3, "Remedies")] {
        past.shows("list", &shown(Build::Semantic, At::Amid, &list.replace("SIDE", side))).days(days);
    }
    past.assert_told("list", "Remedies");
}

#[test]
fn what_is_drawn_is_read() {
    all_differ(&[
        piece(
            "attribute",
            At::Amid,
            "<style>.age::after{content:attr(data-age)}</style><p class=age data-age='SIDE years'>Smallest age:</p>",
            ["16", "18"],
        ),
        piece("drawing", At::Amid, "<svg width=600 height=80><text>Smallest age: SIDE</text></svg>", ["16", "18"]),
        piece(
            "button",
            At::Amid,
            "<input type=button value='A seller must SIDE deposits of any kind'>",
            ["name", "refuse"],
        ),
        piece(
            "box",
            At::Amid,
            "<p>Never sold:</p><select multiple size=4><option>Knives</option><option>SIDE</option></select>",
            ["Skates", "Remedies"],
        ),
    ]);
}

/// A page that was made of a text document: each line is a box of its own, no heading is marked, and no line is a sentence.
fn of_lines(lines: &[&str]) -> String {
    let lines: String = lines.iter().map(|line| format!("<div class='t m0'>{line}</div>")).collect();
    format!(
        "<!doctype html><html lang=en><head><title>paper-7</title><style>.t{{position:absolute;white-space:pre}}\
         .s{{display:inline-block;color:transparent}}</style></head><body><div class=page><div class=c>{lines}</div></div></body></html>"
    )
}

const LINES: [&str; 14] = [
    "RULES FOR STALLS",
    "Last update: 3 March 2026",
    "These rules hold between whoever opens a stall in the market hall and",
    "the hall, which is run by Hafenmarkt Limited with a seat in Bremen and",
    "by Kontor Limited, both of which answer for what is sold",
    "through the hall.",
    "Whoever opens a stall says who he is, and where he may be found, before",
    "the first sale, and shows a paper of the town that says the same.",
    "A stall that stood empty for eight weeks goes to whoever is first",
    "on the list of those who wait, without a word to the one before.",
    "The hall takes four per cent of each sale and nothing for a day on which",
    "nothing was sold. It is paid on the first working day of each month.",
    "Quarrels are heard by three sellers who are chosen by lot on the day",
    "before, and what they say holds for both.",
];

#[test]
fn the_first_lines_of_a_text_that_is_cut_into_lines_are_read() {
    let past = History::new().watch("stalls", "Rules for Stalls");
    past.shows("stalls", &of_lines(&LINES)).days(5);
    let other = LINES.map(|line| {
        if line.starts_with("by Kontor") { "by Adria Trading, both of which answer for what is sold" } else { line }
    });
    past.shows("stalls", &of_lines(&other)).days(3);
    past.assert_told("stalls", "Adria Trading");
}

#[test]
fn words_that_the_mark_up_cuts_stay_whole() {
    let shim = "<span class=s></span>";
    let cut =
        LINES.map(|line| line.replace("Ta", &format!("T{shim}a")).replace("four per", &format!("fo{shim}ur per")));
    let past = History::new().watch("stalls", "Rules for Stalls").watch("typed", "Rules of the typed page");
    past.shows("stalls", &of_lines(&LINES));
    let typed = |spans: &str| {
        let style = "<style>.calendar span{display:inline-block} .c1 {font-weight:400} .c2 {color:#212121}</style>";
        shown(Build::Semantic, At::Amid, &format!("{style}<ul><li>{spans}</li></ul>"))
    };
    past.shows(
        "typed",
        &typed("<span class='c1 c2'>Sellers may send a companion instead of themselves to the yearly meeting.</span>"),
    )
    .days(5);
    past.shows("stalls", &of_lines(&cut.each_ref().map(String::as_str)));
    past.shows("typed", &typed("<span class='c1 c2'>Sellers may send a co</span><span class=c1>mpanion instead of themselves to the yearly meeting.</span>"));
    past.days(4);
    for id in ["stalls", "typed"] {
        assert_eq!((past.log(id), past.held(id).len()), (Vec::new(), 0), "{}", past.account_of(id));
    }
}

#[test]
fn the_foot_of_a_page_without_a_main_part_is_still_none_of_its_text() {
    let foot = |year: &str, motto: &str| {
        let cookies = "<p>We use optional cookies to count how many read this page, and only if you agree to that beforehand.</p>";
        let html = format!("{}<footer><p>© 2001-{year} Plaudernetz. {motto}</p></footer>{cookies}", body(SHOPS));
        format!("<!doctype html><html lang=en><head><title>Rules for Shops</title></head><body>{html}</body></html>")
    };
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &foot("2025", "All rights reserved. Made with love in the north.")).days(4);
    past.shows("shops", &foot("2026", "All rights reserved. Made with care in the north.")).days(4);
    past.assert_untold("shops", "with care");
}
