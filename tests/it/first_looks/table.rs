//! `watchlist check --look` says of every page what is read of it, in a table that fits a terminal.

use super::{INTRODUCTION, RULES, markup, page};
use crate::house::program::House;
use crate::house::server::Answer;

#[test]
fn a_look_at_the_watchlist_says_what_is_read_and_what_is_doubted() {
    let watch = |id: &str| {
        format!(
            "id: {id}, url: 'SERVER/{id}', platform: Plaudernetz, document: House rules, allow_private_network: true"
        )
    };
    let house = ["whole", "part", "gone", "a-watch-with-a-name-that-is-longer-than-the-column-for-it"]
        .into_iter()
        .fold(House::new(), |house, id| house.watch_as_written(&watch(id)));
    house.server.page("/whole", &page(&markup(RULES), ""));
    house.server.page("/part", &page(&format!("{INTRODUCTION}<div id=paper></div>"), "<script src=/app.js></script>"));
    house.server.answer("/gone", Answer::status(404));
    house.server.page("/a-watch-with-a-name-that-is-longer-than-the-column-for-it", &page(&markup(RULES), ""));
    let ran = house.run(&["watchlist", "check", "--look"]);
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.stdout.lines().all(|line| line.chars().count() <= 80), "{}", ran.stdout);
    insta::assert_snapshot!(ran.stdout.lines().skip(1).collect::<Vec<_>>().join("\n"));
    assert!(!house.data().exists(), "nothing is recorded");
}
