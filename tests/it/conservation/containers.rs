//! Rules in odd places of a page: in fallbacks, frames, forms, icons, values and style sheets. No change of one is lost on the
//! way from the page.

use super::texts::{SHOPS, with_clause};
use crate::house::history::{History, hunks, says};
use crate::house::server::Answer;
use crate::pages::{Build, body, page};

/// A place that holds a rule: what stands there before and after, and the words by which either is known.
struct Place {
    id: &'static str,
    markup: [String; 2],
    words: [&'static str; 2],
}

fn place(id: &'static str, markup: &str, words: [&'static str; 2], sides: [&str; 2]) -> Place {
    Place { id, markup: sides.map(|side| markup.replace("SIDE", side)), words }
}

/// A place of this mark-up, in which SIDE is one sentence and then the other; each place has sentences of its own.
fn sentence(id: &'static str, markup: &str) -> Place {
    let side = |fee: &str| format!("In a row of {id} a seller may add a fee of {fee} coins to each parcel.");
    place(id, markup, ["four coins to each parcel", "nine coins to each parcel"], [&side("four"), &side("nine")])
}

/// The rules for shops with that mark-up in their midst, and that in the head.
fn document(build: Build, markup: &str) -> String {
    let marked = with_clause(SHOPS, "Prices", "MARK");
    let (head, markup) = markup.split_once("BODY").unwrap_or(("", markup));
    page(build, "en", "Rules for Shops | Plaudernetz", &body(&marked).replace("<p>MARK</p>", markup))
        .replace("</head>", &format!("{head}</head>"))
}

/// Each place, on pages of both builds, through real rounds: the words of both sides are a difference that no rule holds back.
fn all_differ(places: &[Place]) {
    for build in [Build::Semantic, Build::Soup] {
        let watched = |past: History, place: &Place| past.watch(place.id, &format!("Rules of {}", place.id));
        let past = places.iter().fold(History::new(), watched);
        for (days, side) in [(5, 0), (3, 1)] {
            for place in places {
                past.shows(place.id, &document(build, &place.markup[side]));
            }
            past.days(days);
        }
        let mut lost = Vec::new();
        for Place { id, words: [before, after], .. } in places {
            let log = past.log(id);
            let is_told = |hunk: &serde_json::Value| {
                hunk["held_by"].is_null() && says(&hunk["before"], before) && says(&hunk["after"], after)
            };
            if !log.iter().any(|change| hunks(change).iter().any(is_told)) {
                lost.push(format!("{id} on {build:?}: {log:?}"));
            }
        }
        assert!(lost.is_empty(), "{}", lost.join("\n"));
    }
}

#[test]
fn a_rule_that_is_shown_in_an_odd_container_is_read() {
    let panel = "Each parcel costs four coins.";
    all_differ(&[
        sentence("noscript", "<noscript><p>SIDE</p></noscript>"),
        sentence("srcdoc", "<iframe srcdoc='<h3>Parcels</h3><p>SIDE</p>'></iframe>"),
        sentence("object", "<object data=/x.svg><p>SIDE</p></object>"),
        sentence("canvas", "<canvas width=1><p>SIDE</p></canvas>"),
        sentence("textarea", "<form><textarea readonly>SIDE</textarea></form>"),
        sentence("details", "<details><summary>Parcels</summary><p>SIDE</p></details>"),
        sentence(
            "dialog",
            "<button onclick=\"document.getElementById('parcels').showModal()\">Parcels</button><dialog id=parcels><p>SIDE</p><button>Close</button></dialog>",
        ),
        sentence("popover", "<button popovertarget=parcels>Parcels</button><div id=parcels popover><p>SIDE</p></div>"),
        sentence("shadow", "<x-rule><template shadowrootmode=open><p>SIDE</p></template></x-rule>"),
        sentence("button", "<div><button>SIDE</button></div>"),
        sentence(
            "login",
            "<form><h3>Parcels</h3><p>SIDE</p><label>Password <input type=password></label><button>Go</button></form>",
        ),
        sentence(
            "panel",
            "<button onclick=\"flip(this)\">Parcels</button><div style='display: none'><p>SIDE</p></div>",
        ),
        sentence(
            "tabs",
            "<div class=bar><a onclick=\"show('t1')\">One</a><a onclick=\"show('t2')\">Two</a></div><div id=t1><p>First.</p></div><div id=t2 style='display:none'><p>SIDE</p></div>",
        ),
        sentence(
            "named",
            "<span data-opens=parcels role=button>Parcels</span><p>Here it is.</p><div id=parcels hidden><p>SIDE</p></div>",
        ),
        place(
            "short",
            &format!(
                "<a href='#' class=more>Parcels</a><div style='display:none'>{}</div>",
                panel.replace("four", "SIDE")
            ),
            ["costs four coins", "costs nine coins"],
            ["four", "nine"],
        ),
        place(
            "options",
            "<label>Age <select><option>Under 16: no shop</option><option>From SIDE years: a shop of one row</option><option>From 18 years: any shop</option></select></label>",
            ["From 16 years", "From 17 years"],
            ["16", "17"],
        ),
        place(
            "chosen",
            "<table><tr><th>What</th><th>How often</th></tr><tr><td>Sale by lot</td><td><select disabled><option>never<option SIDE>daily</select></td></tr></table>",
            ["lot | never", "lot | daily"],
            ["", "selected"],
        ),
    ]);
}

/// A table of what shops do, one of its cells empty but for this.
fn table(cell: &str) -> String {
    format!(
        "<table><tr><th>What a shop does</th><th>Allowed</th></tr><tr><td>Draw lots</td><td>{cell}</td></tr><tr><td>Sell by auction</td><td>✅</td></tr></table>"
    )
}

#[test]
fn a_sign_without_a_text_is_read() {
    let icon = |id, cell: &str, sides| place(id, &table(cell), ["Draw lots | ✓", "Draw lots | ✗"], sides);
    all_differ(&[
        icon("fa", "<i class='fa fa-SIDE' aria-hidden=true></i>", ["check", "times"]),
        icon("bi", "<i class='bi bi-SIDE-circle-fill'></i>", ["check", "x"]),
        icon("yes", "<span class='icon icon-SIDE'></span>", ["yes", "no"]),
        icon("cell", "<span></span>", ["", ""])
            .with(["<td class=yes></td>", "<td class=no></td>"], "<td><span></span></td>"),
        icon("use", "<svg><use href='#icon-SIDE'></use></svg>", ["check", "cross"]),
        icon("file", "<img src='/icons/SIDE.svg' alt=''>", ["tick", "cross"]),
        place(
            "list",
            "<ul><li><i class='fas fa-SIDE'></i><p>Draw lots among buyers</p></li></ul>",
            ["✓ Draw lots", "✗ Draw lots"],
            ["check", "xmark"],
        ),
        place(
            "item",
            "<ul class=rules><li class=SIDE>Draw lots among buyers</li></ul>",
            ["✓ Draw lots", "✗ Draw lots"],
            ["allowed", "not-allowed"],
        ),
        place("box", &table("<input type=checkbox SIDE>"), ["Draw lots | ☑", "Draw lots | ☐"], ["checked", ""]),
        place(
            "aria",
            &table("<span role=checkbox aria-checked=SIDE></span>"),
            ["Draw lots | ☑", "Draw lots | ☐"],
            ["true", "false"],
        ),
    ]);
}

#[test]
fn a_value_without_a_text_is_read() {
    all_differ(&[
        place(
            "field",
            "<p>Age of a seller: <input type=number value=SIDE readonly> years at least.</p>",
            ["seller: 16 years", "seller: 18 years"],
            ["16", "18"],
        ),
        place(
            "meter",
            "<p>Warnings before a shop is shut: <meter value=SIDE max=5>some</meter> in a year.</p>",
            ["shut: 3/5 in", "shut: 2/5 in"],
            ["3", "2"],
        ),
        place(
            "data",
            "<p>Sellers must be <data value=SIDE></data> years old.</p>",
            ["be 16 years", "be 18 years"],
            ["16", "18"],
        ),
        place(
            "time",
            "<p>Shops must close by <time datetime='SIDE'></time> each evening.</p>",
            ["by 20:00 each", "by 18:30 each"],
            ["20:00", "18:30"],
        ),
        place(
            "fraction",
            "<p>A seller may keep <math><mfrac><mn>1</mn><mn>SIDE</mn></mfrac></math> of the price.</p>",
            ["keep 1/2 of", "keep 1/3 of"],
            ["2", "3"],
        ),
        place(
            "abbr",
            "<p>Sellers may not sell to a <abbr title='SIDE years old or less'>minor</abbr> at night.</p>",
            ["minor (15 years old or less)", "minor (17 years old or less)"],
            ["15", "17"],
        ),
        place(
            "ruby",
            "<p>Each seller must bow <ruby>twice<rt>SIDE times</rt></ruby> to a buyer.</p>",
            ["2 times", "3 times"],
            ["2", "3"],
        ),
        place(
            "changed",
            "<p>Sellers <del>SIDE</del> raise a price during a sale.</p>",
            ["Sellers may", "Sellers must not"],
            ["", ""],
        )
        .with(
            [
                "<p>Sellers may raise a price during a sale.</p>",
                "<p>Sellers <del>may</del><ins>must not</ins> raise a price during a sale.</p>",
            ],
            "<p>Sellers <del></del> raise a price during a sale.</p>",
        ),
        place(
            "sheet",
            "<style>.a { color: red } .ban::before { content: \"SIDE\" } @media print { .ban::before { content: 'never' } }</style>BODY<p>Sellers may <b class=ban>ask</b> buyers for their shoe size.</p>",
            ["may always ask", "may not ask"],
            ["always ", "not "],
        ),
        place(
            "numbers",
            "<ol start=SIDE><li>A shop pays for its own lamps.</li><li>A shop sweeps its row.</li></ol><p>Whoever breaks rule 4 is shut out.</p>",
            ["4. A shop pays", "5. A shop pays"],
            ["4", "5"],
        ),
    ]);
}

impl Place {
    /// With each of these instead of what its mark-up has in common.
    fn with(self, sides: [&str; 2], common: &str) -> Self {
        let [one, other] = self.markup;
        let markup = [one.replace(common, sides[0]), other.replace(common, sides[1])];
        Self { markup, ..self }
    }
}

#[test]
fn what_only_furnishes_a_page_is_no_text() {
    let past = History::new().watch("shops", "Rules for Shops");
    let furnished = |noise: &str| {
        document(
            Build::Semantic,
            &format!(
                "<noscript><p>Please enable JavaScript, or you cannot see {noise}.</p><img src=/p.gif></noscript>\
                 <video src=/f.mp4><p>Your browser cannot show this film {noise}.</p></video>\
                 <button onclick=copy()>Copy</button><div style='display:none'>Copied {noise}!</div>\
                 <select><option>Plaudernetz {noise}</option><option>Norway</option><option>Sweden</option></select>\
                 <p>Sellers keep their row clean.</p><ul><li>Lamps <button class='fa fa-times'></button></li></ul>\
                 <button>Send {noise}</button><input type=checkbox> Remember {noise}"
            ),
        )
        .replace("Remember one", "Remember")
        .replace("Remember two", "Remember")
    };
    past.shows("shops", &furnished("one")).days(5).shows("shops", &furnished("two")).days(3);
    assert!(past.log("shops").is_empty(), "{}", past.account_of("shops"));
}

#[test]
fn numbers_and_answers_in_json_are_told() {
    let terms = |age: &str, ads: &str| {
        Answer::bytes(format!(
            "{{\"id\": 48211, \"views\": {age}0, \"content\": \"<h1>Rules for Shops</h1><p>These rules apply to everybody who sells in a row of Plaudernetz, day and night.</p>\
             <p>A shop is opened by its seller alone, and closed by the house.</p>\", \"minimum_age\": {age}, \"limits\": {{\"parcelsPerDay\": 5, \"lotteries\": {ads}, \"discounts\": \"no\"}}}}"
        ))
        .header("content-type", "application/json")
    };
    let past = History::new().watch("shops", "Rules for Shops");
    past.answers("shops", terms("16", "true")).days(5).answers("shops", terms("18", "false")).days(3);
    past.assert_told("shops", "minimum age: 18");
    past.assert_told("shops", "lotteries: false");
    past.assert_untold("shops", "views");
}

#[test]
fn no_server_says_for_us_what_a_browser_shows() {
    let marked = |sentence: &str| {
        document(Build::Semantic, &format!("<p>Sellers wear a badge.</p><p data-hausrecht-shown=hidden>{sentence}</p>"))
    };
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &marked("Sellers may add a fee of four coins.")).days(5);
    past.shows("shops", &marked("Sellers must not add a fee of nine coins.")).days(3);
    past.assert_told("shops", "must not add a fee of nine coins");
}
