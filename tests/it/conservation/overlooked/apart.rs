//! Words that a browser shows apart are read apart, whatever stands between them in the source.

use super::{all_told, among_rules, case};
use crate::extract::html;

#[test]
fn a_label_and_its_value_are_read_apart() {
    let ages = ["16", "18"];
    let age = ["Minimum age 16", "Minimum age 18"];
    let sale = ["sold", "never sold"];
    all_told(&[
        case(
            "spans",
            &among_rules("<div class=row><span class=k>Minimum age</span><span class=v>SIDE</span></div>"),
            ages,
            age,
        ),
        case("paragraph", &among_rules("<p><span class=k>Minimum age</span><span class=v>SIDE</span></p>"), ages, age),
        case(
            "bold",
            &among_rules("<div><b>Knives</b><span>SIDE</span></div>"),
            sale,
            ["Knives sold", "Knives never sold"],
        ),
        case(
            "item",
            &among_rules("<ul><li><span>Knives</span><em>SIDE</em></li><li><span>Axes</span><em>lent</em></li></ul>"),
            sale,
            ["Knives sold", "Knives never sold"],
        ),
        case(
            "flex",
            &among_rules("<p style='display: flex'><span>Knives</span><span>SIDE</span></p>"),
            sale,
            ["Knives sold", "Knives never sold"],
        ),
        case(
            "sheet",
            &format!(
                "<style>.line, .row {{ display: flex; gap: 1em }}</style>BODY{}",
                among_rules("<p class=row><span>Knives</span><span>SIDE</span></p>")
            ),
            sale,
            ["Knives sold", "Knives never sold"],
        ),
        case(
            "block",
            &format!(
                "<style>.v {{ color: red; display:block }}</style>BODY{}",
                among_rules("<p>Knives are <span class=v>SIDE</span></p>").replace("are <", "are<")
            ),
            sale,
            ["sold", "never sold"],
        ),
        case("custom", &among_rules("<x-row><x-key>Minimum age</x-key><x-value>SIDE</x-value></x-row>"), ages, age),
        case(
            "link",
            &among_rules("<div><a href=/k>Knives</a><span>SIDE</span></div>"),
            sale,
            ["Knives sold", "Knives never sold"],
        ),
        case(
            "columns",
            &among_rules("<dl><dt>Minimum age</dt><dd>SIDE</dd><dt>Fee</dt><dd>5 %</dd></dl>"),
            ages,
            ["16", "18"],
        ),
    ]);
}

#[test]
fn a_word_that_is_cut_by_mark_up_stays_whole() {
    for (markup, read) in [
        ("<p>Face<b>book</b> and <b>Insta</b>gram</p>", "Facebook and Instagram"),
        ("<p><span class=c1>dele</span><span class=c2>ted</span> posts</p>", "deleted posts"),
        ("<p>CO<sub>2</sub> and the 10<sup>th</sup> day</p>", "CO2 and the 10th day"),
        ("<p><span>$</span><span>500</span> and <span>5</span><span>%</span></p>", "$500 and 5%"),
        ("<div><span>N</span><span>e</span><span>w</span></div>", "New"),
        ("<p><span>Fees</span><span>,</span> <span>prizes</span><span>.</span></p>", "Fees, prizes."),
    ] {
        let page = html(&format!(
            "<main><h1>House rules</h1><p>All who sell here keep these rules by day and by night.</p>{markup}</main>"
        ));
        assert!(page.contains(read), "{read}: {page}");
    }
}
