//! Every mistake in a watchlist is told at once, with its line and its mend.

use std::time::Duration;

use hausrecht::model::{
    DocumentKind, Encryption, Evidence, Language, Matcher, PasswordSource, Render, Selection, Tier, Topic, Verdict,
    Watchlist,
};
use hausrecht::steps::watchlist::{Problems, read};
use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;

/// The least that is a watchlist.
const SMALLEST: &str = "\
watches:
  - id: facebook-pages
    platform: Facebook
    document: Pages, Groups and Events Policies
    url: https://www.facebook.com/policies_center/pages_groups_events
";

#[test]
fn four_fields_are_all_that_a_watch_needs() {
    let list = good(SMALLEST);
    let watch = &list.watches[0];
    assert_eq!((watch.id.as_str(), watch.platform.as_str(), watch.line), ("facebook-pages", "facebook", 2));
    assert_eq!(watch.pages[0].url.as_str(), "https://www.facebook.com/policies_center/pages_groups_events");
    assert_eq!((watch.kind, watch.render), (DocumentKind::Other, Render::Http));
    assert_eq!(watch.schedule.written, "0 0 6 * * *");
    assert_eq!(list.settings.timezone.iana_name(), Some("UTC"));
    assert_eq!(list.settings.pause, Duration::from_secs(2));
    assert_eq!(list.settings.concurrency, 16);
    assert_eq!(list.settings.confirm_after, Duration::from_secs(30));
    assert_eq!(watch.patience, Duration::from_hours(48));
    assert_eq!(list.settings.language, Language::English);
    assert!(list.mail.is_none() && list.recipients.is_empty() && list.assets.is_empty() && list.rules.is_empty());
}

#[test]
fn a_region_that_nobody_knows_is_named_with_the_code_that_may_be_meant() {
    let said = |regions: &str| {
        let text = format!("settings: {{regions: {regions}}}\n{SMALLEST}");
        read(&text, "watchlist.yaml", Timestamp::UNIX_EPOCH).unwrap_err().to_string()
    };
    let germany = said("[Germany, eu]");
    assert!(germany.contains("unknown region `Germany`") && germany.contains("did you mean `de`?"), "{germany}");
    let britain = said("uk");
    assert!(britain.contains("did you mean `gb`?"), "{britain}");
    let nowhere = said("[xx]");
    assert!(nowhere.contains("line 1") && nowhere.contains("ISO 3166"), "{nowhere}");
}

#[test]
fn an_id_that_is_too_long_is_said_to_be_too_long() {
    let said = |id: &str| {
        let text = SMALLEST.replace("facebook-pages\n", &format!("{id}\n"));
        read(&text, "watchlist.yaml", Timestamp::UNIX_EPOCH).err().map(|problems| problems.to_string())
    };
    assert_eq!(said(&"a".repeat(100)), None);
    let long = said(&"a".repeat(101)).unwrap();
    assert!(long.contains("`id` is too long: 101 characters, at most 100"), "{long}");
    let odd = said("a/b").unwrap();
    assert!(odd.contains("cannot be used on the command line") && !odd.contains("too long"), "{odd}");
}

#[test]
fn everything_that_can_be_written_is_understood() {
    let list = good(
        r##"
settings: {language: de, timezone: Europe/Berlin, schedule: "0 0 6 * * *", contact: social@example.com,
           pause: 500ms, concurrency: 4, confirm_after: 0s, patience: 7d, ca_file: /etc/ca.pem, all_quiet: yes, chromium: /usr/bin/chromium,
           evidence: both, only_my_assets: true, regions: [DE, eu, no], heartbeat: "https://beat.example/1", metrics: /m/hausrecht.prom, keep: 730d}
mail:
  from: Hausrecht <hausrecht@example.com>
  smtp: {host: mail.example.com, port: 465, tls: implicit, username: hausrecht, password_file: /run/credentials/smtp}
recipients:
  - {name: Team, to: [social@example.com], digest: "0 0 8 * * Mon", tier: fyi}
  - {name: Lead, to: lead@example.com, language: en, immediately: true, tier: alert, platforms: [Facebook], topics: ai, assets: [fanpage], operator: true}
assets:
  - {id: fanpage, name: Facebook page, platform: facebook, topics: [promotions, apps_api], keywords: [landing tab], investment: 40000.50 EUR, owner: social@example.com, until: 2027-03-31}
rules:
  - {platforms: [facebook], documents: [Pages], topics: [promotions], phrase: landing tab, raise: alert, because: we live in tabs}
  - {pattern: "cookies?", lower: none, because: legal looks after it}
watches:
  - id: facebook-pages
    platform: facebook
    document: Pages, Groups and Events Policies
    kind: pages
    url: https://www.facebook.com/policies_center/pages_groups_events
    language: en
    render: browser
    select: ["main", {start_after: "#top", end_before: ".end"}]
    remove: nav
    combine: [{url: "https://www.facebook.com/a", select: article}, "https://www.facebook.com/b", {url: "https://www.facebook.com/a"}]
    schedule: "@daily"
    allow_private_network: true
    patience: 24h
  - {id: off, platform: x, document: Off, url: "https://x.com/tos", enabled: false}
"##,
    );
    assert_eq!(list.settings.language, Language::German);
    assert_eq!(list.settings.pause, Duration::from_millis(500));
    assert!(list.settings.only_my_assets);
    assert_eq!(list.settings.regions, ["de", "eu", "no"]);
    assert!(list.settings.all_quiet && list.settings.ca_file.is_some() && list.settings.chromium.is_some());
    assert_eq!(list.settings.evidence, Some(Evidence::Both));
    assert_eq!(list.settings.heartbeat.as_ref().unwrap().as_str(), "https://beat.example/1");
    assert_eq!((list.settings.metrics.is_some(), list.settings.keep), (true, Some(Duration::from_hours(730 * 24))));
    let mail = list.mail.as_ref().unwrap();
    let smtp = mail.smtp.as_ref().unwrap();
    assert_eq!((smtp.port, smtp.tls), (465, Encryption::Implicit));
    assert_eq!(smtp.password, Some(PasswordSource::File("/run/credentials/smtp".into())));
    let [team, lead] = list.recipients.as_slice() else { panic!("two recipients") };
    assert_eq!((team.language, team.tier, team.immediately), (Language::German, Tier::Fyi, false));
    assert_eq!(team.digest.as_ref().unwrap().written, "0 0 8 * * Mon");
    assert_eq!(
        (lead.language, lead.tier, lead.immediately, lead.operator),
        (Language::English, Tier::Alert, true, true)
    );
    assert_eq!(
        (lead.platforms.as_slice(), lead.topics.as_slice()),
        (["facebook".to_owned()].as_slice(), [Topic::Ai].as_slice())
    );
    let asset = &list.assets[0];
    assert_eq!((asset.investment.as_deref(), asset.until), (Some("40000.50 EUR"), Some(date(2027, 3, 31))));
    assert_eq!(list.rules[0].verdict, Verdict::Raise(Tier::Alert));
    assert!(matches!(&list.rules[1].matches, Some(Matcher::Pattern(pattern)) if pattern.as_str() == "cookies?"));
    assert_eq!(list.watches.len(), 1, "what is switched off is left out");
    let watch = &list.watches[0];
    assert_eq!((watch.kind, watch.render, watch.allow_private_network), (DocumentKind::Pages, Render::Browser, true));
    assert_eq!(
        watch.select,
        [
            Selection::Css("main".to_owned()),
            Selection::Range {
                start: "#top".to_owned(),
                start_inclusive: false,
                end: ".end".to_owned(),
                end_inclusive: false
            },
        ]
    );
    assert_eq!(watch.remove, [Selection::Css("nav".to_owned())]);
    let parts: Vec<&str> = watch.pages.iter().map(|page| page.part.as_str()).collect();
    assert_eq!(parts, ["", "https://www.facebook.com/a", "https://www.facebook.com/b"]);
    assert_eq!(watch.pages[1].select, [Selection::Css("article".to_owned())]);
}

#[test]
fn numbers_and_truth_values_stay_as_written_where_text_is_meant() {
    let list = good(
        "watches:\n- {id: 0017, platform: no, document: 1.10, url: https://a.example/}\n- {id: on, platform: x, document: true, url: https://b.example/}\n",
    );
    let seen: Vec<_> = list.watches.iter().map(|watch| (watch.id.as_str(), watch.document.as_str())).collect();
    assert_eq!(seen, [("0017", "1.10"), ("on", "true")]);
}

#[test]
fn json_is_yaml_too() {
    let json = "\u{feff}{\n\t\"watches\": [\n\t\t{\"id\": \"a\", \"platform\": \"x\", \"document\": \"\\u00dcber \\ud83d\\ude00 uns\\/du\", \"url\": \"https:\\/\\/a.example\\/\"}\n\t]\n}\n";
    assert_eq!(good(json).watches[0].document, "Über 😀 uns/du");
}

#[test]
fn defaults_can_be_shared_with_anchors_and_merge_keys() {
    let list = good(
        "watches:\n  - &first {id: a, platform: x, document: A, url: https://a.example/, render: browser}\n  - {<<: *first, id: b, url: https://b.example/}\n",
    );
    assert_eq!(list.watches[1].render, Render::Browser);
    assert_eq!(list.watches[1].id, "b");
}

#[test]
fn a_mailbox_for_replies_is_read_with_what_is_usual() {
    let of = |replies: &str| {
        good(&format!("mail: {{from: 'House <house@example.com>', replies: {{{replies}}}}}\n{SMALLEST}"))
            .mail
            .unwrap()
            .replies
    };
    let usual = of("host: imap.example.com, username: house, password_file: /p").unwrap();
    assert_eq!((usual.port, usual.tls, usual.folder.as_str()), (993, Encryption::Implicit, "INBOX"));
    assert_eq!((usual.address.as_str(), usual.move_to), ("house@example.com", None));
    let written = "host: localhost, username: house, password_credential: imap, tls: none, folder: Replies, move_to: Done, address: a@b.example";
    let written = of(written).unwrap();
    assert_eq!((written.port, written.folder.as_str(), written.move_to.as_deref()), (143, "Replies", Some("Done")));
    assert_eq!(written.address, "a@b.example");
}

#[test]
fn every_mistake_of_a_mailbox_is_named() {
    let of = |replies: &str| problems(&format!("mail:\n  from: a@b.example\n  replies: {{{replies}}}\n{SMALLEST}"));
    let all = [
        of(""),
        of(
            "host: h, username: u, password: hunter2, tls: ssl, port: 0, folder: A, move_to: A, address: nobody, hosst: x",
        ),
        of("host: imap.example.com, username: u, password_file: /p, password_credential: c, tls: none"),
    ];
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn sections_left_empty_are_no_mistake() {
    let list = good(&format!("settings:\nmail:\nrecipients:\nassets:\nrules:\n{SMALLEST}"));
    assert!(list.mail.is_none());
}

#[test]
fn an_id_that_is_used_twice_is_named_beside_the_other_mistakes_of_its_entry() {
    let found = problems(
        "watches:\n  - {id: x, platform: x, document: Terms, url: \"ftp://x.com/\"}\n  \
         - {id: x, platform: x, document: Ads, url: \"https://x.com/ads\"}\n",
    );
    assert!(found.contains("line 3: watch `x`: this id is already used on line 2") && found.contains("ftp"), "{found}");
}

#[test]
fn a_recipient_without_an_address_is_a_mistake_also_where_the_list_is_empty() {
    let found = problems(&format!("recipients:\n  - {{name: Lead, to: [], immediately: true}}\n{SMALLEST}"));
    assert!(found.contains("recipient `Lead`: `to` is empty: no letter reaches this recipient"), "{found}");
    assert!(found.contains("hint: write at least one e-mail address"), "{found}");
}

#[test]
#[expect(clippy::too_many_lines, reason = "one watchlist with every mistake, and what is said of it")]
fn all_problems_are_told_at_once() {
    insta::assert_snapshot!(problems(
        r#"settings: {language: fr, timezone: Europe/Berlni, schedule: "0 25 * * *", pause: 2, concurrency: 0, contact: nobody, colour: red}
mail:
  from: Hausrecht
  smtp: {host: mail.example.com, port: 99999, tls: ssl, username: hausrecht, password: secret}
recipients:
  - {name: Team, to: [social], digest: monday, tier: alarm, immediately: perhaps}
  - {name: Lead, to: [lead@example.com], platforms: [facebok], assets: [fanpge], immediately: false}
  - {name: Lead}
assets:
  - id: fanpage
    platform: facebook
    topics:
      - monetisaton
    until: soon
  - {id: fanpage, name: Again, platform: myspace}
rules:
  - {pattern: "(", because: bad}
  - {raise: alert, lower: none, because: both}
  - {phrase: x, raise: fyi}
watches:
  - id: tiktok commerce
    platform: tiktok
    document: Commerce
    url: ftp://www.tiktok.com/
    selct: main
    kind: page
    render: chrome
    select: ["main[", {start_before: main}]
    remove: [{start_before: a, start_after: b, end_before: c, from: d}]
    url: https://www.tiktok.com/
  - id: tiktok-ads
    platform: tiktok
    document: Ads
    url: https://ads.tiktok.com/x
  - {id: tiktok-ads, platform: tiktok, document: Ads, url: "https://ads.tiktok.com/y"}
  - {id: tiktok-more, platform: tiktok, document: Ads, url: "https://ads.tiktok.com/x#top"}
  - {id: x, platform: x, document: [a], url: "https://me:pw@x.com/", language: german, schedule: "0 6 30 2 *", combine: [{link: a}, "/x"]}
  - just text
  - {platform: x, document: "", url: www.x.com}
watchs: []
"#
    ), @r#"
    watchlist.yaml has 54 problems
      line 1: `settings`: unknown language `fr`
              hint: one of en, de
      line 1: `settings`: unknown time zone `Europe/Berlni`
              hint: did you mean `Europe/Berlin`?
      line 1: `settings`: `schedule`: hour `25` is not between 0 and 23
      line 1: `settings`: `contact` is not an e-mail address: `nobody`
              hint: write it as in `team@example.com`
      line 1: `settings`: `pause` is not a time span: `2`
              hint: write a number and a unit, as in `500ms`, `2s`, `15m`, `48h` or `7d`
      line 1: `settings`: `concurrency` must be a whole number from 1 to 256, not `0`
      line 1: `settings`: unknown field `colour`
      line 3: `mail`: `from` is not a sender: `Hausrecht`
              hint: write it as in `Hausrecht <hausrecht@example.com>`
      line 4: `mail`: `smtp`: unknown encryption `ssl`
              hint: one of starttls, implicit, none
      line 4: `mail`: `smtp`: `port` must be a whole number from 1 to 65535, not `99999`
      line 4: `mail`: `smtp`: a password does not belong into the watchlist, which others read
              hint: write it to a file of its own and name that: `password_file: /path/to/file`
      line 4: `mail`: `smtp`: a user name and a password go together: `password_file` is missing
      line 6: recipient `Team`: `to` is not an e-mail address: `social`
              hint: write it as in `team@example.com` or `Team <team@example.com>`
      line 6: recipient `Team`: `digest`: `monday` has 1 field: write five (minute, hour, day, month, weekday), six with seconds first, or `@daily`
      line 6: recipient `Team`: `immediately` must be true or false, not `perhaps`
      line 6: recipient `Team`: unknown tier `alarm`
              hint: one of alert, fyi, none
      line 7: recipient `Lead`: would never get a letter
              hint: write `digest: "0 0 8 * * Mon"` or `immediately: true`
      line 7: recipient `Lead`: unknown platform `facebok`
              hint: did you mean `facebook`?
      line 7: recipient `Lead`: unknown asset `fanpge`
              hint: did you mean `fanpage`?
      line 8: recipient `Lead`: `to` is missing
              hint: write at least one e-mail address
      line 8: recipient `Lead`: this name is already used on line 7
      line 13: asset `fanpage`: unknown topic `monetisaton`
               hint: did you mean `monetization`?
      line 14: asset `fanpage`: `until` is not a date: `soon`
               hint: write it as in `2027-03-31`
      line 15: asset `fanpage`: this id is already used on line 10
      line 15: asset `fanpage`: unknown platform `myspace`
      line 17: rule `bad`: `pattern` is not a regular expression: `(` (unclosed group)
      line 17: rule `bad`: needs `raise` or `lower`, and only one of them
               hint: as in `raise: alert` or `lower: fyi`
      line 18: rule `both`: needs `raise` or `lower`, and only one of them
               hint: as in `raise: alert` or `lower: fyi`
      line 18: rule `both`: would hold for every change
               hint: name `platforms`, `documents`, `topics`, a `phrase` or a `pattern`
      line 19: rule 3: `because` is missing
      line 21: watch `tiktok commerce`: `id` cannot be used on the command line: `tiktok commerce`
               hint: use lower-case letters, digits and dashes, as in `facebook-pages`
      line 24: watch `tiktok commerce`: `url` must begin with http:// or https://: `ftp://www.tiktok.com/`
      line 25: watch `tiktok commerce`: unknown field `selct`
               hint: did you mean `select`?
      line 26: watch `tiktok commerce`: unknown kind `page`
               hint: did you mean `pages`?
      line 27: watch `tiktok commerce`: unknown way to render `chrome`
               hint: one of http, browser, auto
      line 28: watch `tiktok commerce`: `select` is not a CSS selector: `main[`
               hint: write it as in `main`, `#content`, `.policy-text` or `div[role=main]`
      line 28: watch `tiktok commerce`: `select`: a range needs either `end_before` or `end_after`
      line 29: watch `tiktok commerce`: `remove`: a range needs either `start_before` or `start_after`
      line 29: watch `tiktok commerce`: `remove`: unknown field `from`
      line 30: watch `tiktok commerce`: `url` is written twice (first on line 24)
      line 35: watch `tiktok-ads`: this id is already used on line 31
      line 36: watch `tiktok-more`: this url is already watched as `tiktok-ads` (line 31)
      line 37: watch `x`: `document` must be a text, not a list
      line 37: watch `x`: `combine`: `url` is missing
      line 37: watch `x`: `combine`: unknown field `link`
      line 37: watch `x`: `combine` is not a whole address: `/x`
               hint: begin it with `https://`
      line 37: watch `x`: `url` holds a user name or password
               hint: a watched page must be one that everybody can read
      line 37: watch `x`: `language` is not a language tag: `german`
               hint: write it as in `en`, `de` or `pt-BR`
      line 37: watch `x`: `schedule`: `0 6 30 2 *` never comes due: no such day is in any calendar to come
      line 38: watch 6: this is a mapping of names and values, not a text
               hint: each line needs a name and a colon, as in `platform: facebook`
      line 39: watch 7: `id` is missing
      line 39: watch 7: `document` is empty
      line 39: watch 7: `url` is not a whole address: `www.x.com`
               hint: begin it with `https://`
      line 40: unknown field `watchs`
               hint: did you mean `watches`?
    "#);
}

#[test]
fn what_is_no_watchlist_at_all_is_told_in_one_line() {
    let wrong: Vec<(&str, String)> = vec![
        ("empty", String::new()),
        ("comments", "# only\n\n  # this\n".to_owned()),
        ("null", "null\n".to_owned()),
        ("text", "hello\n".to_owned()),
        ("list", "- a\n- b\n".to_owned()),
        ("no watches", "settings: {language: de}\n".to_owned()),
        ("empty watches", "watches: []\n".to_owned()),
        ("watches as text", "watches: all of them\n".to_owned()),
        ("tab", "watches:\n  - id: a\n\tplatform: x\n".to_owned()),
        ("unclosed", "watches: [{id: a\n".to_owned()),
        ("unclosed quote", "watches:\n  - id: \"a\n    platform: x\n".to_owned()),
        ("indent", "watches:\n  - id: a\n platform: x\n".to_owned()),
        ("colon", "watches:\n  - id: a: b\n".to_owned()),
        ("nul", "watches:\n  - id: a\0b\n".to_owned()),
        ("escape", "watches:\n  - id: \"a\\qb\"\n".to_owned()),
        ("unknown anchor", "watches: *nothing\n".to_owned()),
        ("two documents", format!("{SMALLEST}---\n{SMALLEST}")),
        ("key without text", "? [a]\n: b\n".to_owned()),
        ("binary", "watches: !!binary aGk=\n".to_owned()),
        ("deep", "[".repeat(100_000)),
        ("bomb", bomb()),
        ("html", "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n".to_owned()),
        ("10 MB", "nonsense: [1, {2: \"x\n".repeat(500_000)),
        ("2 MB of lines", "a: b\n".repeat(400_000)),
    ];
    let said: Vec<String> = wrong
        .into_iter()
        .map(|(name, text)| {
            let said = problems(&text).replace("watchlist.yaml has ", "");
            format!("{name}: {}", said.lines().take(3).collect::<Vec<_>>().join(" | "))
        })
        .collect();
    insta::assert_snapshot!(said.join("\n"), @r#"
    empty: 1 problem |   the file is empty |   hint: it needs `watches:` with at least one watch
    comments: 1 problem |   the file is empty |   hint: it needs `watches:` with at least one watch
    null: 1 problem |   line 1: a watchlist is a mapping of names and values, not nothing |           hint: each line needs a name and a colon, as in `platform: facebook`
    text: 1 problem |   line 1: a watchlist is a mapping of names and values, not a text |           hint: each line needs a name and a colon, as in `platform: facebook`
    list: 1 problem |   line 1: a watchlist is a mapping of names and values, not a list |           hint: each line needs a name and a colon, as in `platform: facebook`
    no watches: 1 problem |   line 1: no page is watched: `watches` is missing or empty |           hint: `hausrecht add URL` adds one; each entry of the list needs `id`, `platform`, `document` and `url`
    empty watches: 1 problem |   line 1: no page is watched: `watches` is missing or empty |           hint: `hausrecht add URL` adds one; each entry of the list needs `id`, `platform`, `document` and `url`
    watches as text: 1 problem |   line 1: `watches` must be a list, not a text |           hint: begin each watch with a dash: `- id: …`
    tab: 1 problem |   line 3: a tab stands where YAML wants spaces |           hint: indent with spaces, two for each step
    unclosed: 1 problem |   line 1: unclosed bracket '{' |           hint: look at quotes, brackets and indentation here and just before; a text with `: ` in it needs quotes
    unclosed quote: 1 problem |   line 3: invalid indentation in multiline quoted scalar |           hint: look at quotes, brackets and indentation here and just before; a text with `: ` in it needs quotes
    indent: 1 problem |   line 3: while parsing a block mapping, did not find expected key |           hint: look at quotes, brackets and indentation here and just before; a text with `: ` in it needs quotes
    colon: 1 problem |   line 2: mapping values are not allowed in this context |           hint: look at quotes, brackets and indentation here and just before; a text with `: ` in it needs quotes
    nul: 1 problem |   line 2: a control character stands in the text |           hint: is this a text file?
    escape: 1 problem |   line 2: while parsing a quoted scalar, found unknown escape character |           hint: look at quotes, brackets and indentation here and just before; a text with `: ` in it needs quotes
    unknown anchor: 1 problem |   line 1: alias references unknown anchor |           hint: look at quotes, brackets and indentation here and just before; a text with `: ` in it needs quotes
    two documents: 1 problem |   line 7: a second document begins here |           hint: a watchlist is one document: take the `---` away
    key without text: 1 problem |   line 1: expected string scalar |           hint: look at quotes, brackets and indentation here and just before; a text with `: ` in it needs quotes
    binary: 1 problem |   line 1: `watches` must be a list, not a text |           hint: begin each watch with a dash: `- id: …`
    deep: 1 problem |   line 1: recursion limit exceeded |           hint: look at quotes, brackets and indentation here and just before; a text with `: ` in it needs quotes
    bomb: 1 problem |   line 6: there is too much in this file for a watchlist |           hint: is this the right file? anchors (`&a`, `*a`) that hold each other multiply
    html: 1 problem |   line 1: a watchlist is a mapping of names and values, not a text |           hint: each line needs a name and a colon, as in `platform: facebook`
    10 MB: 1 problem |   10 MB are too much for a watchlist |   hint: is this the right file?
    2 MB of lines: 1 problem |   line 100000: there is too much in this file for a watchlist |                hint: is this the right file? anchors (`&a`, `*a`) that hold each other multiply
    "#);
}

#[test]
fn a_password_is_never_shown() {
    let text = format!("mail:\n  from: a@b.example\n  smtp: {{host: h, password: hunter2}}\n{SMALLEST}");
    assert!(!problems(&text).contains("hunter2"));
}

#[test]
fn a_port_within_a_host_is_a_mistake_with_its_mend() {
    let said = problems(&format!(
        "mail:\n  from: a@b.example\n  smtp: {{host: mail.example.com:587}}\n  \
         replies: {{host: '[::1]:993', username: u, password_file: /x}}\n{SMALLEST}"
    ));
    for line in [
        "line 3: `mail`: `smtp`: `host` holds a port: `mail.example.com:587`",
        "hint: write `host: mail.example.com` and `port: 587`",
        "line 4: `mail`: `replies`: `host` holds a port: `[::1]:993`",
        "hint: write `host: ::1` and `port: 993`",
    ] {
        assert!(said.contains(line), "{said}");
    }
    assert!(said.contains("2 problems"), "{said}");
    let list = good(&format!("mail:\n  from: a@b.example\n  smtp: {{host: '::1', tls: none}}\n{SMALLEST}"));
    assert_eq!(list.mail.unwrap().smtp.unwrap().host, "::1");
}

#[test]
fn many_problems_are_counted_after_the_first_hundred() {
    let text = (0..200).fold(SMALLEST.to_owned(), |text, number| format!("{text}nonsense{number}: 1\n"));
    let said = problems(&text);
    assert!(said.starts_with("watchlist.yaml has 200 problems\n"));
    assert!(said.ends_with("\n  and 100 more"));
}

#[test]
fn the_same_page_in_another_language_is_another_document() {
    let watch = |id, language| {
        format!("  - {{id: {id}, platform: x, document: A, url: https://a.example/, language: {language}}}\n")
    };
    assert_eq!(good(&format!("watches:\n{}{}", watch("a", "en"), watch("b", "de"))).watches.len(), 2);
}

#[test]
fn platforms_of_the_catalogue_may_be_named_without_a_watch() {
    let list = good(&format!("assets:\n  - {{id: group, platform: XING}}\n{SMALLEST}"));
    assert_eq!(list.assets[0].platform, "xing");
}

#[test]
fn two_hundred_watches_are_read_in_no_time() {
    let text = (0..200).fold("watches:\n".to_owned(), |text, number| {
        format!("{text}  - {{id: w{number}, platform: x, document: D, url: \"https://x.example/{number}\", select: main, schedule: \"@daily\"}}\n")
    });
    assert_eq!(good(&text).watches.len(), 200);
}

#[test]
fn the_shipped_catalogue_is_in_order() {
    let text = std::fs::read_to_string("watchlist.yaml").unwrap();
    let list = good(&text);
    let mut platforms: Vec<&str> = list.watches.iter().map(|watch| watch.platform.as_str()).collect();
    platforms.sort_unstable();
    platforms.dedup();
    assert_eq!(
        platforms,
        [
            "bluesky",
            "discord",
            "facebook",
            "google-ads",
            "google-business-profile",
            "instagram",
            "linkedin",
            "mastodon",
            "pinterest",
            "reddit",
            "snapchat",
            "telegram",
            "threads",
            "tiktok",
            "twitch",
            "whatsapp",
            "x",
            "xing",
            "youtube",
        ]
    );
    assert!(list.watches.len() >= 160, "{}", list.watches.len());
    assert!(list.watches.iter().all(|watch| watch.language.is_some() && watch.kind != DocumentKind::Other));
    assert!(list.watches.iter().any(|watch| watch.language.as_deref() == Some("de")));
}

#[test]
fn the_examples_in_the_shipped_catalogue_are_in_order() {
    let text = std::fs::read_to_string("watchlist.yaml").unwrap();
    let list = good(&text.lines().map(|line| line.strip_prefix("#| ").unwrap_or(line)).collect::<Vec<_>>().join("\n"));
    assert!(list.mail.is_some() && !list.recipients.is_empty() && !list.assets.is_empty() && !list.rules.is_empty());
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,200}|(?s).{0,60}") {
        let _ = read(&text, "watchlist.yaml", now());
    }

    #[test]
    fn no_value_panics(field in "id|url|schedule|patience|language|select|remove|combine|kind|render|platform", value in "\\PC{0,40}|[-\\[\\]{}:,&*#\"'a-z0-9./@<>= ]{0,40}") {
        let _ = read(&format!("watches:\n  - document: a\n    {field}: {value}\n"), "watchlist.yaml", now());
    }

    #[test]
    fn no_cut_of_a_watchlist_panics(cut in 0usize..400) {
        let text: String = SMALLEST.chars().take(cut).collect();
        let _ = read(&text, "watchlist.yaml", now());
    }
}

fn bomb() -> String {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..10 {
        let below = level - 1;
        let again = vec![format!("*a{below}"); 9].join(", ");
        text.extend(["a", &level.to_string(), ": &a", &level.to_string(), " [", &again, "]\n"]);
    }
    text
}

fn now() -> Timestamp {
    "2026-11-21T06:00:00Z".parse().unwrap()
}

fn good(text: &str) -> Watchlist {
    read(text, "watchlist.yaml", now()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn problems(text: &str) -> String {
    read(text, "watchlist.yaml", now()).err().as_ref().map(Problems::to_string).expect("there are problems")
}
