//! The catalogue by reference: a few words in a watchlist stand for the shipped pages.

use hausrecht::model::{DocumentKind, Watchlist};
use hausrecht::steps::watchlist::edit::{self, NewWatch};
use hausrecht::steps::watchlist::{Problems, read};
use jiff::Timestamp;

use crate::house::program::House;

#[test]
fn platforms_languages_and_kinds_choose_from_the_catalogue() {
    let list = good("catalogue: {platforms: [Facebook, YouTube], languages: [en], kinds: [pages, promotions, ads]}\n");
    assert!(list.watches.len() >= 6, "{}", list.watches.len());
    for watch in &list.watches {
        assert!(["facebook", "youtube"].contains(&watch.platform.as_str()), "{watch:?}");
        assert!([DocumentKind::Pages, DocumentKind::Promotions, DocumentKind::Ads].contains(&watch.kind), "{watch:?}");
        assert!(watch.catalogue && watch.language.as_deref() == Some("en"), "{watch:?}");
    }
    assert!(list.watch("youtube-contest-guidelines").is_some());
    assert!(list.watch("facebook-advertising-standards-older").is_none(), "what is switched off stays off");
}

#[test]
fn a_list_left_out_means_all_of_it() {
    let shipped = good(&std::fs::read_to_string("watchlist.yaml").unwrap());
    let all = good("catalogue: {}\n");
    let ids = |list: &Watchlist| list.watches.iter().map(|watch| watch.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&all), ids(&shipped));
    assert!(good("catalogue: {languages: de}\n").watches.len() >= 5);
}

#[test]
fn the_settings_of_the_watchlist_hold_for_the_catalogue() {
    let list = good("settings: {schedule: '@weekly', patience: 7d}\ncatalogue: {platforms: xing}\n");
    assert!(list.watches.iter().all(|watch| watch.schedule.written == "@weekly"));
    assert_eq!(list.watches[0].patience, std::time::Duration::from_hours(7 * 24));
}

#[test]
fn an_own_watch_takes_the_place_of_the_shipped_one() {
    let own =
        "  - {id: youtube-contest-guidelines, platform: YouTube, document: Ours, url: https://example.com/contests}";
    let list = good(&format!("catalogue: {{platforms: youtube, kinds: promotions}}\nwatches:\n{own}\n"));
    let contests: Vec<_> = list.watches.iter().filter(|watch| watch.id == "youtube-contest-guidelines").collect();
    assert_eq!(contests.len(), 1);
    assert!(!contests[0].catalogue && contests[0].document == "Ours");
    let off = own.replace('}', ", enabled: false}");
    let list = good(&format!("catalogue: {{platforms: youtube}}\nwatches:\n{off}\n"));
    assert!(list.watch("youtube-contest-guidelines").is_none(), "also where it is switched off");
}

#[test]
fn an_address_that_an_upgrade_brings_is_no_conflict_with_an_own_watch() {
    let list = good(
        "catalogue: {platforms: youtube}\nwatches:\n  - {id: ours, platform: YouTube, document: Terms, url: https://www.youtube.com/t/terms}\n",
    );
    assert!(list.watch("ours").is_some() && list.watch("youtube-terms").is_none());
}

#[test]
fn single_pages_can_be_left_out() {
    let list = good("catalogue: {platforms: xing, without: [xing-privacy, xing-privacy-de]}\n");
    assert_eq!(list.watches.len(), 1);
}

#[test]
fn pairs_of_languages_come_with_the_catalogue_unless_one_is_left_out() {
    let both = good("catalogue: {platforms: [xing]}\n");
    assert_eq!(both.watch("xing-privacy-de").unwrap().same_as.as_deref(), Some("xing-privacy"));
    let german = good("catalogue: {platforms: [xing], languages: [de]}\n");
    assert_eq!(german.watch("xing-privacy-de").unwrap().same_as, None);
}

#[test]
fn unknown_names_are_problems_with_a_mend() {
    let said = read(
        "catalogue:\n  platforms: [facebok, myspace]\n  languages: [klingon]\n  kinds: [page]\n  without: [youtube-term]\n  topics: [ai]\n",
        "watchlist.yaml",
        now(),
    );
    insta::assert_snapshot!(said.err().as_ref().map(Problems::to_string).unwrap_or_default(), @r"
    watchlist.yaml has 6 problems
      line 2: `catalogue`: the catalogue has no platform `facebok`
              hint: did you mean `facebook`?
      line 2: `catalogue`: the catalogue has no platform `myspace`
              hint: one of bluesky, discord, facebook, google-ads, google-business-profile, instagram, linkedin, mastodon, pinterest, reddit, snapchat, telegram, threads, tiktok, twitch, whatsapp, x, xing, youtube
      line 3: `catalogue`: the catalogue has no language `klingon`
              hint: one of de, en
      line 4: `catalogue`: the catalogue has no kind `page`
              hint: did you mean `pages`?
      line 5: `catalogue`: the catalogue has no watch `youtube-term`
              hint: did you mean `youtube-terms`?
      line 6: `catalogue`: unknown field `topics`
    ");
    let nothing = read("catalogue: {platforms: xing, kinds: music}\n", "watchlist.yaml", now());
    insta::assert_snapshot!(nothing.err().as_ref().map(Problems::to_string).unwrap_or_default(), @r"
    watchlist.yaml has 1 problem
      line 1: `catalogue`: nothing in the catalogue is of these platforms, languages and kinds together
              hint: leave one of the lists out: that means all of them
    ");
}

#[test]
fn check_says_how_many_come_from_the_catalogue() {
    let house = House::new();
    let text = "catalogue: {platforms: xing}\nwatches:\n  - {id: own, platform: x, document: Own, url: https://example.com/}\n";
    std::fs::write(house.folder.path().join("watchlist.yaml"), text).unwrap();
    let ran = house.run_as_it_is(&["--quiet", "watchlist", "check"]);
    assert_eq!(
        ran.stdout,
        "watchlist.yaml is in order: 4 watches (3 from the catalogue), 0 recipients, 0 assets, 0 rules\n"
    );
}

#[test]
fn an_edit_of_the_watchlist_leaves_alone_what_the_catalogue_brings() {
    let text = "catalogue: {platforms: youtube}\nwatches:\n  - {id: own, platform: x, document: Own, url: https://example.com/}\n";
    let (from, to) = ("https://www.youtube.com/t/terms".parse().unwrap(), "https://example.com/terms".parse().unwrap());
    assert_eq!(edit::with_address(text, now(), "youtube-terms", (&from, &to)), None);
    let (from, to) = ("https://example.com/".parse().unwrap(), "https://example.com/own".parse().unwrap());
    let edited = edit::with_address(text, now(), "own", (&from, &to)).unwrap();
    assert_eq!(edited, text.replace("https://example.com/", "https://example.com/own"));
}

#[test]
fn a_page_found_in_a_hub_is_no_translation_of_what_the_hub_is_paired_with() {
    let text = "watches:
  - {id: hub-de, platform: x, document: Zentrum, kind: hub, url: https://example.com/de, language: de}
  - {id: hub, platform: x, document: Center, kind: hub, url: https://example.com/, language: en, same_as: hub-de}
";
    let list = good(text);
    let url = "https://example.com/new".parse().unwrap();
    let new = NewWatch { id: "x-new".into(), document: "New".into(), url: &url, like: list.watch("hub").unwrap() };
    let edited = edit::with_watch(text, now(), "hub", &new).unwrap();
    assert_eq!(good(&edited).watch("x-new").unwrap().same_as, None);
}

#[test]
fn every_page_of_the_catalogue_says_what_it_is_chosen_by() {
    let shipped = good(&std::fs::read_to_string("watchlist.yaml").unwrap());
    for watch in &shipped.watches {
        assert!(watch.kind != DocumentKind::Other && watch.language.is_some(), "{}", watch.id);
        assert!(watch.id.starts_with(&watch.platform), "{}: ids begin with the platform", watch.id);
    }
}

fn now() -> Timestamp {
    "2026-11-21T06:00:00Z".parse().unwrap()
}

fn good(text: &str) -> Watchlist {
    read(text, "watchlist.yaml", now()).unwrap_or_else(|problems| panic!("{problems}"))
}
